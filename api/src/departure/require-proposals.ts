import type { ProposedOwner } from '@foyer/contracts/departure'
import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { losesLastOwner } from '@foyer/lifecycle/last-owner'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { ProblemError } from '../http/problem-error.ts'
import { lookAtGroups } from '../routes/groups-in-sight.ts'
import { listCandidates } from './owners-in-sight.ts'

/** Whom somebody who leaves proposes as the owner of a group, with the names of both. */
export interface Proposal extends ProposedOwner {
  readonly group: string
  readonly person: string
}

/**
 * Asks the directory whether each of these groups is the caller's alone, and whoever is proposed could
 * be offered for it now.
 *
 * @throws {ProblemError} `owner-not-possible`
 */
export async function requireProposals(
  directory: OrganizationDirectory,
  person: Person,
  connected: ConnectedOrganization,
  proposed: readonly ProposedOwner[] = [],
): Promise<readonly Proposal[]> {
  if (proposed.length === 0) return []
  const wanted = proposed.map(({ groupId, personId }) => ({
    groupId: groupId.toLowerCase() as GroupId,
    personId: personId.toLowerCase() as PersonId,
  }))
  const groupIds = [...new Set(wanted.map(({ groupId }) => groupId))]
  const { memberships, visibility } = await lookAtGroups(directory, person, connected)
  const own = new Map(
    memberships
      .filter((each) => losesLastOwner(each) && !each.isMembershipHidden)
      .map(({ groupId, name }) => [groupId, name]),
  )
  const isOne = groupIds.length === wanted.length
  if (!isOne || visibility === 'count' || !groupIds.every((groupId) => own.has(groupId))) {
    throw new ProblemError('owner-not-possible')
  }
  const candidates = await listCandidates(directory, groupIds)
  return wanted.map(({ groupId, personId }) => {
    const found = candidates.get(groupId)?.find((each) => each.personId === personId)
    if (!found) throw new ProblemError('owner-not-possible')
    return { groupId, personId, group: own.get(groupId) ?? '', person: found.name }
  })
}
