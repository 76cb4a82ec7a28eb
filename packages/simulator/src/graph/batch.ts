import { amidFaults } from '../control/fault-hooks.ts'
import type { Simulation } from '../simulation.ts'
import type { Caller } from './caller.ts'
import { dispatch, errorReply, type GraphRequest, requestIdsOf } from './dispatch.ts'
import { badRequest, GraphError } from './graph-error.ts'
import type { GraphReply } from './operation.ts'

const mostItems = 20

interface Item {
  readonly id: string
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: unknown
  readonly dependsOn: readonly string[]
}

/** Up to 20 requests in one; each has its own status, and the whole is 200 if it can be read. */
export async function answerBatch(
  simulation: Simulation,
  caller: Caller,
  request: GraphRequest,
): Promise<GraphReply> {
  try {
    const statuses = new Map<string, number>()
    const responses = []
    for (const item of inOrder(readItems(request.body))) {
      const isBlocked = item.dependsOn.some((id) => (statuses.get(id) ?? 424) >= 400)
      const reply = isBlocked
        ? blocked(simulation, request)
        : await answer(simulation, caller, request, item)
      statuses.set(item.id.toLowerCase(), reply.status)
      responses.push({ id: item.id, ...reply, headers: spelt(reply.headers) })
    }
    return { status: 200, headers: { 'content-type': 'application/json' }, body: { responses } }
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return errorReply(error, simulation.clock.now(), requestIdsOf(request))
  }
}

const spellings = new Map(
  ['Cache-Control', 'Content-Type', 'Location', 'OData-Version', 'Retry-After'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
)

/** In an item they are names of JSON, and clients look for them as json-batching.md writes them. */
function spelt(headers: GraphReply['headers'] = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      spellings.get(name.toLowerCase()) ?? name,
      value,
    ]),
  )
}

async function answer(
  simulation: Simulation,
  caller: Caller,
  outer: GraphRequest,
  item: Item,
): Promise<GraphReply> {
  const target = item.url.startsWith('/') ? item.url : `/${item.url}`
  const path = `/${outer.version}${target.split('?')[0]}`
  simulation.requests.count(item.method, path)
  const headers = { ...item.headers, 'client-request-id': outer.headers['client-request-id'] }
  return amidFaults(simulation, { method: item.method, path, tenant: caller.tenant }, async () =>
    dispatch(simulation, caller, {
      ...outer,
      method: item.method,
      target,
      headers,
      body: item.body,
    }),
  )
}

function blocked(simulation: Simulation, request: GraphRequest): GraphReply {
  const error = new GraphError(
    424,
    'FailedDependency',
    'The request depends on another request that has failed.',
  )
  return errorReply(error, simulation.clock.now(), requestIdsOf(request))
}

/** @throws {GraphError} 400 for a batch that breaks the rules of json-batching.md. */
function readItems(body: unknown): Item[] {
  const requests = (body as { requests?: unknown } | undefined)?.requests
  if (!Array.isArray(requests)) throw badRequest('Invalid batch payload format.', 'BadRequest')
  if (requests.length > mostItems) {
    throw badRequest(
      `Number of batch request steps exceeds the maximum value of ${mostItems}.`,
      'BadRequest',
    )
  }
  const items = requests.map(readItem)
  if (new Set(items.map(({ id }) => id.toLowerCase())).size < items.length) {
    throw badRequest('The batch request step ids must be unique.', 'BadRequest')
  }
  return items
}

/**
 * Whatever depends on others comes after them, else the order stays.
 *
 * @throws {GraphError} 400 for a dependency on an item that is not there, or in a circle.
 */
function inOrder(items: readonly Item[]): Item[] {
  const ids = new Set(items.map(({ id }) => id.toLowerCase()))
  if (items.some(({ dependsOn }) => dependsOn.some((id) => !ids.has(id)))) {
    throw badRequest('A batch request step depends on a step that does not exist.', 'BadRequest')
  }
  const ordered: Item[] = []
  const placed = new Set<string>()
  while (ordered.length < items.length) {
    const ready = items.find(
      ({ id, dependsOn }) =>
        !placed.has(id.toLowerCase()) && dependsOn.every((other) => placed.has(other)),
    )
    if (!ready) throw badRequest('The batch request steps depend on each other.', 'BadRequest')
    placed.add(ready.id.toLowerCase())
    ordered.push(ready)
  }
  return ordered
}

function readItem(item: unknown): Item {
  const { id, method, url, headers, body, dependsOn } = (item ?? {}) as Record<string, unknown>
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string') {
    throw badRequest('Invalid batch payload format.', 'BadRequest')
  }
  const named = Object.entries((headers ?? {}) as Record<string, string>)
  const hasType = named.some(([name]) => name.toLowerCase() === 'content-type')
  if (body !== undefined && body !== null && !hasType) {
    throw badRequest(
      'A batch request step with a body must have a Content-Type header.',
      'BadRequest',
    )
  }
  return {
    id,
    method: method.toUpperCase(),
    url,
    headers: Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), value])),
    body,
    dependsOn: Array.isArray(dependsOn)
      ? dependsOn.map((other) => String(other).toLowerCase())
      : [],
  }
}
