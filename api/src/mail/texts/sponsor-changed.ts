import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function sponsorChanged(
  i18n: I18n,
  { name, organization, by }: ContentOf<'sponsor-changed'>,
): MailText {
  const values = { organization, by }
  return {
    subject: i18n._({
      id: 'sponsor-changed.subject',
      message: '{by} vouches for you at {organization} now',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'sponsor-changed.what',
        message: '{by} vouches for you at {organization} from now on. You need do nothing.',
        values,
      }),
      i18n._({
        id: 'sponsor-changed.ask',
        message: 'Whatever you ask about your access there, they answer.',
      }),
    ],
    button: {
      label: i18n._({ id: 'access-extended.button', message: 'See your access' }),
      to: 'organization',
    },
    why: i18n._({
      id: 'sponsor-changed.why',
      message: 'This mail was sent because you are a guest of {organization}.',
      values,
    }),
  }
}

export function guestHandedOver(
  i18n: I18n,
  { name, guest, organization, by }: ContentOf<'guest-handed-over'>,
): MailText {
  const values = { guest, organization, by }
  return {
    subject: i18n._({
      id: 'guest-handed-over.subject',
      message: '{by} vouches for {guest} now',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'guest-handed-over.what',
        message:
          '{by} has accepted to vouch for {guest} at {organization}. You vouch for them no more.',
        values,
      }),
    ],
    button: {
      label: i18n._({ id: 'guest-handed-over.button', message: 'See your guests' }),
      to: 'guests',
    },
    why: i18n._({
      id: 'guest-handed-over.why',
      message: 'This mail was sent because you vouched for {guest} at {organization}.',
      values,
    }),
  }
}

export function nobodyVouches(i18n: I18n, { organization }: ContentOf<'nobody-vouches'>): MailText {
  const values = { organization }
  return {
    subject: i18n._({
      id: 'nobody-vouches.subject',
      message: 'Guests of {organization} need somebody who vouches for them',
      values,
    }),
    greeting: greet(i18n, organization),
    paragraphs: [
      i18n._({
        id: 'nobody-vouches.what',
        message:
          'Foyer has asked everybody who could vouch for some of your guests, and nobody has accepted, or the directory did not let Foyer write it.',
      }),
      i18n._({
        id: 'nobody-vouches.next',
        message:
          'An operator can hand each of them over to a colleague. Until then nothing changes for these guests.',
      }),
    ],
    why: i18n._({
      id: 'nobody-vouches.why',
      message:
        'This mail was sent because {organization} names this address as its contact for privacy. It comes once a day at most.',
      values,
    }),
  }
}
