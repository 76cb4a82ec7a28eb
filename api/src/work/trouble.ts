import { DirectoryError } from '@foyer/directory/directory-error'
import { StoreError } from '../store/store-error.ts'
import { GivenUp, PutOff } from './step.ts'

/** What becomes of a step that did not end. */
export type Consequence =
  | {
      readonly what: 'put-off'
      readonly because: string
      readonly waitMs: number
      readonly faults: number
    }
  | { readonly what: 'give-up'; readonly because: string }

export interface Try {
  readonly attempts: number
  readonly faults: number
  readonly ageMs: number
}

const firstPauseMs = 500
const longestPauseMs = 60_000
/** Trouble of others ends by itself or needs somebody; after a day somebody has to look. */
const longestAgeMs = 24 * 60 * 60_000
const mostFaults = 5

/**
 * Whether a step is asked again, and when. Other people's trouble is waited for, up to a day, as long
 * as they ask and else longer each time; what only somebody's setting keeps waiting has no end; a
 * fault that nobody expected is tried five times; what was refused for good is not tried again.
 *
 * @param random between 0 and 1: full jitter, so that what stopped together does not come back together.
 */
export function consequenceOf(error: unknown, tried: Try, random: number): Consequence {
  if (error instanceof GivenUp) return { what: 'give-up', because: error.because }
  const because = reasonOf(error)
  if (because === undefined) {
    const faults = tried.faults + 1
    if (faults >= mostFaults) return { what: 'give-up', because: 'fault' }
    return { what: 'put-off', because: 'fault', waitMs: pauseAfter(faults, random), faults }
  }
  const mayLast = error instanceof PutOff && error.isEndless
  if (tried.ageMs >= longestAgeMs && !mayLast) return { what: 'give-up', because }
  const waitMs = askedWaitMs(error) ?? pauseAfter(tried.attempts, random)
  return { what: 'put-off', because, waitMs, faults: tried.faults }
}

/** A code for what others are in trouble with; undefined for a fault of ours. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof PutOff) return error.because
  if (error instanceof DirectoryError) return error.code
  return error instanceof StoreError ? `store-${error.reason}` : undefined
}

/** A wait that was asked for is never shortened. */
function askedWaitMs(error: unknown): number | undefined {
  if (error instanceof PutOff) return error.waitMs
  if (!(error instanceof DirectoryError)) return undefined
  const { retryAfterSeconds } = error.facts
  return retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000
}

function pauseAfter(times: number, random: number): number {
  const ceiling = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(times, 10))
  return firstPauseMs + random * (ceiling - firstPauseMs)
}
