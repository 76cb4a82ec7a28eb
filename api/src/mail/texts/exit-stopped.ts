import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { whyExit } from './exit-words.ts'
import { greet } from './greeting.ts'

export function exitStopped(
  i18n: I18n,
  { name, organization, isUnblocked }: ContentOf<'exit-stopped'>,
): MailText {
  const values = { organization }
  return {
    subject: i18n._({
      id: 'exit-stopped.subject',
      message: 'Your access at {organization} is not ended',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'exit-stopped.what',
        message:
          'The request to {organization} to end your guest access was stopped, by you or by somebody who reads a mail about it.',
        values,
      }),
      isUnblocked
        ? i18n._({
            id: 'exit-stopped.unblocked',
            message: 'Your account there was blocked for it. The block is being taken back.',
          })
        : i18n._({ id: 'exit-stopped.nothing', message: 'Nothing was ended by it.' }),
      i18n._({
        id: 'exit-stopped.next',
        message:
          'If it was you who asked, ask once more. If somebody else reads your mailbox, change its password.',
      }),
    ],
    why: whyExit(i18n, organization),
  }
}
