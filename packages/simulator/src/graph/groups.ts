import { recordEffect } from '../simulation.ts'
import { deleteGroup, isRestorable, purgeGroup } from '../world/group-deletion.ts'
import type { Group } from '../world/group.ts'
import { collectionReply, countReply } from './collection-reply.ts'
import { notFound, NotSimulated } from './graph-error.ts'
import { requireWritable } from './group-writing.ts'
import {
  type Call,
  contextOf,
  type GraphOperation,
  type GraphReply,
  noContent,
  param,
} from './operation.ts'
import { propertiesOfGroup } from './properties.ts'

export const groupOperations: readonly GraphOperation[] = [
  { method: 'GET', path: '/groups', answer: listGroups },
  { method: 'GET', path: '/groups/$count', answer: (call) => countReply(call, wanted(call)) },
  { method: 'GET', path: '/groups/{group}', answer: getGroup },
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

function getGroup(call: Call): GraphReply {
  const { select } = call.query
  const context = select ? `groups(${select.join(',')})/$entity` : 'groups/$entity'
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, context),
      ...propertiesOfGroup(call.tenant, requireGroup(call), select),
    },
  }
}

function listGroups(call: Call): GraphReply {
  return collectionReply(call, wanted(call), 'group')
}

function wanted({ tenant, query }: Call) {
  if (query.filter !== undefined) throw new NotSimulated(`filter ${query.filter}`)
  return [...tenant.groups.values()].map((object) => ({
    type: 'group' as const,
    id: object.id,
    object,
  }))
}
