import type { I18n } from '@lingui/core'
import type { ContentOf } from '../content.ts'
import { formatDay } from '../dates.ts'
import type { MailText } from '../text.ts'
import { greet } from './greeting.ts'

type Moves = ContentOf<'guest-moves'>
type Values = Readonly<Record<'organization' | 'by' | 'newAddress' | 'day' | 'removalDay', string>>
type Say = (i18n: I18n, values: Values) => string

const subjects: Record<Moves['outcome'], Say> = {
  begun: (i18n, values) =>
    i18n._({
      id: 'guest-moves.begun.subject',
      message: 'Is {newAddress} your new address at {organization}?',
      values,
    }),
  redeemed: (i18n, values) =>
    i18n._({
      id: 'guest-moves.redeemed.subject',
      message: 'Another account takes the place of yours at {organization}',
      values,
    }),
  blocked: (i18n, values) =>
    i18n._({
      id: 'guest-moves.blocked.subject',
      message: 'This account at {organization} is blocked: {newAddress} has taken its place',
      values,
    }),
  removed: (i18n, values) =>
    i18n._({
      id: 'guest-moves.removed.subject',
      message: 'Your old account at {organization} was removed',
      values,
    }),
  lapsed: (i18n, values) =>
    i18n._({
      id: 'guest-moves.lapsed.subject',
      message: 'Your account at {organization} stays as it was',
      values,
    }),
  stopped: (i18n, values) =>
    i18n._({
      id: 'guest-moves.stopped.subject',
      message: 'Your account at {organization} does not move',
      values,
    }),
}

const paragraphs: Record<Moves['outcome'], readonly Say[]> = {
  begun: [
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.begun',
        message:
          '{by} says that you have another address now, and has invited {newAddress} to {organization} in the place of your account.',
        values,
      }),
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.begun.right',
        message:
          'Is that right, then do nothing here. Once the new account is in, this one is blocked, 14 days after this mail at the earliest, and removed some days later.',
        values,
      }),
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.wrong',
        message:
          'Is it not you, or not right? Stop it on the page below: this account stays as it is, and the other one gets nothing of yours.',
        values,
      }),
  ],
  redeemed: [
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.redeemed',
        message:
          'Somebody has signed in to {organization} as {newAddress}, in the place of your account, as {by} had asked.',
        values,
      }),
    (i18n, values) =>
      values.day === ''
        ? i18n._({
            id: 'guest-moves.redeemed.undated',
            message: 'This account is blocked 14 days after you were told of it.',
            values,
          })
        : i18n._({
            id: 'guest-moves.redeemed.day',
            message: 'This account is blocked on {day}, and removed some days later.',
            values,
          }),
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.wrong',
        message:
          'Is it not you, or not right? Stop it on the page below: this account stays as it is, and the other one gets nothing of yours.',
        values,
      }),
  ],
  blocked: [
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.blocked',
        message:
          'You have moved to another address, as {by} had asked: sign in to {organization} as {newAddress} from now on. This account cannot sign in there any more; what is still open ends by itself within about 90 minutes.',
        values,
      }),
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.blocked.removal',
        message:
          'It is removed on {removalDay}. Until then it can still be stopped on the page below: this account may sign in again, and the other one loses what it has of yours.',
        values,
      }),
  ],
  removed: [
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.removed',
        message:
          'You have moved to another address: {newAddress} has taken the place of this account at {organization}, as {by} had asked, and this account was removed.',
        values,
      }),
    (i18n, values) =>
      i18n._({
        id: 'access-removed.back',
        message:
          'For 30 days an administrator of {organization} can bring it back. Ask them if you need it.',
        values,
      }),
  ],
  lapsed: [
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.lapsed',
        message:
          'Nobody has come to {organization} as {newAddress} in the place of your account. Nothing of it has changed, and you need do nothing.',
        values,
      }),
  ],
  stopped: [
    (i18n, values) =>
      i18n._({
        id: 'guest-moves.stopped',
        message:
          'It was stopped that {newAddress} takes the place of your account at {organization}. Your account stays, and {by} and the operators of {organization} are told.',
        values,
      }),
  ],
}

export function guestMoves(i18n: I18n, content: Moves): MailText {
  const { name, organization, by, newAddress, outcome, blocksAt, removalAt } = content
  const day = blocksAt === undefined ? '' : formatDay(i18n, blocksAt)
  const removalDay = removalAt === undefined ? '' : formatDay(i18n, removalAt)
  const values = { organization, by, newAddress, day, removalDay }
  return {
    subject: subjects[outcome](i18n, values),
    greeting: greet(i18n, name),
    paragraphs: paragraphs[outcome].map((say) => say(i18n, values)),
    ...(['begun', 'redeemed', 'blocked'].includes(outcome)
      ? {
          button: {
            label: i18n._({ id: 'guest-moves.button', message: 'Look at it, or stop it' }),
            to: 'move' as const,
          },
        }
      : {}),
    why: i18n._({
      id: 'guest-moves.why',
      message: 'This mail was sent because you have an account as a guest of {organization}.',
      values,
    }),
  }
}
