import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatCalendarDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function doubtAsked(
  i18n: I18n,
  { name, organization, by, endsOn }: ContentOf<'doubt-asked'>,
): MailText {
  const values = {
    organization,
    by,
    end: endsOn === undefined ? '' : formatCalendarDay(i18n, endsOn),
  }
  return {
    subject: i18n._({
      id: 'doubt-asked.subject',
      message: 'Do you still need your access to {organization}?',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'doubt-asked.what',
        message:
          '{by} is not sure whether you still need your access to {organization}, and asks you.',
        values,
      }),
      i18n._({
        id: 'doubt-asked.how',
        message:
          'On your page you say that you need it, and why, or you leave {organization}. Your answer alone changes nothing: {by} decides with it.',
        values,
      }),
      ...(endsOn === undefined
        ? []
        : [
            i18n._({
              id: 'doubt-asked.end',
              message: 'Where nobody decides, your access ends on {end}.',
              values,
            }),
          ]),
    ],
    button: { label: i18n._({ id: 'doubt-asked.button', message: 'Answer' }), to: 'organization' },
    why: i18n._({
      id: 'doubt-asked.why',
      message: 'This mail was sent because you are a guest of {organization}.',
      values,
    }),
  }
}
