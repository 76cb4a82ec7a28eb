import type { Policy } from '@foyer/contracts/policy'

/** The rules as they stand in their fields. */
export type Draft = Readonly<Record<keyof Policy, string>>

/** The bounds of each rule that is a number; an empty field takes those out of force that may be. */
const numbers = {
  accessDays: { least: 1, most: 3650, mayBeEmpty: false },
  longestExtensionDays: { least: 1, most: 3650, mayBeEmpty: false },
  longestTotalDays: { least: 1, most: 3650, mayBeEmpty: true },
  confirmEveryDays: { least: 1, most: 3650, mayBeEmpty: true },
  unusedAfterDays: { least: 1, most: 3650, mayBeEmpty: true },
  redeemWithinDays: { least: 1, most: 365, mayBeEmpty: true },
  sponsorsAtLeast: { least: 0, most: 5, mayBeEmpty: false },
  withoutSponsorDays: { least: 1, most: 365, mayBeEmpty: true },
} as const satisfies Partial<Record<keyof Policy, object>>
export type NumberRule = keyof typeof numbers

export function boundsOf(rule: NumberRule) {
  return numbers[rule]
}

export function draftOf(policy: Policy): Draft {
  const fields = Object.entries(policy).map(([rule, value]) => [
    rule,
    Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value),
  ])
  return Object.fromEntries(fields) as Draft
}

export function isSame(draft: Draft, before: Draft): boolean {
  return Object.entries(before).every(([rule, text]) => draft[rule as keyof Draft].trim() === text)
}

/** What was typed, as a policy, or the rules of which that cannot be made. */
export function readDraft(draft: Draft): { policy: Policy } | { wrong: readonly (keyof Policy)[] } {
  const rules = Object.keys(numbers) as NumberRule[]
  const read = rules.map((rule) => [rule, readNumber(draft[rule], rule)] as const)
  const reminderDays = readReminders(draft.reminderDays)
  const timeZone = draft.timeZone.trim()
  const wrong: (keyof Policy)[] = read.flatMap(([rule, value]) =>
    value === undefined ? [rule] : [],
  )
  if (!reminderDays) wrong.push('reminderDays')
  if (timeZone === '') wrong.push('timeZone')
  if (wrong.length > 0) return { wrong }
  return { policy: { ...Object.fromEntries(read), reminderDays, timeZone } as Policy }
}

/** @returns undefined for what is no number within the bounds. */
function readNumber(text: string, rule: NumberRule): number | null | undefined {
  const { least, most, mayBeEmpty } = numbers[rule]
  const typed = text.trim()
  if (typed === '') return mayBeEmpty ? null : undefined
  if (!/^\d{1,4}$/.test(typed)) return undefined
  const value = Number(typed)
  return value >= least && value <= most ? value : undefined
}

function readReminders(text: string): number[] | undefined {
  const typed = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((each) => (/^\d{1,3}$/.test(each) ? Number(each) : 0))
  const isGood = typed.length <= 10 && typed.every((days) => days >= 1 && days <= 365)
  const days = [...new Set(typed)].toSorted((one, other) => other - one)
  return isGood ? days : undefined
}
