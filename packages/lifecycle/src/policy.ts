import type { Policy } from '@foyer/contracts/policy'
import { isTimeZone } from './calendar.ts'

/** What an operator is shown first, and changes: nothing of it is in force before they save it. */
export const proposedPolicy: Policy = {
  timeZone: 'UTC',
  accessDays: 180,
  longestExtensionDays: 180,
  longestTotalDays: 730,
  reminderDays: [30, 14, 7, 1],
  confirmEveryDays: 180,
  unusedAfterDays: 180,
  redeemWithinDays: 14,
  sponsorsAtLeast: 1,
  withoutSponsorDays: null,
}

/**
 * Whether rules that are each possible fit together: the time zone is one, nobody may stay longer at
 * first than in all, and nobody is told before the access begins.
 */
export function isPossible(policy: Policy): boolean {
  const { timeZone, accessDays, longestTotalDays, reminderDays } = policy
  return (
    isTimeZone(timeZone) &&
    (longestTotalDays === null || longestTotalDays >= accessDays) &&
    reminderDays.every((days) => days < accessDays)
  )
}

/** The same policy as it is kept: reminders from the earliest to the last. */
export function inOrder(policy: Policy): Policy {
  return { ...policy, reminderDays: policy.reminderDays.toSorted((one, other) => other - one) }
}

/** The rules in which two policies differ. */
export function changedRules(before: Policy, after: Policy): (keyof Policy)[] {
  const rules = Object.keys(after) as (keyof Policy)[]
  return rules.filter((rule) => JSON.stringify(before[rule]) !== JSON.stringify(after[rule]))
}
