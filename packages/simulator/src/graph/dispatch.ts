import { randomUUID } from 'node:crypto'
import type { Simulation } from '../simulation.ts'
import { type Caller, type PermissionSet, requireOneOf } from './caller.ts'
import { everyGraphOperation } from './every-operation.ts'
import { settleTenant } from './group-expiry.ts'
import { errorEnvelope, GraphError, NotSimulated, type RequestIds } from './graph-error.ts'
import type { GraphOperation, GraphReply, Version } from './operation.ts'
import { publishedPermissions } from './published-permissions.ts'
import { costOf, readQuery } from './query/options.ts'

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
export function dispatch(
  simulation: Simulation,
  caller: Caller,
  request: GraphRequest,
): GraphReply {
  const ids = requestIdsOf(request)
  try {
    const url = new URL(`/${request.version}${request.target}`, request.origin)
    const { operation, accepted, params } = findOperation(request, url)
    requireOneOf(caller, accepted)
    settleTenant(simulation, caller.tenant)
    const query = readQuery(url.searchParams)
    const reply = operation.answer({
      simulation,
      tenant: caller.tenant,
      caller,
      params,
      query,
      body: request.body,
      version: request.version,
      origin: request.origin,
      path: `${url.pathname}${url.search}`,
      isEventual: request.headers['consistencylevel']?.toLowerCase() === 'eventual',
    })
    const cost = costOf(operation.cost ?? 1, query)
    return {
      ...reply,
      headers: { ...headersOf(ids), ...typeOf(reply), ...costHeader(cost), ...reply.headers },
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
    headers: { ...headersOf(ids), 'content-type': 'application/json', ...costHeader(1) },
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
  if (matches.length > 0) throw new WrongMethod(method, url.pathname)
  throw new UnknownSegment(segments, `${method} ${url.pathname}`)
}

/** Said to callers as Graph says it; it may be that only the simulator lacks it. */
class UnknownSegment extends NotSimulated {
  override readonly status = 400
  override readonly code = 'BadRequest'

  constructor(segments: readonly string[], what: string) {
    super(what)
    this.message = `Resource not found for the segment '${segments.at(-1) ?? ''}'.`
  }
}

class WrongMethod extends NotSimulated {
  override readonly status = 405
  override readonly code = 'Request_BadRequest'

  constructor(method: string, path: string) {
    super(`${method} ${path}`)
    this.message = 'Specified HTTP method is not allowed for the request target.'
  }
}

const patterns = everyGraphOperation.map((operation) => ({
  operation,
  accepted: operation.permissions ?? publishedPermissions(operation.method, operation.path),
  segments: operation.path.split('/').slice(1),
}))

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
    else if (fold(expected) !== fold(given)) return undefined
  }
  return params
}

function fold(segment: string): string {
  return segment.toLowerCase().replace(/^microsoft\.graph\./, 'graph.')
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
