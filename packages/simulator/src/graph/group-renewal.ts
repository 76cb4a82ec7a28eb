import { recordEffect } from '../simulation.ts'
import { isMicrosoft365 } from '../world/group.ts'
import { renewGroup } from '../world/lifecycle-policy.ts'
import { invalidValue } from './group-body.ts'
import { requireWritable } from './group-writing.ts'
import { requireGroup } from './groups.ts'
import { type GraphOperation, noContent } from './operation.ts'

export const groupRenewalOperations: readonly GraphOperation[] = [
  {
    // group-renew.md. Only Microsoft 365 groups expire; no document says what others answer.
    method: 'POST',
    path: '/groups/{group}/renew',
    answer(call) {
      const group = requireGroup(call)
      requireWritable(call, group)
      if (!isMicrosoft365(group)) throw invalidValue('groupTypes')
      renewGroup(call.tenant, group, call.simulation.clock.now())
      recordEffect(call.simulation, call.tenant, {
        by: call.caller.actor,
        what: 'group-renewed',
        targets: { groupId: group.id },
        properties: ['renewedDateTime', 'expirationDateTime'],
      })
      return noContent
    },
  },
]
