import type { MyAccess } from '@foyer/contracts/stay'
import { expect, test } from 'vitest'
import { findAskable, findWrong, isEndNear } from './access.ts'

const grace: MyAccess = {
  today: '2026-11-22',
  endOwner: 'foyer',
  end: { on: '2027-03-31', because: 'confirmation-due' },
  reminderDays: [30, 14, 1],
  latestEnd: '2027-05-21',
}

test.each([
  ['2026-12-23', false],
  ['2026-12-22', true],
  ['2026-11-22', true],
  ['2026-11-20', true],
])('an end on %s, with people told 30 days before, is near: %s', (on, isNear) => {
  expect(isEndNear({ ...grace, end: { on, because: 'first-stay' } })).toBe(isNear)
})

test('where nobody is told before, only an end that is over is near', () => {
  const told = { ...grace, reminderDays: [] }
  expect(isEndNear({ ...told, end: { on: '2026-11-22', because: 'first-stay' } })).toBe(false)
  expect(isEndNear({ ...told, end: { on: '2026-11-21', because: 'first-stay' } })).toBe(true)
})

test('Grace can ask for the days after her end, up to what Contoso allows', () => {
  expect(findAskable(grace)).toEqual({ from: '2027-04-01', until: '2027-05-21' })
})

test('whose end is over asks from today', () => {
  const over: MyAccess = { ...grace, end: { on: '2026-10-01', because: 'unused' } }
  expect(findAskable(over)).toEqual({ from: '2026-11-22', until: '2027-05-21' })
})

test.each([
  ['another system decides', { endOwner: 'entitlement' }, 'decided-elsewhere'],
  ['Contoso has decided nothing', { latestEnd: undefined, end: undefined }, 'undecided'],
  ['she may stay as long as can be', { latestEnd: '2027-03-31' }, 'at-the-cap'],
] as const)('where %s, nobody can be asked', (_, parts, why) => {
  expect(findAskable({ ...grace, ...parts } as MyAccess)).toBe(why)
})

test.each([
  ['', 'missing'],
  ['2026-11-21', 'too-early'],
  ['2027-03-31', 'too-early'],
  ['2027-04-01', undefined],
  ['2027-05-21', undefined],
  ['2027-05-22', 'too-late'],
  ['12027-04-01', 'too-late'],
])('the day "%s" is %s', (day, wrong) => {
  expect(findWrong(day, { from: '2027-04-01', until: '2027-05-21' })).toBe(wrong)
})
