import { expect, test } from 'vitest'
import { changedRules, inOrder, isPossible, proposedPolicy } from './policy.ts'

test('what Foyer proposes is possible, and in order', () => {
  expect(isPossible(proposedPolicy)).toBe(true)
  expect(inOrder(proposedPolicy)).toEqual(proposedPolicy)
})

test.each([
  ['exactly as long at first as in all', { accessDays: 730 }, true],
  ['a day longer', { accessDays: 731 }, false],
  ['without a whole', { accessDays: 3650, longestTotalDays: null }, true],
  ['told on the first day', { accessDays: 31 }, true],
  ['told before it', { accessDays: 30 }, false],
  ['told never', { accessDays: 1, reminderDays: [] }, true],
  ['an offset for a place', { timeZone: '+02:00' }, false],
])('%s', (_, rules, expected) => {
  expect(isPossible({ ...proposedPolicy, ...rules })).toBe(expected)
})

test('a rule that was taken out of force is one that changed, and the order of reminders is none', () => {
  const after = inOrder({ ...proposedPolicy, unusedAfterDays: null, reminderDays: [1, 7, 14, 30] })
  expect(changedRules(proposedPolicy, after)).toEqual(['unusedAfterDays'])
})
