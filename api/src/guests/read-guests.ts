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
import { endOwnerOf } from '../standing/end-owner.ts'

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
  readonly hasAnswered: boolean
}

/** Guests for whom somebody vouches by one of their ids, as far as is remembered. */
export function sponsoredBy(vouchingIds: readonly string[]): RawBuilder<unknown> {
  return sql`EXISTS (SELECT FROM guest_sponsor link
    WHERE link.organization_id = guest.organization_id AND link.guest_id = guest.guest_id
      AND link.sponsor_id = ANY(${[...vouchingIds]}::uuid[]))`
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
    SELECT guest.guest_id AS "guestId", name, mail, company, is_enabled AS "isEnabled",
      is_redeemed AS "isRedeemed", is_synced AS "isSynced", created_at AS "createdAt",
      last_sign_in_at AS "lastSignInAt", ends_on AS "endsOn", ends_because AS "endsBecause",
      end_owner AS "endOwner", end_set_at AS "endSetAt", confirmed_at AS "confirmedAt",
      visited_at AS "visitedAt", coalesce(cardinality(holding.groups), 0) AS "groupCount",
      CASE WHEN confirmed_groups IS NULL THEN 0 ELSE
        (SELECT count(*)::int FROM unnest(holding.groups) AS held (id)
          WHERE held.id <> ALL(confirmed_groups)) END AS "newGroups",
      CASE WHEN confirmed_groups IS NULL THEN 0 ELSE
        (SELECT count(*)::int FROM unnest(confirmed_groups) AS was (id)
          WHERE was.id <> ALL(coalesce(holding.groups, '{}'))) END AS "goneGroups",
      asked.asked_at AS "askedAt", asked.wanted, asked.words AS "requestWords", guest_key.key,
      doubt.guest_id IS NOT NULL AS "hasAnswered"
    FROM guest LEFT JOIN term USING (organization_id, guest_id)
      LEFT JOIN LATERAL (SELECT array_agg(group_id) AS groups FROM membership
        WHERE membership.organization_id = guest.organization_id
          AND membership.guest_id = guest.guest_id) AS holding ON true
      LEFT JOIN stay_request asked ON asked.organization_id = guest.organization_id
        AND asked.guest_id = guest.guest_id AND asked.state = 'open'
      LEFT JOIN guest_key ON asked.guest_id IS NOT NULL
        AND guest_key.organization_id = guest.organization_id
        AND guest_key.guest_id = guest.guest_id
      LEFT JOIN doubt ON doubt.organization_id = guest.organization_id
        AND doubt.guest_id = guest.guest_id AND doubt.state = 'answered'
    WHERE removed_at IS NULL AND ${isMeant}
    ORDER BY ends_on NULLS LAST, name LIMIT ${most}`.execute(
    // A long list: the names are right as they come.
    transaction.withoutPlugins(),
  )
  const guests = rows.map((row) => guestOf(row, inForce))
  return guests.toSorted((one, other) => urgencyOf(one) - urgencyOf(other))
}

/** Whoever waits for an answer comes first. */
function urgencyOf({ need }: Guest): number {
  if (need === 'asks') return 0
  return need ? 1 : 2
}

function guestOf(row: Row, inForce: InForce | undefined): Guest {
  const endOwner = endOwnerOf(row)
  const guest: Guest = {
    guestId: row.guestId,
    name: row.name,
    isEnabled: row.isEnabled,
    endOwner,
    groupCount: row.groupCount,
    newGroups: row.newGroups,
    goneGroups: row.goneGroups,
    ...instants({
      since: row.createdAt,
      endSetAt: row.endSetAt,
      confirmedAt: row.confirmedAt,
      lastSignInAt: row.lastSignInAt,
      visitedAt: row.visitedAt,
    }),
  }
  if (row.mail !== null) guest.mail = row.mail
  if (row.company !== null) guest.company = row.company
  if (row.isRedeemed !== null) guest.isRedeemed = row.isRedeemed
  const { endsOn: on, endsBecause: because } = row
  const end = inForce && on && because ? { on, because } : undefined
  if (end) guest.end = end
  const request = requestOf(row)
  if (request) guest.request = request
  const need = request
    ? 'asks'
    : // Whoever said that they need it waits for somebody's word.
      ((inForce && needOf({ endOwner, end }, inForce.ahead)) ??
      (row.hasAnswered ? 'confirm' : undefined))
  if (need) guest.need = need
  return guest
}

/** Undefined where nothing waits for an answer, or its words were erased. */
function requestOf({ askedAt, wanted, requestWords, key }: Row): Guest['request'] {
  if (!askedAt || !wanted || !requestWords || !key) return undefined
  const { reason } = unsealWords(key, requestWords) as StayWords
  return { askedAt: askedAt.toISOString(), until: wanted, reason }
}
