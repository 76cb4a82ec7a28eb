import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { notMeButton, whyExit } from './exit-words.ts'
import { greet } from './greeting.ts'

export function exitGranted(
  i18n: I18n,
  { name, organization, removalAt }: ContentOf<'exit-granted'>,
): MailText {
  const values = { organization, removal: formatDay(i18n, removalAt) }
  return {
    subject: i18n._({
      id: 'exit-granted.subject',
      message: '{organization} ends your access',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'exit-granted.what',
        message:
          'You asked {organization} to end your guest access, and it does. Your account there is blocked from now on, and removed on {removal}. What is still open ends by itself within about 90 minutes.',
        values,
      }),
      i18n._({
        id: 'exit-granted.receipt',
        message: 'When it is removed you get a receipt by mail.',
      }),
      i18n._({
        id: 'exit-granted.not-me',
        message:
          'If you did not ask for it, say so before {removal}: then the block is taken back, and nothing is removed.',
        values,
      }),
    ],
    button: notMeButton(i18n),
    why: whyExit(i18n, organization),
  }
}
