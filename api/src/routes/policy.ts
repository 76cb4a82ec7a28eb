import { changePolicy, getPolicy, type PolicyVersion, previewPolicy } from '@foyer/contracts/policy'
import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { FastifyInstance } from 'fastify'
import { mountOperation } from '../http/mount-operation.ts'
import * as policy from '../policy/change.ts'
import * as preview from '../policy/preview.ts'
import { findPolicy, type KeptPolicy } from '../policy/policy-version.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireOperator } from './require-person.ts'

/** What an organization decides of its guests' access: its operators read and change it. */
export function mountPolicy(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  mountOperation(scope, getPolicy, async ({ caller }) => {
    const directory = here(caller)
    await requireOperator(directory, caller)
    const kept = await store.asOrganization(caller.organizationId, findPolicy)
    return tell(kept, directory)
  })

  mountOperation(scope, changePolicy, async ({ caller, body, version, requestId }) => {
    const directory = here(caller)
    await requireOperator(directory, caller)
    const kept = await store.asOrganization(caller.organizationId, async (transaction) =>
      policy.changePolicy(transaction, {
        policy: body,
        inPlaceOf: version,
        operator: caller,
        requestId,
        now: clock.now(),
      }),
    )
    return tell(kept, directory)
  })

  mountOperation(scope, previewPolicy, async ({ caller, body }) => {
    await requireOperator(here(caller), caller)
    return store.asOrganization(caller.organizationId, async (transaction) =>
      preview.previewPolicy(transaction, body, clock.now()),
    )
  })
}

async function tell(
  { version, policy: rules, made }: KeptPolicy,
  directory: OrganizationDirectory,
): Promise<PolicyVersion> {
  if (!made) return { version, policy: rules }
  const maker = await directory.findPerson(made.by as PersonId)
  return {
    version,
    policy: rules,
    madeAt: made.at.toISOString(),
    ...(maker ? { madeBy: maker.name } : {}),
  }
}
