import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { ActorKind } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'

export interface Erasure {
  readonly organizationId: OrganizationId
  readonly guestId: PersonId
  /** `guest` where they asked for it, `foyer` where nothing needs the names any more. */
  readonly by: Extract<ActorKind, 'guest' | 'foyer'>
  readonly requestId?: string
  /** By the Clock. */
  readonly now: Date
}

/**
 * Erases what Foyer itself holds about a guest whom the directory has erased: their leavings and
 * receipts, the mails about them, and the key with which every name of theirs is sealed. What remains
 * are the entries of the journal by ids and times, whose chain still holds, and one more that says so.
 */
export async function eraseGuest(
  transaction: Transaction<Tables>,
  { organizationId, guestId, by, requestId, now }: Erasure,
): Promise<void> {
  await transaction
    .deleteFrom('link')
    .where((query) =>
      query(
        'subjectId',
        'in',
        query.selectFrom('leaving').select('leavingId').where('guestId', '=', guestId),
      ),
    )
    .execute()
  // With their restorations.
  await transaction.deleteFrom('leaving').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('mail').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('requestKey').where('personId', '=', guestId).execute()
  await transaction.deleteFrom('guestKey').where('guestId', '=', guestId).execute()
  await appendToJournal(transaction, {
    organizationId,
    at: now,
    act: 'erase',
    outcome: 'done',
    actor: by === 'guest' ? { kind: by, id: guestId } : { kind: by },
    guestId,
    requestId,
  })
}
