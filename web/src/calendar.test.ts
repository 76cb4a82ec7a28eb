import { expect, test } from 'vitest'
import { addDays, dayOf, daysBetween } from './calendar.ts'

test.each([
  ['2026-11-22', '2026-11-22', 0],
  ['2026-11-22', '2026-11-28', 6],
  ['2026-11-22', '2026-11-21', -1],
  ['2026-12-31', '2027-01-01', 1],
  // Over the days on which clocks change, and the one that is not there every year.
  ['2027-03-27', '2027-03-29', 2],
  ['2026-10-24', '2026-10-26', 2],
  ['2028-02-28', '2028-03-01', 2],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days)
  expect(addDays(from, days)).toBe(to)
})

test('an instant falls on the day that the clock of the browser shows', () => {
  expect(dayOf(new Date(2026, 10, 22, 0, 0, 1).toISOString())).toBe('2026-11-22')
  expect(dayOf(new Date(2026, 10, 22, 23, 59, 59).toISOString())).toBe('2026-11-22')
  expect(dayOf(new Date(2027, 0, 3, 12).toISOString())).toBe('2027-01-03')
})
