import type { Guest } from '@foyer/contracts/guest'
import type { EndOwner } from '@foyer/contracts/standing'
import type { PersonId } from '@foyer/contracts/ids'
import type { EndReason } from '@foyer/contracts/policy'
import type { Day } from '@foyer/lifecycle/calendar'
import { needOf } from '@foyer/lifecycle/need'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { instants } from '../http/instants.ts'
import type { InForce } from '../standing/keep-standings.ts'
import type { StayWords } from '../stays/stay-request.ts'
import type { Tables } from '../store/tables.ts'
import { unsealWords } from '../words/seal.ts'

interface Row {
  readonly guestId: PersonId
  readonly name: string
  readonly mail: string | null
  readonly company: string | null
  readonly isEnabled: boolean
  readonly isRedeemed: boolean | null
  readonly isSynced: boolean | null
  readonly createdAt: Date | null
  readonly lastSignInAt: Date | null
  readonly endsOn: Day | null
  readonly endsBecause: EndReason | null
  readonly endOwner: EndOwner | null
  readonly endSetAt: Date | null
  readonly confirmedAt: Date | null
  readonly visitedAt: Date | null
  readonly groupCount: number
  readonly newGroups: number
  readonly goneGroups: number
  readonly askedAt: Date | null
  readonly wanted: Day | null
  readonly requestWords: Uint8Array | null
  readonly key: Uint8Array | null
}

/** Guests for whom somebody vouches as a person, as far as is remembered. */
export function sponsoredBy(personId: PersonId): RawBuilder<unknown> {
  return sql`EXISTS (SELECT FROM guest_sponsor link
    WHERE link.organization_id = guest.organization_id AND link.guest_id = guest.guest_id
      AND link.kind = 'person' AND link.sponsor_id = ${personId})`
}

export function withId(guestId: PersonId): RawBuilder<unknown> {
  return sql`guest.guest_id = ${guestId}`
}

/** So many at most, the first to end. */
const most = 5_000

/**
 * Guests of the transaction's organization, those that need somebody first, and of the others the
 * first to end.
 *
 * @param inForce undefined where nothing is: then no access has an end.
 */
export async function readGuests(
  transaction: Transaction<Tables>,
  inForce: InForce | undefined,
  isMeant: RawBuilder<unknown>,
): Promise<Guest[]> {
  const { rows } = await sql<Row>`
    SELECT guest.guest_id, name, mail, company, is_enabled, is_redeemed, is_synced, created_at,
      last_sign_in_at, ends_on, ends_because, end_owner, end_set_at, confirmed_at, visited_at,
      coalesce(cardinality(holding.groups), 0) AS group_count,
      CASE WHEN confirmed_groups IS NULL THEN 0 ELSE
        (SELECT count(*)::int FROM unnest(holding.groups) AS held (id)
          WHERE held.id <> ALL(confirmed_groups)) END AS new_groups,
      CASE WHEN confirmed_groups IS NULL THEN 0 ELSE
        (SELECT count(*)::int FROM unnest(confirmed_groups) AS was (id)
          WHERE was.id <> ALL(coalesce(holding.groups, '{}'))) END AS gone_groups,
      asked.asked_at, asked.wanted, asked.words AS request_words, guest_key.key
    FROM guest LEFT JOIN term USING (organization_id, guest_id)
      LEFT JOIN LATERAL (SELECT array_agg(group_id) AS groups FROM membership
        WHERE membership.organization_id = guest.organization_id
          AND membership.guest_id = guest.guest_id) AS holding ON true
      LEFT JOIN stay_request asked ON asked.organization_id = guest.organization_id
        AND asked.guest_id = guest.guest_id AND asked.state = 'open'
      LEFT JOIN guest_key ON asked.guest_id IS NOT NULL
        AND guest_key.organization_id = guest.organization_id
        AND guest_key.guest_id = guest.guest_id
    WHERE removed_at IS NULL AND ${isMeant}
    ORDER BY ends_on NULLS LAST, name LIMIT ${most}`.execute(transaction)
  const guests = rows.map((row) => guestOf(row, inForce))
  return guests.toSorted((one, other) => urgencyOf(one) - urgencyOf(other))
}

/** Whoever waits for an answer comes first. */
function urgencyOf({ need }: Guest): number {
  if (need === 'asks') return 0
  return need ? 1 : 2
}

function guestOf(row: Row, inForce: InForce | undefined): Guest {
  const endOwner = row.endOwner ?? (row.isSynced === true ? 'on-premises' : 'foyer')
  const end =
    inForce && row.endsOn && row.endsBecause
      ? { on: row.endsOn, because: row.endsBecause }
      : undefined
  const request = requestOf(row)
  const need = request
    ? 'asks'
    : inForce && needOf({ endOwner, end }, inForce.kept.policy, inForce.today)
  return {
    guestId: row.guestId,
    name: row.name,
    ...(row.mail === null ? {} : { mail: row.mail }),
    ...(row.company === null ? {} : { company: row.company }),
    isEnabled: row.isEnabled,
    ...(row.isRedeemed === null ? {} : { isRedeemed: row.isRedeemed }),
    endOwner,
    ...(end ? { end } : {}),
    ...(need ? { need } : {}),
    ...(request ? { request } : {}),
    ...instants({
      since: row.createdAt,
      endSetAt: row.endSetAt,
      confirmedAt: row.confirmedAt,
      lastSignInAt: row.lastSignInAt,
      visitedAt: row.visitedAt,
    }),
    groupCount: row.groupCount,
    newGroups: row.newGroups,
    goneGroups: row.goneGroups,
  }
}

/** Undefined where nothing waits for an answer, or its words were erased. */
function requestOf({ askedAt, wanted, requestWords, key }: Row): Guest['request'] {
  if (!askedAt || !wanted || !requestWords || !key) return undefined
  const { reason } = unsealWords(key, requestWords) as StayWords
  return { askedAt: askedAt.toISOString(), until: wanted, reason }
}
