import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { GuestAccess } from '@foyer/directory/guest-access'
import type { GroupMembership } from '@foyer/directory/memberships'
import type { Person } from '@foyer/directory/person'
import { guestAccessOf, visibilityOfGroups } from '@foyer/lifecycle/group-visibility'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'

/** A person's groups, and whether they may see more of them than their number. */
export interface GroupsInSight {
  readonly memberships: readonly GroupMembership[]
  readonly visibility: 'names' | 'count'
}

export async function lookAtGroups(
  directory: OrganizationDirectory,
  { personId, kind }: Pick<Person, 'personId' | 'kind'>,
  organization: ConnectedOrganization,
): Promise<GroupsInSight> {
  const [memberships, read] = await Promise.all([
    directory.listMemberships(personId),
    directory.findGuestAccess(),
  ])
  return { memberships, visibility: seenBy(kind, read, organization) }
}

/** How much of their groups somebody sees, by what was read and what the organization declares. */
export function seenBy(
  kind: Person['kind'],
  read: GuestAccess | undefined,
  { guestAccess: declared }: ConnectedOrganization,
): GroupsInSight['visibility'] {
  return visibilityOfGroups(kind, guestAccessOf({ read, declared }))
}
