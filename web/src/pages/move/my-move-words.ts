import type { MyMove } from '@foyer/contracts/move'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatDay } from '../../language/dates.ts'

interface Words {
  readonly title: MessageDescriptor
  readonly text: MessageDescriptor
}

/** What is done with an account whose guest is said to have another address. */
export function tellMyMove(i18n: I18n, move: MyMove, organization: string): Words {
  const { state, askedBy, askedAt, maskedMail, redeemedAt, blocksAt } = move
  const day = (at: string | undefined) => (at === undefined ? '' : formatDay(i18n, at))
  const values = {
    by: askedBy,
    name: organization,
    mail: maskedMail,
    askedDay: day(askedAt),
    cameDay: day(redeemedAt),
    blockDay: day(blocksAt),
  }
  switch (state) {
    case 'open':
      return {
        title: /*i18n*/ {
          id: 'move.open.title',
          message: 'Is {mail} your new address?',
          values,
        },
        text: /*i18n*/ {
          id: 'move.open',
          message:
            '{by} said so on {askedDay}, and has invited it to {name} in the place of this account. Nothing has changed yet. Once somebody comes with it, this account is blocked, 14 days after you were told at the earliest.',
          values,
        },
      }
    case 'redeemed':
      return {
        title: /*i18n*/ {
          id: 'move.redeemed.title',
          message: '{mail} takes the place of this account',
          values,
        },
        text:
          blocksAt === undefined
            ? /*i18n*/ {
                id: 'move.redeemed.undated',
                message:
                  'Somebody came to {name} with it on {cameDay}, as {by} had asked. This account is blocked 14 days after the mail about it has reached you.',
                values,
              }
            : /*i18n*/ {
                id: 'move.redeemed',
                message:
                  'Somebody came to {name} with it on {cameDay}, as {by} had asked. This account is blocked on {blockDay}, and removed some days later.',
                values,
              },
      }
    case 'ended':
      return {
        title: /*i18n*/ {
          id: 'move.ended.title',
          message: '{mail} has taken the place of this account',
          values,
        },
        text: /*i18n*/ {
          id: 'move.ended',
          message:
            'As {by} had asked, this account of {name} is blocked, and removed some days later. As long as it is not removed, it can sign in again if you stop it.',
          values,
        },
      }
    case 'stopped':
      return {
        title: /*i18n*/ { id: 'move.stopped.title', message: 'It is stopped', values },
        text: /*i18n*/ {
          id: 'move.stopped',
          message:
            'Your account at {name} stays, and {mail} has nothing of it. {by} and the operators of {name} are told.',
          values,
        },
      }
    case 'lapsed':
      return {
        title: /*i18n*/ {
          id: 'move.lapsed.title',
          message: 'Your account stays as it was',
          values,
        },
        text: /*i18n*/ {
          id: 'move.lapsed',
          message: 'Nobody came to {name} with {mail}. There is nothing to stop.',
          values,
        },
      }
  }
}

/** What the button does. */
export function tellStop({ state }: MyMove): MessageDescriptor {
  return state === 'open'
    ? /*i18n*/ {
        id: 'move.stop.open',
        message:
          'If it is right, there is nothing to do here. If it is not, stop it: the invitation is withdrawn, and this account stays as it is.',
      }
    : /*i18n*/ {
        id: 'move.stop.redeemed',
        message:
          'If it is right, there is nothing to do here. If it is not, stop it: this account stays, and the other one loses what it has got of it.',
      }
}
