import type { Static, TObject, TSchema } from 'typebox'
import type { ProblemCode } from './problem.ts'

/**
 * Who may call an operation. `anyone` needs no token; `person` is anybody with an accepted token
 * of the organization; the handler may then ask for more, and says so with a problem code.
 */
export type Caller = 'anyone' | 'person'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One HTTP operation of Foyer, as a value that the API serves and the web calls. */
export interface Operation {
  readonly id: string
  readonly method: Method
  /** With `{name}` for a parameter, as OpenAPI 3.1 writes it. */
  readonly path: `/${string}`
  readonly caller: Caller
  readonly summary: string
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TObject
  /** In bytes, of a body that may be larger than usual. */
  readonly largestBody?: number
  /** A write that is not idempotent by nature: each call carries an `Idempotency-Key`. */
  readonly isKeyed?: true
  /**
   * What is kept in versions, each of which a reply names in its `ETag` (RFC 9110, 8.8.3): a write
   * carries in `If-Match` the version that it changes.
   */
  readonly isVersioned?: true
  /** Acts in somebody's name: each call carries the caller's own token for Microsoft Graph. */
  readonly carriesDelegatedToken?: true
  /** The one status of success, and what the reply then holds: nothing for 204. */
  readonly success:
    { readonly status: 200 | 201 | 202; readonly reply: TSchema } | { readonly status: 204 }
  /** What can go wrong here, besides what can go wrong everywhere (see `problemsOf`). */
  readonly problems: readonly ProblemCode[]
}

export type ParamsOf<O extends Operation> = O extends { params: infer S extends TSchema }
  ? Static<S>
  : undefined
export type QueryOf<O extends Operation> = O extends { query: infer S extends TSchema }
  ? Static<S>
  : undefined
export type BodyOf<O extends Operation> = O extends { body: infer S extends TSchema }
  ? Static<S>
  : undefined
export type ReplyOf<O extends Operation> = O extends { success: { reply: infer S extends TSchema } }
  ? Static<S>
  : undefined

/** What a call of the operation carries; absent parts are absent in the type too. */
export type InputOf<O extends Operation> = (O extends { params: infer S extends TSchema }
  ? { params: Static<S> }
  : object) &
  (O extends { query: infer S extends TSchema } ? { query: Static<S> } : object) &
  (O extends { body: infer S extends TSchema } ? { body: Static<S> } : object) &
  (O extends { isKeyed: true } ? { key: string } : object) &
  (O extends { carriesDelegatedToken: true } ? { delegatedToken: string } : object) &
  (O extends { isVersioned: true; method: 'PUT' } ? { version: number } : object)

/** Sent with each keyed call; the same again for the same act, and never for another one. */
export const idempotencyHeader = 'idempotency-key'

/** Carries the caller's own token for Microsoft Graph, for one call; it is kept and logged nowhere. */
export const delegatedTokenHeader = 'foyer-delegated-token'

/** Whether a call has to name the version that it changes. */
export function isConditional({ method, isVersioned }: Operation): boolean {
  return isVersioned === true && method === 'PUT'
}

/** As `ETag` and `If-Match` write a version. */
export function tagOf(version: number): string {
  return `"${version}"`
}

/** Declares an operation without losing its literal types. */
export function operation<const O extends Operation>(declared: O): O {
  return declared
}

/**
 * The path and query of one call.
 *
 * @throws {TypeError} when a parameter that the path names is missing.
 */
export function urlOf(
  { path }: Pick<Operation, 'path'>,
  input: { params?: Record<string, unknown>; query?: Record<string, unknown> },
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = input.params?.[name]
    if (typeof value !== 'string') throw new TypeError(`${path} needs the parameter ${name}`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (typeof value === 'string' || typeof value === 'number') query.set(name, String(value))
  }
  return query.size > 0 ? `${filled}?${query.toString()}` : filled
}
