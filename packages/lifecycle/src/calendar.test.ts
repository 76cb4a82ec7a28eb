import { expect, test } from 'vitest'
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  endOf,
  isTimeZone,
  readDay,
  weekOf,
} from './calendar.ts'

const day = (text: string) => text as Day

test.each([
  '2027-02-29',
  '2026-13-01',
  '2026-1-1',
  '',
  'today',
  '2026-11-26T00:00:00Z',
  '20261126',
])('%s is no day', (text) => expect(readDay(text)).toBeUndefined())

test('a leap day is one', () => {
  expect(readDay('2028-02-29')).toBe('2028-02-29')
})

test.each([
  ['UTC', '2026-11-26T23:59:59.999Z', '2026-11-26'],
  ['Europe/Berlin', '2026-11-26T23:00:00Z', '2026-11-27'],
  ['Pacific/Kiritimati', '2026-11-26T10:00:00Z', '2026-11-27'],
  ['America/Los_Angeles', '2026-11-27T07:59:59Z', '2026-11-26'],
])('in %s, %s is on %s', (timeZone, instant, expected) => {
  expect(dayOf(new Date(instant), timeZone)).toBe(expected)
})

test.each([
  ['UTC', '2026-12-04', '2026-12-05T00:00:00.000Z'],
  ['Europe/Berlin', '2026-12-04', '2026-12-04T23:00:00.000Z'],
  // The days on which the clocks are changed have 23 and 25 hours.
  ['Europe/Berlin', '2027-03-28', '2027-03-28T22:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00.000Z'],
  // In Beirut the clocks are changed at midnight: the 28th begins at one o'clock.
  ['Asia/Beirut', '2027-03-27', '2027-03-27T22:00:00.000Z'],
])('in %s, %s ends at %s', (timeZone, text, expected) => {
  const end = endOf(day(text), timeZone)
  expect(end.toISOString()).toBe(expected)
  expect(dayOf(new Date(end.getTime() - 1), timeZone)).toBe(text)
  expect(dayOf(end, timeZone)).toBe(addDays(day(text), 1))
})

test('days are counted over a leap day and the change of the clocks', () => {
  expect(addDays(day('2028-02-28'), 2)).toBe('2028-03-01')
  expect(addDays(day('2028-03-01'), -1)).toBe('2028-02-29')
  expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2)
  expect(daysBetween(day('2027-01-01'), day('2026-12-31'))).toBe(-1)
})

test('a time zone is a place of the database, and no offset', () => {
  for (const name of ['UTC', 'Europe/Berlin', 'Asia/Kolkata']) expect(isTimeZone(name)).toBe(true)
  for (const name of ['', 'Mars/Phobos', '+02:00', 'Europe']) expect(isTimeZone(name)).toBe(false)
})

test.each([
  ['2026-11-29', '2026-W48'],
  ['2026-11-30', '2026-W49'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
])('%s is in the week %s', (on, week) => {
  expect(weekOf(on as Day)).toBe(week)
})
