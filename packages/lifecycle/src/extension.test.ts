import type { Policy } from '@foyer/contracts/policy'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from './calendar.ts'
import { extensionRefusal, latestEnd } from './extension.ts'

const day = (text: string) => text as Day
const caps = { longestExtensionDays: 180, longestTotalDays: 730 }
const policy = caps as Policy
const omar = {
  since: day('2026-06-01'),
  managedFrom: day('2024-01-01'),
  endOwner: 'foyer',
  endDate: undefined,
} as const
const today = day('2026-11-26')
const endsOn = day('2026-11-28')

test('the cap is what one extension allows, or what is left of the whole', () => {
  expect(latestEnd(omar, caps, today)).toBe('2027-05-25')
  expect(latestEnd({ ...omar, since: day('2024-12-01') }, caps, today)).toBe('2026-12-01')
  const endless = { ...caps, longestTotalDays: null }
  expect(latestEnd({ ...omar, since: day('2024-12-01') }, endless, today)).toBe('2027-05-25')
})

test('whoever was there long before Foyer may stay as long as anybody', () => {
  const old = { since: day('2019-01-01'), managedFrom: day('2026-11-26') }
  expect(latestEnd(old, caps, today)).toBe('2027-05-25')
  expect(latestEnd(old, caps, day('2028-11-01'))).toBe('2028-11-25')
})

test.each([
  ['the day of the end that is true', '2026-11-28', 'no-later'],
  ['the day after it', '2026-11-29', undefined],
  ['yesterday', '2026-11-25', 'in-the-past'],
  ['today, which is no later', '2026-11-26', 'no-later'],
  ['the day of the cap', '2027-05-25', undefined],
  ['the day after the cap', '2027-05-26', 'over-the-cap'],
])('%s', (_, until, refusal) => {
  expect(extensionRefusal(omar, policy, { endsOn, until: day(until), today })).toBe(refusal)
})

test('a date that was set behind an end that comes first is not set back', () => {
  const set = { ...omar, endDate: day('2027-03-31') }
  const refuse = (until: string) =>
    extensionRefusal(set, policy, { endsOn, until: day(until), today })
  expect(refuse('2027-03-30')).toBe('no-later')
  expect(refuse('2027-03-31')).toBeUndefined()
  expect(refuse('2027-04-01')).toBeUndefined()
})

test('a missed end can be put right, if today is still allowed', () => {
  const missed = day('2026-11-01')
  expect(extensionRefusal(omar, policy, { endsOn: missed, until: today, today })).toBeUndefined()
})

test('of an end that somebody else decides nothing is extended', () => {
  const synced = { ...omar, endOwner: 'home-sync' } as const
  expect(extensionRefusal(synced, policy, { endsOn, until: day('2027-01-01'), today })).toBe(
    'ends-elsewhere',
  )
})

test('no row of extensions leads beyond the whole stay', () => {
  const anyRow = fc.array(fc.record({ wait: fc.nat(200), by: fc.nat(400) }), { maxLength: 20 })
  fc.assert(
    fc.property(anyRow, (row) => {
      let now = omar.since
      let end: Day | undefined
      for (const { wait, by } of row) {
        now = addDays(now, wait)
        const until = addDays(now, by)
        if (!extensionRefusal(omar, policy, { endsOn: end, until, today: now })) end = until
        expect(end === undefined || end <= addDays(omar.since, 730)).toBe(true)
      }
    }),
  )
})
