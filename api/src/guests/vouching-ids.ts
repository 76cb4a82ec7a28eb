import type { PersonId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { answersAs } from '@foyer/lifecycle/way-back'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'

/**
 * The ids by which a directory names somebody as a sponsor: their own, and where the organization
 * allows it those of the groups that they are in directly. Whoever is in a group of a group is not
 * asked: they would not know of it.
 *
 * @throws {DirectoryError}
 */
export async function findVouchingIds(
  directory: OrganizationDirectory,
  { groupsVouch }: Pick<ConnectedOrganization, 'groupsVouch'>,
  personId: PersonId,
): Promise<readonly string[]> {
  if (!groupsVouch) return [personId]
  const [groups] = await directory.listDirectGroups([personId])
  return [personId, ...(groups?.memberOf ?? [])]
}

/**
 * Whether somebody vouches for a guest, as the directory says now.
 *
 * @throws {DirectoryError}
 */
export async function vouchesFor(
  directory: OrganizationDirectory,
  connected: Pick<ConnectedOrganization, 'groupsVouch'>,
  personId: PersonId,
  guestId: PersonId,
): Promise<boolean> {
  const [{ sponsors }, vouchingIds] = await Promise.all([
    directory.getTies(guestId),
    findVouchingIds(directory, connected, personId),
  ])
  const somebody = { personId, kind: 'member', isOperator: false, vouchingIds } as const
  return answersAs(somebody, sponsors) === 'sponsor'
}
