import type { PermissionSet } from './caller.ts'

/** What the operations accept that Microsoft's own table leaves out or tells too shortly. */
const directoryReaders = ['Directory.Read.All', 'Directory.ReadWrite.All']

export const deleteUsers: PermissionSet = {
  application: ['User.DeleteRestore.All', 'User.ReadWrite.All', 'User.ReadWrite.CrossCloud'],
}

/** The table names fewer than user-list-memberof.md, which adds those of limited information. */
export const readMemberOf: PermissionSet = {
  application: [
    ...directoryReaders,
    'Group.Read.All',
    'Group.ReadBasic.All',
    'GroupMember.ReadBasic.All',
    'GroupMember.Read.All',
    'User.Read.All',
  ],
}

export const readOwnedObjects: PermissionSet = {
  application: [...directoryReaders, 'User.Read.All', 'User.ReadWrite.All'],
}

export const writeMembers: PermissionSet = {
  application: ['Directory.ReadWrite.All', 'Group.ReadWrite.All', 'GroupMember.ReadWrite.All'],
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
