import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { ActorKind } from '@foyer/contracts/journal'
import { sql, type Transaction } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import { destroyGuestKey } from '../words/guest-key.ts'

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
  // The words of an invitation have a key of their own, under its id.
  for (const invitationId of await listInvitations(transaction, guestId)) {
    await eraseInvitation(transaction, invitationId)
  }
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
  await transaction.deleteFrom('reset').where('guestId', '=', guestId).execute()
  // With everybody who was asked.
  await transaction.deleteFrom('succession').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('doubt').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('stayRequest').where('guestId', '=', guestId).execute()
  // Also one that has led to this account: the old one stays as it is.
  await transaction
    .deleteFrom('move')
    .where((query) => query.or([query('guestId', '=', guestId), query('toGuestId', '=', guestId)]))
    .execute()
  await transaction.deleteFrom('term').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('mail').where('guestId', '=', guestId).execute()
  await transaction.deleteFrom('requestKey').where('personId', '=', guestId).execute()
  await destroyGuestKey(transaction, guestId)
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

async function listInvitations(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('invitation')
    .select('invitationId')
    .where((query) =>
      query.or([query('guestId', '=', guestId), query('invitationId', '=', guestId)]),
    )
    .execute()
  return rows.map(({ invitationId }) => invitationId)
}

/** Links, steps, mails, the words' key and the row. */
async function eraseInvitation(
  transaction: Transaction<Tables>,
  invitationId: string,
): Promise<void> {
  const keyId = invitationId as PersonId
  const mails = await transaction
    .selectFrom('mail')
    .select('mailId')
    .where('guestId', '=', keyId)
    .execute()
  const subjects = [invitationId, ...mails.map(({ mailId }) => mailId)]
  await transaction.deleteFrom('link').where('subjectId', 'in', subjects).execute()
  await transaction.deleteFrom('step').where('subjectId', 'in', subjects).execute()
  await transaction.deleteFrom('mail').where('guestId', '=', keyId).execute()
  await transaction.deleteFrom('guestKey').where('guestId', '=', keyId).execute()
  // The row of a file by which it was sent.
  await transaction.deleteFrom('invitationItem').where('itemId', '=', invitationId).execute()
  await transaction.deleteFrom('invitation').where('invitationId', '=', invitationId).execute()
}

/** The rows about a guest that work is done on, and that addresses lead to. */
async function listSubjects(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<string[]> {
  const of = async (
    table:
      | 'leaving'
      | 'restoration'
      | 'ending'
      | 'reset'
      | 'succession'
      | 'succession_ask'
      | 'bulk_item'
      | 'exit_request'
      | 'mail_code'
      | 'move'
      | 'mail',
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
    ...(await of('reset', 'reset_id')),
    ...(await of('succession', 'succession_id')),
    ...(await of('succession_ask', 'ask_id')),
    ...(await of('bulk_item', 'item_id')),
    ...(await of('exit_request', 'exit_request_id')),
    ...(await of('mail_code', 'code_id')),
    ...(await of('mail', 'mail_id')),
    ...(await of('move', 'move_id')),
  ]
}
