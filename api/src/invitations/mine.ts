import type { MyInvitation } from '@foyer/contracts/my-invitation'
import type { Person } from '@foyer/directory/person'
import { isInvitableAddress, maskAddress } from '@foyer/lifecycle/invitation'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import {
  hashOfAddress,
  readInvitationWords,
  stateAt,
  type InvitationRow,
  type ToldInvitation,
} from './invitation.ts'

/** What still waits for somebody. */
const waiting = ['open', 'accepting', 'accepted', 'held'] as const

/**
 * The invitations of one organization that are somebody's own: those by which the directory has made
 * them, and those to the address that this very directory has for them, sign for sign. What their token
 * or another organization says of their address is not asked.
 *
 * @param me as the directory says now.
 */
export async function listOwnInvitations(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  me: Person,
  now: Date,
): Promise<ToldInvitation[]> {
  const { personId, kind, mail = '' } = me
  // A letter that only looks like another one may become it in lower case.
  const isAddress = kind === 'guest' && isInvitableAddress(mail)
  const rows = await transaction
    .selectFrom('invitation')
    .selectAll()
    .where('state', 'in', waiting)
    .where((query) =>
      query.or([
        query('guestId', '=', personId),
        ...(isAddress
          ? [
              query.and([
                query('guestId', 'is', null),
                query('mailHash', '=', hashOfAddress(organizationId, mail)),
              ]),
            ]
          : []),
      ]),
    )
    .orderBy('invitedAt', 'desc')
    .orderBy('invitationId')
    .execute()
  const told: ToldInvitation[] = []
  for (const row of rows) {
    const words = await readInvitationWords(transaction, row)
    if (words && stateAt(row, now) !== 'expired') told.push({ row, words })
  }
  return told
}

export function tellMine({ row, words }: ToldInvitation, now: Date): MyInvitation {
  return {
    invitationId: row.invitationId,
    state: row.state as MyInvitation['state'],
    purpose: words.purpose,
    invitedBy: words.invitedBy,
    sponsor: words.sponsor.name,
    invitedAt: row.invitedAt.toISOString(),
    endsOn: row.endsOn,
    openUntil: row.expiresAt.toISOString(),
    maskedMail: maskAddress(words.mail),
    canMail: canMail(row, now),
  }
}

/** Whether its link still leads on. */
export function canMail(
  { state, expiresAt }: Pick<InvitationRow, 'state' | 'expiresAt'>,
  now: Date,
): boolean {
  return state !== 'held' && expiresAt > now
}
