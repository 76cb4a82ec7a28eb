import { expect, test } from 'vitest'
import { addDays, daysBetween } from './calendar.ts'

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
