import { listMyInvitations, mailMyInvitation } from '@foyer/contracts/my-invitation'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { askForLostInvitation } from '../invitations/lost.ts'
import { canMail, listOwnInvitations, tellMine } from '../invitations/mine.ts'
import { lostLinksToAddress } from '../limits/allowance.ts'
import { spendAct } from '../limits/spend-act.ts'
import { spendCode } from '../limits/spend-code.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requirePerson } from './require-person.ts'

/** What waits for whoever is here already, by an invitation of the same organization. */
export function mountMyInvitations(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock } = setting

  async function listOwn(caller: CallerIdentity) {
    const { organizationId } = caller
    const directory = setting.directory.of(organizationId, startDeadline(setting.deadlineMs))
    const me = await requirePerson(directory, caller)
    return store.asOrganization(organizationId, async (transaction) =>
      listOwnInvitations(transaction, organizationId, me, clock.now()),
    )
  }

  mountOperation(scope, listMyInvitations, async ({ caller }) => {
    const own = await listOwn(caller)
    return { invitations: own.map((told) => tellMine(told, clock.now())) }
  })

  mountOperation(scope, mailMyInvitation, async ({ caller, params }) => {
    const { organizationId, personId } = caller
    const wanted = params.invitationId.toLowerCase()
    const own = (await listOwn(caller)).find(({ row }) => row.invitationId === wanted)
    if (!own) throw new ProblemError('invitation-not-found')
    if (!canMail(own.row, clock.now())) throw new ProblemError('invitation-not-open')
    await spendAct(store, organizationId, personId)
    const { mail } = own.words
    // As often as whoever has lost a link, and not besides.
    await spendCode(store, organizationId, mail, lostLinksToAddress)
    await store.asOrganization(organizationId, async (transaction) =>
      askForLostInvitation(transaction, organizationId, mail),
    )
  })
}
