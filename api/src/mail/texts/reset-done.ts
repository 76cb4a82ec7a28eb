import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'
import { whyReset } from './reset-asked.ts'

export function resetDone(
  i18n: I18n,
  { name, organization, to, isReader }: ContentOf<'reset-done'>,
): MailText {
  const values = { organization, address: to }
  return {
    subject: i18n._({
      id: 'reset-done.subject',
      message: 'Your sign-in to {organization} was set back',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: isReader
      ? [
          i18n._({
            id: 'reset-done.reader',
            message:
              'Sign in once more with the address {address}. Microsoft will ask you what it asked when you were invited; afterwards you have everything at {organization} that you had before.',
            values,
          }),
        ]
      : [
          i18n._({
            id: 'reset-done.other',
            message:
              'From now on your access to {organization} belongs to whoever reads the address {address}. With this address you cannot sign in there any more.',
            values,
          }),
          i18n._({
            id: 'reset-done.wrong',
            message: 'If that is wrong, tell {organization} at once, by telephone if you can.',
            values,
          }),
        ],
    ...(isReader
      ? {
          button: {
            label: i18n._({ id: 'reset-done.button', message: 'Sign in anew' }),
            to: 'organization' as const,
          },
        }
      : {}),
    why: whyReset(i18n, organization),
  }
}

export function resetStopped(
  i18n: I18n,
  { name, organization }: ContentOf<'reset-stopped'>,
): MailText {
  const values = { organization }
  return {
    subject: i18n._({
      id: 'reset-stopped.subject',
      message: 'Your sign-in to {organization} stays as it is',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'reset-stopped.what',
        message: 'It was to be set back, and that was stopped. You need do nothing.',
      }),
    ],
    why: whyReset(i18n, organization),
  }
}
