import type { OwnerlessState } from '@foyer/contracts/ownerless-group'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { EntryWords } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import { findGuestKey } from '../words/guest-key.ts'
import { unsealWords } from '../words/seal.ts'

type Row = Selectable<Tables['ownerlessGroup']>

/**
 * A group that lost its last owner with a guest who left. Foyer names no owner: it looks whether the
 * directory has one.
 *
 *   open ──the directory has an owner──► named
 *     ├────the directory has no such group──► gone
 *     └────an operator says so──► not-needed
 */
export interface OwnerlessRow extends Row {
  readonly state: OwnerlessState
}

/** The words of a row: sealed with the key of whoever left, and gone with it. */
export interface OwnerlessWords {
  readonly guest: string
  readonly organization: string
  /** Absent where it could not be read when they left. */
  readonly group?: string | undefined
  readonly proposed?: string | undefined
  /** Why it needs none, from an operator. */
  readonly reason?: string | undefined
}

/** Those that are open, the oldest first, and how many there are besides. */
export async function listOpen(
  transaction: Transaction<Tables>,
  most: number,
): Promise<{ readonly rows: readonly OwnerlessRow[]; readonly others: number }> {
  const { rows } = await sql<OwnerlessRow & { count: number }>`
    SELECT *, (count(*) OVER ())::int AS count FROM ownerless_group WHERE state = 'open'
    ORDER BY since, group_id LIMIT ${most}`.execute(transaction)
  return { rows, others: (rows[0]?.count ?? 0) - rows.length }
}

/** Undefined where they were erased. */
export async function readOwnerlessWords(
  transaction: Transaction<Tables>,
  { guestId, words }: Pick<Row, 'guestId' | 'words'>,
): Promise<OwnerlessWords | undefined> {
  const key = guestId && words ? await findGuestKey(transaction, guestId) : undefined
  return key && words ? (unsealWords(key, words) as OwnerlessWords) : undefined
}

/** False where somebody else was quicker. */
export async function closeOwnerless(
  transaction: Transaction<Tables>,
  { groupId, leavingId }: Pick<Row, 'groupId' | 'leavingId'>,
  changes: Pick<OwnerlessRow, 'state'> & Partial<Pick<Row, 'closedAt' | 'closedBy' | 'words'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('ownerlessGroup')
    .set(changes)
    .where('groupId', '=', groupId)
    .where('leavingId', '=', leavingId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What the journal says of them. */
export function entryWordsOf({ guest, organization, group }: OwnerlessWords): EntryWords {
  return { guest, organization, group }
}
