import { type Group, isDynamic, isManagedInExchange, isMicrosoft365 } from '../world/group.ts'
import { requireUnrestricted } from './authority.ts'
import { requireOneOf } from './caller.ts'
import type { DirectoryObject } from './directory-object.ts'
import { badRequest, insufficientPrivileges } from './graph-error.ts'
import type { Call } from './operation.ts'
import { writeRoleAssignable } from './permissions.ts'

/**
 * Whether this caller may change this group at all, and whether anybody may through Graph.
 *
 * @throws {GraphError} in words of its own for each kind, but for role-assignable groups, which
 *   answer like a missing permission.
 */
export function requireWritable(call: Call, group: Group): void {
  if (group.isAssignableToRole) requireOneOf(call.caller, writeRoleAssignable)
  requireUnrestricted(call, group.id)
  if (group.onPremisesSyncEnabled) {
    throw badRequest(
      'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
    )
  }
  if (isManagedInExchange(group)) {
    throw badRequest('Cannot Update a mail-enabled security groups and or distribution list.')
  }
}

/** As {@link requireWritable}; a dynamic group's members are its rule's, told as a missing permission. */
export function requireWritableMembers(call: Call, group: Group): void {
  if (isDynamic(group)) throw insufficientPrivileges()
  requireWritable(call, group)
}

/**
 * Which kinds of object a group can contain (groups-allowed-member-types.md, how-to-manage-groups.md).
 * A group may lie in itself, directly or in a circle (MicrosoftDocs/azure-docs#43313).
 *
 * @throws {GraphError} 400; the words for a Microsoft 365 group in another are recorded
 *   (microsoft-graph-docs#11629), the others follow them.
 */
export function requireFitting(
  group: Pick<Group, 'groupTypes'> & Partial<Pick<Group, 'isAssignableToRole'>>,
  member: DirectoryObject,
): void {
  if (member.type === 'user') return
  const container = isMicrosoft365(group) ? 'Unified Groups' : 'Security Groups'
  if (member.type !== 'group') {
    if (container === 'Unified Groups') throw unfitting('Service Principals', container)
    return
  }
  if (group.isAssignableToRole) {
    // MicrosoftDocs/azure-docs#88710
    throw badRequest(
      'Nesting is currently not supported for groups that can be assigned to a role.',
    )
  }
  if (isMicrosoft365(member.object)) throw unfitting('Unified Groups', container)
  if (isManagedInExchange(member.object)) throw unfitting('Mail-enabled Groups', container)
  if (container === 'Unified Groups') throw unfitting('Security Groups', container)
}

/** group-post-owners.md: users and service principals. */
export function requireOwnerLike(owner: DirectoryObject): void {
  if (owner.type !== 'user' && owner.type !== 'servicePrincipal') {
    throw badRequest("Invalid value specified for property 'owners' of resource 'Group'.")
  }
}

function unfitting(what: string, container: string) {
  return badRequest(
    `${what} cannot be added to ${container}. paramName: Members, paramValue: , objectType: Microsoft.Online.DirectoryServices.Group`,
  )
}
