import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { InvitableGroup } from '@foyer/contracts/invitation'
import type { GroupKind } from '@foyer/contracts/me'
import type { DirectoryGroup } from '@foyer/directory/group'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { takesGuests } from '@foyer/lifecycle/invitation'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/**
 * Of some groups, those into which somebody may bring a guest as the directory says now: an operator
 * into any that takes guests, others into their own, as at Microsoft's own door.
 *
 * @throws {DirectoryError}
 */
export async function findInvitable(
  directory: OrganizationDirectory,
  groupIds: readonly GroupId[],
  inviter: { readonly personId: string; readonly isOperator: boolean },
): Promise<DirectoryGroup[]> {
  if (groupIds.length === 0) return []
  const [groups, owners] = await Promise.all([
    directory.listGroups(groupIds),
    inviter.isOperator ? [] : directory.listOwners(groupIds),
  ])
  const ownersOf = new Map(groupIds.map((id, place) => [id.toLowerCase(), owners[place] ?? []]))
  return groups.filter(
    (group) =>
      takesGuests(group) &&
      (inviter.isOperator ||
        ownersOf.get(group.groupId)?.includes(inviter.personId as PersonId) === true),
  )
}

/** The groups that somebody owns and may bring guests into, by name. */
export async function listOwnInvitable(
  directory: OrganizationDirectory,
  personId: PersonId,
): Promise<InvitableGroup[]> {
  const memberships = await directory.listMemberships(personId)
  return memberships
    .filter((group) => group.isOwner && takesGuests(group))
    .map(({ groupId, name, kind }) => ({ groupId, name, kind }))
}

/** What an operator is shown at a time. */
const mostFound = 50

/** Groups whose name begins so and that Foyer remembers; asked live once a guest is to be in one. */
export async function searchInvitable(
  transaction: Transaction<Tables>,
  search: string,
): Promise<InvitableGroup[]> {
  const rows = await transaction
    .selectFrom('directoryGroup')
    .selectAll()
    .where('removedAt', 'is', null)
    .where('name', 'ilike', `${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
    .orderBy('name')
    .limit(mostFound)
    .execute()
  return rows
    .filter(takesGuests)
    .map(({ groupId, name, kind }) => ({ groupId, name, kind: kind as GroupKind }))
}
