import { recordEffect } from '../simulation.ts'
import { purgeGroup, restoreGroup } from '../world/group-deletion.ts'
import type { Group } from '../world/group.ts'
import { renewGroup } from '../world/lifecycle-policy.ts'
import { holdsOneOf, type PermissionSet } from './caller.ts'
import { listReply } from './collection-reply.ts'
import { insufficientPrivileges } from './graph-error.ts'
import { requireFreeNickname } from './group-creation.ts'
import { requireWritable } from './group-writing.ts'
import {
  type Call,
  contextOf,
  type GraphOperation,
  type GraphReply,
  noContent,
} from './operation.ts'
import * as permissions from './permissions.ts'
import { propertiesOfGroup } from './properties.ts'

/** Groups that are deleted softly; the addresses of single items are shared with users. */
export const deletedGroupOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/directory/deletedItems/microsoft.graph.group',
    permissions: permissions.readDeletedGroups,
    answer(call) {
      const groups = [...call.tenant.deletedGroups.values()]
      return listReply(
        call,
        groups.map((object) => ({ type: 'group' as const, id: object.id, object })),
        'group',
      )
    },
  },
]

export function readDeletedGroup(call: Call, group: Group): GraphReply {
  refuseForUsersOnly(call, permissions.readDeletedUsers, permissions.readDeletedGroups)
  return reply(call, group)
}

/** With its members, owners and roles; its time begins anew, or it would expire at once. */
export function restoreDeletedGroup(call: Call, group: Group): GraphReply {
  const { tenant, simulation, caller } = call
  refuseForUsersOnly(call, permissions.restoreUsers, permissions.writeGroups)
  requireWritable(call, group)
  requireFreeNickname(tenant, group)
  restoreGroup(tenant, group)
  renewGroup(tenant, group, simulation.clock.now())
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'group-restored',
    targets: { groupId: group.id },
  })
  return reply(call, group)
}

/** Only by a person: no application permission deletes groups for good (directory-deleteditems-delete.md). */
export function purgeDeletedGroup(call: Call, group: Group): GraphReply {
  const { tenant, simulation, caller } = call
  if (caller.userId === undefined) throw insufficientPrivileges()
  refuseForUsersOnly(call, permissions.restoreUsers, permissions.writeGroups)
  requireWritable(call, group)
  purgeGroup(tenant, group)
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'group-purged',
    targets: { groupId: group.id },
  })
  return noContent
}

/** The address alone does not tell the type, so whoever has a permission for users only came this far. */
function refuseForUsersOnly({ caller }: Call, forUsers: PermissionSet, forGroups: PermissionSet) {
  if (holdsOneOf(caller, forUsers) && !holdsOneOf(caller, forGroups)) throw insufficientPrivileges()
}

function reply(call: Call, group: Group): GraphReply {
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, 'directoryObjects/$entity'),
      '@odata.type': '#microsoft.graph.group',
      ...propertiesOfGroup(call.tenant, group, call.query.select),
    },
  }
}
