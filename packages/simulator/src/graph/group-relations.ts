import type { Group } from '../world/group.ts'
import { transitiveGroupIdsOf, transitiveMemberIdsOf } from '../world/membership.ts'
import type { PermissionSet } from './caller.ts'
import { collectionReply, countReply } from './collection-reply.ts'
import { type DirectoryObject, findObject, type ObjectType } from './directory-object.ts'
import { insufficientPrivileges } from './graph-error.ts'
import { requireGroup } from './groups.ts'
import { unitsOf, visibleGroupsOf } from './memberships.ts'
import type { Call, GraphOperation } from './operation.ts'
import * as permissions from './permissions.ts'

interface Shape {
  readonly cost: number
  readonly casts: readonly ObjectType[]
  /** Only where the table has no row. */
  readonly permissions?: PermissionSet
  readonly list: (call: Call) => readonly DirectoryObject[]
}

const inside = ['user', 'group', 'servicePrincipal'] as const
const around = ['group', 'administrativeUnit'] as const

/** What a group holds, who owns it, and what holds it: whole, cast to one type, and counted. */
export const groupRelationOperations: readonly GraphOperation[] = [
  ...relation('members', {
    cost: 3,
    casts: inside,
    list: (call) => membersOf(call, requireGroup(call)),
  }),
  ...relation('transitiveMembers', { cost: 5, casts: inside, list: listTransitiveMembers }),
  ...relation('owners', {
    cost: 1,
    casts: ['user', 'servicePrincipal'],
    list: (call) => ownersOf(call, requireGroup(call)),
  }),
  ...relation('memberOf', {
    cost: 1,
    casts: around,
    permissions: permissions.readMemberOf,
    list: (call) => parentsOf(call, requireGroup(call)),
  }),
  ...relation('transitiveMemberOf', {
    cost: 1,
    casts: around,
    permissions: permissions.readMemberOf,
    list: listTransitiveMemberOf,
  }),
]

function relation(
  name: string,
  { cost, casts, permissions: needed, list }: Shape,
): GraphOperation[] {
  const operation = { method: 'GET' as const, cost, ...(needed ? { permissions: needed } : {}) }
  const path = `/groups/{group}/${name}`
  return [undefined, ...casts].flatMap((cast) => {
    const castPath = cast ? `${path}/microsoft.graph.${cast}` : path
    return [
      {
        ...operation,
        path: castPath,
        answer: (call: Call) => collectionReply(call, list(call), cast),
      },
      {
        ...operation,
        path: `${castPath}/$count`,
        answer: (call: Call) => countReply(call, list(call), cast),
      },
    ]
  })
}

/** @throws {GraphError} 403 for hidden members. */
export function membersOf(call: Call, group: Group): DirectoryObject[] {
  requireVisible(call, group)
  return objectsOf(call, call.tenant.members.from(group.id))
}

export function ownersOf(call: Call, group: Group): DirectoryObject[] {
  return objectsOf(call, call.tenant.owners.from(group.id))
}

export function parentsOf(call: Call, { id }: Group): DirectoryObject[] {
  return [...visibleGroupsOf(call, call.tenant.members.to(id)), ...unitsOf(call, id)]
}

function listTransitiveMembers(call: Call): DirectoryObject[] {
  const group = requireGroup(call)
  requireVisible(call, group)
  return objectsOf(call, transitiveMemberIdsOf(call.tenant, group.id))
}

function listTransitiveMemberOf(call: Call): DirectoryObject[] {
  const { id } = requireGroup(call)
  return [...visibleGroupsOf(call, transitiveGroupIdsOf(call.tenant, id)), ...unitsOf(call, id)]
}

function objectsOf({ tenant }: Call, ids: readonly string[]): DirectoryObject[] {
  return ids.flatMap((id) => findObject(tenant, id) ?? [])
}

/** group-list-members.md: hidden members need Member.Read.Hidden as well. */
function requireVisible({ caller }: Call, { visibility }: Group): void {
  const held = [...caller.roles, ...caller.scopes]
  if (visibility === 'HiddenMembership' && !held.includes('Member.Read.Hidden')) {
    throw insufficientPrivileges()
  }
}
