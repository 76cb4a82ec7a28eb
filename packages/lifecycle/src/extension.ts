import type { Policy } from '@foyer/contracts/policy'
import { addDays, type Day, earlierOf } from './calendar.ts'
import type { GuestFacts } from './standing.ts'

/** Why access is not extended to a day. */
export type ExtensionRefusal = 'ends-elsewhere' | 'in-the-past' | 'no-later' | 'over-the-cap'

/** The last day to which a guest's access may be extended on that day. */
export function latestEnd(
  { since }: Pick<GuestFacts, 'since'>,
  policy: Pick<Policy, 'longestExtensionDays' | 'longestTotalDays'>,
  today: Day,
): Day {
  const byExtension = addDays(today, policy.longestExtensionDays)
  return policy.longestTotalDays === null
    ? byExtension
    : earlierOf(byExtension, addDays(since, policy.longestTotalDays))
}

/**
 * Whether a guest's access may be extended to a day. Today is a day on which it may still end; to set
 * an earlier end than there is, is no extension.
 *
 * @param endsOn the end that is true now.
 * @returns why not; undefined where it may.
 */
export function extensionRefusal(
  facts: Pick<GuestFacts, 'since' | 'endOwner'>,
  policy: Policy,
  { endsOn, until, today }: { endsOn: Day | undefined; until: Day; today: Day },
): ExtensionRefusal | undefined {
  if (facts.endOwner !== 'foyer') return 'ends-elsewhere'
  if (until < today) return 'in-the-past'
  if (until > latestEnd(facts, policy, today)) return 'over-the-cap'
  return endsOn !== undefined && until <= endsOn ? 'no-later' : undefined
}
