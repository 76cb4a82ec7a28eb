import { expect, test } from 'vitest'
import { isRemovedBy, undoableUntil } from './way-back.ts'

const leftAt = new Date('2026-11-25T19:30:08Z')

test.each([
  [1, '2026-11-25T20:30:08.000Z'],
  [72, '2026-11-28T19:30:08.000Z'],
])('whoever left can take it back for %i hours', (hours, until) => {
  expect(undoableUntil(leftAt, hours)?.toISOString()).toBe(until)
})

test.each([0, -1, 73, Number.NaN, Number.POSITIVE_INFINITY])('never for %d hours', (hours) => {
  expect(undoableUntil(leftAt, hours)).toBeUndefined()
})

test.each([
  ['at that very moment', '2026-11-25T19:30:08Z', true],
  ['as the directory writes it a little later', '2026-11-25T19:30:41Z', true],
  ['an hour later, by somebody else', '2026-11-25T20:30:08Z', false],
  ['before', '2026-11-25T18:30:08Z', false],
])('who was removed %s', (_, removedAt, isSame) => {
  expect(isRemovedBy(leftAt, new Date(removedAt))).toBe(isSame)
})

test('without a date nobody knows whose removal it is', () => {
  expect(isRemovedBy(leftAt, undefined)).toBe(false)
})
