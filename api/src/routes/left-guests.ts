import {
  grantReturn,
  liftHold,
  listLeftGuests,
  placeHold,
  refuseReturn,
} from '@foyer/contracts/left-guest'
import { startDeadline } from '@foyer/directory/deadline'
import { answersAs } from '@foyer/lifecycle/way-back'
import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { connectedOf } from '../configuration/connected-organization.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { findLeaving } from '../leaving/leaving.ts'
import { spendAct } from '../limits/spend-act.ts'
import { doneLeaving, holdingsOf } from '../restoring/restoration.ts'
import { findObstacle } from '../restoring/way-back.ts'
import * as answer from '../returns/answer.ts'
import { nameGroups, readLeftGuests } from '../returns/left-guests.ts'
import type { Tables } from '../store/tables.ts'
import type { Answerer } from '../token/answerer.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireInsider } from './require-person.ts'

interface Act {
  readonly caller: CallerIdentity
  readonly params: { readonly leavingId: string }
  readonly requestId: string
}

/** What those who vouched for a guest who has left, and operators, answer and decide. */
export function mountLeftGuests(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock, organizations } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  mountOperation(scope, listLeftGuests, async ({ caller }) => {
    const directory = here(caller)
    const { kind } = await requireInsider(directory, caller)
    const guests = await store.asOrganization(caller.organizationId, async (transaction) =>
      readLeftGuests(transaction, { ...caller, kind }, clock.now()),
    )
    return { guests: await nameGroups(directory, guests) }
  })

  /** Everything that has to be known before an answer, asked now. */
  async function prepare({ caller, params: { leavingId }, requestId }: Act) {
    const { organizationId, personId } = caller
    const directory = here(caller)
    const person = await requireInsider(directory, caller)
    const leaving = await store.asOrganization(organizationId, async (transaction) =>
      doneLeaving(await findLeaving(transaction, leavingId)),
    )
    const as = leaving && answersAs({ ...caller, kind: person.kind }, holdingsOf(leaving).sponsors)
    if (!leaving || !as) throw new ProblemError('left-guest-not-found')
    await spendAct(store, organizationId, personId)
    const answerer: Answerer = { ...caller, name: person.name, answersAs: as }
    return { directory, answering: { leaving, answerer, requestId, now: clock.now() } }
  }

  const write = async (
    { caller: { organizationId } }: Act,
    work: (transaction: Transaction<Tables>) => Promise<void>,
  ) => store.asOrganization(organizationId, work)

  mountOperation(scope, grantReturn, async ({ body, ...call }) => {
    const { directory, answering } = await prepare(call)
    const { leaving } = answering
    const { identities } = connectedOf(organizations, leaving.organizationId)
    const obstacle = await findObstacle(directory, leaving)
    if (obstacle || !identities.keeper) throw new ProblemError('return-not-possible')
    await write(call, async (transaction) => answer.grantReturn(transaction, answering, body))
  })

  mountOperation(scope, refuseReturn, async ({ body: { note }, ...call }) => {
    const { answering } = await prepare(call)
    await write(call, async (transaction) => answer.refuseReturn(transaction, answering, note))
  })

  mountOperation(scope, placeHold, async ({ body: { reason }, ...call }) => {
    const { answering } = await prepare(call)
    await write(call, async (transaction) => answer.placeHold(transaction, answering, reason))
  })

  mountOperation(scope, liftHold, async (call) => {
    const { answering } = await prepare(call)
    await write(call, async (transaction) => answer.liftHold(transaction, answering))
  })
}
