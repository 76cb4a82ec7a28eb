import type { PersonId } from '@foyer/contracts/ids'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

const dayMs = 24 * 60 * 60_000
/** A feed that was read so long ago does not say who is gone. */
const freshMs = 2 * dayMs
/** For so long after the last that was done about somebody, they may still ask. */
const quietMs = 90 * dayMs
/** In one go: the rest is for the next day. */
const most = 500

/**
 * Guests about whom something is kept that nobody needs any more: the directory has erased them, no
 * address leads to anything of theirs, and nothing was done about them for a while. Deny by default: a
 * feed that is not whole, or old, says nothing.
 */
export async function findForgotten(
  transaction: Transaction<Tables>,
  now: Date,
): Promise<PersonId[]> {
  const { rows } = await sql<{ guestId: PersonId }>`
    SELECT kept.guest_id
      FROM (SELECT guest_id FROM guest_key UNION SELECT guest_id FROM term) AS kept
      JOIN feed ON feed.kind = 'guests' AND feed.crawled_at IS NOT NULL
        AND feed.as_of > ${new Date(now.getTime() - freshMs)}
    WHERE NOT EXISTS (SELECT FROM guest WHERE guest.guest_id = kept.guest_id)
      -- Whoever a file names has a key before there is anything else about them.
      AND NOT EXISTS (SELECT FROM invitation_item WHERE item_id = kept.guest_id)
      AND NOT EXISTS (SELECT FROM leaving
        WHERE leaving.guest_id = kept.guest_id AND (leaving.state = 'under-way' OR EXISTS (
          SELECT FROM link WHERE link.subject_id = leaving.leaving_id)))
      AND NOT EXISTS (SELECT FROM journal WHERE journal.guest_id = kept.guest_id
        AND journal.at > ${new Date(now.getTime() - quietMs)})
    LIMIT ${most}`.execute(transaction)
  return rows.map(({ guestId }) => guestId)
}
