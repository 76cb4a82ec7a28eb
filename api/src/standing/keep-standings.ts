import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { type Day, dayOf } from '@foyer/lifecycle/calendar'
import { lookAhead } from '@foyer/lifecycle/need'
import { nextEvent, type Standing, standingOf } from '@foyer/lifecycle/standing'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { findPolicy, type KeptPolicy, whenFirst } from '../policy/policy-version.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { findGuestFacts, type KnownGuest, pageSize, type Reading } from './guest-facts.ts'

/** A policy that is in force, and how facts are read by it. */
export interface InForce {
  readonly kept: KeptPolicy
  readonly reading: Reading
  readonly today: Day
  /** The last day of which somebody should know by now. */
  readonly ahead: Day
}

/** @returns undefined where nobody has decided anything: then nobody's access has an end. */
export async function findInForce(
  transaction: Transaction<Tables>,
  now: Date,
): Promise<InForce | undefined> {
  const kept = await findPolicy(transaction)
  const managedSince = await whenFirst(transaction)
  if (!managedSince) return undefined
  const { policy } = kept
  const today = dayOf(now, policy.timeZone)
  const ahead = lookAhead(policy, today)
  return { kept, reading: { policy, managedSince, now }, today, ahead }
}

/** Where the standing of some guests is written anew, in the transaction that changes a fact. */
export async function keepStandingsOf(
  transaction: Transaction<Tables>,
  guestIds: readonly PersonId[],
  now: Date,
): Promise<void> {
  const inForce = await findInForce(transaction, now)
  if (!inForce) return
  await keepPage(transaction, inForce, sql`guest.guest_id = ANY(${[...guestIds]}::uuid[])`)
}

/**
 * Writes the standing of every guest of an organization of whom a fact has changed, a page at a time.
 * Killed in between, the next one goes on.
 *
 * @returns how many.
 * @throws {StoreError}
 */
export async function keepUntoldStandings(
  store: Store,
  organizationId: OrganizationId,
  now: () => Date,
): Promise<number> {
  for (let told = 0; ;) {
    const page = await store.asOrganization(organizationId, async (transaction) => {
      const inForce = await findInForce(transaction, now())
      return inForce ? keepPage(transaction, inForce, sql`standing_of IS NULL`) : []
    })
    told += page.length
    if (page.length < pageSize) return told
  }
}

/**
 * Writes the standing of the next page of guests that was told by another version of the policy.
 *
 * @param after where the page before ended.
 * @returns where this one ends; undefined where it was the last.
 */
export async function keepNextStandings(
  transaction: Transaction<Tables>,
  now: Date,
  after: PersonId | undefined,
): Promise<PersonId | undefined> {
  const inForce = await findInForce(transaction, now)
  if (!inForce) return undefined
  const page = await keepPage(
    transaction,
    inForce,
    sql`standing_of IS DISTINCT FROM ${inForce.kept.version}
      AND (${after ?? null}::uuid IS NULL OR guest.guest_id > ${after ?? null}::uuid)`,
  )
  return page.length < pageSize ? undefined : page.at(-1)?.guestId
}

async function keepPage(
  transaction: Transaction<Tables>,
  { kept, reading, today }: InForce,
  isMeant: RawBuilder<unknown>,
): Promise<readonly KnownGuest[]> {
  const page = await findGuestFacts(transaction, reading, isMeant)
  if (page.length === 0) return page
  const told = page.map(({ facts }) => standingOf(facts, kept.policy))
  const next = told.map((standing) => nextEvent(standing, kept.policy, today))
  await sql`
    UPDATE guest SET standing_of = ${kept.version}, ends_on = told.ends_on,
      ends_because = told.ends_because, next_kind = told.next_kind, next_on = told.next_on,
      few_sponsors_since = told.few_sponsors_since
    FROM unnest(
      ${page.map(({ guestId }) => guestId)}::uuid[],
      ${told.map(({ end }: Standing) => end?.on ?? null)}::date[],
      ${told.map(({ end }: Standing) => end?.because ?? null)}::text[],
      ${next.map((event) => event?.kind ?? null)}::text[],
      ${next.map((event) => event?.on ?? null)}::date[],
      ${page.map(({ fewSponsorsSince }) => fewSponsorsSince?.toISOString() ?? null)}::timestamptz[]
    ) AS told (guest_id, ends_on, ends_because, next_kind, next_on, few_sponsors_since)
    WHERE guest.guest_id = told.guest_id`.execute(transaction)
  return page
}
