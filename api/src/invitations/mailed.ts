import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findInvitation, type InvitationRow } from './invitation.ts'

/** Whether the link of a mail that is about to leave still leads on. */
export async function isAnswerable(
  transaction: Transaction<Tables>,
  { invitationId }: Pick<InvitationRow, 'invitationId'>,
  now: Date,
): Promise<boolean> {
  const row = await findInvitation(transaction, invitationId)
  return (
    row !== undefined &&
    ['open', 'accepting', 'accepted'].includes(row.state) &&
    row.expiresAt > now
  )
}

/**
 * Notes that a mail server takes no mail for the address, or that it takes one again: whatever was noted
 * before, of refused ones only those that were opened have arrived.
 *
 * @param refusedAt null where it took one.
 */
export async function noteRefusal(
  transaction: Transaction<Tables>,
  { invitationId }: Pick<InvitationRow, 'invitationId'>,
  refusedAt: Date | null,
): Promise<void> {
  await transaction
    .updateTable('invitation')
    .set({ mailRefusedAt: refusedAt })
    .where('invitationId', '=', invitationId)
    .execute()
}

/** Notes when the mail left, the first time. */
export async function noteMailed(
  transaction: Transaction<Tables>,
  { invitationId }: Pick<InvitationRow, 'invitationId'>,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('invitation')
    .set({ mailedAt: now })
    .where('invitationId', '=', invitationId)
    .where('mailedAt', 'is', null)
    .execute()
}
