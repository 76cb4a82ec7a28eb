import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { statusButton, whyExit } from './exit-words.ts'
import { greet } from './greeting.ts'

export function exitOverdue(
  i18n: I18n,
  { name, organization, dueAt }: ContentOf<'exit-overdue'>,
): MailText {
  const values = { organization, due: formatDay(i18n, dueAt) }
  return {
    subject: i18n._({
      id: 'exit-overdue.subject',
      message: '{organization} has not answered you',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'exit-overdue.what',
        message:
          'You asked {organization} to end your guest access. It owed you an answer by {due}, and nobody has given one. Those who owe it have been told once more.',
        values,
      }),
      i18n._({
        id: 'exit-overdue.next',
        message:
          'Your request still stands. You can write to {organization}, at the address that the page names, or turn to the data protection authority of your country.',
        values,
      }),
    ],
    button: statusButton(i18n),
    why: whyExit(i18n, organization),
  }
}
