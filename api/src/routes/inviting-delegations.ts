import type { PersonId } from '@foyer/contracts/ids'
import {
  delegateInviting,
  endInvitingDelegation,
  listInvitingDelegations,
} from '@foyer/contracts/inviting-delegation'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import { mountOperation } from '../http/mount-operation.ts'
import { requireDay } from '../http/require-day.ts'
import { delegate, endDelegation, listDelegations } from '../invitations/delegation.ts'
import { appendToJournal } from '../journal/append.ts'
import { operatorEntryOf } from '../journal/operator-entry.ts'
import { spendAct } from '../limits/spend-act.ts'
import { requireSuccessor } from '../successions/open.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireOperator } from './require-person.ts'

/** Whom operators let invite by Foyer, besides the organization's own rule. */
export function mountInvitingDelegations(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  mountOperation(scope, listInvitingDelegations, async ({ caller }) => {
    const directory = here(caller)
    await requireOperator(directory, caller)
    const rows = await store.asOrganization(caller.organizationId, async (transaction) =>
      listDelegations(transaction, clock.now()),
    )
    const ids = rows.flatMap(({ inviterId, delegatedBy }) => [inviterId, delegatedBy])
    const names = await directory.listNames([...new Set(ids)] as PersonId[])
    const find = (id: string) => names.find(({ personId }) => personId === id)
    return {
      delegations: rows.map(({ inviterId, untilOn, reason, delegatedAt, delegatedBy }) => {
        const person = find(inviterId)
        const operator = find(delegatedBy)
        return {
          personId: inviterId as PersonId,
          ...(person ? { name: person.name } : {}),
          ...(person?.mail === undefined ? {} : { mail: person.mail }),
          until: untilOn,
          reason,
          delegatedAt: delegatedAt.toISOString(),
          ...(operator ? { delegatedBy: operator.name } : {}),
        }
      }),
    }
  })

  mountOperation(scope, delegateInviting, async ({ caller, body, requestId }) => {
    const { organizationId, personId: by } = caller
    const until = requireDay(body.until)
    const directory = here(caller)
    await requireOperator(directory, caller)
    const { personId: inviterId } = await requireSuccessor(directory, body.mail, [])
    await spendAct(store, organizationId, by)
    const now = clock.now()
    await store.asOrganization(organizationId, async (transaction) => {
      const wish = { organizationId, inviterId, until, reason: body.reason, by, now }
      await delegate(transaction, wish)
      await appendToJournal(transaction, {
        ...operatorEntryOf(caller, requestId, now),
        act: 'delegate-inviting',
        objectId: inviterId,
        facts: { until },
      })
    })
  })

  mountOperation(scope, endInvitingDelegation, async ({ caller, params, requestId }) => {
    const { organizationId, personId } = caller
    const inviterId = params.personId.toLowerCase() as PersonId
    await requireOperator(here(caller), caller)
    await spendAct(store, organizationId, personId)
    await store.asOrganization(organizationId, async (transaction) => {
      if (!(await endDelegation(transaction, inviterId))) return
      await appendToJournal(transaction, {
        ...operatorEntryOf(caller, requestId, clock.now()),
        act: 'end-delegation',
        objectId: inviterId,
      })
    })
  })
}
