import type { EndOwner } from '@foyer/contracts/standing'
import type { PersonId } from '@foyer/contracts/ids'
import type { Policy } from '@foyer/contracts/policy'
import { type Day, dayOf } from '@foyer/lifecycle/calendar'
import type { GuestFacts } from '@foyer/lifecycle/standing'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { endOwnerOf } from './end-owner.ts'

/** A guest, and what is known that decides when their access ends. */
export interface KnownGuest {
  readonly guestId: PersonId
  readonly name: string
  readonly facts: GuestFacts
  /** Since when fewer vouch than the policy asks for. */
  readonly fewSponsorsSince: Date | null
}

/** How facts are read: the days are those of the policy's time zone. */
export interface Reading {
  readonly policy: Pick<Policy, 'timeZone' | 'sponsorsAtLeast'>
  /** From when on Foyer looks after guests: when the first policy was made. */
  readonly managedSince: Date
  /** By the Clock. */
  readonly now: Date
}

/** What is read of a guest and their term, for {@link knownGuestOf}. */
export interface FactRow {
  readonly guestId: PersonId
  readonly name: string
  readonly createdAt: Date | null
  readonly isRedeemed: boolean | null
  readonly isSynced: boolean | null
  readonly lastSignInAt: Date | null
  readonly sponsorCount: number
  readonly fewSponsorsSince: Date | null
  readonly endDate: Day | null
  readonly confirmedAt: Date | null
  readonly visitedAt: Date | null
  readonly exceptUntil: Day | null
  readonly endOwner: EndOwner | null
}

export const factColumns = sql`guest.guest_id, name, created_at, is_redeemed, is_synced,
  last_sign_in_at, sponsor_count, few_sponsors_since, end_date, confirmed_at, visited_at,
  except_until, end_owner`

/** So many are in memory at a time. */
export const pageSize = 1_000

/** Every guest of the transaction's organization who was not removed, in pages by their ids. */
export async function* readGuestFacts(
  transaction: Transaction<Tables>,
  reading: Reading,
): AsyncGenerator<readonly KnownGuest[]> {
  let after: PersonId | undefined
  for (;;) {
    const page = await findGuestFacts(
      transaction,
      reading,
      after ? sql`guest.guest_id > ${after}` : sql`true`,
    )
    yield page
    after = page.at(-1)?.guestId
    if (page.length < pageSize) return
  }
}

/** The first page of those of whom something is true, by their ids; whoever was removed is none. */
export async function findGuestFacts(
  transaction: Transaction<Tables>,
  reading: Reading,
  isMeant: RawBuilder<unknown>,
): Promise<KnownGuest[]> {
  const { rows } = await sql<FactRow>`
    SELECT ${factColumns}
    FROM guest LEFT JOIN term USING (organization_id, guest_id)
    WHERE removed_at IS NULL AND ${isMeant}
    ORDER BY guest.organization_id, guest.guest_id LIMIT ${pageSize}`.execute(transaction)
  return rows.map((row) => knownGuestOf(row, reading))
}

export function knownGuestOf(row: FactRow, { policy, managedSince, now }: Reading): KnownGuest {
  const { timeZone, sponsorsAtLeast } = policy
  const day = (at: Date | null) => (at ? dayOf(at, timeZone) : undefined)
  const fewSponsorsSince = row.sponsorCount < sponsorsAtLeast ? (row.fewSponsorsSince ?? now) : null
  const managedFrom = dayOf(managedSince, timeZone)
  return {
    guestId: row.guestId,
    name: row.name,
    fewSponsorsSince,
    facts: {
      since: day(row.createdAt) ?? managedFrom,
      managedFrom,
      endOwner: endOwnerOf(row),
      endDate: row.endDate ?? undefined,
      isRedeemed: row.isRedeemed ?? undefined,
      confirmedOn: day(row.confirmedAt),
      usedOn: day(laterOf(row.lastSignInAt, row.visitedAt)),
      tooFewSponsorsSince: day(fewSponsorsSince),
      exceptUntil: row.exceptUntil ?? undefined,
    },
  }
}

function laterOf(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other
  return one > other ? one : other
}
