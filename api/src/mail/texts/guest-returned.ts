import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function guestReturned(
  i18n: I18n,
  { name, guest, organization, isSponsorLost, keptGroups }: ContentOf<'guest-returned'>,
): MailText {
  const values = { guest, organization, keptGroups }
  return {
    subject: i18n._({
      id: 'guest-returned.subject',
      message: '{guest} is a guest at {organization} again',
      values,
    }),
    greeting: greet(i18n, name),
    paragraphs: [
      i18n._({
        id: 'guest-returned.what',
        message:
          '{guest} had left by their own will and is back: the same account, with the groups that the directory kept.',
        values,
      }),
      ...(keptGroups > 0
        ? [
            i18n._({
              id: 'guest-returned.kept-groups',
              message:
                '{keptGroups, plural, one {One group that was not wanted back could not be left out: they are in it again.} other {# groups that were not wanted back could not be left out: they are in them again.}} An owner can take them out.',
              values,
            }),
          ]
        : []),
      isSponsorLost
        ? i18n._({
            id: 'guest-returned.lost',
            message:
              'Look whether you are still named as their sponsor: not everybody who vouched for {guest} could be named again.',
            values,
          })
        : i18n._({
            id: 'guest-returned.kept',
            message: 'You vouch for {guest} as before. You need do nothing.',
            values,
          }),
    ],
    why: i18n._({
      id: 'guest-returned.why',
      message: 'This mail was sent because you vouched for {guest} before they left.',
      values,
    }),
  }
}
