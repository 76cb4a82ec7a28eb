import type { BulkItemState } from '@foyer/contracts/bulk-extension'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { BulkRow } from './bulk.ts'

export type BulkItemRow = Selectable<Tables['bulkItem']>

/** One guest of many, and by whose word. */
export interface HeldItem {
  readonly item: Pick<BulkItemRow, 'itemId' | 'guestId'>
  readonly bulk: BulkRow
}

/**
 * What a step is about; one that was given up and is tried again waits again.
 *
 * @returns undefined where nothing is to be done any more.
 */
export async function takeUpItem(
  transaction: Transaction<Tables>,
  itemId: string,
): Promise<HeldItem | undefined> {
  const item = await transaction
    .updateTable('bulkItem')
    .set({ state: 'waiting', because: null })
    .where('itemId', '=', itemId)
    .where('state', 'in', ['waiting', 'failed'])
    .returning(['itemId', 'guestId', 'bulkId'])
    .executeTakeFirst()
  if (!item) return undefined
  const bulk = await transaction
    .selectFrom('bulk')
    .selectAll()
    .where('bulkId', '=', item.bulkId)
    .executeTakeFirstOrThrow()
  return { item, bulk }
}

export async function endItem(
  transaction: Transaction<Tables>,
  itemId: string,
  end: { readonly state: BulkItemState; readonly because?: string },
): Promise<void> {
  await transaction
    .updateTable('bulkItem')
    .set(end)
    .where('itemId', '=', itemId)
    .where('state', '=', 'waiting')
    .execute()
}

/** Whether a guest is in a group that they were not in when somebody last confirmed them. */
export async function hasAccessGrown(
  transaction: Transaction<Tables>,
  { guestId }: Pick<BulkItemRow, 'guestId'>,
  groupIds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<object>`
    SELECT 1 FROM term WHERE guest_id = ${guestId} AND confirmed_groups IS NOT NULL
      AND NOT ${[...groupIds]}::uuid[] <@ confirmed_groups`.execute(transaction)
  return rows.length > 0
}
