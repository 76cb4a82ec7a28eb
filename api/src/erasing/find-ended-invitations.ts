import type { PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** In one go: the rest is for the next day. */
const most = 500

/**
 * Invitations that ended before an instant, as the ids under which their words are sealed. Whoever
 * became a guest by one is told of it at their own data until then.
 */
export async function findEndedInvitations(
  transaction: Transaction<Tables>,
  before: Date,
): Promise<PersonId[]> {
  const rows = await transaction
    .selectFrom('invitation')
    .select('invitationId')
    .where('endedAt', '<', before)
    .limit(most)
    .execute()
  return rows.map(({ invitationId }) => invitationId as PersonId)
}
