import type { EndOwner } from '@foyer/contracts/standing'
import type { EndReason, Policy } from '@foyer/contracts/policy'
import { addDays, type Day, laterOf } from './calendar.ts'

/** In this order reasons are named where several fall on the same day. */
const byWeight: readonly EndReason[] = [
  'decided-elsewhere',
  'end-date',
  'never-redeemed',
  'no-sponsor',
  'confirmation-due',
  'unused',
  'first-stay',
]

/** One day on which access would end, and why. */
export interface Deadline {
  readonly on: Day
  readonly because: EndReason
}

/** What is known of a guest, in days of the organization's time zone. */
export interface GuestFacts {
  /** When they became a guest. */
  readonly since: Day
  /** From when on Foyer looks after them: what was before is nobody's omission. */
  readonly managedFrom: Day
  readonly endOwner: EndOwner
  /** The day that was set for this guest, by whoever owns the end. */
  readonly endDate: Day | undefined
  /** Whether the invitation was taken up; undefined where the directory does not say. */
  readonly isRedeemed: boolean | undefined
  /** When somebody who vouches last said that the guest is needed. */
  readonly confirmedOn: Day | undefined
  /**
   * The latest sign of use: sign-ins, visits to Foyer. Undefined where none is known, which does not
   * mean that there was none: whoever only gets mail never signs in.
   */
  readonly usedOn: Day | undefined
  /** Since when fewer vouch than the policy asks for; undefined where enough do. */
  readonly tooFewSponsorsSince: Day | undefined
  /** Until when an exception keeps the policy's rules from this guest. */
  readonly exceptUntil: Day | undefined
}

/** A guest's one true end date, and what else would end their access later. */
export interface Standing {
  readonly owner: EndOwner
  /** The first deadline; undefined where somebody else decides and has not said when. */
  readonly end: Deadline | undefined
  /** Those after it. */
  readonly others: readonly Deadline[]
}

/**
 * The end of a guest's access over all that is known: the first of their deadlines. It depends on
 * the facts and the policy alone, and not on the day on which it is asked.
 *
 * @param joined deadlines of further sources, as access packages.
 */
export function standingOf(
  facts: GuestFacts,
  policy: Policy,
  joined: readonly Deadline[] = [],
): Standing {
  const owner = facts.endOwner
  const own = owner === 'foyer' ? ownDeadlines(facts, policy) : setElsewhere(facts)
  const [end, ...others] = [...own, ...joined].toSorted(inOrder)
  return { owner, end, others }
}

function setElsewhere({ endDate }: GuestFacts): Deadline[] {
  return endDate ? [{ on: endDate, because: 'decided-elsewhere' }] : []
}

function ownDeadlines(facts: GuestFacts, policy: Policy): Deadline[] {
  const { endDate, exceptUntil } = facts
  const begin = laterOf(facts.since, facts.managedFrom)
  const last: Deadline = endDate
    ? { on: endDate, because: 'end-date' }
    : { on: addDays(begin, policy.accessDays), because: 'first-stay' }
  const rules = byRules(facts, policy, begin)
  return [
    last,
    // What somebody set for this guest holds in spite of an exception; a rule waits for its end.
    ...rules.map(({ on, because }) => ({ on: laterOf(on, exceptUntil ?? on), because })),
  ]
}

function byRules(facts: GuestFacts, policy: Policy, begin: Day): Deadline[] {
  const { confirmedOn, usedOn, tooFewSponsorsSince } = facts
  const deadlines: Deadline[] = []
  const add = (from: Day | undefined, days: number | null, because: EndReason) => {
    if (from !== undefined && days !== null) deadlines.push({ on: addDays(from, days), because })
  }
  add(laterOf(confirmedOn ?? begin, begin), policy.confirmEveryDays, 'confirmation-due')
  // Unknown is not old.
  add(usedOn && laterOf(usedOn, confirmedOn ?? begin), policy.unusedAfterDays, 'unused')
  add(facts.isRedeemed === false ? begin : undefined, policy.redeemWithinDays, 'never-redeemed')
  add(
    tooFewSponsorsSince && laterOf(tooFewSponsorsSince, begin),
    policy.withoutSponsorDays,
    'no-sponsor',
  )
  return deadlines
}

function inOrder(one: Deadline, other: Deadline): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1
  return byWeight.indexOf(one.because) - byWeight.indexOf(other.because)
}

/** What is due for a guest next, and on which day. */
export type NextEvent =
  | { readonly kind: 'remind'; readonly on: Day; readonly daysBefore: number }
  | { readonly kind: 'end'; readonly on: Day }

/**
 * The next thing that is due from a day on: the nearest reminder that has not passed, or the end. A
 * reminder that falls before that day is not made up for: it is too late to say it.
 *
 * @returns undefined where nothing is due: somebody else decides, or there is no end.
 */
export function nextEvent(
  { owner, end }: Standing,
  policy: Policy,
  today: Day,
): NextEvent | undefined {
  if (owner !== 'foyer' || !end) return undefined
  const reminders = policy.reminderDays
    .map((daysBefore) => ({
      kind: 'remind' as const,
      on: addDays(end.on, -daysBefore),
      daysBefore,
    }))
    .filter(({ on }) => on >= today)
    .toSorted((one, other) => other.daysBefore - one.daysBefore)
  return reminders[0] ?? { kind: 'end', on: end.on }
}
