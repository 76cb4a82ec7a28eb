import type { Day } from '@foyer/lifecycle/calendar'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/**
 * Whoever asked and was not answered until the access ended, waits no more.
 *
 * @param now by the Clock.
 */
export async function lapseStayRequests(
  transaction: Transaction<Tables>,
  today: Day,
  now: Date,
): Promise<void> {
  await sql`UPDATE stay_request SET state = 'lapsed', answered_at = ${now} FROM guest
    WHERE stay_request.state = 'open' AND guest.guest_id = stay_request.guest_id
      AND (guest.ends_on < ${today} OR guest.removed_at IS NOT NULL)`.execute(transaction)
}
