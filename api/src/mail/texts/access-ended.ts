import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function accessEnded(
  i18n: I18n,
  { name, organization, by, reason, removalAt }: ContentOf<'access-ended'>,
): MailText {
  const values = { organization, by, reason, day: formatDay(i18n, removalAt) }
  return {
    subject: i18n._({
      id: 'access-ended.subject',
      message: 'Your access to {organization} has ended',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'access-ended.what',
        message:
          '{by} has ended your access to {organization}. You cannot sign in there any more; what is still open ends by itself within about 90 minutes.',
        values,
      }),
      i18n._({ id: 'access-extended.reason', message: 'The reason: “{reason}”', values }),
      i18n._({
        id: 'access-ended.removal',
        message:
          'Your account there is removed on {day}. Until then {organization} can take it back: write to {by} if it was a mistake.',
        values,
      }),
    ],
    why: i18n._({
      id: 'access-ended.why',
      message: 'This mail was sent because your access to {organization} was ended.',
      values,
    }),
  }
}

export function accessRemoved(
  i18n: I18n,
  { name, organization, by, reason }: ContentOf<'access-removed'>,
): MailText {
  const values = { organization, by, reason }
  return {
    subject: i18n._({
      id: 'access-removed.subject',
      message: 'Your account at {organization} was removed',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'access-removed.what',
        message: 'Your guest account at {organization} was removed, as {by} had decided.',
        values,
      }),
      i18n._({ id: 'access-extended.reason', message: 'The reason: “{reason}”', values }),
      i18n._({
        id: 'access-removed.back',
        message:
          'For 30 days an administrator of {organization} can bring it back. Ask them if you need it.',
        values,
      }),
    ],
    why: i18n._({
      id: 'access-ended.why',
      message: 'This mail was sent because your access to {organization} was ended.',
      values,
    }),
  }
}
