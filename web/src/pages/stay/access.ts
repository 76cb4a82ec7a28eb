import type { MyAccess } from '@foyer/contracts/stay'
import { addDays, daysBetween } from '../../calendar.ts'

/** How many days are left after today; negative where the end is over, undefined without one. */
export function daysLeftOf({ end, today }: Pick<MyAccess, 'end' | 'today'>): number | undefined {
  return end && daysBetween(today, end.on)
}

/** Whether the end lies within the time in which people are told of it. */
export function isEndNear(access: Pick<MyAccess, 'end' | 'today' | 'reminderDays'>): boolean {
  const left = daysLeftOf(access)
  return left !== undefined && left <= Math.max(-1, ...access.reminderDays)
}

/** The days for which can be asked, from the first to the last. */
export interface Askable {
  readonly from: string
  readonly until: string
}

/** Why nobody can be asked. */
export type NotAskable = 'decided-elsewhere' | 'undecided' | 'at-the-cap'

/** For which days can be asked, or why for none. */
export function findAskable({
  endOwner,
  end,
  today,
  latestEnd,
}: Pick<MyAccess, 'endOwner' | 'end' | 'today' | 'latestEnd'>): Askable | NotAskable {
  if (endOwner !== 'foyer') return 'decided-elsewhere'
  if (latestEnd === undefined) return 'undecided'
  const next = end ? addDays(end.on, 1) : today
  const from = next < today ? today : next
  return from <= latestEnd ? { from, until: latestEnd } : 'at-the-cap'
}

/** What is wrong with a wanted day. */
export function findWrong(
  day: string,
  { from, until }: Askable,
): 'missing' | 'too-early' | 'too-late' | undefined {
  if (day === '') return 'missing'
  // Fields let a year have more than four digits.
  if (day.length > until.length || day > until) return 'too-late'
  return day < from ? 'too-early' : undefined
}
