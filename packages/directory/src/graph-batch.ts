import { Type } from 'typebox'
import { Check } from 'typebox/value'
import type { GraphAnswer } from './graph-transport.ts'

/** Microsoft Graph, "Combine multiple requests": at most twenty. */
export const largestBatch = 20

const Batch = Type.Object({ requests: Type.Array(Type.Unknown()) })

/** The id of an answer is the place of its path in what was asked. */
const BatchReply = Type.Object({
  responses: Type.Array(
    Type.Object({
      id: Type.String(),
      status: Type.Integer(),
      headers: Type.Optional(Type.Record(Type.String(), Type.String())),
      body: Type.Optional(Type.Unknown()),
    }),
  ),
})

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

/** The answers in that of a batch, by the places of what was asked; undefined where it is none. */
export function answersIn({ status, body }: GraphAnswer): Map<number, GraphAnswer> | undefined {
  if (status !== 200 || !Check(BatchReply, body)) return undefined
  return new Map(
    body.responses.map((part) => [
      Number(part.id),
      { status: part.status, headers: new Headers(part.headers), body: part.body },
    ]),
  )
}
