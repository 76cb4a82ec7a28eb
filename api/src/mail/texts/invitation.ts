import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatCalendarDay, formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function invited(i18n: I18n, content: ContentOf<'invitation'>): MailText {
  const { name, organization, by, sponsor, purpose, message, code } = content
  const values = {
    organization,
    by,
    sponsor,
    purpose,
    message: message ?? '',
    code,
    day: formatCalendarDay(i18n, content.accessUntil),
    end: formatDay(i18n, content.openUntil),
  }
  return {
    subject: i18n._({
      id: 'invitation.subject',
      message: '{by} invites you to be a guest of {organization}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'invitation.what',
        message:
          '{by} invites you to be a guest of {organization}, until {day}. It is for: {purpose}',
        values,
      }),
      ...(message === undefined
        ? []
        : [i18n._({ id: 'invitation.message', message: '{by} writes: “{message}”', values })]),
      i18n._({ id: 'invitation.sponsor', message: '{sponsor} vouches for you there.', values }),
      i18n._({
        id: 'invitation.check',
        message:
          'Read the invitation before you trust it: the page shows the code {code}, as this mail does, and asks for no password. If in doubt, ask {by} in a way that you know already.',
        values,
      }),
      i18n._({
        id: 'invitation.end',
        message:
          'It is open until {end}. If you do nothing, it closes by itself, and you become no guest.',
        values,
      }),
    ],
    button: {
      label: i18n._({ id: 'invitation.button', message: 'Read the invitation' }),
      to: 'invitation',
    },
    why: i18n._({
      id: 'invitation.why',
      message: 'This mail was sent because {by} has entered this address at {organization}.',
      values,
    }),
  }
}
