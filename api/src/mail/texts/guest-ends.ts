import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatCalendarDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { explainEnd } from './end-reason.ts'
import { greet } from './greeting.ts'

export function guestEnds(
  i18n: I18n,
  { name, guest, organization, endsOn, because, isAsked }: ContentOf<'guest-ends'>,
): MailText {
  const values = {
    guest,
    organization,
    day: formatCalendarDay(i18n, endsOn),
    reason: explainEnd(i18n, because),
  }
  return {
    subject: i18n._({
      id: 'guest-ends.subject',
      message: 'The access of {guest} to {organization} ends on {day}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'guest-ends.what',
        message:
          '{day} is the last day of the access that {guest} has to {organization}. The reason: {reason}.',
        values,
      }),
      isAsked
        ? i18n._({
            id: 'guest-ends.asked',
            message: '{guest} asks to stay, and waits for an answer.',
            values,
          })
        : i18n._({
            id: 'guest-ends.decide',
            message: 'Are they still needed? On their page you extend the access, or let it end.',
          }),
    ],
    button: {
      label: i18n._({ id: 'guest-ends.button', message: 'Decide' }),
      to: 'guest',
    },
    why: i18n._({
      id: 'stay-asked.why',
      message: 'This mail was sent because you vouch for {guest} at {organization}.',
      values,
    }),
  }
}
