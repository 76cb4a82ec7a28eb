import { answerMove, getMoveChoice, stopGuestMove, stopMyMove } from '@foyer/contracts/move'
import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import { connectedOf } from '../configuration/connected-organization.ts'
import { requireTouchable } from '../departure/leaver.ts'
import { lookAtGuest } from '../guests/prepare.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { spendAct } from '../limits/spend-act.ts'
import * as answer from '../moves/answer.ts'
import { listChoices, requireChosen, tellChoice } from '../moves/choose.ts'
import { findMove } from '../moves/move.ts'
import * as stop from '../moves/stop.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requirePerson } from './require-person.ts'

/** A guest who has another address: what follows to the new account, and how it is stopped. */
export function mountMoves(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock, organizations } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))
  const of = ({ organizationId }: CallerIdentity) => connectedOf(organizations, organizationId)

  /** Both accounts, about which the caller decides, and what can follow from one to the other. */
  async function lookAtBoth(caller: CallerIdentity, named: PersonId) {
    const directory = here(caller)
    const { insider, guestId: toGuestId } = await lookAtGuest(directory, of(caller), caller, named)
    const move = await store.asOrganization(caller.organizationId, async (transaction) =>
      findMove(transaction, { toGuestId }),
    )
    if (!move || !(answer.isAnswerable(move.row) || move.row.answeredAt)) {
      throw new ProblemError('move-not-found')
    }
    const { guestId } = await lookAtGuest(directory, of(caller), caller, move.row.guestId)
    const choices = await listChoices(directory, { guestId, toGuestId }, caller)
    return { directory, insider, guestId, toGuestId, choices }
  }

  mountOperation(scope, getMoveChoice, async ({ caller, params }) => {
    const { guestId, choices } = await lookAtBoth(caller, params.guestId)
    return store.asOrganization(caller.organizationId, async (transaction) =>
      tellChoice(transaction, guestId, choices, { ...caller, now: clock.now() }),
    )
  })

  mountOperation(scope, answerMove, async ({ caller, params, body, requestId }) => {
    const { directory, insider, toGuestId, choices } = await lookAtBoth(caller, params.guestId)
    await requireTouchable(directory, toGuestId)
    const groups = requireChosen(choices, body.groupIds, caller.isOperator)
    await spendAct(store, caller.organizationId, caller.personId)
    await store.asOrganization(caller.organizationId, async (transaction) =>
      answer.answerMove(transaction, {
        toGuestId,
        groups,
        carriesEnd: body.carriesEnd,
        answerer: { ...caller, name: insider.name },
        isOperator: caller.isOperator,
        requestId,
        now: clock.now(),
      }),
    )
  })

  mountOperation(scope, stopGuestMove, async ({ caller, params, requestId }) => {
    const connected = of(caller)
    const { insider, guestId } = await lookAtGuest(here(caller), connected, caller, params.guestId)
    if (!caller.isOperator) throw new ProblemError('not-an-operator')
    await spendAct(store, caller.organizationId, caller.personId)
    const actor = { kind: 'operator', id: caller.personId, name: insider.name } as const
    await store.asOrganization(caller.organizationId, async (transaction) =>
      stop.stopMove(
        transaction,
        { guestId },
        { ...caller, connected, actor, requestId, at: clock.now() },
      ),
    )
  })

  mountOperation(scope, stopMyMove, async ({ caller, requestId }) => {
    const { kind } = await requirePerson(here(caller), caller)
    if (kind !== 'guest') throw new ProblemError('not-a-guest')
    await spendAct(store, caller.organizationId, caller.personId)
    const actor = { kind: 'guest', id: caller.personId } as const
    const stopping = { ...caller, connected: of(caller), actor, requestId, at: clock.now() }
    await store.asOrganization(caller.organizationId, async (transaction) =>
      stop.stopMove(transaction, { guestId: caller.personId }, stopping),
    )
  })
}
