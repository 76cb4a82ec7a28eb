import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

export function moveNews(
  i18n: I18n,
  { name, guest, organization, outcome }: ContentOf<'move-news'>,
): MailText {
  const values = { guest, organization }
  const isStopped = outcome === 'stopped'
  return {
    subject: isStopped
      ? i18n._({
          id: 'move-news.stopped.subject',
          message: 'The move of {guest} to another address was stopped',
          values,
        })
      : i18n._({
          id: 'move-news.redeemed.subject',
          message: '{guest} has come with the new address: what follows?',
          values,
        }),
    greeting: greet(i18n, name),
    paragraphs: isStopped
      ? [
          i18n._({
            id: 'move-news.stopped',
            message:
              'The old account of {guest}, or an operator, says that it does not move. It stays, and the new one is held: it is in none of the groups of the old one.',
            values,
          }),
          i18n._({
            id: 'move-news.stopped.ask',
            message:
              'Ask {guest} in a way that you know from before. If somebody else has asked for the move, end the access of the new account.',
            values,
          }),
        ]
      : [
          i18n._({
            id: 'move-news.redeemed',
            message:
              'The new account is a guest of {organization}, in no group. Say which groups of the old one follow, and whether its end date does. Nothing follows by itself.',
            values,
          }),
          i18n._({
            id: 'move-news.redeemed.old',
            message:
              'The old account was told, and can stop it until it is removed. Foyer blocks it 14 days after it was told.',
            values,
          }),
        ],
    button: {
      label: isStopped
        ? i18n._({ id: 'move-news.stopped.button', message: 'Look at the guest' })
        : i18n._({ id: 'move-news.redeemed.button', message: 'Say what follows' }),
      to: 'guest',
    },
    why: i18n._({
      id: 'move-news.why',
      message:
        'This mail was sent because you answer for {guest} at {organization}, or have invited them.',
      values,
    }),
  }
}
