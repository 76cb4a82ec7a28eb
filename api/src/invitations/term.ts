import type { PersonId } from '@foyer/contracts/ids'
import { sql, type Transaction } from 'kysely'
import { changeTermWords } from '../guests/term.ts'
import { keepStandingsOf } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import type { ToldInvitation } from './invitation.ts'

/**
 * Gives a new guest the end date of their invitation, in whose words it is. One that somebody has set
 * meanwhile stays.
 */
export async function keepEndDate(
  transaction: Transaction<Tables>,
  { row, words }: ToldInvitation,
  guestId: PersonId,
  now: Date,
): Promise<void> {
  const { organizationId, endsOn, invitedBy, groupIds, language } = row
  const { rows } = await sql<object>`
    INSERT INTO term AS kept (organization_id, guest_id, end_date, end_set_at, end_set_by,
      confirmed_at, confirmed_by, confirmed_groups, language)
    VALUES (${organizationId}, ${guestId}, ${endsOn}, ${now}, ${invitedBy}, ${now}, ${invitedBy},
      ${groupIds}::uuid[], ${language})
    ON CONFLICT (organization_id, guest_id) DO UPDATE SET end_date = excluded.end_date,
      end_set_at = excluded.end_set_at, end_set_by = excluded.end_set_by
    WHERE kept.end_date IS NULL RETURNING 1`.execute(transaction)
  if (rows.length === 0) return
  const date = { reason: words.purpose, by: words.invitedBy.name }
  await changeTermWords(transaction, organizationId, guestId, { date })
  await keepStandingsOf(transaction, [guestId], now)
}
