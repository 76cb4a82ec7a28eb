import type { Policy } from '@foyer/contracts/policy'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from './calendar.ts'
import { type Deadline, type GuestFacts, nextEvent, standingOf } from './standing.ts'

const day = (text: string) => text as Day

const policy: Policy = {
  timeZone: 'Europe/Berlin',
  accessDays: 180,
  longestExtensionDays: 180,
  longestTotalDays: 730,
  reminderDays: [30, 14, 7, 1],
  confirmEveryDays: null,
  unusedAfterDays: null,
  redeemWithinDays: null,
  sponsorsAtLeast: 1,
  withoutSponsorDays: null,
}

const omar: GuestFacts = {
  since: day('2026-06-01'),
  managedFrom: day('2026-01-01'),
  endOwner: 'foyer',
  endDate: undefined,
  isRedeemed: true,
  confirmedOn: undefined,
  usedOn: undefined,
  tooFewSponsorsSince: undefined,
  exceptUntil: undefined,
}

test('a guest whose end nobody has set stays as long as a new one, counted from when Foyer looks after them', () => {
  expect(standingOf(omar, policy).end).toEqual({ on: '2026-11-28', because: 'first-stay' })
  const old = { ...omar, since: day('2019-03-01') }
  expect(standingOf(old, policy).end).toEqual({ on: '2026-06-30', because: 'first-stay' })
})

test('a date that was set stands in the place of it, be it later', () => {
  const set = { ...omar, endDate: day('2027-03-31') }
  expect(standingOf(set, policy)).toEqual({
    owner: 'foyer',
    end: { on: '2027-03-31', because: 'end-date' },
    others: [],
  })
})

test.each<[string, Partial<GuestFacts>, Partial<Policy>, Deadline]>([
  [
    'nobody confirmed',
    {},
    { confirmEveryDays: 90 },
    { on: day('2026-08-30'), because: 'confirmation-due' },
  ],
  [
    'confirmed in August',
    { confirmedOn: day('2026-08-01') },
    { confirmEveryDays: 90 },
    { on: day('2026-10-30'), because: 'confirmation-due' },
  ],
  [
    'used last in July',
    { usedOn: day('2026-07-01') },
    { unusedAfterDays: 90 },
    { on: day('2026-09-29'), because: 'unused' },
  ],
  [
    'used last in July, and said to be needed in August',
    { usedOn: day('2026-07-01'), confirmedOn: day('2026-08-01') },
    { unusedAfterDays: 90 },
    { on: day('2026-10-30'), because: 'unused' },
  ],
  [
    'invited and not redeemed',
    { isRedeemed: false },
    { redeemWithinDays: 14 },
    { on: day('2026-06-15'), because: 'never-redeemed' },
  ],
  [
    'nobody vouches',
    { tooFewSponsorsSince: day('2026-07-01') },
    { withoutSponsorDays: 30 },
    { on: day('2026-07-31'), because: 'no-sponsor' },
  ],
])('%s', (_, facts, rules, end) => {
  expect(standingOf({ ...omar, ...facts }, { ...policy, ...rules }).end).toEqual(end)
})

test.each<[string, Partial<GuestFacts>, Partial<Policy>]>([
  ['no sign of use is known', { usedOn: undefined }, { unusedAfterDays: 1 }],
  [
    'the directory does not say whether they redeemed',
    { isRedeemed: undefined },
    { redeemWithinDays: 1 },
  ],
  ['enough people vouch', { tooFewSponsorsSince: undefined }, { withoutSponsorDays: 1 }],
])('%s: that ends nothing', (_, facts, rules) => {
  const { end, others } = standingOf({ ...omar, ...facts }, { ...policy, ...rules })
  expect(end?.because).toBe('first-stay')
  expect(others).toEqual([])
})

test('an exception keeps the rules from a guest until it ends, and no date that was set for them', () => {
  const excepted = { ...omar, usedOn: day('2026-07-01'), exceptUntil: day('2026-11-01') }
  const strict = { ...policy, unusedAfterDays: 30 }
  expect(standingOf(excepted, strict).end).toEqual({ on: '2026-11-01', because: 'unused' })
  const dated = { ...excepted, endDate: day('2026-08-15') }
  expect(standingOf(dated, strict).end).toEqual({ on: '2026-08-15', because: 'end-date' })
})

test('where somebody else decides, Foyer’s rules decide nothing and nothing is due', () => {
  const synced: GuestFacts = { ...omar, endOwner: 'home-sync', usedOn: day('2026-06-02') }
  const strict = { ...policy, unusedAfterDays: 1, confirmEveryDays: 1 }
  const standing = standingOf(synced, strict)
  expect(standing).toEqual({ owner: 'home-sync', end: undefined, others: [] })
  expect(nextEvent(standing, strict, day('2026-07-01'))).toBeUndefined()
  const dated = standingOf({ ...synced, endDate: day('2027-01-31') }, strict)
  expect(dated.end).toEqual({ on: '2027-01-31', because: 'decided-elsewhere' })
  expect(nextEvent(dated, strict, day('2027-01-01'))).toBeUndefined()
})

test.each([
  ['two months before', '2026-10-01', { kind: 'remind', on: '2026-10-29', daysBefore: 30 }],
  [
    'on the day of the first reminder',
    '2026-10-29',
    { kind: 'remind', on: '2026-10-29', daysBefore: 30 },
  ],
  ['the day after it', '2026-10-30', { kind: 'remind', on: '2026-11-14', daysBefore: 14 }],
  ['the day before the end', '2026-11-27', { kind: 'remind', on: '2026-11-27', daysBefore: 1 }],
  ['on the last day', '2026-11-28', { kind: 'end', on: '2026-11-28' }],
  ['when it was missed', '2026-12-24', { kind: 'end', on: '2026-11-28' }],
])('what is due next, %s', (_, today, event) => {
  expect(nextEvent(standingOf(omar, policy), policy, day(today))).toEqual(event)
})

const anyDay = fc.integer({ min: -2000, max: 2000 }).map((days) => addDays(day('2026-11-26'), days))
const maybeDay = fc.option(anyDay, { nil: undefined })
const maybeDays = fc.option(fc.integer({ min: 1, max: 365 }), { nil: null })
const anyFacts: fc.Arbitrary<GuestFacts> = fc.record({
  since: anyDay,
  managedFrom: anyDay,
  endOwner: fc.constantFrom('foyer' as const, 'home-sync' as const, 'entitlement' as const),
  endDate: maybeDay,
  isRedeemed: fc.constantFrom(true, false, undefined),
  confirmedOn: maybeDay,
  usedOn: maybeDay,
  tooFewSponsorsSince: maybeDay,
  exceptUntil: maybeDay,
})
const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  timeZone: fc.constant('UTC'),
  accessDays: fc.integer({ min: 1, max: 3650 }),
  longestExtensionDays: fc.integer({ min: 1, max: 3650 }),
  longestTotalDays: maybeDays,
  reminderDays: fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { maxLength: 10 }),
  confirmEveryDays: maybeDays,
  unusedAfterDays: maybeDays,
  redeemWithinDays: maybeDays,
  sponsorsAtLeast: fc.integer({ min: 0, max: 5 }),
  withoutSponsorDays: maybeDays,
})
const anyDeadlines = fc.array(
  fc.record({
    on: anyDay,
    because: fc.constantFrom('decided-elsewhere' as const, 'end-date' as const),
  }),
)

test('it is the same in whatever order the facts come, and the first of all deadlines', () => {
  fc.assert(
    fc.property(anyFacts, anyPolicy, anyDeadlines, (facts, rules, joined) => {
      const standing = standingOf(facts, rules, joined)
      const backwards = Object.fromEntries(Object.entries(facts).toReversed()) as typeof facts
      expect(standingOf(backwards, rules, joined.toReversed())).toEqual(standing)
      for (const { on } of standing.others) expect(on >= (standing.end?.on ?? on)).toBe(true)
    }),
  )
})

test('every guest of Foyer has an end, and to know less never brings it forward', () => {
  fc.assert(
    fc.property(anyFacts, anyPolicy, (facts, rules) => {
      const own = { ...facts, endOwner: 'foyer' as const }
      const { end } = standingOf(own, rules)
      const ignorant = standingOf({ ...own, usedOn: undefined, isRedeemed: undefined }, rules)
      expect(end).toBeDefined()
      expect((ignorant.end?.on ?? '') >= (end?.on ?? '')).toBe(true)
    }),
  )
})

test('the next event is never before today but for an end that was missed', () => {
  fc.assert(
    fc.property(anyFacts, anyPolicy, anyDay, (facts, rules, today) => {
      const standing = standingOf(facts, rules)
      const event = nextEvent(standing, rules, today)
      expect(event === undefined).toBe(facts.endOwner !== 'foyer')
      const last = standing.end?.on ?? day('')
      const isRight = event?.kind === 'remind' ? event.on >= today && event.on < last : true
      expect(isRight).toBe(true)
      expect(event?.kind === 'end' ? event.on : last).toBe(last)
    }),
  )
})
