import {
  delegatedTokenHeader,
  idempotencyHeader,
  type InputOf,
  type Operation,
  tagOf,
  urlOf,
} from '@foyer/contracts/operation'
import type { Portal } from './portal.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

/** One call of an operation of the contracts, with a token or without. */
export async function callPortal<O extends Operation>(
  { app }: Portal,
  token: string | undefined,
  operation: O,
  input: InputOf<O>,
): Promise<Answer> {
  const { key, version, delegatedToken, ...parts } = input as {
    readonly key?: string
    readonly version?: number
    readonly delegatedToken?: string
  }
  const { params, query, body } = parts as Record<string, Record<string, unknown>>
  const reply = await app.inject({
    method: operation.method,
    url: urlOf(operation, { ...(params ? { params } : {}), ...(query ? { query } : {}) }),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { [idempotencyHeader]: key }),
      ...(delegatedToken === undefined ? {} : { [delegatedTokenHeader]: delegatedToken }),
      ...(version === undefined ? {} : { 'if-match': tagOf(version) }),
    },
    ...(body ? { payload: body } : {}),
  })
  return {
    status: reply.statusCode,
    headers: reply.headers,
    body: reply.body ? reply.json<Record<string, unknown>>() : {},
  }
}
