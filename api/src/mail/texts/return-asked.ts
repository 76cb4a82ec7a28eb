import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay, formatMoment } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function returnAsked(
  i18n: I18n,
  {
    name,
    guest,
    organization,
    isContact,
    firstAskedAt,
    leftAt,
    restorableUntil,
  }: ContentOf<'return-asked'>,
): MailText {
  const values = {
    guest,
    organization,
    moment: formatMoment(i18n, leftAt),
    day: formatDay(i18n, restorableUntil),
  }
  return {
    subject: firstAskedAt
      ? i18n._({
          id: 'return-asked.subject-again',
          message: '{guest} still waits for an answer from {organization}',
          values,
        })
      : i18n._({
          id: 'return-asked.subject',
          message: '{guest} asks to come back to {organization}',
          values,
        }),
    greeting: greet(i18n, name),
    paragraphs: [
      ...(firstAskedAt
        ? [
            i18n._({
              id: 'return-asked.again',
              message: '{guest} asked on {askedDay}, and nobody has answered yet.',
              values: { ...values, askedDay: formatDay(i18n, firstAskedAt) },
            }),
          ]
        : []),
      isContact
        ? i18n._({
            id: 'return-asked.what-contact',
            message:
              '{guest} left {organization} on {moment} and would like to be a guest again. Nobody is known there who vouched for them, so an operator decides: on the page they see what would come back, group by group, and what was written.',
            values,
          })
        : i18n._({
            id: 'return-asked.what',
            message:
              '{guest} left {organization} on {moment} and would like to be a guest again. You decide: on the page you see what would come back, group by group, and what they wrote.',
            values,
          }),
      i18n._({
        id: 'return-asked.until',
        message:
          'The directory can bring them back until {day}. Without an answer nothing happens.',
        values,
      }),
    ],
    button: {
      label: i18n._({ id: 'return-asked.button', message: 'Look at the request' }),
      to: 'left-guests',
    },
    why: isContact
      ? i18n._({
          id: 'return-asked.why-contact',
          message:
            'This mail was sent because {organization} names this address as its contact for privacy.',
          values,
        })
      : i18n._({
          id: 'return-asked.why',
          message: 'This mail was sent because you vouched for {guest} at {organization}.',
          values,
        }),
  }
}
