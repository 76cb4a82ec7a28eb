import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { notMeButton, whyExit } from './exit-words.ts'
import { greet } from './greeting.ts'

export function exitNotice(
  i18n: I18n,
  { name, organization, opensAt }: ContentOf<'exit-notice'>,
): MailText {
  const values = { organization }
  return {
    subject: i18n._({
      id: 'exit-notice.subject',
      message: 'Is it you who wants to end your access at {organization}?',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'exit-notice.what',
        message:
          'Somebody who reads another address of your account has asked {organization} to end your guest access.',
        values,
      }),
      opensAt === undefined
        ? i18n._({
            id: 'exit-notice.open',
            message:
              'If that was you, you need do nothing. If not, stop it here: then nothing is ended.',
          })
        : i18n._({
            id: 'exit-notice.waiting',
            message:
              'If that was you, you need do nothing. If not, stop it here before {opens}: then nothing is ended.',
            values: { opens: formatDay(i18n, opensAt) },
          }),
    ],
    button: notMeButton(i18n),
    why: whyExit(i18n, organization),
  }
}
