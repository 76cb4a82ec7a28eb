import type { Bulk, BulkItem, BulkItemState } from '@foyer/contracts/bulk-extension'
import type { PersonId } from '@foyer/contracts/ids'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { BulkRow } from './bulk.ts'

/** So many items are told with how it goes; all of them are in the result. */
const mostTold = 200

interface Counts {
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly leftOut: number
  readonly waiting: number
  readonly stopped: number
}

/** How it goes, and of whom somebody should know first. */
export async function tellBulk(transaction: Transaction<Tables>, bulk: BulkRow): Promise<Bulk> {
  const counts = await countItems(transaction, bulk)
  const first = sql`array_position(ARRAY['failed', 'left-out', 'stopped', 'waiting', 'done'], state)`
  const rows = await readItems(transaction, bulk, { order: first, most: mostTold })
  return {
    until: bulk.until,
    reason: bulk.reason,
    askedAt: bulk.askedAt.toISOString(),
    state: stateOf(counts),
    ...counts,
    items: rows.map(itemOf),
  }
}

/**
 * What became of each, by name, in pages.
 *
 * @param after the position where the page before ended.
 * @returns undefined as `next` where it was the last.
 */
export async function tellItems(
  transaction: Transaction<Tables>,
  bulk: BulkRow,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<{ readonly items: BulkItem[]; readonly next: number | undefined }> {
  const rows = await readItems(transaction, bulk, { order: sql`position`, after, most: most + 1 })
  const page = rows.slice(0, most)
  return {
    items: page.map(itemOf),
    next: rows.length > most ? page.at(-1)?.position : undefined,
  }
}

function stateOf({ waiting, stopped }: Counts): Bulk['state'] {
  if (waiting > 0) return 'under-way'
  return stopped > 0 ? 'stopped' : 'done'
}

async function countItems(transaction: Transaction<Tables>, { bulkId }: BulkRow): Promise<Counts> {
  const of = (state: BulkItemState) => sql`count(*) FILTER (WHERE state = ${sql.lit(state)})::int`
  const { rows } = await sql<Counts>`
    SELECT count(*)::int AS total, ${of('done')} AS done, ${of('failed')} AS failed,
      ${of('left-out')} AS left_out, ${of('waiting')} AS waiting, ${of('stopped')} AS stopped
    FROM bulk_item WHERE bulk_id = ${bulkId}`.execute(transaction)
  const [counts] = rows
  if (!counts) throw new Error('nothing was counted')
  return counts
}

interface Row {
  readonly guestId: PersonId
  readonly position: number
  readonly name: string | null
  readonly state: BulkItemState
  readonly because: string | null
}

/** Whoever is not found is not named either: there may be somebody all the same. */
async function readItems(
  transaction: Transaction<Tables>,
  { bulkId }: BulkRow,
  {
    order,
    after = 0,
    most,
  }: { readonly order: RawBuilder<unknown>; readonly after?: number; readonly most: number },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT guest_id, position, state, because,
      CASE WHEN because = 'guest-not-found' THEN NULL ELSE guest.name END AS name
    FROM bulk_item LEFT JOIN guest USING (organization_id, guest_id)
    WHERE bulk_id = ${bulkId} AND position > ${after}
    ORDER BY ${order}, position LIMIT ${most}`.execute(transaction)
  return rows
}

function itemOf({ guestId, name, state, because }: Row): BulkItem {
  return {
    guestId,
    ...(name === null ? {} : { name }),
    state,
    ...(because === null ? {} : { because }),
  }
}
