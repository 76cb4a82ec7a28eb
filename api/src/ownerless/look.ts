import type { OwnerlessState } from '@foyer/contracts/ownerless-group'
import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { DirectoryGroup } from '@foyer/directory/group'
import type { OwnerlessRow } from './ownerless-group.ts'

/** What the directory says now of groups that had no owner. */
export interface Sight {
  /** In which state each is by that, in the order of the rows. */
  readonly states: readonly Exclude<OwnerlessState, 'not-needed'>[]
  readonly groups: ReadonlyMap<GroupId, DirectoryGroup>
  /** The names of those who are proposed and still there. */
  readonly names: ReadonlyMap<string, string>
}

/**
 * Asks for the owners of each group, and what it is called.
 *
 * @throws {DirectoryError}
 */
export async function lookAtOwnerless(
  directory: OrganizationDirectory,
  rows: readonly OwnerlessRow[],
): Promise<Sight> {
  if (rows.length === 0) return { states: [], groups: new Map(), names: new Map() }
  const groupIds = rows.map(({ groupId }) => groupId)
  // A list of owners may still hold whoever has left: they are asked about themselves.
  const leavers = rows.flatMap(({ guestId }) => guestId ?? [])
  const proposed = rows.flatMap(({ proposedId }) => (proposedId as PersonId | null) ?? [])
  const [owners, groups, people] = await Promise.all([
    directory.listOwners(groupIds),
    directory.listGroups(groupIds),
    directory.listNames([...new Set([...leavers, ...proposed])]),
  ])
  const known = new Map(groups.map((group) => [group.groupId, group]))
  const names = new Map<string, string>(people.map(({ personId, name }) => [personId, name]))
  const isThere = (ownerId: PersonId, { guestId }: OwnerlessRow) =>
    ownerId !== guestId || names.has(ownerId)
  return {
    states: rows.map((row, place) => {
      if (!known.has(row.groupId)) return 'gone'
      return owners[place]?.some((ownerId) => isThere(ownerId, row)) ? 'named' : 'open'
    }),
    groups: known,
    names,
  }
}
