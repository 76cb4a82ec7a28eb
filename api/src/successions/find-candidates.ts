import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { Holdings } from '@foyer/directory/holdings'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { type Candidate, countsAsSponsor, orderCandidates } from '@foyer/lifecycle/succession'
import type { SuccessionRow } from './succession.ts'

/**
 * Who could vouch for a guest, by what the directory says now, the best evidence first.
 *
 * @param asked who was asked about this guest already.
 */
export async function findCandidates(
  directory: OrganizationDirectory,
  { guestId, leavesId, namedId, cause }: SuccessionRow,
  { memberOf, sponsors }: Holdings,
  asked: readonly string[],
): Promise<Candidate[]> {
  const managed = leavesId === null ? sponsors : [leavesId]
  const [inviter, owners, managers] = await Promise.all([
    directory.findInviter(guestId),
    memberOf.length > 0 ? directory.listOwners(memberOf) : [],
    Promise.all(managed.map(async (id) => directory.findManager(id as PersonId))),
  ])
  const isTakenOver = cause === 'handed-over' || cause === 'not-my-guest'
  const found: Candidate[] = [
    ...(namedId === null ? [] : [{ personId: namedId, evidence: 'named' as const }]),
    ...(isTakenOver
      ? sponsors.map((personId) => ({ personId, evidence: 'co-sponsor' as const }))
      : []),
    ...(inviter === undefined ? [] : [{ personId: inviter, evidence: 'inviter' as const }]),
    ...owners.flatMap((ids) =>
      (ids ?? []).map((personId) => ({ personId, evidence: 'group-owner' as const })),
    ),
    ...managers.flatMap((manager) =>
      manager ? [{ personId: manager.personId, evidence: 'manager' as const }] : [],
    ),
  ]
  // Where somebody else is wanted, or those who vouch do not count, they are not asked again.
  const without = [guestId, leavesId, ...asked, ...(isTakenOver ? [] : sponsors)]
  return orderCandidates(found, without)
}

/** Somebody who can vouch, and by which group they know the guest; undefined where they cannot. */
export async function lookAtCandidate(
  directory: OrganizationDirectory,
  candidateId: PersonId,
  groupsOfGuest: readonly GroupId[],
): Promise<{ readonly person: Person; readonly group?: string } | undefined> {
  const person = await directory.findPerson(candidateId)
  if (!person || !countsAsSponsor(person)) return undefined
  const { memberOf, owns } = await directory.getHoldings(candidateId)
  const shared = groupsOfGuest.filter((id) => memberOf.includes(id) || owns.includes(id))
  if (shared.length === 0) return { person }
  const groups = await directory.listGroups(shared)
  const seen = groups.find(
    ({ groupId, isMembershipHidden }) => !isMembershipHidden || owns.includes(groupId),
  )
  return { person, ...(seen ? { group: seen.name } : {}) }
}
