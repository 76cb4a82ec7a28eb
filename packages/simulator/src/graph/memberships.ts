import { findDirectoryRole } from '../world/directory-roles.ts'
import type { Group } from '../world/group.ts'
import { transitiveGroupIdsOf } from '../world/membership.ts'
import { activeAssignmentsOf } from '../world/role.ts'
import { collectionReply, countReply } from './collection-reply.ts'
import {
  type DirectoryObject,
  findObject,
  type ObjectType,
  roleObject,
} from './directory-object.ts'
import type { Call, GraphOperation } from './operation.ts'
import type { PermissionSet } from './caller.ts'
import * as permissions from './permissions.ts'
import { requireUser } from './users.ts'

type Relation = (call: Call) => readonly DirectoryObject[]

const casts = ['group', 'directoryRole', 'administrativeUnit'] as const

/** What a user is in or owns: whole, cast to one type, and counted. */
export const membershipOperations: readonly GraphOperation[] = [
  ...operationsOf('/users/{user}/memberOf', permissions.readMemberOf, listDirect, casts),
  ...operationsOf(
    '/users/{user}/transitiveMemberOf',
    permissions.readMemberOf,
    listTransitive,
    casts,
  ),
  ...operationsOf('/users/{user}/ownedObjects', permissions.readOwnedObjects, listOwned, ['group']),
  ...operationsOf('/me/memberOf', undefined, listDirect, casts),
  ...operationsOf('/me/transitiveMemberOf', undefined, listTransitive, casts),
  ...operationsOf('/me/ownedObjects', permissions.readOwnObjects, listOwned, ['group']),
]

function operationsOf(
  path: string,
  needed: PermissionSet | undefined,
  relation: Relation,
  castTo: readonly ObjectType[],
): GraphOperation[] {
  const shapes = [undefined, ...castTo].map((cast) => ({
    cast,
    path: cast ? `${path}/microsoft.graph.${cast}` : path,
  }))
  return shapes.flatMap(({ cast, path }) => [
    {
      method: 'GET' as const,
      path,
      ...(needed ? { permissions: needed } : {}),
      cost: 2,
      answer: (call: Call) => collectionReply(call, relation(call), cast),
    },
    {
      method: 'GET' as const,
      path: `${path}/$count`,
      ...(needed ? { permissions: needed } : {}),
      cost: 2,
      answer: (call: Call) => countReply(call, relation(call), cast),
    },
  ])
}

function listDirect(call: Call): DirectoryObject[] {
  const { tenant } = call
  const { id } = requireUser(call)
  const assigned = tenant.roleAssignments.filter(({ principalId }) => principalId === id)
  return [
    ...visibleGroupsOf(call, tenant.members.to(id)),
    ...unitsOf(call, id),
    ...rolesOf(call, assigned),
  ]
}

function listTransitive(call: Call): DirectoryObject[] {
  const { tenant } = call
  const { id } = requireUser(call)
  return [
    ...visibleGroupsOf(call, transitiveGroupIdsOf(tenant, id)),
    ...unitsOf(call, id),
    ...rolesOf(call, activeAssignmentsOf(tenant, id)),
  ]
}

function listOwned(call: Call): DirectoryObject[] {
  const { tenant } = call
  return tenant.owners.to(requireUser(call).id).flatMap((id) => findObject(tenant, id) ?? [])
}

/** Hidden memberships are not told to whoever lacks the permission for them. */
export function visibleGroupsOf(
  { tenant, caller }: Call,
  ids: readonly string[],
): DirectoryObject[] {
  const seesHidden = caller.roles.includes('Member.Read.Hidden')
  return ids
    .flatMap((id) => findObject(tenant, id) ?? [])
    .filter(({ object }) => seesHidden || (object as Group).visibility !== 'HiddenMembership')
}

export function unitsOf({ tenant }: Call, userId: string): DirectoryObject[] {
  return tenant.unitMembers.to(userId).flatMap((id) => {
    const object = tenant.administrativeUnits.get(id)
    return object ? [{ type: 'administrativeUnit' as const, id, object }] : []
  })
}

/** V-14: a role over a unit or an object may not appear here, and one to take up never does. */
export function rolesOf(
  { tenant, simulation }: Call,
  assignments: readonly { roleDefinitionId: string; directoryScopeId: string }[],
): DirectoryObject[] {
  return assignments
    .filter(
      ({ directoryScopeId }) =>
        directoryScopeId === '/' || simulation.variants.rolesInMemberOf === 'every-active',
    )
    .flatMap(({ roleDefinitionId }) => {
      const role = findDirectoryRole(roleDefinitionId)
      return role ? [roleObject(tenant, role)] : []
    })
}
