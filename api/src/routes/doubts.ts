import { answerDoubt, doubtGuest, withdrawDoubt } from '@foyer/contracts/doubt'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import { answerDoubt as answer } from '../doubts/answer.ts'
import * as ask from '../doubts/ask.ts'
import { lockDoubt } from '../doubts/doubt.ts'
import { findDecider, type ReachableDecider } from '../guests/find-decider.ts'
import { mountOperation } from '../http/mount-operation.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { prepareAct, prepareAsking } from './prepare-act.ts'

/** The question to a guest whether they still need their access. */
export function mountDoubts(scope: FastifyInstance, setting: MeSetting): void {
  const { store, directory, deadlineMs } = setting

  mountOperation(scope, doubtGuest, async (call) => {
    const deciding = await prepareAct(setting, call)
    return store.asOrganization(call.caller.organizationId, async (transaction) =>
      ask.doubt(transaction, deciding),
    )
  })

  mountOperation(scope, withdrawDoubt, async (call) => {
    const deciding = await prepareAct(setting, call)
    await store.asOrganization(call.caller.organizationId, async (transaction) =>
      ask.withdrawDoubt(transaction, deciding),
    )
  })

  /** Who asks a guest without vouching for them, as long as they are of the organization. */
  async function findAsker({
    organizationId,
    personId,
  }: CallerIdentity): Promise<ReachableDecider | undefined> {
    const row = await store.asOrganization(organizationId, async (transaction) =>
      lockDoubt(transaction, personId),
    )
    if (row?.askedAs !== 'operator') return undefined
    return findDecider(directory.of(organizationId, startDeadline(deadlineMs)), row.askedBy)
  }

  mountOperation(scope, answerDoubt, async ({ caller, requestId, body: { reason } }) => {
    const answering = await prepareAsking(setting, { caller, requestId })
    const asker = await findAsker(caller)
    return store.asOrganization(caller.organizationId, async (transaction) =>
      answer(transaction, answering, { reason, asker }),
    )
  })
}
