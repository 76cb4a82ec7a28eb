import { setTimeout as sleep } from 'node:timers/promises'
import type { Deadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'

const mostAttempts = 4
const firstDelayMs = 150

/** An attempt that came to nothing, and what to say if no other one helps. */
export class Unanswered {
  readonly error: DirectoryError
  /** How long the other side asks us to wait. */
  readonly retryAfterMs: number | undefined

  constructor(error: DirectoryError, retryAfterMs?: number) {
    this.error = error
    this.retryAfterMs = retryAfterMs
  }
}

/**
 * Attempts the work until it is answered, at most four times, waiting as long as the other side
 * asks for and otherwise longer each time, with jitter. Gives up at once when the wait would pass
 * the deadline.
 *
 * @throws {DirectoryError} the failure of the last answer, or `directory-timeout` where there was none.
 */
export async function retry<T>(
  deadline: Deadline,
  attempt: () => Promise<T | Unanswered>,
): Promise<T> {
  let before: DirectoryError | undefined
  for (let attempts = 1; ; attempts += 1) {
    if (deadline.signal.aborted) throw before ?? new DirectoryError('directory-timeout')
    const answer = await attempt().catch((error: unknown) => {
      throw before && isTimeout(error) ? before : error
    })
    if (!(answer instanceof Unanswered)) return answer

    const waitMs = delayAfter(attempts, answer.retryAfterMs)
    if (attempts >= mostAttempts || waitMs >= deadline.remainingMs()) throw answer.error
    before = answer.error
    await sleep(waitMs)
  }
}

/** Where the time runs out while it is asked again, what was answered before says more. */
function isTimeout(error: unknown): boolean {
  return error instanceof DirectoryError && error.code === 'directory-timeout'
}

/** A wait that was asked for is never shortened: requests before its end count against us. */
function delayAfter(attempts: number, retryAfterMs: number | undefined): number {
  const backOffMs = firstDelayMs * 2 ** (attempts - 1)
  return retryAfterMs === undefined
    ? backOffMs * (0.5 + Math.random())
    : retryAfterMs + Math.random() * firstDelayMs
}

/**
 * A Retry-After in milliseconds: seconds, which Graph also sends with decimals ("2.128"), or a date
 * (RFC 9110, 10.2.3). Undefined where there is none that can be read.
 */
export function retryAfterMs(value: string | null | undefined): number | undefined {
  if (!value) return undefined
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Math.ceil(Number(value) * 1000)
  // JavaScript takes much for a date: "-1" is one of 2001.
  const date = /^[A-Za-z]{3},/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}
