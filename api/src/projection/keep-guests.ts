import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Person } from '@foyer/directory/person'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** A guest as a feed tells of them. */
export interface ToldGuest {
  readonly guest: Person
  /** Since when they are removed and can be restored. */
  readonly removedAt: Date | undefined
}

/** What a page brings to the rows of guests. */
export interface GuestKeeping {
  readonly organizationId: OrganizationId
  readonly crawl: Date | undefined
  /** When to ask for the groups of whoever is new: the feed of groups may have told before. */
  readonly membershipsDueAt: Date | undefined
}

/** Writes guests as they are now; a thousand of them are one statement. */
export async function keepGuests(
  transaction: Transaction<Tables>,
  told: readonly ToldGuest[],
  { organizationId, crawl, membershipsDueAt }: GuestKeeping,
): Promise<void> {
  if (told.length === 0) return
  const column = <T>(valueOf: (guest: Person) => T) => told.map(({ guest }) => valueOf(guest))
  await sql`
    INSERT INTO guest (organization_id, guest_id, name, mail, company, signs_in_with, is_redeemed,
      is_enabled, is_synced, is_protected, created_at, removed_at, memberships_due_at, seen_at_crawl)
    SELECT ${organizationId}, told.*, ${membershipsDueAt ?? null}::timestamptz,
      ${crawl ?? null}::timestamptz
    FROM unnest(
      ${column(({ personId }) => personId)}::uuid[],
      ${column(({ name }) => name)}::text[],
      ${column(({ mail }) => mail ?? null)}::text[],
      ${column(({ company }) => company ?? null)}::text[],
      ${column(({ signsInWith }) => signsInWith)}::text[],
      ${column(({ isRedeemed }) => isRedeemed ?? null)}::boolean[],
      ${column(({ isEnabled }) => isEnabled)}::boolean[],
      ${column(({ isSynced }) => isSynced ?? null)}::boolean[],
      ${column(({ isProtected }) => isProtected ?? null)}::boolean[],
      ${column(({ since }) => since ?? null)}::timestamptz[],
      ${told.map(({ removedAt }) => removedAt?.toISOString() ?? null)}::timestamptz[]
    ) AS told
    ON CONFLICT (organization_id, guest_id) DO UPDATE SET
      name = excluded.name, mail = excluded.mail, company = excluded.company,
      signs_in_with = excluded.signs_in_with, is_redeemed = excluded.is_redeemed,
      is_enabled = excluded.is_enabled, is_synced = excluded.is_synced,
      is_protected = excluded.is_protected, created_at = excluded.created_at,
      removed_at = excluded.removed_at,
      memberships_due_at = CASE
        WHEN guest.removed_at IS NOT NULL AND excluded.removed_at IS NULL
        THEN excluded.memberships_due_at ELSE guest.memberships_due_at END,
      memberships_asked_at = CASE
        WHEN guest.removed_at IS NOT NULL AND excluded.removed_at IS NULL
        THEN NULL ELSE guest.memberships_asked_at END,
      seen_at_crawl = coalesce(excluded.seen_at_crawl, guest.seen_at_crawl)
    WHERE (guest.name, guest.mail, guest.company, guest.signs_in_with, guest.is_redeemed,
        guest.is_enabled, guest.is_synced, guest.is_protected, guest.created_at, guest.removed_at)
      IS DISTINCT FROM (excluded.name, excluded.mail, excluded.company, excluded.signs_in_with,
        excluded.is_redeemed, excluded.is_enabled, excluded.is_synced, excluded.is_protected,
        excluded.created_at, excluded.removed_at)
      OR excluded.seen_at_crawl IS NOT NULL`.execute(transaction)
}

/** They cannot sign in any more; an administrator can bring them back with all that they had. */
export async function markRemoved(
  transaction: Transaction<Tables>,
  guestIds: readonly PersonId[],
  removedAt: Date,
): Promise<void> {
  if (guestIds.length === 0) return
  await transaction
    .updateTable('guest')
    .set({ removedAt })
    .where('guestId', '=', anyOf(guestIds))
    .where('removedAt', 'is', null)
    .execute()
}

/** Nothing of them is left: they are gone for good, or are no guests any more. */
export async function forgetGuests(
  transaction: Transaction<Tables>,
  guestIds: readonly PersonId[],
): Promise<void> {
  if (guestIds.length === 0) return
  for (const table of ['membership', 'guestSponsor', 'guest'] as const) {
    await transaction.deleteFrom(table).where('guestId', '=', anyOf(guestIds)).execute()
  }
}

/** Forgets whomever a crawl, which is over, has not met. */
export async function forgetUnseenGuests(
  transaction: Transaction<Tables>,
  crawl: Date,
): Promise<void> {
  await transaction.deleteFrom('guest').where('seenAtCrawl', 'is distinct from', crawl).execute()
  for (const table of ['membership', 'guest_sponsor']) {
    await sql`
      DELETE FROM ${sql.table(table)} AS link WHERE NOT EXISTS (SELECT FROM guest
        WHERE guest.organization_id = link.organization_id
          AND guest.guest_id = link.guest_id)`.execute(transaction)
  }
}

/** One parameter, however many ids. */
function anyOf(ids: readonly PersonId[]) {
  return sql<PersonId>`ANY(${[...ids]}::uuid[])`
}
