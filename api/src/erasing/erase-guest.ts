import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { ActorKind } from '@foyer/contracts/journal'
import { sql, type Transaction } from 'kysely'
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
 * receipts, their requests to end access, the mails about them, what work there is on these, and the key with which every name of theirs is sealed. What remains
 * are the entries of the journal by ids and times, whose chain still holds, and one more that says so.
 */
export async function eraseGuest(
  transaction: Transaction<Tables>,
  { organizationId, guestId, by, requestId, now }: Erasure,
): Promise<void> {
  const subjects = await listSubjects(transaction, guestId)
  if (subjects.length > 0) {
    await transaction.deleteFrom('link').where('subjectId', 'in', subjects).execute()
    // A worker that holds one finds that it is nobody's any more, and writes nothing.
    await transaction.deleteFrom('step').where('subjectId', 'in', subjects).execute()
  }
  // With their restorations.
  await transaction.deleteFrom('leaving').where('guestId', '=', guestId).execute()
  // A group that has no owner has none all the same.
  await transaction
    .deleteFrom('ownerlessGroup')
    .where('guestId', '=', guestId)
    .where('state', '<>', 'open')
    .execute()
  await transaction
    .updateTable('ownerlessGroup')
    .set({ guestId: null, words: null })
    .where('guestId', '=', guestId)
    .execute()
  await transaction.deleteFrom('exitRequest').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('mailCode').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('bulkItem').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('ending').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('stayRequest').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('term').where('guestId', '=', guestId).execute()
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

/** The rows about a guest that work is done on, and that addresses lead to. */
async function listSubjects(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<string[]> {
  const of = async (
    table:
      'leaving' | 'restoration' | 'ending' | 'bulk_item' | 'exit_request' | 'mail_code' | 'mail',
    id: string,
  ) =>
    (
      await sql<{ id: string }>`
        SELECT ${sql.ref(id)} AS id FROM ${sql.table(table)}
        WHERE guest_id = ${guestId}`.execute(transaction)
    ).rows.map((row) => row.id)
  return [
    ...(await of('leaving', 'leaving_id')),
    ...(await of('restoration', 'restoration_id')),
    ...(await of('ending', 'ending_id')),
    ...(await of('bulk_item', 'item_id')),
    ...(await of('exit_request', 'exit_request_id')),
    ...(await of('mail_code', 'code_id')),
    ...(await of('mail', 'mail_id')),
  ]
}
