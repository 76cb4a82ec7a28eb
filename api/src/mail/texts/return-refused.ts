import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function returnRefused(
  i18n: I18n,
  { name, organization, hasNote }: ContentOf<'return-refused'>,
): MailText {
  const values = { organization }
  return {
    subject: i18n._({
      id: 'return-refused.subject',
      message: '{organization} does not bring you back',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'return-refused.what',
        message:
          'You asked to come back to {organization}. Whoever answered for it said no. Your leaving stays as it is.',
        values,
      }),
      ...(hasNote
        ? [
            i18n._({
              id: 'return-refused.note',
              message: 'They left you a note. It stands beside your receipt.',
            }),
          ]
        : []),
    ],
    button: {
      label: i18n._({ id: 'returned.button', message: 'Open your receipt' }),
      to: 'receipt',
    },
    why: i18n._({
      id: 'returned.why-granted',
      message:
        'This mail was sent because somebody with the address of your receipt asked for it. Write to {organization} if that was not you.',
      values,
    }),
  }
}
