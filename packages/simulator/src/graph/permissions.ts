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

/** user-list-ownedobjects.md. */
export const readOwnObjects: PermissionSet = {
  application: [],
  delegated: [
    'User.Read',
    'User.ReadWrite',
    'User.Read.All',
    'User.ReadWrite.All',
    ...directoryReaders,
  ],
}

/** The table has the removal of a member and not the addition (group-post-members.md). */
const memberWriters = [
  'Directory.ReadWrite.All',
  'Group.ReadWrite.All',
  'GroupMember.ReadWrite.All',
]

export const writeMembers: PermissionSet = {
  application: memberWriters,
  delegated: memberWriters,
}

export const writeMembersOnly: PermissionSet = {
  application: ['GroupMember.ReadWrite.All'],
  delegated: ['GroupMember.ReadWrite.All'],
}

const groupWriters = ['Directory.ReadWrite.All', 'Group.ReadWrite.All']

export const writeGroups: PermissionSet = { application: groupWriters, delegated: groupWriters }

/** group-post-groups.md and group-update.md: role-assignable groups need this as well. */
export const writeRoleAssignable: PermissionSet = {
  application: ['RoleManagement.ReadWrite.Directory'],
  delegated: ['RoleManagement.ReadWrite.Directory'],
}

/** Without $ref it depends on what the reference leads to (group-delete-members.md, caution). */
export const deleteReferenced: PermissionSet = {
  application: [...deleteUsers.application, ...groupWriters],
  delegated: [...deleteUsers.application, ...groupWriters],
}

const groupReaders = [...directoryReaders, 'Group.Read.All', 'Group.ReadWrite.All']

/** directory-deleteditems-list.md and -get.md name Group.Read.All for groups. */
export const readDeletedGroups: PermissionSet = {
  application: groupReaders,
  delegated: groupReaders,
}

export const readCrossTenantAccess: PermissionSet = {
  application: ['Policy.Read.All', 'Policy.ReadWrite.CrossTenantAccess'],
}

/** crosstenantaccesspolicy-post-partners.md, -configurationdefault-update.md and their kin. */
export const writeCrossTenantAccess: PermissionSet = {
  application: ['Policy.ReadWrite.CrossTenantAccess'],
  delegated: ['Policy.ReadWrite.CrossTenantAccess'],
}

/** beta b2bmanagementpolicy-list.md, -get.md; Policy.Read.All is not among them. */
const b2bManagementReaders = [
  'Policy.Read.B2BManagementPolicy',
  'Policy.ReadWrite.B2BManagementPolicy',
]
export const readB2bManagement: PermissionSet = {
  application: b2bManagementReaders,
  delegated: b2bManagementReaders,
}

/** beta b2bmanagementpolicy-post.md, -update.md, -delete.md. */
export const writeB2bManagement: PermissionSet = {
  application: ['Policy.ReadWrite.B2BManagementPolicy'],
  delegated: ['Policy.ReadWrite.B2BManagementPolicy'],
}

/** rbacapplication-list-roleassignments.md and its kin. */
const roleReaders = [
  'RoleManagement.Read.Directory',
  'RoleManagement.Read.All',
  'RoleManagement.ReadWrite.Directory',
  'Directory.Read.All',
]
export const readRoleManagement: PermissionSet = {
  application: roleReaders,
  delegated: roleReaders,
}

/** rbacapplication-post-roleassignments.md, unifiedroleassignment-delete.md. */
export const writeRoleManagement: PermissionSet = {
  application: ['RoleManagement.ReadWrite.Directory'],
  delegated: ['RoleManagement.ReadWrite.Directory'],
}

/** conditionalaccessroot-post-policies.md, conditionalaccesspolicy-update.md, -delete.md. */
export const writeConditionalAccess: PermissionSet = {
  application: ['Policy.ReadWrite.ConditionalAccess'],
  delegated: ['Policy.ReadWrite.ConditionalAccess'],
}

/** directoryrole-list.md, directoryrole-list-members.md. */
export const readDirectoryRoles: PermissionSet = {
  application: [
    'RoleManagement.Read.Directory',
    'RoleManagement.ReadWrite.Directory',
    ...directoryReaders,
  ],
  delegated: [
    'RoleManagement.Read.Directory',
    'RoleManagement.ReadWrite.Directory',
    ...directoryReaders,
  ],
}

/** directory-list-administrativeunits.md, administrativeunit-list-members.md. */
const unitReaders = [
  'AdministrativeUnit.Read.All',
  'AdministrativeUnit.ReadWrite.All',
  ...directoryReaders,
]
export const readUnits: PermissionSet = { application: unitReaders, delegated: unitReaders }

/** directory-post-administrativeunits.md, administrativeunit-update.md, -delete.md, -post-members.md. */
export const writeUnits: PermissionSet = {
  application: ['AdministrativeUnit.ReadWrite.All'],
  delegated: ['AdministrativeUnit.ReadWrite.All'],
}

/** directory-deleteditems-list.md and -get.md name User.Read.All for users. */
export const readDeletedUsers: PermissionSet = {
  application: ['User.Read.All', 'User.ReadWrite.All', ...directoryReaders],
}

export const restoreUsers: PermissionSet = {
  application: ['User.DeleteRestore.All', 'User.ReadWrite.All', 'User.ReadWrite.CrossCloud'],
}

/** The address of a deleted item does not tell whether it is a user or a group. */
export const readDeletedItems: PermissionSet = {
  application: [...readDeletedUsers.application, ...readDeletedGroups.application],
  delegated: [...readDeletedUsers.application, ...readDeletedGroups.application],
}

export const restoreItems: PermissionSet = {
  application: [...restoreUsers.application, ...groupWriters],
  delegated: [...restoreUsers.application, ...groupWriters],
}

/** user-update.md; the table leaves out the permission of `employeeLeaveDateTime`. */
export const updateUsers: PermissionSet = {
  application: [
    'Directory.ReadWrite.All',
    'User-LifeCycleInfo.ReadWrite.All',
    'User-Mail.ReadWrite.All',
    'User-PasswordProfile.ReadWrite.All',
    'User-Phone.ReadWrite.All',
    'User.EnableDisableAccount.All',
    'User.ReadWrite.All',
  ],
  delegated: ['Directory.ReadWrite.All', 'User-Mail.ReadWrite.All', 'User.ReadWrite.All'],
}

/** user-update.md: one's own profile. */
export const updateMe: PermissionSet = {
  application: [],
  delegated: ['Directory.ReadWrite.All', 'User.ReadWrite', 'User.ReadWrite.All'],
}

/** directoryobject-getmemberobjects.md, memberships for a user. */
export const readMemberObjects: PermissionSet = {
  application: ['User.Read.All', 'User.ReadWrite.All', ...directoryReaders],
  delegated: ['User.Read', 'User.Read.All', 'User.ReadWrite.All', ...directoryReaders],
}

/** directoryobject-checkmembergroups.md and its kin, memberships for a group. */
const groupMemberReaders = ['GroupMember.Read.All', ...groupReaders]
export const readGroupsOfGroup: PermissionSet = {
  application: groupMemberReaders,
  delegated: groupMemberReaders,
}

/** The same pages, memberships for a directory object. */
export const readDirectory: PermissionSet = {
  application: directoryReaders,
  delegated: directoryReaders,
}

/** directoryobject-get.md: a permission for the type of what is found, and that is seen later. */
const objectReaders = [
  'AdministrativeUnit.Read.All',
  'Application.Read.All',
  'RoleManagement.Read.Directory',
  'User.Read.All',
  'User.ReadBasic.All',
  'User.ReadWrite.All',
  ...groupMemberReaders,
]
export const readAnyObject: PermissionSet = {
  application: objectReaders,
  delegated: objectReaders,
}

/** user-post-manager.md, user-delete-manager.md. */
const managerWriters = ['Directory.ReadWrite.All', 'User.ReadWrite.All']
export const writeManagers: PermissionSet = {
  application: managerWriters,
  delegated: managerWriters,
}

/** beta user-list-invitedby.md: no higher privileged one. */
export const readInviters: PermissionSet = {
  application: ['User.Read.All'],
  delegated: ['User.Read.All'],
}

/** user-list-directreports.md */
export const readReports: PermissionSet = {
  application: ['User.Read.All', 'User.ReadWrite.All', ...directoryReaders],
  delegated: ['User.Read.All', 'User.ReadWrite.All', ...directoryReaders],
}
