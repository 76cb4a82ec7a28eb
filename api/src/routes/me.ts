import { getMe, getMyNotes, leaveGroup, listMyGroups, type Memberships } from '@foyer/contracts/me'
import { problemOfRefusal } from '@foyer/contracts/problem'
import { type Deadline, startDeadline } from '@foyer/directory/deadline'
import type { Directory } from '@foyer/directory/directory'
import type { GroupMembership } from '@foyer/directory/memberships'
import { notesOf } from '@foyer/lifecycle/account-notes'
import { mayLeaveGroup } from '@foyer/lifecycle/leave-group'
import { mayLeaveGroups, maySeeGroups } from '@foyer/lifecycle/presence'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock.ts'
import { connectedOf, type ConnectedOrganization } from '../configuration/connected-organization.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { acceptLeaving } from '../leaving/accept.ts'
import { recallGroups, recallMe } from '../projection/recall.ts'
import { createVisits } from '../standing/visits.ts'
import type { Store } from '../store/store.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { type GroupsInSight, lookAtGroups, seenBy } from './groups-in-sight.ts'
import { membershipOf } from './membership.ts'
import { requirePerson } from './require-person.ts'

export interface MeSetting {
  readonly directory: Directory
  readonly store: Store
  readonly clock: Pick<Clock, 'now'>
  readonly organizations: readonly ConnectedOrganization[]
  /** How long a person waits for the directory. */
  readonly deadlineMs: number
}

/** What people do for themselves. None of these takes an id of a person: the token is the person. */
export function mountMe(scope: FastifyInstance, setting: MeSetting): void {
  const { organizations, deadlineMs, store, clock } = setting
  const here = ({ organizationId }: CallerIdentity, deadline: Deadline) =>
    setting.directory.of(organizationId, deadline)
  const of = ({ organizationId }: CallerIdentity) => connectedOf(organizations, organizationId)

  const visits = createVisits(store)
  mountOperation(scope, getMe, async ({ caller, language, log }) => {
    const { organizationId, personId } = caller
    const role = caller.isOperator ? { isOperator: true as const } : {}
    const { slug, name } = of(caller)
    const recalled = await recallMe(store, caller, log)
    if (recalled) {
      await visits.note(caller, { language, now: clock.now(), log })
      const { organization } = recalled
      return {
        ...recalled,
        ...role,
        organization: { ...organization, organizationId, slug, name: organization.name || name },
      }
    }
    const directory = here(caller, startDeadline(deadlineMs))
    const [person, sponsors, about] = await Promise.all([
      requirePerson(directory, caller),
      directory.listSponsors(personId),
      directory.getOrganization(),
    ])
    if (person.kind === 'guest') await visits.note(caller, { language, now: clock.now(), log })
    const organization = { ...about, organizationId, slug, name: about.name || name }
    return { ...person, ...role, organization, sponsors }
  })

  mountOperation(scope, getMyNotes, async ({ caller }) => {
    const { personId, homeTenantId } = caller
    const directory = here(caller, startDeadline(deadlineMs))
    const [person, holdsRole, isSyncedFromHome] = await Promise.all([
      requirePerson(directory, caller),
      directory.holdsRole(personId),
      homeTenantId === undefined ? false : directory.findHomeSync(homeTenantId),
    ])
    return { notes: notesOf({ ...person, holdsRole, isSyncedFromHome }) }
  })

  mountOperation(scope, listMyGroups, async ({ caller, log }) => {
    const recalled = await recallGroups(store, caller, log)
    if (recalled) {
      const { memberships, guestAccess, asOf } = recalled
      return { ...shown(seenBy('guest', guestAccess, of(caller)), memberships), asOf }
    }
    const directory = here(caller, startDeadline(deadlineMs))
    const person = await requirePerson(directory, caller)
    if (!maySeeGroups(person.kind)) throw new ProblemError('not-a-guest')
    const { visibility, memberships } = await lookAtGroups(directory, person, of(caller))
    return shown(visibility, memberships)
  })

  mountOperation(scope, leaveGroup, async ({ caller, params: { groupId }, ...request }) => {
    const directory = here(caller, startDeadline(deadlineMs))
    const person = await requirePerson(directory, caller)
    if (!mayLeaveGroups(person.kind)) throw new ProblemError('not-a-guest')
    const [{ visibility, memberships }, about] = await Promise.all([
      lookAtGroups(directory, person, of(caller)),
      directory.getOrganization(),
    ])
    const membership = memberships.find((each) => each.groupId === groupId.toLowerCase())
    if (!membership || visibility === 'count') throw new ProblemError('membership-not-found')
    const verdict = mayLeaveGroup(membership)
    if (!verdict.canLeave) throw new ProblemError(problemOfRefusal(verdict.because))
    const receipt = await acceptLeaving(store, {
      organizationId: caller.organizationId,
      guestId: caller.personId,
      groupId: membership.groupId,
      caller,
      language: request.language,
      requestId: request.requestId,
      askedAt: clock.now(),
      words: {
        guest: { name: person.name, mail: person.mail },
        organization: about.name || of(caller).name,
        group: membership.name,
        told: [],
      },
    })
    return { receipt }
  })
}

function shown(
  visibility: GroupsInSight['visibility'],
  memberships: readonly GroupMembership[],
): Memberships {
  const count = memberships.length
  return visibility === 'count'
    ? { visibility, count }
    : { visibility, count, memberships: memberships.map(membershipOf) }
}
