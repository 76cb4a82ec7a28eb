/** Who ends the access of so many guests in a day has somebody else look at the next. */
export const mostEndingsADay = 10

/** For so long nothing is done: whoever decided sees it, and can stop it. */
const waitMinutes = 10

/** When a guest is blocked whose access was ended. */
export function blocksAfter(askedAt: Date): Date {
  return new Date(askedAt.getTime() + waitMinutes * 60_000)
}

/** What an organization's people end in a day: a twentieth of its guests, and never less than this. */
const leastOfAll = 20
const shareOfAll = 0.05

/** How many endings of one day are somebody's usual ones, however few they have ended before. */
const alwaysUsual = 4
/** So many times what somebody ended on their busiest day is not usual any more. */
const unusualTimes = 3

/** What is known of a day on which somebody ends one more access. */
export interface EndingDay {
  /** What this person has ended within a day, without what was taken back. */
  readonly endedByPerson: number
  /** The same of everybody in the organization. */
  readonly endedByAll: number
  /** The most that this person ended on one of the thirty days before. */
  readonly busiestBefore: number
  /** For how many guests they vouch; of an operator, who answers for all, how many there are. */
  readonly guestsOfPerson: number
  readonly guests: number
  /** Whether this person's day was unusual, and nobody has looked at it yet. */
  readonly isPaused: boolean
}

/** Why one more ending waits for somebody else's word. */
export type EndingHold = 'unusual-day' | 'too-many-today' | 'organization-cap'

/**
 * Whether one more ending goes through: a stolen session must not empty an organization. Unusual is
 * more than half of those whom somebody answers for, and three times what they ever ended in a day.
 *
 * @returns undefined where it goes through.
 */
export function holdOf(day: EndingDay): EndingHold | undefined {
  const ended = day.endedByPerson + 1
  const isUnusual =
    ended > alwaysUsual &&
    ended > unusualTimes * day.busiestBefore &&
    ended > day.guestsOfPerson / 2
  if (day.isPaused || isUnusual) return 'unusual-day'
  if (ended > mostEndingsADay) return 'too-many-today'
  if (day.endedByAll >= mostOfAll(day.guests)) return 'organization-cap'
  return undefined
}

function mostOfAll(guests: number): number {
  return Math.max(leastOfAll, Math.ceil(guests * shareOfAll))
}
