import type { EndReason, Policy } from '@foyer/contracts/policy'
import { addDays, type Day } from './calendar.ts'
import type { Standing } from './standing.ts'

/** What is ahead of a guest within some days, where nothing is acted on by itself. */
export interface Forecast {
  /** Somebody is asked whether the guest is still needed. */
  readonly isAsked: boolean
  /** Guest and sponsor are told of the end. */
  readonly isReminded: boolean
  /** The last day of the access falls within. */
  readonly isEnding: boolean
}

/** What the answer of somebody puts off. */
const asked: readonly EndReason[] = ['confirmation-due', 'unused', 'no-sponsor']

/**
 * What is ahead of a guest from a day on.
 *
 * @param days how many, that day among them.
 */
export function forecastOf(
  { owner, end, others }: Standing,
  { reminderDays }: Pick<Policy, 'reminderDays'>,
  from: Day,
  days: number,
): Forecast {
  if (owner !== 'foyer' || !end) return { isAsked: false, isReminded: false, isEnding: false }
  const last = addDays(from, days - 1)
  const isWithin = (day: Day) => day >= from && day <= last
  // What was due before and nobody answered is due now.
  const isDue = (day: Day) => day <= last
  return {
    isAsked: [end, ...others].some(({ on, because }) => asked.includes(because) && isDue(on)),
    isReminded: reminderDays.some((before) => isWithin(addDays(end.on, -before))),
    isEnding: isWithin(end.on),
  }
}
