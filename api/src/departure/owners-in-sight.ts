import type { GroupOwnedAlone } from '@foyer/contracts/departure'
import { mostProposedOwners } from '@foyer/contracts/departure'
import type { GroupId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { DirectoryError } from '@foyer/directory/directory-error'
import type { GroupMembership } from '@foyer/directory/memberships'
import { losesLastOwner, mayOwn } from '@foyer/lifecycle/last-owner'

/** So many are offered for each group at most, by name. */
const mostCandidates = 100

type Candidates = NonNullable<GroupOwnedAlone['candidates']>

/** The groups that somebody owns alone, and whom they can propose for each as far as that is known. */
export async function lookAtOwnedAlone(
  directory: Pick<OrganizationDirectory, 'listMembers'>,
  memberships: readonly GroupMembership[],
): Promise<GroupOwnedAlone[]> {
  const alone = memberships.filter(losesLastOwner)
  // Whose members are hidden, of that group nobody is named.
  const asked = alone
    .filter(({ isMembershipHidden }) => !isMembershipHidden)
    .slice(0, mostProposedOwners)
    .map(({ groupId }) => groupId)
  const candidates = await whereAnswered(listCandidates(directory, asked))
  return alone.map(({ groupId, name, kind }) => {
    const ofGroup = candidates?.get(groupId)
    return { groupId, name, kind, ...(ofGroup ? { candidates: ofGroup } : {}) }
  })
}

/** Of each group the people who can be proposed as its owner; a group that is gone is left out. */
export async function listCandidates(
  directory: Pick<OrganizationDirectory, 'listMembers'>,
  groupIds: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, Candidates>> {
  if (groupIds.length === 0) return new Map()
  const found = await directory.listMembers(groupIds)
  return new Map(
    groupIds.flatMap((groupId, place) => {
      const members = found[place]
      if (!members) return []
      const candidates = members
        .filter(mayOwn)
        .map(({ personId, name }) => ({ personId, name }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
      return [[groupId, candidates.slice(0, mostCandidates)] as const]
    }),
  )
}

/** Leaving is previewed, and done, without it. */
async function whereAnswered<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question
  } catch (error) {
    if (error instanceof DirectoryError) return undefined
    throw error
  }
}
