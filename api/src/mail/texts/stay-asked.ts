import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatCalendarDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function stayAsked(
  i18n: I18n,
  { name, guest, organization, isContact, stayUntil, endsOn, reason }: ContentOf<'stay-asked'>,
): MailText {
  const values = {
    guest,
    organization,
    reason,
    day: formatCalendarDay(i18n, stayUntil),
    end: endsOn === undefined ? '' : formatCalendarDay(i18n, endsOn),
  }
  return {
    subject: i18n._({
      id: 'stay-asked.subject',
      message: '{guest} asks to stay at {organization} until {day}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'stay-asked.what',
        message: '{guest} would like to stay a guest of {organization} until {day}.',
        values,
      }),
      i18n._({ id: 'stay-asked.reason', message: 'They write: “{reason}”', values }),
      ...(endsOn === undefined
        ? []
        : [
            i18n._({
              id: 'stay-asked.end',
              message: 'Without an answer their access ends on {end}.',
              values,
            }),
          ]),
    ],
    button: {
      label: i18n._({ id: 'stay-asked.button', message: 'Look at the request' }),
      to: 'guest',
    },
    why: isContact
      ? i18n._({
          id: 'stay-asked.why-contact',
          message:
            'This mail was sent because nobody vouches for {guest}, and {organization} names this address as its contact for privacy. An operator can answer.',
          values,
        })
      : i18n._({
          id: 'stay-asked.why',
          message: 'This mail was sent because you vouch for {guest} at {organization}.',
          values,
        }),
  }
}
