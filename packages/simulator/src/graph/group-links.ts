import { recordEffect } from '../simulation.ts'
import type { Group } from '../world/group.ts'
import { badRequest } from './graph-error.ts'
import type { Call } from './operation.ts'

/** The two relations of a group that are written. */
export type Relation = 'members' | 'owners'

const effects = {
  members: { added: 'member-added', removed: 'member-removed', target: 'memberId' },
  owners: { added: 'owner-added', removed: 'owner-removed', target: 'ownerId' },
} as const

/** @throws {GraphError} 400 if one of the objects stands in the relation already. */
export function requireNew(
  { tenant }: Call,
  relation: Relation,
  group: Group,
  ids: readonly string[],
): void {
  if (ids.some((id) => tenant[relation].has(group.id, id))) {
    throw badRequest(
      `One or more added object references already exist for the following modified properties: '${relation}'.`,
    )
  }
}

export function link(call: Call, relation: Relation, group: Group, id: string): void {
  const { added, target } = effects[relation]
  call.tenant[relation].add(group.id, id)
  recordEffect(call.simulation, call.tenant, {
    by: call.caller.actor,
    what: added,
    targets: { groupId: group.id, [target]: id },
  })
}

/** @throws {GraphError} 400 if the object does not stand in the relation. */
export function unlink(call: Call, relation: Relation, group: Group, id: string): void {
  const { removed, target } = effects[relation]
  if (!call.tenant[relation].remove(group.id, id)) {
    throw badRequest(
      `One or more removed object references do not exist for the following modified properties: '${relation}'.`,
    )
  }
  recordEffect(call.simulation, call.tenant, {
    by: call.caller.actor,
    what: removed,
    targets: { groupId: group.id, [target]: id },
  })
}
