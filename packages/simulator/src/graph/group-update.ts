import { recordEffect } from '../simulation.ts'
import { type Group, isDynamic, isMicrosoft365 } from '../world/group.ts'
import { holdsOneOf } from './caller.ts'
import { badRequest, insufficientPrivileges } from './graph-error.ts'
import { invalidValue, readGroupBody, type WritableGroup } from './group-body.ts'
import { requireFreeNickname } from './group-creation.ts'
import { link, requireNew } from './group-links.ts'
import { requireFitting, requireWritable, requireWritableMembers } from './group-writing.ts'
import { requireGroup } from './groups.ts'
import { type Call, type GraphOperation, type GraphReply, noContent } from './operation.ts'
import * as permissions from './permissions.ts'
import { requireBound } from './object-reference.ts'

export const groupUpdateOperations: readonly GraphOperation[] = [
  {
    // GroupMember.ReadWrite.All is in group-post-members.md, example 2, and not in the table.
    method: 'PATCH',
    path: '/groups/{group}',
    permissions: permissions.writeMembers,
    answer: updateGroup,
  },
]

/** Changes properties, and adds up to twenty members: all of it, or an error (group-update.md). */
function updateGroup(call: Call): GraphReply {
  const group = requireGroup(call)
  const changes = changesOf(group, readGroupBody(call.body))
  const names = Object.keys(changes)
  const binds = 'members@odata.bind' in (call.body as object)
  const isMoreThanMembers = !binds || names.length > 0
  const mayMembersOnly =
    holdsOneOf(call.caller, permissions.writeMembersOnly) &&
    !holdsOneOf(call.caller, permissions.writeGroups)
  if (isMoreThanMembers && mayMembersOnly) throw insufficientPrivileges()
  requireWritable(call, group)
  if (binds) requireWritableMembers(call, group)
  requirePossible(call, group, changes)
  const { members } = requireBound(call, ['members'])
  for (const member of members) requireFitting(group, member)
  requireNew(
    call,
    'members',
    group,
    members.map(({ id }) => id),
  )

  Object.assign(group, changes)
  if (isDynamic(group)) group.membershipRuleProcessingState ??= 'On'
  else Object.assign(group, { membershipRule: null, membershipRuleProcessingState: null })
  if (names.length > 0) {
    recordEffect(call.simulation, call.tenant, {
      by: call.caller.actor,
      what: 'group-updated',
      targets: { groupId: group.id },
      properties: names,
    })
  }
  for (const { id } of members) link(call, 'members', group, id)
  return noContent
}

/** What differs from the group as it is: the rest is said again and changes nothing. */
function changesOf(group: Group, given: Partial<WritableGroup>): Partial<WritableGroup> {
  const differing = Object.entries(given).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(group[name as keyof WritableGroup]),
  )
  return Object.fromEntries(differing) as Partial<WritableGroup>
}

function requirePossible({ tenant }: Call, group: Group, changes: Partial<WritableGroup>): void {
  if (changes.isAssignableToRole !== undefined) {
    throw badRequest(
      'Value for IsAssignableToRole cannot be updated for groups assignable to role.',
    )
  }
  if (changes.mailEnabled !== undefined) throw invalidValue('mailEnabled')
  const next = { ...group, ...changes }
  // A group may get a rule or lose it (groups-change-type.md); its kind it keeps.
  if (isMicrosoft365(next) !== isMicrosoft365(group)) throw invalidValue('groupTypes')
  if (isDynamic(next) && (!next.membershipRule || next.isAssignableToRole)) {
    throw invalidValue('membershipRule')
  }
  if (!isDynamic(next) && changes.membershipRule) throw invalidValue('membershipRule')
  if (!isMicrosoft365(next) && !next.securityEnabled) throw invalidValue('securityEnabled')
  // group.md: hidden membership is chosen at creation, for Microsoft 365 groups only.
  const hides = [changes.visibility, group.visibility].includes('HiddenMembership')
  if (changes.visibility !== undefined && (hides || group.isAssignableToRole)) {
    throw invalidValue('visibility')
  }
  if (changes.mailNickname !== undefined) requireFreeNickname(tenant, next)
}
