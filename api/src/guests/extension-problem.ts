import type { ProblemCode } from '@foyer/contracts/problem'
import type { Day } from '@foyer/lifecycle/calendar'
import { type ExtensionRefusal, extensionRefusal } from '@foyer/lifecycle/extension'
import type { GuestFacts } from '@foyer/lifecycle/standing'
import type { InForce } from '../standing/keep-standings.ts'

/** The code with which an extension is refused, or a request for one. */
export const problemOfExtension = {
  'ends-elsewhere': 'end-decided-elsewhere',
  'in-the-past': 'end-in-the-past',
  'no-later': 'end-not-later',
  'over-the-cap': 'end-over-the-cap',
} as const satisfies Record<ExtensionRefusal, ProblemCode>

/**
 * Why a guest is not extended to a day; undefined where they may be.
 *
 * @param endsOn the end that is true now.
 */
export function findExtensionProblem(
  facts: GuestFacts,
  { kept: { policy }, today }: Pick<InForce, 'kept' | 'today'>,
  { endsOn, until }: { readonly endsOn: Day | undefined; readonly until: Day },
): (typeof problemOfExtension)[ExtensionRefusal] | undefined {
  const refusal = extensionRefusal(facts, policy, { endsOn, until, today })
  if (refusal) return problemOfExtension[refusal]
  // Its date may lie behind an end that comes first.
  return until < (facts.endDate ?? until) ? 'end-not-later' : undefined
}
