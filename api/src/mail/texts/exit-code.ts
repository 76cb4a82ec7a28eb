import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { notMeButton, whyExit } from './exit-words.ts'
import { greet } from './greeting.ts'

export function exitCode(
  i18n: I18n,
  { name, organization, code, minutes }: ContentOf<'exit-code'>,
): MailText {
  const values = { organization, code, minutes }
  return {
    subject: i18n._({
      id: 'exit-code.subject',
      message: 'Your code, to ask {organization} to end your access',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'exit-code.what',
        message:
          'Somebody wants to ask {organization} to end the guest access of this address, and was asked for a code.',
        values,
      }),
      i18n._({ id: 'exit-code.code', message: 'The code is {code}', values }),
      i18n._({
        id: 'exit-code.how',
        message:
          'Type it into the page where you asked for it, within {minutes, plural, one {one minute} other {# minutes}}. It removes nothing: it only lets you ask. Tell it to nobody, whoever calls.',
        values,
      }),
      i18n._({
        id: 'exit-code.not-me',
        message:
          'If that was not you, nothing happens without the code. You can also close it here.',
      }),
    ],
    button: notMeButton(i18n),
    why: whyExit(i18n, organization),
  }
}
