import type { GuestDetail } from '@foyer/contracts/guest'
import { expect, test } from 'vitest'
import { findDayProblem, spanOf } from './extension.ts'

const today = '2026-11-22'
const latestEnd = '2027-05-21'
const endsOn = (on: string): Pick<GuestDetail, 'end'> => ({ end: { on, because: 'end-date' } })

test('an access is extended to a day after its end, and no later than the organization allows', () => {
  expect(spanOf({ today, latestEnd, ...endsOn('2026-12-31') })).toEqual({
    earliest: '2027-01-01',
    latest: latestEnd,
  })
})

test('one that has ended, or has no end, is extended from today on', () => {
  expect(spanOf({ today, latestEnd, ...endsOn('2026-11-01') })?.earliest).toBe(today)
  expect(spanOf({ today, latestEnd })?.earliest).toBe(today)
})

test('it is not extended where somebody else decides, or it lasts as long as it may', () => {
  expect(spanOf({ today, ...endsOn('2026-12-31') })).toBeUndefined()
  expect(spanOf({ today, latestEnd, ...endsOn(latestEnd) })).toBeUndefined()
  expect(spanOf({ today, latestEnd: '2026-10-01' })).toBeUndefined()
})

test.each([
  ['', 'missing'],
  ['2026-11-21', 'over'],
  ['0002-03-31', 'over'],
  ['2026-11-22', 'not-later'],
  ['2026-12-01', 'not-later'],
  ['2026-12-02', undefined],
  ['2027-05-21', undefined],
  ['2027-05-22', 'too-late'],
  ['20271-03-31', 'too-late'],
])('for %j it says %s', (until, problem) => {
  const span = { earliest: '2026-12-02', latest: latestEnd }
  expect(findDayProblem(until, today, span)).toBe(problem)
})
