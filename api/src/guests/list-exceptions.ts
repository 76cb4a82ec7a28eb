import type { KnownException } from '@foyer/contracts/exception'
import type { PersonId } from '@foyer/contracts/ids'
import type { Day } from '@foyer/lifecycle/calendar'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { unsealWords } from '../words/seal.ts'
import type { TermWords } from './term.ts'

/** So many are told; of whoever has more, a list would tell nothing. */
const most = 200

interface Row {
  readonly guestId: PersonId
  readonly name: string
  readonly until: Day
  readonly words: Uint8Array
  readonly key: Uint8Array
  readonly total: number
}

/** The exceptions of the transaction's organization that hold on a day, the first to end first. */
export async function listExceptions(
  transaction: Transaction<Tables>,
  today: Day,
): Promise<{ readonly exceptions: KnownException[]; readonly others: number }> {
  const { rows } = await sql<Row>`
    SELECT guest.guest_id, name, except_until AS until, words, key, count(*) OVER ()::int AS total
    FROM term JOIN guest USING (organization_id, guest_id)
      JOIN guest_key USING (organization_id, guest_id)
    WHERE except_until >= ${today} AND removed_at IS NULL AND words IS NOT NULL
    ORDER BY except_until, name LIMIT ${most}`.execute(transaction)
  const exceptions = rows.flatMap(({ guestId, name, until, words, key }) => {
    const { exception } = unsealWords(key, words) as TermWords
    return exception ? [{ guestId, name, until, ...exception }] : []
  })
  return { exceptions, others: Math.max(0, (rows[0]?.total ?? 0) - rows.length) }
}
