import { randomUUID } from 'node:crypto'
import type { PersonId } from '@foyer/contracts/ids'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { addSteps } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import type { Candidate } from './candidates.ts'

/** The kind of the steps that extend one guest of many. */
export const bulkKind = 'bulk-extension'

export type BulkRow = Selectable<Tables['bulk']>

/** Keeps a bulk with everybody who is named in it, and has those extended who are not left out. */
export async function keepBulk(
  transaction: Transaction<Tables>,
  bulk: BulkRow,
  candidates: readonly Candidate[],
): Promise<void> {
  const { organizationId, bulkId } = bulk
  await transaction.insertInto('bulk').values(bulk).execute()
  const items = candidates.map((candidate) => ({ ...candidate, itemId: randomUUID() }))
  await sql`
    INSERT INTO bulk_item (organization_id, item_id, bulk_id, guest_id, position, state, because)
    SELECT ${organizationId}, item_id, ${bulkId}, guest_id, position,
      CASE WHEN because IS NULL THEN 'waiting' ELSE 'left-out' END, because
    FROM unnest(
      ${items.map(({ itemId }) => itemId)}::uuid[],
      ${items.map(({ guestId }) => guestId)}::uuid[],
      ${items.map(({ because }) => because ?? null)}::text[]
    ) WITH ORDINALITY AS named (item_id, guest_id, because, position)`.execute(transaction)
  await addSteps(
    transaction,
    items
      .filter(({ because }) => because === undefined)
      .map(({ itemId }) => ({
        organizationId,
        kind: bulkKind,
        subjectId: itemId,
        key: `bulk-item:${itemId}`,
        urgency: urgency.patient,
      })),
  )
}

/** Undefined where this person asked for none of this id. */
export async function findBulk(
  transaction: Transaction<Tables>,
  bulkId: string,
  askedBy: PersonId,
): Promise<BulkRow | undefined> {
  return transaction
    .selectFrom('bulk')
    .selectAll()
    .where('bulkId', '=', bulkId)
    .where('askedBy', '=', askedBy)
    .executeTakeFirst()
}

/** Extends none of those any more who wait, or who were given up and could be tried again. */
export async function stopBulk(
  transaction: Transaction<Tables>,
  { bulkId }: Pick<BulkRow, 'bulkId'>,
): Promise<void> {
  // Of two who stop it, one waits here; a worker takes its step before its item, as this does.
  await sql`SELECT FROM bulk WHERE bulk_id = ${bulkId} FOR UPDATE`.execute(transaction)
  await sql`
    DELETE FROM step WHERE kind = ${bulkKind} AND state <> 'done' AND subject_id IN (
      SELECT item_id FROM bulk_item WHERE bulk_id = ${bulkId} AND state IN ('waiting', 'failed'))`.execute(
    transaction,
  )
  await transaction
    .updateTable('bulkItem')
    .set({ state: 'stopped' })
    .where('bulkId', '=', bulkId)
    .where('state', '=', 'waiting')
    .execute()
}
