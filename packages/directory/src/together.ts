import type { Deadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import { answersIn, batchOf, largestBatch } from './graph-batch.ts'
import {
  type GraphAnswer,
  type GraphQuestion,
  type GraphTransport,
  patientHeaders,
} from './graph-transport.ts'

interface Waiting {
  readonly question: GraphQuestion
  readonly answer: (answer: GraphAnswer | Promise<GraphAnswer>) => void
}

/**
 * Sends what is read in the same moment for the same purpose as one request (Microsoft Graph, "Combine
 * multiple requests in one HTTP call using JSON batching"). Each question has the answer that it would
 * have had alone, and the same question is asked once; what befalls the whole request befalls each of
 * them.
 */
export function together(transport: GraphTransport): GraphTransport {
  // Whoever has the same deadline asks for the same purpose.
  const moments = new Map<Deadline, Waiting[]>()

  return async (question, deadline) => {
    if (question.method !== 'GET') return transport(question, deadline)
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>()
    const waiting = moments.get(deadline)
    if (waiting) waiting.push({ question, answer: resolve })
    else {
      moments.set(deadline, [{ question, answer: resolve }])
      setImmediate(() => {
        const all = moments.get(deadline) ?? []
        moments.delete(deadline)
        for (const alike of groupsOf(all)) send(alike, transport, deadline)
      })
    }
    return promise
  }
}

/** Of one version and urgency, as many as a batch takes. */
function groupsOf(waiting: readonly Waiting[]): Waiting[][] {
  const kinds = Map.groupBy(
    waiting,
    ({ question: { version, isPatient } }) => `${version ?? 'v1.0'} ${isPatient === true}`,
  )
  return [...kinds.values()].flatMap((alike) => {
    const count = Math.ceil(alike.length / largestBatch)
    return Array.from({ length: count }, (_, place) =>
      alike.slice(place * largestBatch, (place + 1) * largestBatch),
    )
  })
}

function send(alike: readonly Waiting[], transport: GraphTransport, deadline: Deadline): void {
  const [first] = alike
  if (!first) return
  const paths = [...new Set(alike.map(({ question }) => question.path))]
  if (paths.length === 1) {
    const answered = transport(first.question, deadline)
    for (const { answer } of alike) answer(answered)
    return
  }
  const { version, isPatient = false } = first.question
  const reply = transport(
    {
      method: 'POST',
      ...(version ? { version } : {}),
      path: '/$batch',
      body: batchOf(paths, isPatient ? patientHeaders : {}),
      isPatient,
    },
    deadline,
  )
  for (const { question, answer } of alike) {
    const place = paths.indexOf(question.path)
    answer(reply.then((it) => partOf(it, place)))
  }
}

function partOf(reply: GraphAnswer, place: number): GraphAnswer {
  if (reply.status !== 200) return reply
  const part = answersIn(reply)?.get(place)
  if (!part) throw new DirectoryError('directory-failed', { reason: 'batch.incomplete' })
  return part
}
