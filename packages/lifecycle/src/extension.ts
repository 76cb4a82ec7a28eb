import type { Policy } from '@foyer/contracts/policy'
import { addDays, type Day, earlierOf, laterOf } from './calendar.ts'
import type { GuestFacts } from './standing.ts'

/** Why access is not extended to a day. */
export type ExtensionRefusal = 'ends-elsewhere' | 'in-the-past' | 'no-later' | 'over-the-cap'

/**
 * The last day to which a guest's access may be extended on that day. How long they may stay in all
 * counts from when Foyer looks after them: an organization that begins with guests of many years does
 * not find them all beyond its rule.
 */
export function latestEnd(
  { since, managedFrom }: Pick<GuestFacts, 'since' | 'managedFrom'>,
  policy: Pick<Policy, 'longestExtensionDays' | 'longestTotalDays'>,
  today: Day,
): Day {
  const byExtension = addDays(today, policy.longestExtensionDays)
  return policy.longestTotalDays === null
    ? byExtension
    : earlierOf(byExtension, addDays(laterOf(since, managedFrom), policy.longestTotalDays))
}

/**
 * Whether a guest's access may be extended to a day. Today is a day on which it may still end; to set
 * an earlier end than there is, is no extension.
 *
 * @param endsOn the end that is true now.
 * @returns why not; undefined where it may.
 */
export function extensionRefusal(
  facts: Pick<GuestFacts, 'since' | 'managedFrom' | 'endOwner' | 'endDate'>,
  policy: Policy,
  { endsOn, until, today }: { endsOn: Day | undefined; until: Day; today: Day },
): ExtensionRefusal | undefined {
  if (facts.endOwner !== 'foyer') return 'ends-elsewhere'
  if (until < today) return 'in-the-past'
  if (until > latestEnd(facts, policy, today)) return 'over-the-cap'
  if (endsOn !== undefined && until <= endsOn) return 'no-later'
  // The date that was set may lie behind an end that comes first: it is not set back.
  return until < (facts.endDate ?? until) ? 'no-later' : undefined
}
