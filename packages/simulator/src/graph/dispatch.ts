import { randomUUID } from 'node:crypto'
import type { Simulation } from '../simulation.ts'
import { requireAuthority } from './authority.ts'
import type { Caller, PermissionSet } from './caller.ts'
import { everyGraphOperation } from './every-operation.ts'
import { settleTenant } from './group-expiry.ts'
import { errorEnvelope, GraphError, NotSimulated, type RequestIds } from './graph-error.ts'
import type { GraphOperation, GraphReply, Version } from './operation.ts'
import { readsReplica, replicaOf } from './replica.ts'
import { publishedPermissions } from './published-permissions.ts'
import { costOf, readQuery } from './query/options.ts'
import { chargeQuotas } from './throttle.ts'

/** A request to Graph, alone or out of a batch. */
export interface GraphRequest {
  readonly method: string
  readonly version: Version
  /** After the version, with its query: `/users/{id}?$select=id`. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
  readonly origin: string
}

/** Finds the operation, checks the caller's permissions, and answers in Graph's form. */
export async function dispatch(
  simulation: Simulation,
  caller: Caller,
  request: GraphRequest,
): Promise<GraphReply> {
  const ids = requestIdsOf(request)
  try {
    const url = new URL(`/${request.version}${request.target}`, request.origin)
    const { operation, accepted, params } = findOperation(request, url)
    const { path } = operation
    const { method, body } = request
    requireAuthority(simulation, caller, accepted, { method, path, params, body })
    settleTenant(simulation, caller.tenant)
    const query = readQuery(without(url.searchParams, operation.ownOptions), operation.largestPage)
    const cost = costOf(operation.cost ?? 1, query)
    const nearness = chargeQuotas(simulation, caller, operation, cost)
    const reply = await operation.answer({
      simulation,
      tenant: readsReplica(operation) ? replicaOf(simulation, caller.tenant) : caller.tenant,
      caller,
      params,
      query,
      body: request.body,
      version: request.version,
      origin: request.origin,
      path: `${url.pathname}${url.search}`,
      isEventual: request.headers['consistencylevel']?.toLowerCase() === 'eventual',
      prefersMinimal: /return=minimal/i.test(request.headers['prefer'] ?? ''),
    })
    return {
      ...reply,
      headers: {
        ...headersOf(ids),
        ...typeOf(reply),
        ...costHeader(cost),
        ...nearness,
        ...reply.headers,
      },
    }
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    if (error instanceof NotSimulated) {
      simulation.requests.notSimulated(
        `${request.method} /${request.version}${request.target}: ${error.what}`,
      )
    }
    return errorReply(error, simulation.clock.now(), ids)
  }
}

export function errorReply(error: GraphError, now: Date, ids: RequestIds): GraphReply {
  return {
    status: error.status,
    headers: {
      ...headersOf(ids),
      'content-type': 'application/json',
      ...costHeader(1),
      ...error.extras.headers,
    },
    body: errorEnvelope(error, now, ids),
  }
}

export function requestIdsOf({ headers }: Pick<GraphRequest, 'headers'>): RequestIds {
  const requestId = randomUUID()
  return { requestId, clientRequestId: headers['client-request-id'] ?? requestId }
}

interface Found {
  readonly operation: GraphOperation
  readonly accepted: PermissionSet
  readonly params: Readonly<Record<string, string>>
}

/** @throws {GraphError} as Graph speaks of addresses and methods that it does not have. */
function findOperation({ method, version }: GraphRequest, url: URL): Found {
  const segments = url.pathname.split('/').slice(2).filter(Boolean).map(decodeURIComponent)
  const matches = patterns.flatMap((pattern) => {
    const params = match(pattern.segments, segments)
    const isHere = pattern.operation.versions?.includes(version) ?? true
    return params && isHere ? [{ ...pattern, params }] : []
  })
  const found = matches
    .filter(({ operation }) => operation.method === method)
    .toSorted((a, b) => literals(b.segments) - literals(a.segments))[0]
  if (found) return found
  if (matches.length > 0) throw new WrongMethod()
  throw new UnknownSegment(segments)
}

/** Said to callers as Graph says it; it may be that only the simulator lacks it. */
class UnknownSegment extends NotSimulated {
  override readonly status = 400
  override readonly code = 'BadRequest'

  constructor(segments: readonly string[]) {
    super('no such address')
    this.message = `Resource not found for the segment '${segments.at(-1) ?? ''}'.`
  }
}

class WrongMethod extends NotSimulated {
  override readonly status = 405
  override readonly code = 'Request_BadRequest'

  constructor() {
    super('no such method')
    this.message = 'Specified HTTP method is not allowed for the request target.'
  }
}

const patterns = everyGraphOperation.map((operation) => ({
  operation,
  accepted: operation.permissions ?? publishedPermissions(operation.method, operation.path),
  segments: operation.path.split('/').slice(1),
}))

/** The dollar sign of an option may be left out, as Graph allows. */
function without(parameters: URLSearchParams, own: readonly string[] = []): URLSearchParams {
  const kept = [...parameters].filter(([name]) => {
    const option = name.toLowerCase()
    return !own.includes(option.startsWith('$') ? option : `$${option}`)
  })
  return new URLSearchParams(kept)
}

/** `microsoft.graph.user` and `graph.user` are one; words are compared without case. */
function match(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, expected] of pattern.entries()) {
    const given = segments[at] ?? ''
    if (expected.startsWith('{')) params[expected.slice(1, -1)] = given
    else if (expected.endsWith('()')) {
      if (!namesFunction(expected, given)) return undefined
    } else if (expected.includes('{')) {
      const found = keyIn(expected, given)
      if (!found) return undefined
      Object.assign(params, found)
    } else if (fold(expected) !== fold(given)) return undefined
  }
  return params
}

/** `users(appId={id})` names an object by another key, or gives a function its parameter. */
function keyIn(expected: string, given: string): Record<string, string> | undefined {
  const [, name = '', key = '', param = ''] = /^(\w+)\((\w+)=\{(\w+)\}\)$/.exec(expected) ?? []
  const [, givenName, givenKey, value] = /^(\w+)\((\w+)='([^']*)'\)$/.exec(given) ?? []
  const isSame = fold(name) === givenName?.toLowerCase() && fold(key) === givenKey?.toLowerCase()
  return isSame && value !== undefined ? { [param]: value } : undefined
}

function fold(segment: string): string {
  return segment.toLowerCase().replace(/^microsoft\.graph\./, 'graph.')
}

/** `delta`, `delta()` and `microsoft.graph.delta()` are one (delta-query-overview.md). */
function namesFunction(expected: string, given: string): boolean {
  const bare = (name: string) =>
    fold(name)
      .replace(/^graph\./, '')
      .replace(/\(\)$/, '')
  return bare(expected) === bare(given)
}

function literals(segments: readonly string[]): number {
  return segments.filter((segment) => !segment.startsWith('{')).length
}

function headersOf({ requestId, clientRequestId }: RequestIds): Record<string, string> {
  return {
    'cache-control': 'no-cache',
    'odata-version': '4.0',
    'request-id': requestId,
    'client-request-id': clientRequestId,
    'x-ms-ags-diagnostic':
      '{"ServerInfo":{"DataCenter":"Simulator","Slice":"E","Ring":"5","ScaleUnit":"001","RoleInstance":"SIM"}}',
  }
}

function costHeader(cost: number): Record<string, string> {
  return { 'x-ms-resource-unit': String(cost) }
}

function typeOf({ body }: GraphReply): Record<string, string> {
  if (body === undefined) return {}
  if (typeof body === 'string') return { 'content-type': 'text/plain' }
  return {
    'content-type':
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  }
}
