import { sql, type Transaction } from 'kysely'
import { actAs } from '../store/backup.ts'
import type { OwnedStore } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { chainedText, type ChainedEntry } from './entry.ts'

const rowsAtOnce = 500

/** An entry as it stands in the database. */
export interface KeptEntry {
  readonly position: number
  readonly guestId: string | null
  readonly words: Uint8Array | null
  /** What of it is chained; undefined where it was altered to something that has no such text. */
  readonly chained: string | undefined
  readonly previousHash: Uint8Array
  readonly hash: Uint8Array
}

/** Works on one organization's journal as of one moment, while others go on writing. */
export async function asOfOneMoment<T>(
  { database }: Pick<OwnedStore, 'database'>,
  organizationId: string,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await actAs(transaction, organizationId)
      return work(transaction)
    })
}

/** The entries in their order, by a cursor of the database: no journal is ever whole in memory. */
export async function* readChain(
  transaction: Transaction<Tables>,
  organizationId: string,
): AsyncGenerator<KeptEntry> {
  await sql`DECLARE chain NO SCROLL CURSOR FOR
    SELECT organization_id, position,
      to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
      act, outcome, because, actor_kind, actor_id, on_behalf_of, guest_id, object_id, subject_id,
      request_id, token_id, session_id, directory_request_ids, facts::text AS facts, words,
      previous_hash, hash
    FROM journal WHERE organization_id = ${sql.lit(organizationId)} ORDER BY position`.execute(
    transaction,
  )
  for (;;) {
    const { rows } = await sql<Row>`FETCH ${sql.lit(rowsAtOnce)} FROM chain`.execute(transaction)
    if (rows.length === 0) break
    for (const { previousHash, hash, facts, ...columns } of rows) {
      yield {
        position: columns.position,
        guestId: columns.guestId,
        words: columns.words,
        chained: hasOnlyWholeNumbers(facts)
          ? chainedText({ ...columns, facts: JSON.parse(facts) as unknown })
          : undefined,
        previousHash,
        hash,
      }
    }
  }
  await sql`CLOSE chain`.execute(transaction)
}

type Row = Omit<ChainedEntry, 'facts'> & {
  readonly facts: string
  readonly previousHash: Uint8Array
  readonly hash: Uint8Array
}

/** Other digits of the same number would be unseen: jsonb keeps more of them than JavaScript. */
function hasOnlyWholeNumbers(facts: string): boolean {
  const numbers = facts.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').match(/-?\d[\d.]*/g) ?? []
  return numbers.every((digits) => String(Number(digits)) === digits)
}
