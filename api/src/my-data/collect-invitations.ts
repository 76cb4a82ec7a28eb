import type { PersonId } from '@foyer/contracts/ids'
import type { InvitationState } from '@foyer/contracts/invitation'
import type { InvitationData } from '@foyer/contracts/my-data'
import type { Transaction } from 'kysely'
import { instants } from '../http/instants.ts'
import { readInvitationWords } from '../invitations/invitation.ts'
import type { Tables } from '../store/tables.ts'

/** The invitations by which somebody became a guest, the newest first. */
export async function collectInvitations(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<InvitationData[]> {
  const rows = await transaction
    .selectFrom('invitation')
    .selectAll()
    .where('guestId', '=', personId)
    .orderBy('invitedAt', 'desc')
    .execute()
  const data: InvitationData[] = []
  for (const row of rows) {
    const words = await readInvitationWords(transaction, row)
    if (!words) continue
    const { openedAt, acceptedAt, redeemedAt } = row
    data.push({
      state: row.state as InvitationState,
      invitedAt: row.invitedAt.toISOString(),
      invitedBy: words.invitedBy.name,
      mail: words.mail,
      name: words.name,
      purpose: words.purpose,
      ...(words.message === undefined ? {} : { message: words.message }),
      endsOn: row.endsOn,
      language: row.language,
      ...instants({ openedAt, acceptedAt, redeemedAt }),
      groups: words.groups.map(({ name }) => name),
    })
  }
  return data
}
