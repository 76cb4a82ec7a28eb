import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatCalendarDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function stayRefused(
  i18n: I18n,
  { name, organization, by, reason, endsOn }: ContentOf<'stay-refused'>,
): MailText {
  const values = {
    organization,
    by,
    reason,
    end: endsOn === undefined ? '' : formatCalendarDay(i18n, endsOn),
  }
  return {
    subject: i18n._({
      id: 'stay-refused.subject',
      message: '{organization} has answered: your access is not extended',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'stay-refused.what',
        message: 'You asked to stay at {organization} longer. {by} has answered that you do not.',
        values,
      }),
      i18n._({ id: 'stay-refused.reason', message: 'They write: “{reason}”', values }),
      ...(endsOn === undefined
        ? []
        : [
            i18n._({
              id: 'stay-refused.end',
              message: 'Your access ends on {end}, as before.',
              values,
            }),
          ]),
    ],
    button: {
      label: i18n._({ id: 'access-extended.button', message: 'See your access' }),
      to: 'organization',
    },
    why: i18n._({
      id: 'stay-refused.why',
      message: 'This mail was sent because you asked {organization} to stay.',
      values,
    }),
  }
}
