import { PutOff, waitsForItsTime } from './step.ts'

/** For so long at most it is not looked at: clocks of machines differ. */
const lookMs = 10 * 60_000

/**
 * Has a step wait for a time by the Clock, until which it can be taken back.
 *
 * @throws {PutOff} where it has not come.
 */
export function requireItsTime(at: Date, now: Date): void {
  const restMs = at.getTime() - now.getTime()
  if (restMs <= 0) return
  throw new PutOff(waitsForItsTime, { waitMs: Math.min(restMs, lookMs), isEndless: true })
}
