import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'
import { keepLinks, keepMemberships } from './keep-groups.ts'

/** As many people as one batch of the directory takes. */
const atOnce = 20
/** Until then what a directory lists may lag behind what its feed has told. */
const settlingMs = 60 * 60_000

/**
 * Asks for the groups of people who came, or came back, after the feed of groups had told of those
 * groups. What is found is added; that somebody left a group is the feed's to tell.
 *
 * @returns how many people were asked for.
 * @throws {DirectoryError} and {@link StoreError}; whoever was asked for before stays so.
 */
export async function catchUpMemberships(
  store: Store,
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
  now: () => Date,
): Promise<number> {
  let asked = 0
  for (;;) {
    const due = await store.asOrganization(organizationId, async (transaction) =>
      transaction
        .selectFrom('guest')
        .select(['guestId', 'membershipsAskedAt'])
        .where('membershipsDueAt', '<=', now())
        .where('removedAt', 'is', null)
        .orderBy('membershipsDueAt')
        .limit(atOnce)
        .execute(),
    )
    if (due.length === 0) return asked
    const people = due.map(({ guestId }) => guestId)
    const groups = await ask().listDirectGroups(people)
    const places = due.map(({ guestId }, place) => ({ id: guestId, ...groups[place] }))
    await store.asOrganization(organizationId, async (transaction) => {
      const keeping = { organizationId, crawl: undefined }
      const links = (relation: 'memberOf' | 'owns') =>
        places.flatMap((place) =>
          (place[relation] ?? []).map((groupId) => ({ groupId, id: place.id })),
        )
      await keepMemberships(transaction, links('memberOf'), keeping)
      await keepLinks(transaction, 'owner', links('owns'), keeping)
      await transaction
        .updateTable('guest')
        .set({
          membershipsDueAt: sql`CASE WHEN memberships_asked_at IS NULL
            THEN ${new Date(now().getTime() + settlingMs)}::timestamptz END`,
          membershipsAskedAt: now(),
        })
        .where('guestId', '=', sql<(typeof people)[number]>`ANY(${people}::uuid[])`)
        .execute()
    })
    asked += due.length
  }
}
