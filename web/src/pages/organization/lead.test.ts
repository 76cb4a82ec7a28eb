import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Me } from '@foyer/contracts/me'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { composeLead } from './lead.ts'

const i18n = setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })

function lead(parts: Partial<Me>): string {
  const me: Me = {
    organization: { organizationId: 'c' as OrganizationId, slug: 'contoso', name: 'Contoso' },
    personId: 'p' as PersonId,
    kind: 'guest',
    name: 'Grace Adeyemi',
    signsInWith: 'work-account',
    sponsors: [],
    ...parts,
  }
  return composeLead(i18n, me)
    .map((sentence) => i18n._(sentence))
    .join(' ')
}

const sam = { kind: 'person', name: 'Sam Okafor' } as const
const ines = { kind: 'person', name: 'Ines Duarte' } as const

test('Grace reads since when, and on whose word', () => {
  expect(lead({ since: '2024-03-14T09:00:00Z', sponsors: [sam] })).toBe(
    'You have been a guest here since 14 March 2024. Sam Okafor vouches for you.',
  )
})

test('two sponsors vouch together', () => {
  expect(lead({ sponsors: [sam, ines] })).toBe(
    'You are a guest here. Sam Okafor and Ines Duarte vouch for you.',
  )
})

test('what the directory does not say is not said', () => {
  expect(lead({})).toBe('You are a guest here.')
})

test.each([
  ['Yuki, an external member', 'external-member', 'not a guest'],
  ['Tom, an internal guest', 'internal-guest', 'an account of Contoso itself'],
  ['Noor, a member', 'member', 'the door for its guests'],
] as const)('%s reads what applies to them', (_, kind, words) => {
  expect(lead({ kind })).toContain(words)
})
