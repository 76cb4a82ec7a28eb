import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatCalendarDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { explainEnd } from './end-reason.ts'
import { greet } from './greeting.ts'

export function sponsorDigest(
  i18n: I18n,
  { name, organization, guests, more }: ContentOf<'sponsor-digest'>,
): MailText {
  const count = guests.length + more
  const values = { organization, count, more }
  return {
    subject: i18n._({
      id: 'sponsor-digest.subject',
      message:
        '{count, plural, one {One of your guests needs} other {# of your guests need}} you at {organization}',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'sponsor-digest.what',
        message:
          'You vouch for these guests of {organization}. Each needs a word from you, the most urgent first.',
        values,
      }),
      ...guests.map(({ guest, endsOn, because, isAsked }) => {
        if (endsOn === undefined || because === undefined) {
          return i18n._({
            id: 'sponsor-digest.asks',
            message: '{guest} asks to stay.',
            values: { guest },
          })
        }
        const line = {
          guest,
          day: formatCalendarDay(i18n, endsOn),
          reason: explainEnd(i18n, because),
        }
        return isAsked
          ? i18n._({
              id: 'sponsor-digest.asks-before',
              message: '{guest} asks to stay. The access ends on {day}: {reason}.',
              values: line,
            })
          : i18n._({
              id: 'sponsor-digest.ends',
              message: '{guest}: the access ends on {day}, {reason}.',
              values: line,
            })
      }),
      ...(more > 0
        ? [
            i18n._({
              id: 'sponsor-digest.more',
              message: 'And {more, plural, one {one more} other {# more}}.',
              values,
            }),
          ]
        : []),
    ],
    button: {
      label: i18n._({ id: 'sponsor-digest.button', message: 'See your guests' }),
      to: 'guests',
    },
    why: i18n._({
      id: 'sponsor-digest.why',
      message:
        'This mail is sent at most once a week, to whoever vouches for guests of {organization} who need a word.',
      values,
    }),
  }
}
