import { expect, test } from 'vitest'
import { type GroupStanding, mayLeaveGroup } from './leave-group.ts'

const tender: GroupStanding = {
  isManagedByRule: false,
  isSynced: false,
  isRoleAssignable: false,
  isManagedInExchange: false,
  isMembershipHidden: false,
  isProtected: false,
  isDirectMember: true,
  isOwner: false,
  ownerCount: 1,
}

test('a guest leaves a group that somebody put them in', () => {
  expect(mayLeaveGroup(tender)).toEqual({ canLeave: true })
})

test.each([
  [{ isManagedByRule: true }, 'managed-by-rule'],
  [{ isSynced: true }, 'synced'],
  [{ isManagedInExchange: true }, 'managed-in-exchange'],
  [{ isRoleAssignable: true }, 'role-assignable'],
  [{ isProtected: true }, 'protected'],
  [{ isMembershipHidden: true }, 'membership-hidden'],
  [{ isDirectMember: false }, 'nested-only'],
  [{ isDirectMember: false, isOwner: true }, 'owner-only'],
  [{ isOwner: true, ownerCount: 1 }, 'last-owner'],
] satisfies [Partial<GroupStanding>, string][])('%o cannot be left: %s', (facts, because) => {
  expect(mayLeaveGroup({ ...tender, ...facts })).toEqual({ canLeave: false, because })
})

test('one owner among several leaves; one among an unknown number does not', () => {
  expect(mayLeaveGroup({ ...tender, isOwner: true, ownerCount: 2 }).canLeave).toBe(true)
  expect(mayLeaveGroup({ ...tender, isOwner: true, ownerCount: undefined })).toEqual({
    canLeave: false,
    because: 'last-owner',
  })
})

test('how a guest is in a group is said before what the group is', () => {
  const nestedByRule = { ...tender, isDirectMember: false, isManagedByRule: true }
  expect(mayLeaveGroup(nestedByRule)).toEqual({ canLeave: false, because: 'nested-only' })
})
