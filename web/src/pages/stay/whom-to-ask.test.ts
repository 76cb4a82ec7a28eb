import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Me } from '@foyer/contracts/me'
import { type MessageDescriptor, setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { tellWaiting, tellWhoIsAsked, tellWhomToAsk } from './whom-to-ask.ts'

const i18n = setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })
const contoso = { organizationId: 'c' as OrganizationId, slug: 'contoso', name: 'Contoso' }
const sam = { kind: 'person', name: 'Sam Okafor', mail: 'sam@contoso.com' } as const
const noor = { kind: 'person', name: 'Noor Rahman', mail: 'noor@contoso.com' } as const
const desk = { kind: 'group', name: 'Guest Desk', mail: 'desk@contoso.com' } as const
const days = { askedDay: '20 November 2026', day: '31 March 2027' }

const say = (words: MessageDescriptor) => i18n._(words)

function grace(parts: Partial<Me>): Me {
  return {
    organization: contoso,
    personId: 'p' as PersonId,
    kind: 'guest',
    name: 'Grace Adeyemi',
    signsInWith: 'work-account',
    sponsors: [],
    ...parts,
  }
}

test('Sam alone is asked, and decides', () => {
  const me = grace({ sponsors: [sam, desk] })
  expect(say(tellWhoIsAsked(i18n, me))).toBe('Sam Okafor gets a mail with it, and decides.')
  expect(say(tellWaiting(i18n, me, days))).toBe(
    'You asked on 20 November 2026 to stay until 31 March 2027. Sam Okafor decides.',
  )
})

test('of two, one decides', () => {
  const me = grace({ sponsors: [sam, noor] })
  expect(say(tellWhoIsAsked(i18n, me))).toBe(
    'Sam Okafor and Noor Rahman get a mail with it, and one of them decides.',
  )
  expect(say(tellWaiting(i18n, me, days))).toContain(
    'One of them decides: Sam Okafor and Noor Rahman.',
  )
})

test('where nobody vouches, the contact gets the mail and an operator decides', () => {
  const me = grace({ organization: { ...contoso, privacyContact: 'privacy@contoso.com' } })
  expect(say(tellWhoIsAsked(i18n, me))).toContain('privacy@contoso.com gets a mail with it')
  expect(say(tellWaiting(i18n, me, days))).toContain('An operator of Contoso decides.')
  expect(say(tellWhomToAsk(i18n, me))).toContain('write to privacy@contoso.com')
})

test('where nobody can be written to, that is said', () => {
  const me = grace({ sponsors: [{ kind: 'person', name: 'Sam Okafor' }, desk] })
  expect(say(tellWhoIsAsked(i18n, me))).toContain('so nobody gets a mail')
  expect(say(tellWhomToAsk(i18n, me))).toContain('ask the person who invited you to Contoso')
})
