import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

type News = ContentOf<'invitation-news'>
type Values = Readonly<Record<'guest' | 'organization' | 'reason', string>>

const subjects: Record<News['outcome'], (i18n: I18n, values: Values) => string> = {
  accepted: (i18n, values) =>
    i18n._({
      id: 'invitation-news.accepted.subject',
      message: '{guest} has accepted the invitation of {organization}',
      values,
    }),
  redeemed: (i18n, values) =>
    i18n._({
      id: 'invitation-news.redeemed.subject',
      message: '{guest} is a guest of {organization} now',
      values,
    }),
  held: (i18n, values) =>
    i18n._({
      id: 'invitation-news.held.subject',
      message: 'Somebody has used the invitation of {guest} with another account',
      values,
    }),
  declined: (i18n, values) =>
    i18n._({
      id: 'invitation-news.declined.subject',
      message: '{guest} has declined the invitation of {organization}',
      values,
    }),
  'not-theirs': (i18n, values) =>
    i18n._({
      id: 'invitation-news.not-theirs.subject',
      message: 'The invitation of {guest} has reached somebody else',
      values,
    }),
  expired: (i18n, values) =>
    i18n._({
      id: 'invitation-news.expired.subject',
      message: '{guest} has not answered the invitation of {organization}',
      values,
    }),
}

const sentences: Record<News['outcome'], (i18n: I18n, values: Values) => string> = {
  accepted: (i18n, values) =>
    i18n._({
      id: 'invitation-news.accepted',
      message:
        'They were led to Microsoft to sign in. Once they have come to the end there, Foyer brings them into the groups that you named.',
      values,
    }),
  redeemed: (i18n, values) =>
    i18n._({
      id: 'invitation-news.redeemed',
      message:
        'They have signed in, and are in the groups that you named, as far as you may fill them.',
      values,
    }),
  held: (i18n, values) =>
    i18n._({
      id: 'invitation-news.held',
      message:
        'It is an account of another kind than the one you invited. Foyer has brought it into no group. Ask {guest} in a way that you know already whether it was them.',
      values,
    }),
  declined: (i18n, values) =>
    i18n._({
      id: 'invitation-news.declined',
      message:
        'Nothing of them is in the directory. They can take that back for seven days, and need not.',
      values,
    }),
  'not-theirs': (i18n, values) =>
    i18n._({
      id: 'invitation-news.not-theirs',
      message:
        'Whoever reads this address says that it is not for them. Look whether the address is right.',
      values,
    }),
  expired: (i18n, values) =>
    i18n._({
      id: 'invitation-news.expired',
      message:
        'The invitation has ended, and nothing of it is in the directory. You can send it again.',
      values,
    }),
}

export function invitationNews(i18n: I18n, content: News): MailText {
  const { name, guest, organization, outcome, reason } = content
  const values = { guest, organization, reason: reason ?? '' }
  return {
    subject: subjects[outcome](i18n, values),
    greeting: greet(i18n, name),
    paragraphs: [
      sentences[outcome](i18n, values),
      ...(reason === undefined
        ? []
        : [i18n._({ id: 'invitation-news.reason', message: 'They write: “{reason}”', values })]),
    ],
    button: {
      label: i18n._({ id: 'invitation-news.button', message: 'Look at your invitations' }),
      to: 'invitations',
    },
    why: i18n._({
      id: 'invitation-news.why',
      message:
        'This mail was sent because you have invited {guest} to {organization}, or vouch for them.',
      values,
    }),
  }
}
