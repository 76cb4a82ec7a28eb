import { count, seconds } from './figures.ts'
import { tokenOf } from './graph-token.ts'
import type { Part } from './report.ts'
import type { DirectorySize, SimulatorWord } from './simulator-process.ts'

/** How much of the way that asks for each guest is walked; the rest is the same again and again. */
const sampledGuests = 2_000
const atOnce = 20
const idsOfAFeed = 50

interface Reply {
  readonly value: readonly { readonly id: string }[]
  readonly '@odata.nextLink'?: string
}
interface Cost {
  requests: number
  units: number
  seconds: number
}

/** Two ways to every guest's groups (decision 0052): one feed of all groups, or each guest asked. */
export async function compareWays(
  simulator: Pick<SimulatorWord, 'url' | 'registrations'>,
  { guests }: DirectorySize,
): Promise<Part> {
  const tenantId = simulator.registrations.organizations.find(
    ({ slug }) => slug === 'contoso',
  )?.tenantId
  const token = await tokenOf(simulator, tenantId ?? '')
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

  async function ask<T>(cost: Cost, url: string, body?: object): Promise<T> {
    const startedAt = performance.now()
    const reply = await fetch(url.startsWith('http') ? url : `${simulator.url}/v1.0${url}`, {
      headers,
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`)
    const read = (await reply.json()) as T
    cost.requests += 1
    cost.units += Number(reply.headers.get('x-ms-resource-unit') ?? 0)
    cost.seconds += (performance.now() - startedAt) / 1000
    return read
  }
  async function readAll(cost: Cost, first: string): Promise<void> {
    for (let next: string | undefined = first; next;) {
      next = (await ask<Reply>(cost, next))['@odata.nextLink']
    }
  }

  const feed = nothing()
  await readAll(feed, '/groups/delta?$select=id,displayName,members,owners')

  const each = nothing()
  const aside = nothing()
  const sampled = Math.min(sampledGuests, guests)
  let people = await ask<Reply>(aside, "/users?$filter=userType eq 'Guest'&$select=id&$top=999")
  const ids = people.value.map(({ id }) => id)
  while (ids.length < sampled && people['@odata.nextLink']) {
    people = await ask<Reply>(aside, people['@odata.nextLink'])
    ids.push(...people.value.map(({ id }) => id))
  }
  for (let from = 0; from < sampled; from += atOnce) {
    const requests = ids.slice(from, Math.min(from + atOnce, sampled)).map((id, place) => ({
      id: String(place),
      method: 'GET',
      url: `/users/${id}/memberOf/microsoft.graph.group?$select=id&$top=999`,
    }))
    const { responses } = await ask<{
      responses: { headers?: Record<string, string>; status: number }[]
    }>(each, '/$batch', { requests })
    for (const { headers: told = {} } of responses) {
      each.units += Number(told['x-ms-resource-unit'] ?? 0)
    }
  }
  const filtered = nothing()
  // All of them: a few groups hold most of the members.
  const known: string[] = []
  for (let next: string | undefined = '/groups?$select=id&$top=999'; next;) {
    const page: Reply = await ask<Reply>(aside, next)
    known.push(...page.value.map(({ id }) => id))
    next = page['@odata.nextLink']
  }
  const feeds = Math.ceil(known.length / idsOfAFeed)
  for (let from = 0; from < known.length; from += idsOfAFeed) {
    const ofFifty = known.slice(from, from + idsOfAFeed)
    const filter = encodeURIComponent(ofFifty.map((id) => `id eq '${id}'`).join(' or '))
    await readAll(filtered, `/groups/delta?$select=id,displayName,members,owners&$filter=${filter}`)
  }
  const all = plus(times(each, guests / sampled), filtered)
  return {
    name: 'ways',
    head: [
      'way to the groups of all guests',
      'requests',
      'resource units',
      'time',
      'an idle round',
    ],
    rows: [
      ['one feed of all groups', ...wordsOf(feed), '1 request, 1 unit'],
      [
        `each guest in batches of ${atOnce}, then ${count(feeds)} feeds of ${idsOfAFeed} groups`,
        ...wordsOf(all),
        `${count(feeds)} requests, ${count(feeds)} units`,
      ],
    ],
  }
}

function nothing(): Cost {
  return { requests: 0, units: 0, seconds: 0 }
}

function times({ requests, units, seconds: took }: Cost, factor: number): Cost {
  return { requests: requests * factor, units: units * factor, seconds: took * factor }
}

function plus(one: Cost, other: Cost): Cost {
  return {
    requests: one.requests + other.requests,
    units: one.units + other.units,
    seconds: one.seconds + other.seconds,
  }
}

function wordsOf({ requests, units, seconds: took }: Cost): readonly string[] {
  return [count(requests), count(units), seconds(took)]
}
