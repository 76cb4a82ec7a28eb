import { recordEffect } from '../simulation.ts'
import { isManagementRestricted } from '../world/administrative-unit.ts'
import { type Group, isDynamic, isManagedInExchange } from '../world/group.ts'
import { requireOneOf } from './caller.ts'
import { findObject } from './directory-object.ts'
import {
  badRequest,
  insufficientPrivileges,
  managementRestricted,
  notFound,
} from './graph-error.ts'
import { requireGroup } from './groups.ts'
import { type Call, type GraphOperation, type GraphReply, noContent, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { removeUser } from './users.ts'

export const memberOperations: readonly GraphOperation[] = [
  {
    method: 'POST',
    path: '/groups/{group}/members/$ref',
    permissions: permissions.writeMembers,
    answer: addMember,
  },
  {
    method: 'DELETE',
    path: '/groups/{group}/members/{member}/$ref',
    permissions: permissions.writeMembers,
    answer: removeMember,
  },
  {
    // Without $ref this names the user behind the reference, and deletes it
    // (group-delete-members.md, caution).
    method: 'DELETE',
    path: '/groups/{group}/members/{member}',
    permissions: permissions.deleteUsers,
    answer(call) {
      const group = requireGroup(call)
      const user = call.tenant.users.get(param(call, 'member').toLowerCase())
      if (!user || !call.tenant.members.has(group.id, user.id)) {
        throw notFound(param(call, 'member'))
      }
      removeUser(call, user)
      return noContent
    },
  },
  {
    method: 'POST',
    path: '/groups/{group}/members',
    permissions: permissions.writeMembers,
    answer() {
      throw badRequest('Write requests are only supported on contained entities', 'BadRequest')
    },
  },
  {
    method: 'DELETE',
    path: '/groups/{group}/owners/{owner}/$ref',
    answer: removeOwner,
  },
]

function addMember(call: Call): GraphReply {
  const { tenant, simulation, caller } = call
  const group = requireGroup(call)
  const id = referencedId(call.body)
  requireWritable(call, group)
  if (!findObject(tenant, id)) throw notFound(id)
  if (tenant.members.has(group.id, id)) {
    throw badRequest(
      "One or more added object references already exist for the following modified properties: 'members'.",
    )
  }
  tenant.members.add(group.id, id)
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'member-added',
    targets: { groupId: group.id, memberId: id },
  })
  return noContent
}

function removeMember(call: Call): GraphReply {
  const { tenant, simulation, caller } = call
  const group = requireGroup(call)
  const id = param(call, 'member').toLowerCase()
  requireWritable(call, group)
  if (!findObject(tenant, id)) throw notFound(id)
  if (!tenant.members.remove(group.id, id)) {
    throw badRequest(
      "One or more removed object references do not exist for the following modified properties: 'members'.",
    )
  }
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'member-removed',
    targets: { groupId: group.id, memberId: id },
  })
  return noContent
}

function removeOwner(call: Call): GraphReply {
  const { tenant, simulation, caller } = call
  const group = requireGroup(call)
  const id = param(call, 'owner').toLowerCase()
  if (!tenant.owners.has(group.id, id)) throw notFound(id)
  if (tenant.owners.countFrom(group.id) === 1) {
    throw badRequest('The group must have at least one owner, hence this owner cannot be removed.')
  }
  tenant.owners.remove(group.id, id)
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'owner-removed',
    targets: { groupId: group.id, ownerId: id },
  })
  return noContent
}

/**
 * Dynamic and role-assignable groups answer like a missing permission, so that the error alone
 * does not tell them apart; the others have words of their own.
 */
function requireWritable({ tenant, caller }: Call, group: Group): void {
  if (isDynamic(group)) throw insufficientPrivileges()
  if (group.isAssignableToRole) {
    requireOneOf(caller, { application: ['RoleManagement.ReadWrite.Directory'] })
  }
  if (isManagementRestricted(tenant, group.id)) throw managementRestricted()
  if (group.onPremisesSyncEnabled) {
    throw badRequest(
      'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
    )
  }
  if (isManagedInExchange(group)) {
    throw badRequest('Cannot Update a mail-enabled security groups and or distribution list.')
  }
}

/** The object that `{"@odata.id": ".../directoryObjects/{id}"}` refers to. */
function referencedId(body: unknown): string {
  const reference = (body as Record<string, unknown> | undefined)?.['@odata.id']
  const id =
    typeof reference === 'string' ? /([0-9a-f-]{36})'?\)?$/i.exec(reference)?.[1] : undefined
  if (!id)
    throw badRequest("The '@odata.id' of the reference is missing or not valid.", 'BadRequest')
  return id.toLowerCase()
}
