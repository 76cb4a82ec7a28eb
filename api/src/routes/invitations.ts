import { checkInvitation } from '@foyer/contracts/invitation-check'
import {
  confirmRedeemer,
  inviteGuest,
  listInvitableGroups,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '@foyer/contracts/invitation'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { connectedOf } from '../configuration/connected-organization.ts'
import { prepareDecision } from '../guests/prepare.ts'
import { vouchesFor } from '../guests/vouching-ids.ts'
import type { Cursors } from '../http/cursor.ts'
import { findKeptRequest, keepRequest } from '../http/kept-request.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import * as change from '../invitations/change.ts'
import { tellCheck } from '../invitations/check.ts'
import { isDelegated } from '../invitations/delegation.ts'
import { listOwnInvitable, searchInvitable } from '../invitations/invitable-groups.ts'
import { findInvitation, type InvitationRow } from '../invitations/invitation.ts'
import { invite, prepareInviting } from '../invitations/invite.ts'
import * as list from '../invitations/list.ts'
import { findAddressed } from '../invitations/look-up.ts'
import { mayInviteNow } from '../invitations/may-invite.ts'
import { spendAct } from '../limits/spend-act.ts'
import { requireMovable } from '../moves/begin.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireInsider } from './require-person.ts'

/** Invitations, for the organization's own people: the directory is asked, and told nothing. */
export function mountInvitations(
  scope: FastifyInstance,
  setting: MeSetting & { readonly cursors: Cursors },
): void {
  const { store, clock, organizations, cursors } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))
  const of = ({ organizationId }: CallerIdentity) => connectedOf(organizations, organizationId)

  const isLet = async ({ organizationId, personId }: CallerIdentity) =>
    store.asOrganization(organizationId, async (transaction) =>
      isDelegated(transaction, personId, clock.now()),
    )

  mountOperation(scope, checkInvitation, async ({ caller, body: { mail } }) => {
    const directory = here(caller)
    const connected = of(caller)
    const insider = await requireInsider(directory, caller)
    await spendAct(store, caller.organizationId, caller.personId)
    const [isAllowed, rule, guestDomains, addressed] = await Promise.all([
      mayInviteNow(directory, insider, await isLet(caller)),
      directory.findInvitationRule(),
      directory.findGuestDomains(),
      findAddressed(directory, mail),
    ])
    const isGuest = addressed?.kind === 'guest' || addressed?.kind === 'invited-guest'
    const isVouchedFor =
      isGuest &&
      (await vouchesFor(directory, connected, caller.personId, addressed.person.personId))
    const isRuleStrict = rule === 'inviters'
    const asked = { mail, isAllowed, isRuleStrict, guestDomains, addressed, isVouchedFor }
    return store.asOrganization(caller.organizationId, async (transaction) =>
      tellCheck(transaction, connected, caller, asked, clock.now()),
    )
  })

  mountOperation(scope, listInvitableGroups, async ({ caller, query: { search } }) => {
    const directory = here(caller)
    await requireInsider(directory, caller)
    if (caller.isOperator && search !== undefined) {
      return store.asOrganization(caller.organizationId, async (transaction) => ({
        groups: await searchInvitable(transaction, search),
      }))
    }
    return { groups: await listOwnInvitable(directory, caller.personId) }
  })

  /** Tells what was made by this key before, if it was made by it. */
  async function tell(
    transaction: Transaction<Tables>,
    caller: CallerIdentity,
    invitationId: string,
  ) {
    const row = await findInvitation(transaction, invitationId)
    if (!row) throw new ProblemError('invitation-not-found')
    return list.tellInvitation(transaction, row, caller, clock.now())
  }

  mountOperation(scope, inviteGuest, async ({ caller, body, key, requestId }) => {
    const { organizationId, personId } = caller
    const before = await store.asOrganization(organizationId, async (transaction) => {
      const kept = await findKeptRequest(transaction, personId, key)
      return kept === undefined ? undefined : tell(transaction, caller, kept)
    })
    if (before) return before
    const directory = here(caller)
    const inviter = await requireInsider(directory, caller)
    const connected = of(caller)
    const moving =
      body.movesFrom === undefined
        ? undefined
        : await prepareDecision(directory, connected, {
            decider: caller,
            guestId: body.movesFrom,
            requestId,
            now: () => clock.now(),
          })
    if (moving) requireMovable(moving, connected)
    await spendAct(store, organizationId, personId)
    const inviting = await prepareInviting(directory, {
      connected,
      caller,
      moving,
      inviter,
      isDelegated: await isLet(caller),
      wanted: body,
      requestId,
      now: clock.now(),
    })
    return keyed(caller, key, async (transaction) => invite(transaction, inviting))
  })

  mountOperation(scope, listInvitations, async ({ caller, query: { cursor } }) => {
    const directory = here(caller)
    const { kind } = await requireInsider(directory, caller)
    const from = cursor === undefined ? 0 : cursors.read(cursor, caller)
    if (from === undefined) throw new ProblemError('invalid-request')
    const reader = { ...caller, isOperator: caller.isOperator }
    if (kind !== 'member' && !reader.isOperator) return { invitations: [] }
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const rows = await list.listInvitations(transaction, reader, from)
      const invitations = []
      for (const row of rows.slice(0, list.pageLength)) {
        invitations.push(await list.tellInvitation(transaction, row, reader, clock.now()))
      }
      const isLast = rows.length <= list.pageLength
      return {
        invitations,
        ...(isLast ? {} : { cursor: cursors.issue(caller, from + list.pageLength) }),
      }
    })
  })

  mountOperation(scope, withdrawInvitation, async ({ caller, params, requestId }) => {
    const insider = await requireInsider(here(caller), caller)
    await spendAct(store, caller.organizationId, caller.personId)
    const connected = of(caller)
    const changing = { connected, caller, insider, ...params, requestId, now: clock.now() }
    await store.asOrganization(caller.organizationId, async (transaction) =>
      change.withdraw(transaction, changing),
    )
  })

  mountOperation(scope, resendInvitation, async ({ caller, params, key, requestId }) => {
    const { organizationId, personId } = caller
    const before = await store.asOrganization(organizationId, async (transaction) => {
      const kept = await findKeptRequest(transaction, personId, key)
      return kept === undefined ? undefined : tell(transaction, caller, kept)
    })
    if (before) return before
    const directory = here(caller)
    const insider = await requireInsider(directory, caller)
    await spendAct(store, organizationId, personId)
    const connected = of(caller)
    const changing = { connected, caller, insider, ...params, requestId, now: clock.now() }
    const { row, words } = await store.asOrganization(organizationId, async (transaction) =>
      change.requireOwn(transaction, changing),
    )
    const [isAllowed, addressed] = await Promise.all([
      mayInviteNow(directory, insider, await isLet(caller)),
      // Of one that was accepted, the directory knows the guest.
      row.guestId ? undefined : findAddressed(directory, words.mail),
    ])
    if (!isAllowed) throw new ProblemError('inviting-not-allowed')
    if (addressed) throw new ProblemError('known-already')
    return keyed(caller, key, async (transaction) => change.resend(transaction, changing))
  })

  mountOperation(scope, confirmRedeemer, async ({ caller, params, requestId }) => {
    const insider = await requireInsider(here(caller), caller)
    await spendAct(store, caller.organizationId, caller.personId)
    const connected = of(caller)
    const changing = { connected, caller, insider, ...params, requestId, now: clock.now() }
    await store.asOrganization(caller.organizationId, async (transaction) =>
      change.confirmRedeemer(transaction, changing),
    )
  })

  /** Does it once for this key: of two at the same moment, the second tells what the first has made. */
  async function keyed(
    caller: CallerIdentity,
    key: Parameters<typeof keepRequest>[2],
    make: (transaction: Transaction<Tables>) => Promise<InvitationRow>,
  ) {
    const findKept = async () =>
      store.asOrganization(caller.organizationId, async (transaction) => {
        const kept = await findKeptRequest(transaction, caller.personId, key)
        return kept === undefined ? undefined : tell(transaction, caller, kept)
      })
    try {
      return await once(caller, key, make)
    } catch (error) {
      // What stood in the way may be the same call, which was quicker.
      const before = error instanceof ProblemError ? await findKept() : undefined
      if (before) return before
      throw error
    }
  }

  async function once(
    caller: CallerIdentity,
    key: Parameters<typeof keepRequest>[2],
    make: (transaction: Transaction<Tables>) => Promise<InvitationRow>,
  ) {
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const row = await make(transaction)
      await keepRequest(transaction, caller, key, row.invitationId)
      const winner = await findKeptRequest(transaction, caller.personId, key)
      return tell(transaction, caller, winner ?? row.invitationId)
    })
  }
}
