import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function successionAsked(
  i18n: I18n,
  { name, guest, organization, moveAt }: ContentOf<'succession-asked'>,
): MailText {
  const values = { guest, organization, day: formatDay(i18n, moveAt) }
  return {
    subject: i18n._({
      id: 'succession-asked.subject',
      message: 'Will you vouch for {guest} at {organization}?',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'succession-asked.what',
        message:
          'Somebody is looked for who vouches for {guest}, a guest of {organization}. You may decline, without a reason.',
        values,
      }),
      i18n._({
        id: 'succession-asked.silence',
        message: 'If you say nothing, nothing changes for you; on {day} the next one is asked too.',
        values,
      }),
    ],
    button: {
      label: i18n._({ id: 'succession-asked.button', message: 'Look at the question' }),
      to: 'asked',
    },
    why: i18n._({
      id: 'succession-asked.why',
      message:
        'This mail was sent because a colleague named you, or because you work with {guest} at {organization}.',
      values,
    }),
  }
}
