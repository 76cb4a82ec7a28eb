import type { GroupId } from '@foyer/contracts/ids'
import type { GroupKind } from '@foyer/contracts/me'
import { type Static, Type } from 'typebox'
import { maybe } from './graph-shape.ts'

/** What a group is, whoever is in it. */
export interface DirectoryGroup {
  readonly groupId: GroupId
  readonly name: string
  readonly description?: string
  readonly mail?: string
  readonly kind: GroupKind
  readonly isManagedByRule: boolean
  readonly isSynced: boolean
  readonly isRoleAssignable: boolean
  readonly isManagedInExchange: boolean
  readonly isMembershipHidden: boolean
  readonly isProtected: boolean
  readonly expiresAt?: string
}

/** What is asked of a group object, here and in the feed of groups. */
export const Group = Type.Object({
  id: Type.String(),
  displayName: maybe(Type.String()),
  description: maybe(Type.String()),
  groupTypes: Type.Array(Type.String()),
  mail: maybe(Type.String()),
  mailEnabled: maybe(Type.Boolean()),
  securityEnabled: maybe(Type.Boolean()),
  isAssignableToRole: maybe(Type.Boolean()),
  isManagementRestricted: maybe(Type.Boolean()),
  membershipRule: maybe(Type.String()),
  onPremisesSyncEnabled: maybe(Type.Boolean()),
  resourceProvisioningOptions: maybe(Type.Array(Type.String())),
  visibility: maybe(Type.String()),
  expirationDateTime: maybe(Type.String()),
})
export type Group = Static<typeof Group>

export function groupOf(group: Group): DirectoryGroup {
  const isUnified = group.groupTypes.includes('Unified')
  const kind = kindOf(group, isUnified)
  return {
    groupId: group.id.toLowerCase() as GroupId,
    name: group.displayName ?? '',
    ...(group.description ? { description: group.description } : {}),
    ...(group.mail ? { mail: group.mail } : {}),
    kind,
    isManagedByRule:
      group.groupTypes.includes('DynamicMembership') || Boolean(group.membershipRule),
    isSynced: group.onPremisesSyncEnabled === true,
    isRoleAssignable: group.isAssignableToRole === true,
    isManagedInExchange: kind === 'mail-enabled-security' || kind === 'distribution',
    isMembershipHidden: group.visibility === 'HiddenMembership',
    isProtected: group.isManagementRestricted === true,
    ...(group.expirationDateTime ? { expiresAt: group.expirationDateTime } : {}),
  }
}

/** Microsoft Graph, "Working with groups": group types. */
function kindOf(group: Group, isUnified: boolean): GroupKind {
  if (isUnified) {
    return group.resourceProvisioningOptions?.includes('Team') ? 'team' : 'microsoft-365'
  }
  if (group.mailEnabled) return group.securityEnabled ? 'mail-enabled-security' : 'distribution'
  return 'security'
}
