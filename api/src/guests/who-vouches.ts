import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { countsAsSponsor } from '@foyer/lifecycle/succession'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { ReachableDecider } from './find-decider.ts'

/** Somebody who vouches for guests, and whom a mail reaches. */
export interface ReachableVoucher extends ReachableDecider {
  readonly personId: PersonId
}

/** By the id of a group, who vouches by being in it directly. */
export type GroupVouchers = ReadonlyMap<string, readonly ReachableVoucher[]>

/**
 * Who vouches by being in these groups: nobody, where the organization does not let groups vouch.
 *
 * @throws {DirectoryError}
 */
export async function listGroupVouchers(
  directory: OrganizationDirectory,
  { groupsVouch }: Pick<ConnectedOrganization, 'groupsVouch'>,
  groupIds: readonly string[],
): Promise<GroupVouchers> {
  if (!groupsVouch || groupIds.length === 0) return new Map()
  const groups = await directory.listMembers(groupIds as readonly GroupId[])
  return new Map(
    groups.map((members = [], place) => [
      groupIds[place] ?? '',
      members.flatMap((member) => {
        const { personId, name, mail } = member
        return mail && countsAsSponsor(member) ? [{ personId, name, mail }] : []
      }),
    ]),
  )
}

/**
 * Everybody who vouches for a guest and whom a mail reaches, as the directory says now; who does so by
 * two ways stands there twice.
 *
 * @throws {DirectoryError}
 */
export async function listWhoVouches(
  directory: OrganizationDirectory,
  connected: Pick<ConnectedOrganization, 'groupsVouch'>,
  guestId: PersonId,
): Promise<readonly ReachableDecider[]> {
  const sponsors = await directory.listSponsors(guestId)
  const groupIds = sponsors.flatMap(({ kind, sponsorId }) => (kind === 'group' ? [sponsorId] : []))
  const byGroups = await listGroupVouchers(directory, connected, groupIds)
  const people = sponsors.flatMap(({ kind, name, mail }) =>
    kind === 'person' && mail ? [{ name, mail }] : [],
  )
  return [...people, ...[...byGroups.values()].flat()]
}
