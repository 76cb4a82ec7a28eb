import { leaveOrganization, previewDeparture } from '@foyer/contracts/departure'
import { startDeadline } from '@foyer/directory/deadline'
import { isSameName } from '@foyer/lifecycle/confirmation'
import { datesAfterRemoval } from '@foyer/lifecycle/depart'
import type { FastifyInstance } from 'fastify'
import { connectedOf } from '../configuration/connected-organization.ts'
import type { Challenges } from '../departure/challenge.ts'
import { requireFreshSignIn } from '../departure/fresh-sign-in.ts'
import { lookAtLeaver, requireLeaver } from '../departure/leaver.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { acceptLeaving, findAccepted } from '../leaving/accept.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { undoHoursAt } from '../restoring/way-back.ts'
import { lookAtGroups } from './groups-in-sight.ts'
import type { MeSetting } from './me.ts'

export interface DepartureSetting extends MeSetting {
  readonly challenges: Challenges
  /** The origin of Microsoft's own page for leaving an organization. */
  readonly leavePage: string
}

/** Leaving the organization. The token says who leaves and what: nothing here takes an id. */
export function mountDeparture(scope: FastifyInstance, setting: DepartureSetting): void {
  const { organizations, clock, challenges, leavePage } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  mountOperation(scope, previewDeparture, async ({ caller }) => {
    const { organizationId, homeTenantId } = caller
    const directory = here(caller)
    const connected = connectedOf(organizations, organizationId)
    const [{ person, verdict }, isSyncedFromHome] = await Promise.all([
      lookAtLeaver(directory, caller, connected),
      homeTenantId === undefined ? false : directory.findHomeSync(homeTenantId),
    ])
    const { memberships, visibility } = await lookAtGroups(directory, person, connected)
    const ownedAlone = memberships.filter(
      ({ isOwner, ownerCount = 1 }) => isOwner && ownerCount <= 1,
    )
    const undoHours = undoHoursAt(connected)
    return {
      mayLeave: verdict.mayLeave,
      ...(verdict.mayLeave ? {} : { mayNotBecause: verdict.because }),
      microsoftLeaveUrl: `${leavePage}/?tenantId=${organizationId}`,
      groupCount: memberships.length,
      ...(visibility === 'names'
        ? { groupNames: namesOf(memberships), ownedAlone: namesOf(ownedAlone) }
        : {}),
      mayReturnBySync: isSyncedFromHome ?? false,
      ...(undoHours > 0 ? { undoHours } : {}),
      ...toInstants(datesAfterRemoval(clock.now())),
    }
  })

  mountOperation(scope, leaveOrganization, async ({ caller, body, key, ...request }) => {
    const { organizationId, personId } = caller
    const accepted = await findAccepted(setting.store, caller, key, clock.now())
    if (accepted) return { receipt: accepted }

    const connected = connectedOf(organizations, organizationId)
    const directory = here(caller)
    const [about, person] = await Promise.all([
      directory.getOrganization(),
      requireLeaver(directory, caller, connected),
    ])
    // Under either name: people are shown what the directory says, and find it by what we were told.
    const names = [about.name, connected.name]
    if (!names.some((name) => isSameName(body.confirmation, name))) {
      throw new ProblemError('confirmation-differs')
    }
    requireFreshSignIn(challenges, caller, body.challenge, clock.now())

    const receipt = await acceptLeaving(setting.store, {
      organizationId,
      guestId: personId,
      caller,
      key,
      language: request.language,
      requestId: request.requestId,
      askedAt: clock.now(),
      words: {
        guest: { name: person.name, mail: person.mail },
        organization: about.name || connected.name,
        told: [],
      },
    })
    return { receipt }
  })
}

function namesOf(memberships: readonly { readonly name: string }[]): string[] {
  return memberships.map(({ name }) => name)
}

function toInstants<K extends string>(dates: Readonly<Record<K, Date>>): Record<K, string> {
  const entries = Object.entries<Date>(dates).map(([name, date]) => [name, date.toISOString()])
  return Object.fromEntries(entries) as Record<K, string>
}
