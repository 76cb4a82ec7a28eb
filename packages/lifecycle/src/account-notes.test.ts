import { expect, test } from 'vitest'
import { type AccountFacts, notesOf } from './account-notes.ts'

const grace: AccountFacts = {
  holdsRole: false,
  isSynced: false,
  isProtected: false,
  isSyncedFromHome: false,
}

test('there is nothing to note of Grace', () => {
  expect(notesOf(grace)).toEqual([])
})

test.each([
  ['Rosa holds a role', { holdsRole: true }, ['role-held']],
  ['Emil comes by his home tenant', { isSyncedFromHome: true }, ['synced-from-home']],
  ['an account is kept elsewhere', { isSynced: true }, ['synced']],
  ['an account is protected', { isProtected: true }, ['protected']],
  ['both', { holdsRole: true, isProtected: true }, ['role-held', 'protected']],
  ['her roles cannot be read', { holdsRole: undefined }, []],
] satisfies [string, Partial<AccountFacts>, string[]][])('%s', (_, facts, notes) => {
  expect(notesOf({ ...grace, ...facts })).toEqual(notes)
})
