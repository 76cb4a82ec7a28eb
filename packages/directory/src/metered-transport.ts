import type { OrganizationId } from '@foyer/contracts/ids'
import type { Budget } from './budget.ts'
import { DirectoryError } from './directory-error.ts'
import { answersIn, batchedIn } from './graph-batch.ts'
import type { GraphAnswer, GraphQuestion, GraphTransport } from './graph-transport.ts'
import { retryAfterMs } from './retry.ts'

/** One request as the directory counts it: those of a batch are counted one by one. */
export interface DirectoryRequest {
  readonly organizationId: OrganizationId
  /** Undefined where nothing was answered. */
  readonly status: number | undefined
  /** What it cost of the quota; undefined where the directory did not say. */
  readonly resourceUnits: number | undefined
  /** For how long the budget held it, where nobody waits for it. */
  readonly heldMs: number
}

/** Without a Retry-After, the quota's own period. */
const usualPauseMs = 10_000

/**
 * Holds questions to the budget of an organization, and tells of each that was sent (Microsoft
 * Graph, "Throttling limits": what a request cost stands on its answer, also within a batch).
 */
export function meter(
  transport: GraphTransport,
  organizationId: OrganizationId,
  budget: Budget,
  tell: (request: DirectoryRequest) => void,
): GraphTransport {
  return async (question, deadline) => {
    const charged = costOf(question)
    const isPatient = question.isPatient === true
    const heldMs = await budget.admit({ ...charged, isPatient }, deadline)
    const answer = await transport(question, deadline).catch((error: unknown) => {
      // Whoever has no token has not asked.
      if (!(error instanceof DirectoryError)) {
        tell({ organizationId, status: undefined, resourceUnits: undefined, heldMs })
      }
      throw error
    })

    let cost = 0
    const parts = answersIn(answer) ?? new Map([[0, answer]])
    for (const [place, part] of parts) {
      const resourceUnits = unitsOf(part)
      const held = place === 0 ? heldMs : 0
      tell({ organizationId, status: part.status, resourceUnits, heldMs: held })
      cost += resourceUnits ?? 1
      if (part.status !== 429) continue
      budget.pause(retryAfterMs(part.headers.get('retry-after')) ?? usualPauseMs)
    }
    budget.correct(cost - charged.resourceUnits)
    return answer
  }
}

/** How many requests an operation took so far, and what the last one was answered. */
export type TellAttempts = (attempts: number, status: number | undefined) => void

/** Counts what one operation asks, with everything that is asked again. */
export function countAttempts(transport: GraphTransport, tell: TellAttempts): GraphTransport {
  let attempts = 0
  return async (question, deadline) => {
    attempts += 1
    tell(attempts, undefined)
    const answer = await transport(question, deadline)
    tell(attempts, answer.status)
    return answer
  }
}

/** A guess, until the answer tells. */
function costOf({ method, body }: GraphQuestion) {
  const batched = batchedIn(body)
  return {
    resourceUnits: batched ?? 1,
    writes: method === 'GET' || batched !== undefined ? 0 : 1,
  }
}

function unitsOf({ headers }: GraphAnswer): number | undefined {
  const told = headers.get('x-ms-resource-unit')
  return told !== null && /^\d{1,6}$/.test(told) ? Number(told) : undefined
}

/** Tells of the id with which the directory answered each question: its own log has it too. */
export function tellRequestIds(
  transport: GraphTransport,
  tell: (requestId: string) => unknown,
): GraphTransport {
  return async (question, deadline) => {
    const answer = await transport(question, deadline)
    const id = answer.headers.get('request-id')
    if (id && /^[\w-]{1,64}$/.test(id)) tell(id)
    return answer
  }
}
