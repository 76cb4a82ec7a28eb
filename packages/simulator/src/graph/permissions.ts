import type { PermissionSet } from './caller.ts'

/**
 * What each operation accepts, any one being enough: microsoftgraph/microsoft-graph-devx-content
 * permissions.json of 2026-08-07 (MIT), without the entries of other services.
 */
const directoryReaders = ['Directory.Read.All', 'Directory.ReadWrite.All']

export const readUsers: PermissionSet = {
  application: [
    'User.ReadBasic.All',
    'User.Read.All',
    'User.ReadWrite.All',
    'User.ReadWrite.CrossCloud',
    ...directoryReaders,
  ],
  delegated: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', ...directoryReaders],
}

export const deleteUsers: PermissionSet = {
  application: ['User.DeleteRestore.All', 'User.ReadWrite.All', 'User.ReadWrite.CrossCloud'],
}

export const readSponsors: PermissionSet = {
  application: ['User.Read.All', 'User.ReadWrite.All'],
}

/** GroupMember.Read.All and User.Read.All read this too, the latter with limited information. */
export const readMemberOf: PermissionSet = {
  application: [
    ...directoryReaders,
    'Group.ReadBasic.All',
    'GroupMember.ReadBasic.All',
    'GroupMember.Read.All',
    'User.Read.All',
  ],
}

export const readTransitiveMemberOf: PermissionSet = {
  application: [
    ...directoryReaders,
    'Group.Read.All',
    'Group.ReadBasic.All',
    'GroupMember.Read.All',
    'GroupMember.ReadBasic.All',
    'User.Read.All',
  ],
}

export const readOwnedObjects: PermissionSet = {
  application: [...directoryReaders, 'User.Read.All', 'User.ReadWrite.All'],
}

export const readGroups: PermissionSet = {
  application: [
    ...directoryReaders,
    'Group.Read.All',
    'Group.ReadBasic.All',
    'Group.ReadWrite.All',
    'GroupMember.Read.All',
  ],
}

export const readMembers: PermissionSet = {
  application: [
    'Directory.Read.All',
    'Group.Read.All',
    'Group.ReadBasic.All',
    'Group.ReadWrite.All',
    'GroupMember.Read.All',
    'GroupMember.ReadBasic.All',
    'GroupMember.ReadWrite.All',
  ],
}

export const readOwners: PermissionSet = {
  application: [
    'Directory.Read.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'GroupMember.Read.All',
    'GroupMember.ReadWrite.All',
  ],
}

export const writeMembers: PermissionSet = {
  application: ['Directory.ReadWrite.All', 'Group.ReadWrite.All', 'GroupMember.ReadWrite.All'],
}

export const writeOwners: PermissionSet = {
  application: ['Directory.ReadWrite.All', 'Group.ReadWrite.All'],
}

export const readOrganization: PermissionSet = {
  application: [
    ...directoryReaders,
    'Organization.Read.All',
    'Organization.ReadWrite.All',
    'User.Read.All',
  ],
  delegated: ['User.Read', 'Organization.Read.All', ...directoryReaders],
}

export const readAuthorizationPolicy: PermissionSet = {
  application: ['Policy.Read.All', 'Policy.ReadWrite.Authorization'],
}

export const readExternalIdentitiesPolicy: PermissionSet = {
  application: ['Policy.Read.All', 'Policy.ReadWrite.ExternalIdentities'],
}

export const readCrossTenantAccess: PermissionSet = {
  application: ['Policy.Read.All', 'Policy.ReadWrite.CrossTenantAccess'],
}

/** unifiedRoleAssignment and unifiedRoleEligibilitySchedule; not in that file. */
export const readRoleManagement: PermissionSet = {
  application: [
    'RoleManagement.Read.Directory',
    'RoleManagement.Read.All',
    'RoleManagement.ReadWrite.Directory',
    'Directory.Read.All',
  ],
}

/** directory-deleteditems-list.md and -get.md name User.Read.All for users. */
export const readDeletedUsers: PermissionSet = {
  application: ['User.Read.All', 'User.ReadWrite.All', ...directoryReaders],
}

export const restoreUsers: PermissionSet = {
  application: ['User.DeleteRestore.All', 'User.ReadWrite.All', 'User.ReadWrite.CrossCloud'],
}
