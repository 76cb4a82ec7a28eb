import type { ProblemCode } from '@foyer/contracts/problem'
import type { Day } from '@foyer/lifecycle/calendar'
import { type ExtensionRefusal, extensionRefusal } from '@foyer/lifecycle/extension'
import type { GuestFacts } from '@foyer/lifecycle/standing'
import type { InForce } from '../standing/keep-standings.ts'

const problemOf = {
  'ends-elsewhere': 'end-decided-elsewhere',
  'in-the-past': 'end-in-the-past',
  'no-later': 'end-not-later',
  'over-the-cap': 'end-over-the-cap',
} as const satisfies Record<ExtensionRefusal, ProblemCode>

/**
 * The code with which an extension to a day is refused, or a request for one; undefined where it may be.
 *
 * @param endsOn the end that is true now.
 */
export function findExtensionProblem(
  facts: GuestFacts,
  { kept: { policy }, today }: Pick<InForce, 'kept' | 'today'>,
  { endsOn, until }: { readonly endsOn: Day | undefined; readonly until: Day },
): (typeof problemOf)[ExtensionRefusal] | undefined {
  const refusal = extensionRefusal(facts, policy, { endsOn, until, today })
  return refusal && problemOf[refusal]
}
