import type { Need } from '@foyer/contracts/standing'
import type { EndReason, Policy } from '@foyer/contracts/policy'
import { addDays, type Day } from './calendar.ts'
import type { Deadline } from './standing.ts'

/** What the word of somebody who vouches puts off. */
const byWord: readonly EndReason[] = ['confirmation-due', 'unused']

/** The last day of which somebody should know by now: as far ahead as the earliest reminder. */
export function lookAhead({ reminderDays }: Pick<Policy, 'reminderDays'>, today: Day): Day {
  return addDays(today, Math.max(0, ...reminderDays))
}

/**
 * Why somebody who answers for a guest should look at them now.
 *
 * @param end the one true end of the guest's access.
 * @param ahead what {@link lookAhead} tells.
 * @returns undefined where nothing is to be decided yet, or somebody else decides.
 */
export function needOf(
  { endOwner, end }: { readonly endOwner: string; readonly end: Deadline | undefined },
  ahead: Day,
): Need | undefined {
  if (endOwner !== 'foyer' || !end || end.on > ahead) return undefined
  return byWord.includes(end.because) ? 'confirm' : 'ends-soon'
}
