import {
  askForDepartureCode,
  leaveOrganization,
  previewDeparture,
} from '@foyer/contracts/departure'
import { startDeadline } from '@foyer/directory/deadline'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { isSameName } from '@foyer/lifecycle/confirmation'
import type { FastifyInstance } from 'fastify'
import { connectedOf } from '../configuration/connected-organization.ts'
import type { Challenges } from '../departure/challenge.ts'
import { sendDepartureCode } from '../departure/departure-code.ts'
import { requireLeaver } from '../departure/leaver.ts'
import { lookAhead } from '../departure/look-ahead.ts'
import { requireFreshSignIn } from '../departure/fresh-sign-in.ts'
import { requireProof } from '../departure/require-proof.ts'
import { requireProposals } from '../departure/require-proposals.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { acceptLeaving, findAccepted } from '../leaving/accept.ts'
import { spendCode } from '../limits/spend-code.ts'
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

  /** The authentication context of leaving, where a policy really stands behind it. */
  async function contextOf(directory: OrganizationDirectory, caller: CallerIdentity) {
    const { leaveContext } = connectedOf(organizations, caller.organizationId)
    if (leaveContext === undefined) return undefined
    const isEnforced = await directory.isContextEnforced(leaveContext, caller.personId)
    return isEnforced ? leaveContext : undefined
  }

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
    // Before a sign-in is asked for that would be in vain.
    const proposals = await requireProposals(directory, person, connected, body.proposedOwners)
    const ladder = { store: setting.store, challenges, context: await contextOf(directory, caller) }
    const proved = await requireProof(ladder, caller, body, clock.now())

    const receipt = await acceptLeaving(setting.store, {
      organizationId,
      guestId: personId,
      caller,
      key,
      ...proved,
      proposals,
      language: request.language,
      requestId: request.requestId,
      askedAt: clock.now(),
      words: {
        guest: { name: person.name, mail: person.mail },
        organization: about.name || connected.name,
        proposed: proposals,
        told: [],
      },
    })
    return { receipt }
  })

  mountOperation(scope, askForDepartureCode, async ({ caller, body, language, requestId }) => {
    const { organizationId } = caller
    const connected = connectedOf(organizations, organizationId)
    const directory = here(caller)
    const [about, person] = await Promise.all([
      directory.getOrganization(),
      requireLeaver(directory, caller, connected),
    ])
    const context = await contextOf(directory, caller)
    // Who can stand on a rung goes no rung down.
    const isHigher =
      context !== undefined || requireFreshSignIn(challenges, caller, body.challenge, clock.now())
    if (isHigher) {
      const challenge = challenges.issue(caller, clock.now())
      throw new ProblemError('sign-in-too-old', { challenge, ...(context ? { context } : {}) })
    }
    const { mail } = person
    if (mail === undefined) throw new ProblemError('code-not-possible')
    await spendCode(setting.store, organizationId, mail)
    const asked = { organizationId, language, requestId, askedAt: clock.now() }
    const organization = about.name || connected.name
    const attempt = await setting.store.asOrganization(organizationId, async (transaction) =>
      sendDepartureCode(transaction, { ...asked, person: { ...person, mail }, organization }),
    )
    return { attempt, mail }
  })
}
