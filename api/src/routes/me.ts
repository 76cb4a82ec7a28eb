import { getMe, leaveGroup, listMyGroups } from '@foyer/contracts/me'
import { problemOfRefusal } from '@foyer/contracts/problem'
import { type Deadline, startDeadline } from '@foyer/directory/deadline'
import type { Directory, OrganizationDirectory } from '@foyer/directory/directory'
import type { Person } from '@foyer/directory/person'
import { visibilityOfGroups } from '@foyer/lifecycle/group-visibility'
import { mayLeaveGroup } from '@foyer/lifecycle/leave-group'
import { mayEnter, mayLeaveGroups, maySeeGroups } from '@foyer/lifecycle/presence'
import type { FastifyInstance } from 'fastify'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { membershipOf } from './membership.ts'

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

  mountOperation(scope, getMe, async ({ caller }) => {
    const { organizationId, personId } = caller
    const directory = here(caller, startDeadline(deadlineMs))
    const [person, sponsors, about] = await Promise.all([
      requirePerson(directory, caller),
      directory.listSponsors(personId),
      directory.getOrganization(),
    ])
    const connected = organizations.find((each) => each.organizationId === organizationId)
    const slug = connected?.slug ?? organizationId
    const name = about.name || (connected?.name ?? '')
    return { ...person, organization: { ...about, organizationId, slug, name }, sponsors }
  })

  mountOperation(scope, listMyGroups, async ({ caller }) => {
    const directory = here(caller, startDeadline(deadlineMs))
    const person = await requirePerson(directory, caller)
    if (!maySeeGroups(person.kind)) throw new ProblemError('not-a-guest')
    const { visibility, memberships } = await lookAtGroups(directory, person)
    const count = memberships.length
    return visibility === 'count'
      ? { visibility, count }
      : { visibility, count, memberships: memberships.map(membershipOf) }
  })

  mountOperation(scope, leaveGroup, async ({ caller, params: { groupId } }) => {
    const directory = here(caller, startDeadline(deadlineMs))
    const person = await requirePerson(directory, caller)
    if (!mayLeaveGroups(person.kind)) throw new ProblemError('not-a-guest')
    const { visibility, memberships } = await lookAtGroups(directory, person)
    const membership = memberships.find((each) => each.groupId === groupId.toLowerCase())
    if (!membership || visibility === 'count') throw new ProblemError('membership-not-found')
    const verdict = mayLeaveGroup(membership)
    if (!verdict.canLeave) throw new ProblemError(problemOfRefusal(verdict.because))
    await directory.removeMember(membership.groupId, person.personId)
  })
}

/** @throws {ProblemError} when the organization does not know the caller any more, or blocks them. */
async function requirePerson(
  directory: OrganizationDirectory,
  { personId }: CallerIdentity,
): Promise<Person> {
  const person = await directory.findPerson(personId)
  const verdict = mayEnter(person)
  if (!verdict.isAdmitted) throw new ProblemError(verdict.because)
  return verdict.person
}

async function lookAtGroups(directory: OrganizationDirectory, { personId, kind }: Person) {
  const [memberships, guestAccess] = await Promise.all([
    directory.listMemberships(personId),
    directory.getGuestAccess(),
  ])
  return { memberships, visibility: visibilityOfGroups(kind, guestAccess) }
}
