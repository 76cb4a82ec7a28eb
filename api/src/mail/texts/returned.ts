import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function returned(
  i18n: I18n,
  { name, organization, lostSponsors, lostGroups, isGranted }: ContentOf<'returned'>,
): MailText {
  const values = { organization, lostSponsors, lostGroups }
  // Whoever granted it may have left groups out.
  const isWhole = lostSponsors === 0 && lostGroups === 0 && !isGranted
  return {
    subject: i18n._({
      id: 'returned.subject',
      message: 'You are a guest at {organization} again',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      isGranted
        ? i18n._({
            id: 'returned.granted',
            message:
              'You asked to come back, and {organization} has let you. Sign in there as you did before.',
            values,
          })
        : i18n._({
            id: 'returned.what',
            message:
              'You took your leaving back, and {organization} knows you again. Sign in there as you did before.',
            values,
          }),
      ...(isWhole
        ? [
            i18n._({
              id: 'returned.whole',
              message: 'Your groups and whoever vouched for you are back too.',
            }),
          ]
        : []),
      ...(lostGroups > 0
        ? [
            i18n._({
              id: 'returned.lost-groups',
              message:
                '{lostGroups, plural, one {One group did not come back.} other {# groups did not come back.}} Ask an owner to add you again.',
              values,
            }),
          ]
        : []),
      ...(lostSponsors > 0
        ? [
            i18n._({
              id: 'returned.lost-sponsors',
              message:
                '{lostSponsors, plural, one {One of those who vouched for you is} other {# of those who vouched for you are}} not named as your sponsor any more. {organization} can name somebody again.',
              values,
            }),
          ]
        : []),
    ],
    button: {
      label: i18n._({ id: 'returned.button', message: 'Open your receipt' }),
      to: 'receipt',
    },
    why: isGranted
      ? i18n._({
          id: 'returned.why-granted',
          message:
            'This mail was sent because somebody with the address of your receipt asked for it. Write to {organization} if that was not you.',
          values,
        })
      : i18n._({
          id: 'returned.why',
          message:
            'This mail was sent because somebody with the address of your receipt took your leaving back. Write to {organization} if that was not you.',
          values,
        }),
  }
}
