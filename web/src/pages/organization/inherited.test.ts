import type { GroupId } from '@foyer/contracts/ids'
import type { Membership } from '@foyer/contracts/me'
import { expect, test } from 'vitest'
import { listInherited } from './inherited.ts'

function group(name: string, through: string[] = []): Membership {
  return {
    groupId: name as GroupId,
    name,
    kind: 'security',
    how: through.length > 0 ? 'group' : 'assigned',
    role: 'member',
    through,
    canLeave: through.length === 0,
  }
}

const drawings = group('Harbour Drawings')
const tender = group('Tender 2026')

test('Harbour Reviewers ends with Harbour Drawings, its only way in', () => {
  const reviewers = group('Harbour Reviewers', ['Harbour Drawings'])
  expect(listInherited([drawings], [drawings, tender, reviewers])).toEqual(['Harbour Reviewers'])
})

test('a group with a second way in stays', () => {
  const both = group('All Readers', ['Harbour Drawings', 'Tender 2026'])
  expect(listInherited([drawings], [drawings, tender, both])).toEqual([])
})

test('it ends when both ways in are left together', () => {
  const both = group('All Readers', ['Harbour Drawings', 'Tender 2026'])
  expect(listInherited([drawings, tender], [drawings, tender, both])).toEqual(['All Readers'])
})

test('a group whose way in nobody may see is not said to end', () => {
  const unseen: Membership = { ...group('Reviewers'), how: 'group' }
  expect(listInherited([drawings], [drawings, unseen])).toEqual([])
})
