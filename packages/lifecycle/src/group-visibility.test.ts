import { expect, test } from 'vitest'
import { visibilityOfGroups } from './group-visibility.ts'

test.each([
  ['guest', 'restricted', 'count'],
  ['internal-guest', 'restricted', 'count'],
  ['external-member', 'restricted', 'names'],
  ['guest', 'limited', 'names'],
  ['guest', 'as-members', 'names'],
] as const)('%s where guests are %s: %s', (kind, access, visibility) => {
  expect(visibilityOfGroups(kind, access)).toBe(visibility)
})
