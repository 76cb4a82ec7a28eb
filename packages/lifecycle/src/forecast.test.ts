import { expect, test } from 'vitest'
import { type Day } from './calendar.ts'
import { forecastOf } from './forecast.ts'
import type { Deadline, Standing } from './standing.ts'

const day = (text: string) => text as Day
const today = day('2026-11-26')
const reminderDays = [30, 14, 7, 1]
const ahead = (standing: Partial<Standing>) =>
  forecastOf(
    { owner: 'foyer', end: undefined, others: [], ...standing },
    { reminderDays },
    today,
    30,
  )
const due = (on: string, because: Deadline['because'] = 'end-date'): Deadline => ({
  on: day(on),
  because,
})

test.each([
  ['today', '2026-11-26', { isEnding: true, isReminded: false }],
  ['tomorrow', '2026-11-27', { isEnding: true, isReminded: true }],
  ['on the last of the thirty days', '2026-12-25', { isEnding: true, isReminded: true }],
  ['the day after them', '2026-12-26', { isEnding: false, isReminded: true }],
  [
    'when the first word falls on the last of them',
    '2027-01-24',
    { isEnding: false, isReminded: true },
  ],
  ['a day later', '2027-01-25', { isEnding: false, isReminded: false }],
  ['yesterday', '2026-11-25', { isEnding: false, isReminded: false }],
])('access that ends %s', (_, on, expected) => {
  expect(ahead({ end: due(on) })).toEqual({ isAsked: false, ...expected })
})

test('whoever vouches is asked what an answer puts off, also of what was due before', () => {
  expect(ahead({ end: due('2026-12-25', 'confirmation-due') }).isAsked).toBe(true)
  expect(ahead({ end: due('2026-08-01', 'unused') }).isAsked).toBe(true)
  const later = { end: due('2026-12-01'), others: [due('2026-12-24', 'no-sponsor')] }
  expect(ahead(later).isAsked).toBe(true)
  expect(ahead({ end: due('2026-12-01', 'never-redeemed') }).isAsked).toBe(false)
  expect(ahead({ end: due('2026-12-26', 'unused') }).isAsked).toBe(false)
})

test('of those whose end somebody else decides, nothing is told', () => {
  expect(ahead({ owner: 'home-sync', end: due('2026-12-01') })).toEqual({
    isAsked: false,
    isReminded: false,
    isEnding: false,
  })
})
