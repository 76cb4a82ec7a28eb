import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { statusButton, whyExit } from './exit-words.ts'
import { greet } from './greeting.ts'

export function exitFiled(
  i18n: I18n,
  { name, organization, opensAt, dueAt }: ContentOf<'exit-filed'>,
): MailText {
  const values = { organization, due: formatDay(i18n, dueAt) }
  return {
    subject: i18n._({
      id: 'exit-filed.subject',
      message: 'Your request to {organization} is filed',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'exit-filed.what',
        message:
          'You have asked {organization} to end your guest access. It owes you an answer by {due}.',
        values,
      }),
      opensAt === undefined
        ? i18n._({
            id: 'exit-filed.told',
            message: 'Those who vouch for you there, and its contact for privacy, have been told.',
          })
        : i18n._({
            id: 'exit-filed.waits',
            message:
              'Your account may have been used in the last 30 days. So that nobody can do this in your name, the request waits until you confirm it on your page at {organization}, signed in, or until {opens} if nobody objects.',
            values: { ...values, opens: formatDay(i18n, opensAt) },
          }),
      i18n._({
        id: 'exit-filed.keep',
        message: 'Keep this mail: its button shows how it goes, without a sign-in.',
      }),
    ],
    button: statusButton(i18n),
    why: whyExit(i18n, organization),
  }
}
