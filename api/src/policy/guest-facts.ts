import type { PersonId } from '@foyer/contracts/ids'
import type { Policy } from '@foyer/contracts/policy'
import { type Day, dayOf } from '@foyer/lifecycle/calendar'
import type { GuestFacts } from '@foyer/lifecycle/standing'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** A guest, and what is known that decides when their access ends. */
export interface KnownGuest {
  readonly guestId: PersonId
  readonly name: string
  readonly facts: GuestFacts
}

interface Row {
  readonly guestId: PersonId
  readonly name: string
  readonly createdAt: Date | null
  readonly isRedeemed: boolean | null
  readonly isSynced: boolean | null
  readonly lastSignInAt: Date | null
  readonly sponsorCount: number
}

/** So many are in memory at a time. */
const pageSize = 1_000

/** Every guest of the transaction's organization who was not removed, in pages by their ids. */
export async function* readGuestFacts(
  transaction: Transaction<Tables>,
  { timeZone, sponsorsAtLeast }: Pick<Policy, 'timeZone' | 'sponsorsAtLeast'>,
  managedFrom: Day,
): AsyncGenerator<readonly KnownGuest[]> {
  let after: PersonId | undefined
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT guest_id, name, created_at, is_redeemed, is_synced, last_sign_in_at,
        (SELECT count(*)::int FROM guest_sponsor
          WHERE guest_sponsor.organization_id = guest.organization_id
            AND guest_sponsor.guest_id = guest.guest_id) AS sponsor_count
      FROM guest
      WHERE removed_at IS NULL AND (${after ?? null}::uuid IS NULL OR guest_id > ${after ?? null}::uuid)
      ORDER BY organization_id, guest_id LIMIT ${pageSize}`.execute(transaction)
    yield rows.map((row) => {
      const { guestId, name } = row
      return { guestId, name, facts: factsOf(row, { timeZone, sponsorsAtLeast }, managedFrom) }
    })
    after = rows.at(-1)?.guestId
    if (rows.length < pageSize) return
  }
}

function factsOf(
  { createdAt, isRedeemed, isSynced, lastSignInAt, sponsorCount }: Row,
  { timeZone, sponsorsAtLeast }: Pick<Policy, 'timeZone' | 'sponsorsAtLeast'>,
  managedFrom: Day,
): GuestFacts {
  return {
    since: createdAt ? dayOf(createdAt, timeZone) : managedFrom,
    managedFrom,
    endOwner: isSynced === true ? 'on-premises' : 'foyer',
    endDate: undefined,
    isRedeemed: isRedeemed ?? undefined,
    confirmedOn: undefined,
    usedOn: lastSignInAt ? dayOf(lastSignInAt, timeZone) : undefined,
    tooFewSponsorsSince: sponsorCount < sponsorsAtLeast ? managedFrom : undefined,
    exceptUntil: undefined,
  }
}
