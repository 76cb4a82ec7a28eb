// How long a large directory takes to load, what it occupies, and what its pages cost over HTTP.
// MEMBERS, GUESTS and GROUPS in the environment make it smaller.
import { performance } from 'node:perf_hooks'
import { startSimulator } from '../src/simulator.ts'

const size = {
  members: Number(process.env['MEMBERS'] ?? 300_000),
  guests: Number(process.env['GUESTS'] ?? 200_000),
  groups: Number(process.env['GROUPS'] ?? 8_000),
}
const questions = [
  '/v1.0/users?$top=999',
  '/v1.0/users?$top=999&$select=id,displayName,userType,accountEnabled,createdDateTime',
  "/v1.0/users?$top=999&$filter=userType eq 'Guest'&$select=id,displayName,mail",
]

const simulator = await startSimulator({ portalOrigin: 'http://localhost:5199' })
const startedAt = performance.now()
const cpuBefore = process.cpuUsage()
const loaded = simulator.seed('contoso', size)
const cpu = process.cpuUsage(cpuBefore)
const seconds = (performance.now() - startedAt) / 1000
globalThis.gc?.()
const { rss, heapUsed } = process.memoryUsage()
console.table({
  load: {
    users: loaded.users,
    groups: loaded.groups,
    'wall s': round(seconds),
    'cpu s': round((cpu.user + cpu.system) / 1e6),
    'heap MB': Math.round(heapUsed / 1e6),
    'resident MB': Math.round(rss / 1e6),
  },
})

const token = await getToken()
const rows: Record<string, Record<string, number>> = {}
for (const question of questions) rows[question] = await crawl(question)
console.table(rows)
await simulator.close()

/** Reads every page of a list, so that what is asked for is spread over all of it. */
async function crawl(question: string) {
  const times: number[] = []
  let objects = 0
  for (let next: string | undefined = `${simulator.url}${question}`; next;) {
    const askedAt = performance.now()
    const reply = await fetch(next, { headers: { authorization: `Bearer ${token}` } })
    const bytes = await reply.text()
    times.push(performance.now() - askedAt)
    if (!reply.ok) throw new Error(`${reply.status} ${bytes}`)
    const page = JSON.parse(bytes) as { value: unknown[]; '@odata.nextLink'?: string }
    objects += page.value.length
    next = page['@odata.nextLink']
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return { objects, pages: times.length, 'p50 ms': at(0.5), 'p90 ms': at(0.9), 'p99 ms': at(0.99) }
}

async function getToken(): Promise<string> {
  const tool = simulator.registrations().tools[0]
  const reply = await fetch(`${simulator.url}/${tool?.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: tool?.clientId ?? '',
      client_secret: tool?.secret ?? '',
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  const { access_token } = (await reply.json()) as { access_token: string }
  return access_token
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
