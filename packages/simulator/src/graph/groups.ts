import { recordEffect } from '../simulation.ts'
import { deleteGroup, isRestorable, purgeGroup } from '../world/group-deletion.ts'
import type { Group } from '../world/group.ts'
import { notFound } from './graph-error.ts'
import { requireWritable } from './group-writing.ts'
import { type Call, type GraphOperation, noContent, param } from './operation.ts'

export const groupOperations: readonly GraphOperation[] = [
  {
    method: 'DELETE',
    path: '/groups/{group}',
    answer(call) {
      removeGroup(call, requireGroup(call))
      return noContent
    },
  },
]

/** @throws {GraphError} 404. */
export function requireGroup(call: Call): Group {
  const id = param(call, 'group')
  const group = call.tenant.groups.get(id.toLowerCase())
  if (!group) throw notFound(id)
  return group
}

/** Softly where the group can come back, else for good (groups-restore-deleted.md). */
export function removeGroup(call: Call, group: Group): void {
  const { simulation, tenant, caller } = call
  requireWritable(call, group)
  const effect = { by: caller.actor, targets: { groupId: group.id } }
  deleteGroup(tenant, group, simulation.clock.now())
  recordEffect(simulation, tenant, { ...effect, what: 'group-deleted' })
  if (isRestorable(group, simulation.variants.deletedSecurityGroups)) return
  purgeGroup(tenant, group)
  recordEffect(simulation, tenant, { ...effect, what: 'group-purged' })
}
