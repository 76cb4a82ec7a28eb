import type { GuestCount } from '@foyer/contracts/guest'
import type { EndOwner } from '@foyer/contracts/standing'
import type { EndReason } from '@foyer/contracts/policy'
import type { Day } from '@foyer/lifecycle/calendar'
import { needOf } from '@foyer/lifecycle/need'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { InForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import { endOwnerOf } from '../standing/end-owner.ts'

interface Row {
  readonly isSynced: boolean | null
  readonly endsOn: Day | null
  readonly endsBecause: EndReason | null
  readonly endOwner: EndOwner | null
  readonly asks: boolean
  readonly hasAnswered: boolean
}

/**
 * How many guests there are and how many of them need somebody, by the rules by which they are listed.
 *
 * @param inForce undefined where nothing is: then no access has an end.
 */
export async function countGuests(
  transaction: Transaction<Tables>,
  inForce: InForce | undefined,
  isMeant: RawBuilder<unknown>,
): Promise<GuestCount> {
  const { rows } = await sql<Row>`
    SELECT is_synced, ends_on, ends_because, end_owner,
      asked.guest_id IS NOT NULL AND guest_key.guest_id IS NOT NULL AS asks,
      doubt.guest_id IS NOT NULL AS has_answered
    FROM guest LEFT JOIN term USING (organization_id, guest_id)
      LEFT JOIN stay_request asked ON asked.organization_id = guest.organization_id
        AND asked.guest_id = guest.guest_id AND asked.state = 'open'
      LEFT JOIN guest_key ON asked.guest_id IS NOT NULL
        AND guest_key.organization_id = guest.organization_id
        AND guest_key.guest_id = guest.guest_id
      LEFT JOIN doubt ON doubt.organization_id = guest.organization_id
        AND doubt.guest_id = guest.guest_id AND doubt.state = 'answered'
    WHERE removed_at IS NULL AND ${isMeant}`.execute(transaction)
  const needy = rows.filter((row) => row.asks || row.hasAnswered || isNear(row, inForce))
  const days = needy.flatMap(({ endsOn }) => (inForce && endsOn ? [endsOn] : [])).toSorted()
  const [firstOn] = days
  return { guests: rows.length, needy: needy.length, ...(firstOn ? { firstOn } : {}) }
}

function isNear(row: Row, inForce: InForce | undefined): boolean {
  const { endsOn, endsBecause } = row
  if (!inForce || !endsOn || !endsBecause) return false
  const end = { on: endsOn, because: endsBecause }
  return needOf({ endOwner: endOwnerOf(row), end }, inForce.ahead) !== undefined
}
