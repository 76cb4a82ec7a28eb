import { listOwnerlessGroups, waiveOwner } from '@foyer/contracts/ownerless-group'
import type { GroupId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import { mountOperation } from '../http/mount-operation.ts'
import { spendAct } from '../limits/spend-act.ts'
import { readOwnerless } from '../ownerless/list.ts'
import * as ownerless from '../ownerless/waive.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireOperator } from './require-person.ts'

/** Groups that lost their last owner with a guest: operators see to it that they get one. */
export function mountOwnerlessGroups(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  mountOperation(scope, listOwnerlessGroups, async ({ caller, requestId }) => {
    const directory = here(caller)
    await requireOperator(directory, caller)
    const { organizationId } = caller
    const reading = { organizationId, requestId, now: clock.now() }
    const { groups, otherGroups } = await readOwnerless(store, directory, reading)
    return {
      groups: groups.map((group) => ({
        ...group,
        microsoftOwnersUrl: ownersPage(organizationId, group.groupId),
      })),
      otherGroups,
    }
  })

  mountOperation(scope, waiveOwner, async ({ caller, params, body: { reason }, requestId }) => {
    const { organizationId, personId } = caller
    const { name } = await requireOperator(here(caller), caller)
    await spendAct(store, organizationId, personId)
    await store.asOrganization(organizationId, async (transaction) =>
      ownerless.waiveOwner(transaction, {
        groupId: params.groupId.toLowerCase() as GroupId,
        reason,
        operator: { ...caller, name },
        requestId,
        now: clock.now(),
      }),
    )
  })
}

/** Of the Microsoft Entra admin center, in the directory of this organization. */
function ownersPage(organizationId: string, groupId: string): string {
  const view = 'view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Owners/groupId'
  return `https://entra.microsoft.com/#@${organizationId}/${view}/${groupId}`
}
