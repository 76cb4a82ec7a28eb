import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function departureCode(
  i18n: I18n,
  { name, organization, code, minutes }: ContentOf<'departure-code'>,
): MailText {
  const values = { organization, code, minutes }
  return {
    subject: i18n._({
      id: 'departure-code.subject',
      message: 'Your code, to leave {organization}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'departure-code.what',
        message:
          'You are about to leave {organization}, and confirm with this code that it is you.',
        values,
      }),
      i18n._({ id: 'exit-code.code', message: 'The code is {code}', values }),
      i18n._({
        id: 'departure-code.how',
        message:
          'Type it into the page where you asked for it, within {minutes, plural, one {one minute} other {# minutes}}. Tell it to nobody, whoever calls.',
        values,
      }),
      i18n._({
        id: 'departure-code.not-me',
        message:
          'If that was not you, somebody else is signed in with your account: do not pass the code on, and sign out everywhere.',
      }),
    ],
    why: i18n._({
      id: 'departure-code.why',
      message: 'This mail was sent because somebody signed in with your account asked for it.',
    }),
  }
}
