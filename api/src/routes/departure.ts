import { leaveOrganization, previewDeparture } from '@foyer/contracts/departure'
import { startDeadline } from '@foyer/directory/deadline'
import { isSameName } from '@foyer/lifecycle/confirmation'
import type { FastifyInstance } from 'fastify'
import { connectedOf } from '../configuration/connected-organization.ts'
import type { Challenges } from '../departure/challenge.ts'
import { requireFreshSignIn } from '../departure/fresh-sign-in.ts'
import { requireLeaver } from '../departure/leaver.ts'
import { lookAhead } from '../departure/look-ahead.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { acceptLeaving, findAccepted } from '../leaving/accept.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
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
    const { organizationId } = caller
    const preview = await lookAhead(
      {
        directory: here(caller),
        // Half the time, so that what else ends is told without it.
        appsDirectory: setting.directory.of(organizationId, startDeadline(setting.deadlineMs / 2)),
      },
      caller,
      connectedOf(organizations, organizationId),
      clock.now(),
    )
    return { ...preview, microsoftLeaveUrl: `${leavePage}/?tenantId=${organizationId}` }
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
