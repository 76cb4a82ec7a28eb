import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import type { GraphAnswer } from './graph-transport.ts'

/** One answer of a batch; its id is the place of its path in what was asked. */
const BatchAnswer = Type.Object({
  id: Type.String(),
  status: Type.Integer(),
  headers: Type.Optional(Type.Record(Type.String(), Type.String())),
  body: Type.Optional(Type.Unknown()),
})
export type BatchAnswer = Static<typeof BatchAnswer>

const Batch = Type.Object({ requests: Type.Array(Type.Unknown()) })

export const BatchReply = Type.Object({ responses: Type.Array(BatchAnswer) })

/** After Microsoft Graph, "Combine multiple requests in one HTTP call using JSON batching". */
export function batchOf(paths: readonly string[], headers: Readonly<Record<string, string>>) {
  return {
    requests: paths.map((url, place) => ({ id: String(place), method: 'GET', url, headers })),
  }
}

/** How many requests a body holds; undefined for one that is no batch. */
export function batchedIn(body: unknown): number | undefined {
  return Check(Batch, body) ? body.requests.length : undefined
}

export function headersOf({ headers }: GraphAnswer | BatchAnswer): Headers {
  return headers instanceof Headers ? headers : new Headers(headers)
}
