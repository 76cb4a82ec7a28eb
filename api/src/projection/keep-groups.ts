import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { DirectoryGroup } from '@foyer/directory/group'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

export interface GroupKeeping {
  readonly organizationId: OrganizationId
  readonly crawl: Date | undefined
}

/** Something that is in something, or owns it. */
export interface Link<Id> {
  readonly groupId: GroupId
  readonly id: Id
}

export async function keepGroups(
  transaction: Transaction<Tables>,
  groups: readonly DirectoryGroup[],
  { organizationId, crawl }: GroupKeeping,
): Promise<void> {
  if (groups.length === 0) return
  await sql`
    INSERT INTO directory_group (organization_id, group_id, name, description, mail, kind, is_managed_by_rule,
      is_synced, is_role_assignable, is_managed_in_exchange, is_membership_hidden, is_protected,
      expires_at, removed_at, seen_at_crawl)
    SELECT ${organizationId}, told.*, NULL, ${crawl ?? null}::timestamptz
    FROM unnest(
      ${groups.map(({ groupId }) => groupId)}::uuid[],
      ${groups.map(({ name }) => name)}::text[],
      ${groups.map(({ description }) => description ?? null)}::text[],
      ${groups.map(({ mail }) => mail ?? null)}::text[],
      ${groups.map(({ kind }) => kind)}::text[],
      ${groups.map(({ isManagedByRule }) => isManagedByRule)}::boolean[],
      ${groups.map(({ isSynced }) => isSynced)}::boolean[],
      ${groups.map(({ isRoleAssignable }) => isRoleAssignable)}::boolean[],
      ${groups.map(({ isManagedInExchange }) => isManagedInExchange)}::boolean[],
      ${groups.map(({ isMembershipHidden }) => isMembershipHidden)}::boolean[],
      ${groups.map(({ isProtected }) => isProtected)}::boolean[],
      ${groups.map(({ expiresAt }) => expiresAt ?? null)}::timestamptz[]
    ) AS told
    ON CONFLICT (organization_id, group_id) DO UPDATE SET
      name = excluded.name, description = excluded.description, mail = excluded.mail, kind = excluded.kind,
      is_managed_by_rule = excluded.is_managed_by_rule, is_synced = excluded.is_synced,
      is_role_assignable = excluded.is_role_assignable,
      is_managed_in_exchange = excluded.is_managed_in_exchange,
      is_membership_hidden = excluded.is_membership_hidden,
      is_protected = excluded.is_protected, expires_at = excluded.expires_at,
      removed_at = NULL,
      seen_at_crawl = coalesce(excluded.seen_at_crawl, directory_group.seen_at_crawl)`.execute(
    transaction,
  )
}

export async function markGroupsRemoved(
  transaction: Transaction<Tables>,
  groupIds: readonly GroupId[],
  removedAt: Date,
): Promise<void> {
  if (groupIds.length === 0) return
  await transaction
    .updateTable('directoryGroup')
    .set({ removedAt })
    .where('groupId', '=', sql<GroupId>`ANY(${[...groupIds]}::uuid[])`)
    .where('removedAt', 'is', null)
    .execute()
}

export async function forgetGroups(
  transaction: Transaction<Tables>,
  groupIds: readonly GroupId[],
): Promise<void> {
  if (groupIds.length === 0) return
  const any = sql<GroupId>`ANY(${[...groupIds]}::uuid[])`
  for (const table of ['membership', 'owner', 'nesting', 'directoryGroup'] as const) {
    await transaction.deleteFrom(table).where('groupId', '=', any).execute()
  }
  await transaction.deleteFrom('nesting').where('outerGroupId', '=', any).execute()
}

/**
 * Of the people in groups only guests are kept, the removed among them: they may come back. Each is looked
 * up alone (OFFSET 0): without statistics, as in a first crawl, all guests would be read for each page.
 */
export async function keepMemberships(
  transaction: Transaction<Tables>,
  links: readonly Link<PersonId>[],
  { organizationId, crawl }: GroupKeeping,
): Promise<void> {
  if (links.length === 0) return
  await sql`
    INSERT INTO membership (organization_id, guest_id, group_id, seen_at_crawl)
    SELECT guest.organization_id, guest.guest_id, told.group_id, ${crawl ?? null}::timestamptz
    FROM unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ groupId }) => groupId)}::uuid[])
        AS told (guest_id, group_id)
      JOIN LATERAL (SELECT organization_id, guest_id FROM guest
        WHERE organization_id = ${organizationId} AND guest_id = told.guest_id OFFSET 0) AS guest ON true
    ON CONFLICT (organization_id, guest_id, group_id) DO UPDATE
      SET seen_at_crawl = excluded.seen_at_crawl
      WHERE excluded.seen_at_crawl IS NOT NULL`.execute(transaction)
}

export async function dropMemberships(
  transaction: Transaction<Tables>,
  links: readonly Link<PersonId>[],
  { organizationId }: GroupKeeping,
): Promise<void> {
  if (links.length === 0) return
  await sql`
    DELETE FROM membership
    USING unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ groupId }) => groupId)}::uuid[])
      AS told (guest_id, group_id)
    WHERE membership.organization_id = ${organizationId}
      AND membership.guest_id = told.guest_id AND membership.group_id = told.group_id`.execute(
    transaction,
  )
}

/** `nesting`: a group in a group. `owner`: a person who owns one. */
const columnsOf = {
  nesting: sql.raw('group_id, outer_group_id'),
  owner: sql.raw('owner_id, group_id'),
} as const

export async function keepLinks(
  transaction: Transaction<Tables>,
  table: keyof typeof columnsOf,
  links: readonly Link<string>[],
  { organizationId, crawl }: GroupKeeping,
): Promise<void> {
  if (links.length === 0) return
  await sql`
    INSERT INTO ${sql.table(table)} AS known (organization_id, ${columnsOf[table]}, seen_at_crawl)
    SELECT ${organizationId}, told.id, told.group_id, ${crawl ?? null}::timestamptz
    FROM unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ groupId }) => groupId)}::uuid[])
      AS told (id, group_id)
    ON CONFLICT (organization_id, ${columnsOf[table]}) DO UPDATE
      SET seen_at_crawl = excluded.seen_at_crawl
      WHERE excluded.seen_at_crawl IS NOT NULL`.execute(transaction)
}

export async function dropLinks(
  transaction: Transaction<Tables>,
  table: keyof typeof columnsOf,
  links: readonly Link<string>[],
  { organizationId }: GroupKeeping,
): Promise<void> {
  if (links.length === 0) return
  await sql`
    DELETE FROM ${sql.table(table)} WHERE organization_id = ${organizationId}
      AND (${columnsOf[table]}) IN (SELECT * FROM unnest(
        ${links.map(({ id }) => id)}::uuid[], ${links.map(({ groupId }) => groupId)}::uuid[]))`.execute(
    transaction,
  )
}

/** Owners who were removed do not count as owners until they are restored, guests or not. */
export async function markOwners(
  transaction: Transaction<Tables>,
  people: readonly PersonId[],
  removedAt: Date | null,
): Promise<void> {
  if (people.length === 0) return
  await transaction
    .updateTable('owner')
    .set({ removedAt })
    .where('ownerId', '=', sql<PersonId>`ANY(${[...people]}::uuid[])`)
    .where('removedAt', removedAt ? 'is' : 'is not', null)
    .execute()
}

/** Forgets what a crawl, which is over, has not met. A removed guest's places are not told of. */
export async function forgetUnseenGroups(
  transaction: Transaction<Tables>,
  crawl: Date,
): Promise<void> {
  for (const table of ['directoryGroup', 'nesting', 'owner'] as const) {
    await transaction.deleteFrom(table).where('seenAtCrawl', 'is distinct from', crawl).execute()
  }
  await sql`
    DELETE FROM membership USING guest
    WHERE guest.organization_id = membership.organization_id
      AND guest.guest_id = membership.guest_id
      AND ((membership.seen_at_crawl IS DISTINCT FROM ${crawl} AND guest.removed_at IS NULL)
        OR NOT EXISTS (SELECT FROM directory_group
          WHERE directory_group.organization_id = membership.organization_id
            AND directory_group.group_id = membership.group_id))`.execute(transaction)
}
