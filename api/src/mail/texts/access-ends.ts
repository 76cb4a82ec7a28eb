import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatCalendarDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { explainEnd } from './end-reason.ts'
import { greet } from './greeting.ts'

export function accessEnds(
  i18n: I18n,
  { name, organization, endsOn, because, isAsked }: ContentOf<'access-ends'>,
): MailText {
  const values = {
    organization,
    day: formatCalendarDay(i18n, endsOn),
    reason: explainEnd(i18n, because),
  }
  return {
    subject: i18n._({
      id: 'access-ends.subject',
      message: 'Your access to {organization} ends on {day}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'access-ends.what',
        message: '{day} is the last day of your access to {organization}. The reason: {reason}.',
        values,
      }),
      isAsked
        ? i18n._({
            id: 'access-ends.asked',
            message: 'You have asked to stay. Nobody has answered yet.',
          })
        : i18n._({
            id: 'access-ends.longer',
            message: 'You need it longer? On your page you can ask those who vouch for you.',
          }),
    ],
    button: {
      label: i18n._({ id: 'access-extended.button', message: 'See your access' }),
      to: 'organization',
    },
    why: i18n._({
      id: 'access-ends.why',
      message:
        'This mail was sent because your access to {organization} ends. You need nothing more? Then do nothing.',
      values,
    }),
  }
}
