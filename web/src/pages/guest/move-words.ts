import type { Move, MoveRefusal } from '@foyer/contracts/move'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatDay } from '../../language/dates.ts'

/** How far it is that another account takes the place of an old one. */
export function tellMove(i18n: I18n, move: Move): MessageDescriptor {
  const { state, mail, askedBy, askedAt, redeemedAt, blocksAt, endedAt } = move
  const day = (at: string | undefined) => (at === undefined ? '' : formatDay(i18n, at))
  const values = {
    mail,
    by: askedBy,
    askedDay: day(askedAt),
    cameDay: day(redeemedAt),
    blockDay: day(blocksAt),
    endedDay: day(endedAt),
  }
  switch (state) {
    case 'open':
      return /*i18n*/ {
        id: 'guest.move.open-state',
        message:
          '{by} invited {mail} on {askedDay} in the place of this account, which was told. Nobody has come yet.',
        values,
      }
    case 'redeemed':
      return blocksAt === undefined
        ? /*i18n*/ {
            id: 'guest.move.redeemed.untold',
            message:
              '{mail} came on {cameDay} in the place of this account. The mail that tells this account has not left yet: it is blocked 14 days after.',
            values,
          }
        : /*i18n*/ {
            id: 'guest.move.redeemed',
            message:
              '{mail} came on {cameDay} in the place of this account, which is blocked on {blockDay}. Until it is removed, whoever has it can stop that, and so can an operator.',
            values,
          }
    case 'ended':
      return /*i18n*/ {
        id: 'guest.move.ended',
        message:
          'Moved to {mail}: this account was to be blocked on {endedDay}, 14 days after it was told.',
        values,
      }
    case 'stopped':
      return /*i18n*/ {
        id: 'guest.move.stopped',
        message:
          'The move to {mail} was stopped on {endedDay}. This account stays, and the new one has nothing of it.',
        values,
      }
    case 'lapsed':
      return /*i18n*/ {
        id: 'guest.move.lapsed',
        message: 'Nobody came with {mail}, which {by} had invited. This account stays.',
        values,
      }
  }
}

/** Why a group does not follow. */
export function tellCannotFollow(because: MoveRefusal): MessageDescriptor {
  switch (because) {
    case 'rule':
      return /*i18n*/ {
        id: 'guest.follow.rule',
        message: 'A rule decides who is in it. If it fits the new account, it adds it by itself.',
      }
    case 'synced':
      return /*i18n*/ {
        id: 'guest.follow.synced',
        message: 'It is kept on the organization’s own servers. An administrator adds them there.',
      }
    case 'role-assignable':
      return /*i18n*/ {
        id: 'guest.follow.role',
        message: 'It can carry directory roles. An administrator adds them, or does not.',
      }
    case 'exchange':
      return /*i18n*/ {
        id: 'guest.follow.exchange',
        message: 'It is managed in Exchange. An administrator adds them there.',
      }
    case 'protected':
      return /*i18n*/ {
        id: 'guest.follow.protected',
        message: 'The organization protects it. An administrator adds them, or does not.',
      }
    case 'not-yours':
      return /*i18n*/ {
        id: 'guest.follow.not-yours',
        message: 'You do not own it. Ask an owner of it, or an operator.',
      }
  }
}
