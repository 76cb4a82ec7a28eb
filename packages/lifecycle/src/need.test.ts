import { expect, test } from 'vitest'
import type { Day } from './calendar.ts'
import { lookAhead, needOf } from './need.ts'
import type { Deadline } from './standing.ts'

const today = '2028-02-28' as Day
const ahead = lookAhead({ reminderDays: [30, 7] }, today)
const endsOn = (on: string, because: Deadline['because'] = 'end-date') => ({
  endOwner: 'foyer' as const,
  end: { on: on as Day, because },
})

test.each([
  // Over the leap day: thirty days later.
  ['2028-03-29', 'ends-soon'],
  ['2028-03-30', undefined],
  ['2028-02-28', 'ends-soon'],
  ['2028-02-01', 'ends-soon'],
])('who ends on %s needs %s', (on, need) => {
  expect(needOf(endsOn(on), ahead)).toBe(need)
})

test('what a word puts off, asks for the word', () => {
  expect(needOf(endsOn('2028-03-01', 'confirmation-due'), ahead)).toBe('confirm')
  expect(needOf(endsOn('2028-03-01', 'unused'), ahead)).toBe('confirm')
  expect(needOf(endsOn('2028-03-01', 'never-redeemed'), ahead)).toBe('ends-soon')
})

test('whom nobody is told of needs nobody before the last day', () => {
  expect(needOf(endsOn('2028-02-29'), lookAhead({ reminderDays: [] }, today))).toBeUndefined()
  expect(needOf(endsOn('2028-02-28'), lookAhead({ reminderDays: [] }, today))).toBe('ends-soon')
})

test('where somebody else decides, or nothing ends, nobody is needed', () => {
  expect(needOf({ ...endsOn('2028-02-28'), endOwner: 'home-sync' }, ahead)).toBeUndefined()
  expect(needOf({ endOwner: 'foyer', end: undefined }, ahead)).toBeUndefined()
})
