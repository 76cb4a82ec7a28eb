import { expect, test } from 'vitest'
import { answersAs, isRemovedBy, mayAnswer, undoableUntil } from './way-back.ts'

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

const samId = '5a300000-0000-4000-8000-000000000001'

test.each([
  ['Sam, who vouched for Grace', 'member', false, [samId], 'sponsor'],
  ['Sam, written otherwise', 'member', false, [samId.toUpperCase()], 'sponsor'],
  ['Noor, who vouched for nobody', 'member', false, [], undefined],
  ['Ada, an operator', 'member', true, [], 'operator'],
  ['an operator who vouched for Grace', 'member', true, [samId], 'sponsor'],
  ['a guest who was named a sponsor', 'guest', false, [samId], undefined],
  ['a stranger who was named a sponsor', 'external-member', false, [samId], undefined],
] as const)('%s (%s) answers for Grace as they may', (_, kind, isOperator, sponsors, as) => {
  const insider = { personId: samId, kind, isOperator }
  expect(answersAs(insider, sponsors)).toBe(as)
  expect(mayAnswer(insider)).toBe(kind === 'member' || isOperator)
})
