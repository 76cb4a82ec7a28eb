import { type Static, Type } from 'typebox'
import type { GraphAnswer } from './graph-transport.ts'

/** One answer of a batch; its id is the place of its path in what was asked. */
const BatchAnswer = Type.Object({
  id: Type.String(),
  status: Type.Integer(),
  headers: Type.Optional(Type.Record(Type.String(), Type.String())),
  body: Type.Optional(Type.Unknown()),
})
export type BatchAnswer = Static<typeof BatchAnswer>

export const BatchReply = Type.Object({ responses: Type.Array(BatchAnswer) })

/** After Microsoft Graph, "Combine multiple requests in one HTTP call using JSON batching". */
export function batchOf(paths: readonly string[]) {
  return { requests: paths.map((url, place) => ({ id: String(place), method: 'GET', url })) }
}

export function headersOf({ headers }: GraphAnswer | BatchAnswer): Headers {
  return headers instanceof Headers ? headers : new Headers(headers)
}
