import type { PersonKind } from '@foyer/contracts/me'
import { expect, test } from 'vitest'
import { losesLastOwner, mayOwn } from './last-owner.ts'

test.each([
  [true, 1, true],
  [true, 2, false],
  [false, undefined, false],
  [false, 1, false],
  // In doubt there is nobody else.
  [true, undefined, true],
  [true, 0, true],
] as const)(
  'who owns it (%s) as one of %s: it loses its last owner: %s',
  (isOwner, count, loses) => {
    expect(losesLastOwner({ isOwner, ownerCount: count })).toBe(loses)
  },
)

test.each<[PersonKind, boolean, boolean]>([
  ['member', true, true],
  ['member', false, false],
  ['external-member', true, false],
  ['internal-guest', true, false],
  ['guest', true, false],
])('%s, who can sign in (%s), may own: %s', (kind, isEnabled, may) => {
  expect(mayOwn({ kind, isEnabled })).toBe(may)
})
