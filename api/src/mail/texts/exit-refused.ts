import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { statusButton, whyExit } from './exit-words.ts'
import { greet } from './greeting.ts'

export function exitRefused(
  i18n: I18n,
  { name, organization, reason }: ContentOf<'exit-refused'>,
): MailText {
  const values = { organization, reason }
  return {
    subject: i18n._({
      id: 'exit-refused.subject',
      message: '{organization} does not end your access',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'exit-refused.what',
        message: 'You asked {organization} to end your guest access. It said no, for this reason:',
        values,
      }),
      i18n._({ id: 'exit-refused.reason', message: '“{reason}”', values }),
      i18n._({
        id: 'exit-refused.next',
        message:
          'If you do not agree, write to {organization}, or turn to the data protection authority of your country.',
        values,
      }),
    ],
    button: statusButton(i18n),
    why: whyExit(i18n, organization),
  }
}
