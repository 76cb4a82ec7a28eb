import { expect, test } from 'vitest'
import { datesAfterRemoval, guestsMayLeave, mayDepart, type Touchability } from './depart.ts'

const grace: Touchability = {
  isExternalGuest: true,
  isSynced: false,
  isProtected: false,
  holdsRole: false,
}

test('Grace leaves Fabrikam, which lets its guests leave', () => {
  expect(mayDepart(grace, true)).toEqual({ mayLeave: true })
})

test.each([
  ['Woodgrove Bank says no', {}, false, 'not-allowed'],
  ['the setting cannot be read', {}, undefined, 'setting-unreadable'],
  ['Tom is an internal guest', { isExternalGuest: false }, true, 'not-a-guest'],
  ['the account is synced', { isSynced: true }, true, 'synced'],
  ['nobody knows whether it is synced', { isSynced: undefined }, true, 'synced'],
  ['Rosa holds a role', { holdsRole: true }, true, 'role-held'],
  ['her roles cannot be read', { holdsRole: undefined }, true, 'roles-unreadable'],
  ['the account is protected', { isProtected: true }, true, 'protected'],
  ['nobody knows whether it is protected', { isProtected: undefined }, true, 'protected'],
] satisfies [string, Partial<Touchability>, boolean | undefined, string][])(
  'no departure where %s',
  (_, facts, guestsMayLeave, because) => {
    expect(mayDepart({ ...grace, ...facts }, guestsMayLeave)).toEqual({ mayLeave: false, because })
  },
)

test('a removed guest can be restored for 30 days and is erased within 60', () => {
  expect(datesAfterRemoval(new Date('2026-11-23T18:00:00Z'))).toEqual({
    restorableUntil: new Date('2026-12-23T18:00:00Z'),
    erasedBy: new Date('2027-01-22T18:00:00Z'),
  })
})

test.each([
  [undefined, undefined, undefined],
  [undefined, true, true],
  [undefined, false, false],
  [true, undefined, true],
  [true, true, true],
  [true, false, false],
  [false, undefined, false],
  [false, true, false],
  [false, false, false],
])('guests may leave where the directory says %s and the declaration %s: %s', (...row) => {
  const [read, declared, verdict] = row
  expect(guestsMayLeave({ read, declared })).toBe(verdict)
})
