import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { Invitation, InvitationLanguage } from '@foyer/contracts/invitation'
import type { SignsInWith } from '@foyer/contracts/me'
import type { Transaction } from 'kysely'
import { instants } from '../http/instants.ts'
import { findMove, type ToldMove } from '../moves/move.ts'
import type { Tables } from '../store/tables.ts'
import { type InvitationRow, readInvitationWords, stateAt } from './invitation.ts'

/** Who reads invitations: an operator all, others those that they sent or vouch for. */
export interface Reader {
  readonly personId: PersonId
  readonly isOperator: boolean
}

export const pageLength = 100

/** A page of invitations, the newest first. */
export async function listInvitations(
  transaction: Transaction<Tables>,
  { personId, isOperator }: Reader,
  from: number,
): Promise<InvitationRow[]> {
  const all = transaction.selectFrom('invitation').selectAll()
  const read = isOperator
    ? all
    : all.where((query) =>
        query.or([query('invitedBy', '=', personId), query('sponsorId', '=', personId)]),
      )
  return read
    .orderBy('invitedAt', 'desc')
    .orderBy('invitationId')
    .offset(from)
    .limit(pageLength + 1)
    .execute()
}

/** Whether somebody may read an invitation, and decide about it. */
export function isFor(
  { invitedBy, sponsorId }: Pick<InvitationRow, 'invitedBy' | 'sponsorId'>,
  { personId, isOperator }: Reader,
): boolean {
  return isOperator || invitedBy === personId || sponsorId === personId
}

export async function tellInvitation(
  transaction: Transaction<Tables>,
  row: InvitationRow,
  { personId }: Reader,
  now: Date,
): Promise<Invitation> {
  const words = await readInvitationWords(transaction, row)
  const state = stateAt(row, now)
  const move = await findMove(transaction, { invitationId: row.invitationId })
  const nameOf = (id: string) => words?.groups.find(({ groupId }) => groupId === id)?.name ?? ''
  return {
    invitationId: row.invitationId,
    state,
    ...(row.because === null ? {} : { because: row.because }),
    ...(words
      ? {
          mail: words.mail,
          name: words.name,
          purpose: words.purpose,
          ...(words.message === undefined ? {} : { message: words.message }),
          invitedBy: words.invitedBy.name,
          sponsor: words.sponsor.name,
          ...(words.declineReason === undefined ? {} : { declineReason: words.declineReason }),
        }
      : {}),
    endsOn: row.endsOn,
    language: row.language as InvitationLanguage,
    groups: row.groupIds.map((id) => ({ groupId: id as GroupId, name: nameOf(id) })),
    invitedAt: row.invitedAt.toISOString(),
    isMine: row.invitedBy === personId,
    openUntil: row.expiresAt.toISOString(),
    ...instants({
      mailedAt: row.mailRefusedAt ? null : row.mailedAt,
      mailRefusedAt: row.mailRefusedAt,
      openedAt: row.openedAt,
      acceptedAt: row.acceptedAt,
      redeemedAt: row.redeemedAt,
      endedAt: row.endedAt ?? (state === 'expired' ? row.expiresAt : null),
    }),
    ...(row.guestId ? { guestId: row.guestId } : {}),
    expected: row.expected as SignsInWith,
    missedGroups: row.missedGroupIds.map(nameOf),
    canWithdraw: canWithdraw(state),
    canConfirm: words !== undefined && canConfirm({ ...row, state }),
    canResend: words !== undefined && canResend(state, move),
    ...(move ? { movesFrom: move.row.guestId } : {}),
  }
}

/** Once somebody has accepted there is a guest, whose access is ended and not withdrawn. */
export function canWithdraw(state: Invitation['state']): boolean {
  return state === 'open' || state === 'declined'
}

/** Whoever redeemed for a move that was stopped stays held: it was not the guest who asked for it. */
export function canConfirm({ state, because }: Pick<InvitationRow, 'state' | 'because'>): boolean {
  return state === 'held' && because !== 'move-stopped'
}

/** One whose move is over would bring somebody in about whom the old account was told otherwise. */
export function canResend(state: Invitation['state'], move: ToldMove | undefined): boolean {
  if (move && move.row.state !== 'open') return false
  return state === 'open' || state === 'accepted' || state === 'expired'
}
