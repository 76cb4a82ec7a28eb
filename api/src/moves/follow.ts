import type { PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import type { ToldInvitation } from '../invitations/invitation.ts'
import type { Tables } from '../store/tables.ts'
import { changeMove, lockMove } from './move.ts'
import { watchEnd } from './step-kinds.ts'
import { tellInsiders, tellOldAccount } from './tell.ts'
import { writeDownMove } from './write-down.ts'

interface Following {
  readonly connected: ConnectedOrganization
  /** By the Clock. */
  readonly at: Date
}

/**
 * Keeps that the new account is there: from now on the old one's time is watched, and those who invited
 * are asked what follows. Nothing follows by itself.
 *
 * @returns whether the invitation was one of a move.
 */
export async function followRedemption(
  transaction: Transaction<Tables>,
  { row: { invitationId }, words }: ToldInvitation,
  { connected, at }: Following,
  toGuestId: PersonId,
): Promise<boolean> {
  const move = await lockMove(transaction, { invitationId })
  if (move?.row.state !== 'open') return false
  const change = { state: 'redeemed', toGuestId, redeemedAt: at }
  await changeMove(transaction, move.row, change)
  const told = { ...move, row: { ...move.row, ...change } }
  await watchEnd(transaction, told.row)
  await tellOldAccount(
    transaction,
    told,
    { organizationLanguage: languageOfPeople(connected), at },
    'redeemed',
  )
  const insiders = [words.sponsor, words.invitedBy]
  await tellInsiders(transaction, told, { connected, at }, { outcome: 'redeemed', insiders })
  await writeDownMove(transaction, told, {
    act: 'redeem-move',
    outcome: 'done',
    actor: { kind: 'guest', id: toGuestId },
    at,
  })
  return true
}

/** Keeps that nobody comes by the invitation, and tells the old account that it stays as it was. */
export async function lapseMove(
  transaction: Transaction<Tables>,
  { invitationId }: { readonly invitationId: string },
  { connected, at, because }: Following & { readonly because: string },
): Promise<void> {
  const move = await lockMove(transaction, { invitationId })
  if (move?.row.state !== 'open') return
  const change = { state: 'lapsed', because, endedAt: at }
  await changeMove(transaction, move.row, change)
  const told = { ...move, row: { ...move.row, ...change } }
  await tellOldAccount(
    transaction,
    told,
    { organizationLanguage: languageOfPeople(connected), at },
    'lapsed',
  )
  await writeDownMove(transaction, told, {
    act: 'lapse-move',
    outcome: 'done',
    because,
    actor: { kind: 'foyer' },
    at,
  })
}
