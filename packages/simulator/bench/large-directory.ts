// How long a large directory takes to load, what it occupies, and what its pages cost over HTTP.
// MEMBERS, GUESTS and GROUPS in the environment make it smaller.
import { performance } from 'node:perf_hooks'
import { startSimulator } from '../src/simulator.ts'

export interface LargeDirectory {
  readonly load: {
    readonly users: number
    readonly groups: number
    readonly seconds: number
    readonly cpuSeconds: number
    readonly residentMb: number
  }
  readonly pages: readonly {
    readonly question: string
    readonly objects: number
    readonly pages: number
    /** Milliseconds. */
    readonly p50: number
    readonly p99: number
  }[]
  readonly state: {
    readonly saveSeconds: number
    readonly loadSeconds: number
    readonly mb: number
  }
}

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
const { rss } = process.memoryUsage()
const load = {
  ...loaded,
  seconds,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  residentMb: rss / 1e6,
}

const token = await getToken()
const pages: LargeDirectory['pages'][number][] = []
for (const question of questions) pages.push({ question, ...(await crawl(question)) })

const savedAt = performance.now()
const state = simulator.save()
const loadedAt = performance.now()
simulator.load(state)
const told: LargeDirectory = {
  load,
  pages,
  state: {
    saveSeconds: (loadedAt - savedAt) / 1000,
    loadSeconds: (performance.now() - loadedAt) / 1000,
    mb: state.length / 1e6,
  },
}
console.log(JSON.stringify(told, undefined, 2))
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
  return { objects, pages: times.length, p50: at(0.5), p99: at(0.99) }
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
