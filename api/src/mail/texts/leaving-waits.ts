import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatMoment } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function leavingWaits(
  i18n: I18n,
  { name, organization, beginsAt }: ContentOf<'leaving-waits'>,
): MailText {
  const values = { organization, moment: formatMoment(i18n, beginsAt) }
  return {
    subject: i18n._({
      id: 'leaving-waits.subject',
      message: 'You leave {organization} tomorrow, unless you take it back',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'leaving-waits.what',
        message:
          'You asked to leave {organization}, and confirmed it by a code. It is done on {moment}.',
        values,
      }),
      i18n._({
        id: 'leaving-waits.stop',
        message:
          'Until then you can take it back, and nothing is ended. Do that too if it was not you who asked.',
      }),
    ],
    button: {
      label: i18n._({ id: 'leaving-waits.button', message: 'See it, or take it back' }),
      to: 'receipt',
    },
    why: i18n._({
      id: 'departure-code.why',
      message: 'This mail was sent because somebody signed in with your account asked for it.',
    }),
  }
}
