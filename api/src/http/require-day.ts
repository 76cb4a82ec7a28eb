import { type Day, readDay } from '@foyer/lifecycle/calendar'
import { ProblemError } from './problem-error.ts'

/** @throws {ProblemError} `invalid-request` for what is no day, as the 30th of February. */
export function requireDay(text: string): Day {
  const day = readDay(text)
  if (!day) throw new ProblemError('invalid-request')
  return day
}
