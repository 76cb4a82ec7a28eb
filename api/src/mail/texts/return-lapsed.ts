import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function returnLapsed(
  i18n: I18n,
  { name, organization }: ContentOf<'return-lapsed'>,
): MailText {
  const values = { organization }
  return {
    subject: i18n._({
      id: 'return-lapsed.subject',
      message: 'Nobody at {organization} has answered you',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'return-lapsed.what',
        message:
          'You asked to come back to {organization}. Nobody answered while its directory could still bring you back, so your leaving stays as it is. {organization} can only invite you anew.',
        values,
      }),
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
