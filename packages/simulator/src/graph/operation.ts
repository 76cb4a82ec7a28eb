import type { Simulation } from '../simulation.ts'
import type { Tenant } from '../world/tenant.ts'
import type { Caller, PermissionSet } from './caller.ts'
import type { Query } from './query/options.ts'

export type Version = 'v1.0' | 'beta'

/** One request to Graph, once it is known who asks and which operation it means. */
export interface Call {
  readonly simulation: Simulation
  readonly tenant: Tenant
  readonly caller: Caller
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly body: unknown
  readonly version: Version
  /** The origin at which the caller reached Graph, for links and contexts. */
  readonly origin: string
  /** Path and query as they were asked for, for links to further pages. */
  readonly path: string
  /** Whether `ConsistencyLevel: eventual` was sent. */
  readonly isEventual: boolean
  /** Whether `Prefer: return=minimal` was sent. */
  readonly prefersMinimal: boolean
}

export interface GraphReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON, or text for `$count`. */
  readonly body?: unknown
}

/** One operation of Microsoft Graph that is simulated. */
export interface GraphOperation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** As Microsoft's documents write it; `{name}` stands for one segment. */
  readonly path: string
  /** Where it exists; both versions without it. */
  readonly versions?: readonly Version[]
  /** Only where Microsoft's table has no row for the operation, with the document that says so. */
  readonly permissions?: PermissionSet
  /** Resource units of a plain request (throttling.md). */
  readonly cost?: number
  /** Query options beyond the usual ones, which the operation reads out of the call's path. */
  readonly ownOptions?: readonly string[]
  /** The largest `$top`, where it is not the usual 999. */
  readonly largestPage?: number
  readonly answer: (call: Call) => GraphReply | Promise<GraphReply>
}

export function param({ params }: Pick<Call, 'params'>, name: string): string {
  const value = params[name]
  if (value === undefined) throw new TypeError(`The path has no parameter ${name}`)
  return value
}

/** The address of the metadata that says how to read a reply. */
export function contextOf({ origin, version }: Call, what: string): string {
  return `${origin}/${version}/$metadata#${what}`
}

export const noContent: GraphReply = { status: 204 }
