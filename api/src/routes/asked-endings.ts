import { answerEnding, listAskedEndings } from '@foyer/contracts/ending'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import { connectedOf } from '../configuration/connected-organization.ts'
import * as answers from '../endings/answer.ts'
import { findDecider } from '../guests/find-decider.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { spendAct } from '../limits/spend-act.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireOperator } from './require-person.ts'

/** The ends of access that people asked for on a day of too many: an operator agrees, or does not. */
export function mountAskedEndings(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock, organizations } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  mountOperation(scope, listAskedEndings, async ({ caller }) => {
    await requireOperator(here(caller), caller)
    return store.asOrganization(caller.organizationId, async (transaction) => ({
      endings: await answers.readAskedEndings(transaction),
    }))
  })

  mountOperation(scope, answerEnding, async ({ caller, params, body, requestId }) => {
    const { organizationId, personId } = caller
    const directory = here(caller)
    const operator = await requireOperator(directory, caller)
    await spendAct(store, organizationId, personId)
    const now = clock.now()
    const asked = await store.asOrganization(organizationId, async (transaction) =>
      answers.findAskedEnding(transaction, params.endingId),
    )
    const asker = asked && (await findDecider(directory, asked.askedBy))
    await store.asOrganization(organizationId, async (transaction) =>
      answers.answerEnding(transaction, {
        ...params,
        isAllowed: body.isAllowed,
        note: body.note,
        operator: { ...caller, name: operator.name, answersAs: 'operator' },
        requestId,
        now,
        connected: connectedOf(organizations, organizationId),
        asker,
      }),
    )
  })
}
