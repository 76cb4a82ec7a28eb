import type { GuestDetail } from '@foyer/contracts/guest'
import { addDays } from '../../calendar.ts'

/** The days to which an access can be extended. */
export interface Span {
  readonly earliest: string
  readonly latest: string
}

/** @returns undefined where somebody else decides, or no day is left. */
export function spanOf({
  today,
  end,
  latestEnd,
}: Pick<GuestDetail, 'today' | 'end' | 'latestEnd'>): Span | undefined {
  if (latestEnd === undefined) return undefined
  const later = end ? addDays(end.on, 1) : today
  const earliest = later > today ? later : today
  return earliest <= latestEnd ? { earliest, latest: latestEnd } : undefined
}

/** Why an access is not extended to what stands in the field. */
export type DayProblem = 'missing' | 'over' | 'not-later' | 'too-late'

export function findDayProblem(
  until: string,
  today: string,
  { earliest, latest }: Span,
): DayProblem | undefined {
  if (until === '') return 'missing'
  // A year of five digits is late, whatever its text says.
  if (until.length > latest.length || until > latest) return 'too-late'
  if (until < today) return 'over'
  return until < earliest ? 'not-later' : undefined
}
