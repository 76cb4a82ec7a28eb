import { expect, test } from 'vitest'
import { countWanted, settledShare, settledTenths } from './bulk-progress.ts'

test.each([
  ['nobody is settled', { total: 20, leftOut: 0, waiting: 20 }, 20, 0],
  ['half are, and one is left out', { total: 21, leftOut: 1, waiting: 10 }, 20, 5],
  ['all but one are', { total: 1_000, leftOut: 0, waiting: 1 }, 1_000, 9],
  ['all are', { total: 20, leftOut: 3, waiting: 0 }, 17, 10],
  ['everybody is left out', { total: 3, leftOut: 3, waiting: 0 }, 0, 10],
])('%s', (_name, counts, wanted, tenths) => {
  expect(countWanted(counts)).toBe(wanted)
  expect(settledTenths(counts)).toBe(tenths)
  expect(settledShare(counts)).toBeLessThanOrEqual(1)
})
