import type { Need } from '@foyer/contracts/standing'
import type { EndReason, Policy } from '@foyer/contracts/policy'
import { addDays, type Day } from './calendar.ts'
import type { Deadline } from './standing.ts'

/** What the word of somebody who vouches puts off. */
const byWord: readonly EndReason[] = ['confirmation-due', 'unused']

/**
 * Why somebody who answers for a guest should look at them now: from the earliest reminder on.
 *
 * @param end the one true end of the guest's access.
 * @returns undefined where nothing is to be decided yet, or somebody else decides.
 */
export function needOf(
  { endOwner, end }: { readonly endOwner: string; readonly end: Deadline | undefined },
  { reminderDays }: Pick<Policy, 'reminderDays'>,
  today: Day,
): Need | undefined {
  if (endOwner !== 'foyer' || !end) return undefined
  if (end.on > addDays(today, Math.max(0, ...reminderDays))) return undefined
  return byWord.includes(end.because) ? 'confirm' : 'ends-soon'
}
