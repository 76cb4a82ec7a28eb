import { getMe, leaveGroup, listMyGroups } from '@foyer/contracts/me'
import { problemOfRefusal } from '@foyer/contracts/problem'
import { type Deadline, startDeadline } from '@foyer/directory/deadline'
import type { Directory } from '@foyer/directory/directory'
import { notesOf } from '@foyer/lifecycle/account-notes'
import { mayLeaveGroup } from '@foyer/lifecycle/leave-group'
import { mayLeaveGroups, maySeeGroups } from '@foyer/lifecycle/presence'
import type { FastifyInstance } from 'fastify'
import { connectedOf, type ConnectedOrganization } from '../configuration/connected-organization.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { lookAtGroups } from './groups-in-sight.ts'
import { membershipOf } from './membership.ts'
import { requirePerson } from './require-person.ts'

export interface MeSetting {
  readonly directory: Directory
  readonly organizations: readonly ConnectedOrganization[]
  /** How long a person waits for the directory. */
  readonly deadlineMs: number
}

/** What people do for themselves. None of these takes an id of a person: the token is the person. */
export function mountMe(scope: FastifyInstance, setting: MeSetting): void {
  const { organizations, deadlineMs } = setting
  const here = ({ organizationId }: CallerIdentity, deadline: Deadline) =>
    setting.directory.of(organizationId, deadline)
  const of = ({ organizationId }: CallerIdentity) => connectedOf(organizations, organizationId)

  mountOperation(scope, getMe, async ({ caller }) => {
    const { organizationId, personId, homeTenantId } = caller
    const directory = here(caller, startDeadline(deadlineMs))
    const [person, sponsors, about, holdsRole, isSyncedFromHome] = await Promise.all([
      requirePerson(directory, caller),
      directory.listSponsors(personId),
      directory.getOrganization(),
      directory.holdsRole(personId),
      homeTenantId === undefined ? false : directory.findHomeSync(homeTenantId),
    ])
    const { slug, name } = of(caller)
    const organization = { ...about, organizationId, slug, name: about.name || name }
    const notes = notesOf({ ...person, holdsRole, isSyncedFromHome })
    return { ...person, organization, sponsors, notes }
  })

  mountOperation(scope, listMyGroups, async ({ caller }) => {
    const directory = here(caller, startDeadline(deadlineMs))
    const person = await requirePerson(directory, caller)
    if (!maySeeGroups(person.kind)) throw new ProblemError('not-a-guest')
    const { visibility, memberships } = await lookAtGroups(directory, person, of(caller))
    const count = memberships.length
    return visibility === 'count'
      ? { visibility, count }
      : { visibility, count, memberships: memberships.map(membershipOf) }
  })

  mountOperation(scope, leaveGroup, async ({ caller, params: { groupId } }) => {
    const directory = here(caller, startDeadline(deadlineMs))
    const person = await requirePerson(directory, caller)
    if (!mayLeaveGroups(person.kind)) throw new ProblemError('not-a-guest')
    const { visibility, memberships } = await lookAtGroups(directory, person, of(caller))
    const membership = memberships.find((each) => each.groupId === groupId.toLowerCase())
    if (!membership || visibility === 'count') throw new ProblemError('membership-not-found')
    const verdict = mayLeaveGroup(membership)
    if (!verdict.canLeave) throw new ProblemError(problemOfRefusal(verdict.because))
    await directory.removeMember(membership.groupId, person.personId)
  })
}
