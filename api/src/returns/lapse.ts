import { earliestRestorable } from '@foyer/lifecycle/depart'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** Ends requests that nobody has answered while the directory could still bring their guests back. */
export async function lapseRequests(transaction: Transaction<Tables>, now: Date): Promise<void> {
  await sql`
    UPDATE return_request request SET state = 'lapsed' FROM leaving
    WHERE leaving.leaving_id = request.leaving_id AND request.state = 'open'
      AND leaving.left_at <= ${earliestRestorable(now)}`.execute(transaction)
}
