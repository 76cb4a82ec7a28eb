import type { GroupId } from '@foyer/contracts/ids'
import { leaveRefusals } from '@foyer/contracts/leave-refusal'
import type { Membership } from '@foyer/contracts/me'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { describeKind, explainLock, explainMembership } from './membership-words.ts'

const i18n = setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })

function membership(parts: Partial<Membership>): Membership {
  return {
    groupId: '1' as GroupId,
    name: 'Harbour Drawings',
    kind: 'security',
    how: 'assigned',
    role: 'member',
    through: [],
    canLeave: parts.cannotLeaveBecause === undefined,
    ...parts,
  }
}

function why(parts: Partial<Membership>): string {
  return explainMembership(i18n, membership(parts), 'Contoso')
    .map((sentence) => i18n._(sentence))
    .join(' ')
}

function lock(parts: Partial<Membership>): string | undefined {
  const words = explainLock(i18n, membership(parts), 'Contoso')
  return words && `${i18n._(words.sentence)} ${i18n._(words.next)}`
}

test('Tender 2026 is a Microsoft 365 group that expires, and can be left', () => {
  const tender = { kind: 'microsoft-365', expiresAt: '2026-12-18T12:00:00Z' } as const
  expect(describeKind(i18n, membership(tender))).toBe(
    'Microsoft 365 group, expires 18 December 2026',
  )
  expect(lock(tender)).toBeUndefined()
})

test('Harbour Reviewers comes through Harbour Drawings and ends with it', () => {
  const nested: Partial<Membership> = {
    how: 'group',
    through: ['Harbour Drawings'],
    cannotLeaveBecause: 'nested-only',
  }
  expect(why(nested)).toBe('You are in it through Harbour Drawings.')
  expect(lock(nested)).toContain('It ends when you are no longer in Harbour Drawings.')
})

test('a group that comes through two others names both', () => {
  expect(why({ how: 'group', through: ['Harbour Drawings', 'Tender 2026'] })).toBe(
    'You are in it through Harbour Drawings and Tender 2026.',
  )
})

test('a nested group is explained where its ways in are not told', () => {
  expect(why({ how: 'group' })).toBe('You are in it through another group.')
})

test('All Partners is explained by its rule', () => {
  const byRule = { how: 'rule', cannotLeaveBecause: 'managed-by-rule' } as const
  expect(why(byRule)).toBe('A rule of Contoso adds everyone it fits, and it fits you.')
  expect(lock(byRule)).toContain('its rule would add you again')
})

test('Supplier Forum says that she owns it, and that another owner comes first', () => {
  const owned = { role: 'member-and-owner', cannotLeaveBecause: 'last-owner' } as const
  expect(why(owned)).toBe('You are in it by name. You are one of its owners.')
  expect(lock(owned)).toBe(
    'Cannot be left yet: you are its last owner. Ask Contoso to name another owner first.',
  )
})

test.each(leaveRefusals)('%s has a reason and a step that remains', (cannotLeaveBecause) => {
  expect(lock({ cannotLeaveBecause })).toMatch(/^Cannot be left[^{}]+\. [A-Z][^{}]+\.$/)
})
