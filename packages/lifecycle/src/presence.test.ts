import { expect, test } from 'vitest'
import { mayEnter, mayLeaveGroups, maySeeGroups } from './presence.ts'

test('who is here and not blocked may act', () => {
  const grace = { isEnabled: true, name: 'Grace Adeyemi' }
  expect(mayEnter(grace)).toEqual({ isAdmitted: true, person: grace })
})

test('a token outlives neither the block nor the removal of its person', () => {
  expect(mayEnter({ isEnabled: false })).toEqual({ isAdmitted: false, because: 'blocked-here' })
  expect(mayEnter(undefined)).toEqual({ isAdmitted: false, because: 'no-longer-here' })
})

test.each([
  ['guest', true, true],
  ['external-member', true, false],
  ['internal-guest', true, false],
  ['member', false, false],
] as const)('%s: sees groups %s, leaves groups %s', (kind, sees, leaves) => {
  expect([maySeeGroups(kind), mayLeaveGroups(kind)]).toEqual([sees, leaves])
})
