import { expect, test } from 'vitest'
import { blocksAfter, type EndingDay, holdOf, mostEndingsADay } from './ending.ts'

const quiet: EndingDay = {
  endedByPerson: 0,
  endedByAll: 0,
  busiestBefore: 0,
  guestsOfPerson: 100,
  guests: 1_000,
  isPaused: false,
}

test('nothing happens for ten minutes', () => {
  expect(blocksAfter(new Date('2026-11-27T23:55:00Z'))).toEqual(new Date('2026-11-28T00:05:00Z'))
})

test.each([
  ['the tenth', mostEndingsADay - 1, undefined],
  ['the eleventh', mostEndingsADay, 'too-many-today'],
  ['the twelfth', mostEndingsADay + 1, 'too-many-today'],
])('%s of somebody on one day', (_, endedByPerson, hold) => {
  expect(holdOf({ ...quiet, endedByPerson })).toBe(hold)
})

test.each([
  [1_000, 49, undefined],
  [1_000, 50, 'organization-cap'],
  [30, 19, undefined],
  [30, 20, 'organization-cap'],
])('of %i guests %i have been ended by everybody', (guests, endedByAll, hold) => {
  expect(holdOf({ ...quiet, guests, endedByAll })).toBe(hold)
})

test.each([
  ['four of six are usual for anybody', { endedByPerson: 3, guestsOfPerson: 6 }, undefined],
  ['five of six are not', { endedByPerson: 4, guestsOfPerson: 6 }, 'unusual-day'],
  ['five of ten are half, and not more', { endedByPerson: 4, guestsOfPerson: 10 }, undefined],
  ['six of ten are more', { endedByPerson: 5, guestsOfPerson: 10 }, 'unusual-day'],
  [
    'six are three times what somebody has ended before',
    { endedByPerson: 5, guestsOfPerson: 8, busiestBefore: 2 },
    undefined,
  ],
  [
    'seven are more than that',
    { endedByPerson: 6, guestsOfPerson: 8, busiestBefore: 2 },
    'unusual-day',
  ],
  ['one more of somebody who is paused', { isPaused: true }, 'unusual-day'],
])('%s', (_, day, hold) => {
  expect(holdOf({ ...quiet, ...day })).toBe(hold)
})
