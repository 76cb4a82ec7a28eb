import { expect, test } from 'vitest'
import { guestAccessOf, visibilityOfGroups } from './group-visibility.ts'

test.each([
  ['guest', 'restricted', 'count'],
  ['internal-guest', 'restricted', 'count'],
  ['external-member', 'restricted', 'names'],
  ['guest', 'limited', 'names'],
  ['guest', 'as-members', 'names'],
] as const)('%s where guests are %s: %s', (kind, access, visibility) => {
  expect(visibilityOfGroups(kind, access)).toBe(visibility)
})

test.each([
  ['restricted', 'as-members', 'restricted'],
  ['as-members', 'restricted', 'restricted'],
  ['limited', 'as-members', 'limited'],
  ['as-members', undefined, 'as-members'],
  [undefined, 'limited', 'limited'],
  [undefined, undefined, 'restricted'],
] as const)('the directory says %s, the organization declared %s: %s', (...row) => {
  const [read, declared, access] = row
  expect(guestAccessOf({ read, declared })).toBe(access)
})
