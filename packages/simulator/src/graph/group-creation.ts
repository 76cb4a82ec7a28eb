import { randomUUID } from 'node:crypto'
import { recordEffect } from '../simulation.ts'
import { type Group, isMicrosoft365 } from '../world/group.ts'
import { instantOf, scheduleExpiration } from '../world/lifecycle-policy.ts'
import type { Tenant } from '../world/tenant.ts'
import { requireOneOf } from './caller.ts'
import type { DirectoryObject } from './directory-object.ts'
import { badRequest, insufficientPrivileges } from './graph-error.ts'
import { invalidValue, readGroupBody, type WritableGroup } from './group-body.ts'
import { link } from './group-links.ts'
import { requireFitting, requireOwnerLike } from './group-writing.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import * as permissions from './permissions.ts'
import { propertiesOfGroup } from './properties.ts'
import { requireBound } from './object-reference.ts'

const required = ['displayName', 'mailEnabled', 'mailNickname', 'securityEnabled'] as const

export const groupCreationOperations: readonly GraphOperation[] = [
  { method: 'POST', path: '/groups', answer: createGroup },
]

/** Creates a group with its first owners and members: all of it, or an error (group-post-groups.md). */
function createGroup(call: Call): GraphReply {
  const { tenant, simulation, caller } = call
  const wanted = requireComplete(readGroupBody(call.body))
  requireConsistent(wanted)
  if (wanted.isAssignableToRole) requireOneOf(caller, permissions.writeRoleAssignable)
  requireFreeNickname(tenant, wanted)
  const { owners, members } = requireBound(call, ['owners', 'members'])
  for (const object of [...owners, ...members]) requireReadable(call, object)
  for (const owner of owners) requireOwnerLike(owner)
  for (const member of members) requireFitting(wanted, member)
  if (members.length > 0 && wanted.groupTypes.includes('DynamicMembership')) {
    throw insufficientPrivileges()
  }

  const now = simulation.clock.now()
  const group = describeGroup(tenant, wanted, now)
  tenant.groups.set(group.id, group)
  scheduleExpiration(tenant, group, now)
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'group-created',
    targets: { groupId: group.id },
  })
  // A person who names no owner becomes one; an app's group has none.
  const ownerIds = owners.length > 0 ? owners.map(({ id }) => id) : [caller.userId]
  for (const id of ownerIds) if (id) link(call, 'owners', group, id)
  for (const { id } of members) link(call, 'members', group, id)
  return {
    status: 201,
    headers: { location: `${call.origin}/${call.version}/groups/${group.id}` },
    body: {
      '@odata.context': contextOf(call, 'groups/$entity'),
      ...propertiesOfGroup(tenant, group, undefined),
    },
  }
}

type Complete = Partial<WritableGroup> &
  Pick<WritableGroup, (typeof required)[number] | 'groupTypes'>

function requireComplete(given: Partial<WritableGroup>): Complete {
  const missing = required.find((name) => given[name] === undefined)
  if (missing) {
    throw badRequest(`A value is required for property '${missing}' of resource 'Group'.`)
  }
  return { groupTypes: [], ...given } as Complete
}

/** Only Microsoft 365 and security groups can be made here (groups-overview.md). */
function requireConsistent(wanted: Complete): void {
  const isDynamic = wanted.groupTypes.includes('DynamicMembership')
  if (isMicrosoft365(wanted)) {
    if (!wanted.mailEnabled) throw invalidValue('mailEnabled')
  } else {
    if (wanted.mailEnabled) {
      throw badRequest('Cannot Create a mail-enabled security groups and or distribution list.')
    }
    if (!wanted.securityEnabled) throw invalidValue('securityEnabled')
    if (wanted.visibility === 'HiddenMembership') throw invalidValue('visibility')
  }
  if (isDynamic && !wanted.membershipRule) {
    throw badRequest("A value is required for property 'membershipRule' of resource 'Group'.")
  }
  if (!isDynamic && wanted.membershipRule) throw invalidValue('membershipRule')
  // group.md: a group that can carry roles is a security group, private, and has no rule.
  if (wanted.isAssignableToRole) {
    const isOpen = wanted.visibility !== undefined && wanted.visibility !== 'Private'
    if (!wanted.securityEnabled || isDynamic || isOpen) throw invalidValue('isAssignableToRole')
  }
}

/** The nickname is unique among Microsoft 365 groups, of which a tenant has thousands at most. */
export function requireFreeNickname(
  tenant: Tenant,
  { groupTypes, mailNickname }: Pick<Group, 'groupTypes' | 'mailNickname'>,
): void {
  if (!isMicrosoft365({ groupTypes })) return
  const wanted = mailNickname.toLowerCase()
  for (const group of tenant.groups.values()) {
    if (isMicrosoft365(group) && group.mailNickname.toLowerCase() === wanted) {
      throw badRequest(
        'Another object with the same value for property mailNickname already exists.',
      )
    }
  }
}

/** Group.Create alone lets an app name itself, and others only where it may read them. */
function requireReadable({ caller, tenant }: Call, { type, id }: DirectoryObject): void {
  const isItself = tenant.servicePrincipals.get(caller.clientId)?.id === id
  const isWriter = permissions.writeGroups.application.some((name) => caller.roles.includes(name))
  if (caller.userId !== undefined || isItself || isWriter) return
  const reader = type === 'user' ? 'User.Read.All' : 'Application.Read.All'
  requireOneOf(caller, { application: [reader, 'Directory.Read.All'] })
}

function describeGroup(tenant: Tenant, wanted: Complete, now: Date): Group {
  const isUnified = isMicrosoft365(wanted)
  const mail = isUnified ? `${wanted.mailNickname}@${tenant.domains[0]}` : null
  const isDynamic = wanted.groupTypes.includes('DynamicMembership')
  const isPrivate = wanted.isAssignableToRole === true
  return {
    id: randomUUID(),
    classification: wanted.classification ?? null,
    createdDateTime: instantOf(now),
    deletedDateTime: null,
    description: wanted.description ?? null,
    displayName: wanted.displayName,
    expirationDateTime: null,
    groupTypes: wanted.groupTypes,
    isAssignableToRole: wanted.isAssignableToRole ?? null,
    mail,
    mailEnabled: wanted.mailEnabled,
    mailNickname: wanted.mailNickname,
    membershipRule: wanted.membershipRule ?? null,
    membershipRuleProcessingState: isDynamic
      ? (wanted.membershipRuleProcessingState ?? 'On')
      : null,
    onPremisesLastSyncDateTime: null,
    onPremisesSyncEnabled: null,
    proxyAddresses: mail ? [`SMTP:${mail}`] : [],
    renewedDateTime: instantOf(now),
    resourceProvisioningOptions: [],
    securityEnabled: wanted.securityEnabled,
    visibility: isPrivate ? 'Private' : (wanted.visibility ?? (isUnified ? 'Public' : null)),
  }
}
