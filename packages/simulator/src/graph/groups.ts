import type { Group } from '../world/group.ts'
import { transitiveMemberIdsOf } from '../world/membership.ts'
import { collectionReply, findObject } from './directory-object.ts'
import { insufficientPrivileges, notFound } from './graph-error.ts'
import { countReply, visibleGroupsOf } from './memberships.ts'
import { type Call, contextOf, type GraphOperation, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { propertiesOfGroup } from './properties.ts'

export const groupOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/groups/{group}',
    answer(call) {
      const { select } = call.query
      const context = select ? `groups(${select.join(',')})/$entity` : 'groups/$entity'
      return {
        status: 200,
        body: {
          '@odata.context': contextOf(call, context),
          ...propertiesOfGroup(call.tenant, requireGroup(call), select),
        },
      }
    },
  },
  ...listsOf('members', 3, listMembers),
  ...listsOf('transitiveMembers', 5, listTransitiveMembers),
  ...listsOf('owners', 1, listOwners),
  {
    method: 'GET',
    path: '/groups/{group}/memberOf',
    permissions: permissions.readMemberOf,
    answer(call) {
      const parents = call.tenant.members.to(requireGroup(call).id)
      return collectionReply(call, visibleGroupsOf(call, parents))
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

function listsOf(
  name: string,
  cost: number,
  list: (call: Call) => readonly string[],
): GraphOperation[] {
  const path = `/groups/{group}/${name}`
  const objects = (call: Call) => list(call).flatMap((id) => findObject(call.tenant, id) ?? [])
  const operation = { method: 'GET' as const, cost }
  return [
    { ...operation, path, answer: (call) => collectionReply(call, objects(call)) },
    {
      ...operation,
      path: `${path}/microsoft.graph.user`,
      answer: (call) => collectionReply(call, objects(call), 'user'),
    },
    { ...operation, path: `${path}/$count`, answer: (call) => countReply(call, objects(call)) },
  ]
}

function listMembers(call: Call): readonly string[] {
  const group = requireGroup(call)
  requireRightToHidden(call, group)
  return call.tenant.members.from(group.id)
}

function listTransitiveMembers(call: Call): readonly string[] {
  const group = requireGroup(call)
  requireRightToHidden(call, group)
  return transitiveMemberIdsOf(call.tenant, group.id)
}

function listOwners(call: Call): readonly string[] {
  return call.tenant.owners.from(requireGroup(call).id)
}

/** group-list-members.md: hidden members need Member.Read.Hidden as well. */
function requireRightToHidden({ caller }: Call, { visibility }: Group): void {
  if (visibility === 'HiddenMembership' && !caller.roles.includes('Member.Read.Hidden')) {
    throw insufficientPrivileges()
  }
}
