import { guidOf } from './guid.ts'
import type { Tenant } from './tenant.ts'

/** A built-in directory role; the template id is the same in every tenant. */
export interface DirectoryRole {
  readonly roleTemplateId: string
  readonly displayName: string
  readonly description: string
  /**
   * What it allows, without the `microsoft.directory/` before each; `*` for everything. Only what
   * decides about a simulated operation (permissions-reference.md of Entra's built-in roles).
   */
  readonly actions: readonly string[]
}

/** What every built-in role has besides its own, and Directory Readers alone. */
const readsDirectory = [
  'administrativeUnits/members/read',
  'administrativeUnits/standard/read',
  'directoryRoles/members/read',
  'directoryRoles/standard/read',
  'domains/standard/read',
  'groups/memberOf/read',
  'groups/members/read',
  'groups/owners/read',
  'groups/standard/read',
  'organization/standard/read',
  'roleAssignments/standard/read',
  'roleDefinitions/standard/read',
  'servicePrincipals/appRoleAssignedTo/read',
  'servicePrincipals/standard/read',
  'users/memberOf/read',
  'users/sponsorOf/read',
  'users/appRoleAssignments/read',
  'users/directReports/read',
  'users/manager/read',
  'users/sponsors/read',
  'users/standard/read',
]
const managesGroups = [
  'deletedItems.groups/restore',
  'groups/basic/update',
  'groups/create',
  'groups/delete',
  'groups/dynamicMembershipRule/update',
  'groups/hiddenMembers/read',
  'groups/members/update',
  'groups/owners/update',
  'groups/settings/update',
  'groups/visibility/update',
]
const readsLogs = ['auditLogs/allProperties/read', 'signInReports/allProperties/read']

export const directoryRoles = {
  globalAdministrator: {
    roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
    displayName: 'Global Administrator',
    description:
      'Can manage all aspects of Microsoft Entra ID and Microsoft services that use Microsoft Entra identities.',
    actions: ['*'],
  },
  privilegedRoleAdministrator: {
    roleTemplateId: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
    displayName: 'Privileged Role Administrator',
    description:
      'Can manage role assignments in Microsoft Entra ID, and all aspects of Privileged Identity Management.',
    actions: [
      ...readsDirectory,
      'administrativeUnits/allProperties/allTasks',
      'roleAssignments/allProperties/allTasks',
      'roleDefinitions/allProperties/allTasks',
    ],
  },
  userAdministrator: {
    roleTemplateId: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
    displayName: 'User Administrator',
    description:
      'Can manage all aspects of users and groups, including resetting passwords for limited admins.',
    actions: [
      ...readsDirectory,
      ...managesGroups,
      'deletedItems.users/restore',
      'users/basic/update',
      'users/create',
      'users/delete',
      'users/disable',
      'users/enable',
      'users/invalidateAllRefreshTokens',
      'users/inviteGuest',
      'users/manager/update',
      'users/sponsors/update',
      'users/userPrincipalName/update',
    ],
  },
  helpdeskAdministrator: {
    roleTemplateId: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
    displayName: 'Helpdesk Administrator',
    description: 'Can reset passwords for non-administrators and Helpdesk Administrators.',
    actions: [...readsDirectory, 'users/invalidateAllRefreshTokens'],
  },
  groupsAdministrator: {
    roleTemplateId: 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
    displayName: 'Groups Administrator',
    description:
      'Members of this role can create/manage groups, create/manage groups settings like naming and expiration policies, and view groups activity and audit reports.',
    actions: [...readsDirectory, ...managesGroups],
  },
  conditionalAccessAdministrator: {
    roleTemplateId: 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
    displayName: 'Conditional Access Administrator',
    description: 'Can manage Conditional Access capabilities.',
    actions: [...readsDirectory, 'conditionalAccessPolicies/allProperties/allTasks'],
  },
  reportsReader: {
    roleTemplateId: '4a5d8f65-41da-4de4-8968-e035b65339cf',
    displayName: 'Reports Reader',
    description: 'Can read sign-in and audit reports.',
    actions: [...readsDirectory, ...readsLogs],
  },
  guestInviter: {
    roleTemplateId: '95e79109-95c0-4d8e-aee3-d01accf2d47b',
    displayName: 'Guest Inviter',
    description: "Can invite guest users independent of the 'members can invite guests' setting.",
    actions: [...readsDirectory, 'users/inviteGuest'],
  },
  directoryReaders: {
    roleTemplateId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
    displayName: 'Directory Readers',
    description: 'Can read basic directory information.',
    actions: readsDirectory,
  },
} as const satisfies Record<string, DirectoryRole>

export const everyDirectoryRole: readonly DirectoryRole[] = Object.values(directoryRoles)

export function findDirectoryRole(roleTemplateId: string): DirectoryRole | undefined {
  return everyDirectoryRole.find((role) => role.roleTemplateId === roleTemplateId)
}

/** The id that the role's object has in one tenant; assignments name the template instead. */
export function directoryRoleIdIn(tenant: Tenant, role: DirectoryRole): string {
  return guidOf(`${tenant.slug} directory role ${role.roleTemplateId}`)
}

/** By the id that the role's object has in one tenant. */
export function findDirectoryRoleIn(tenant: Tenant, id: string): DirectoryRole | undefined {
  return everyDirectoryRole.find((role) => directoryRoleIdIn(tenant, role) === id)
}

/** `a/b/allTasks` holds every task on `a/b`, and `allProperties` every property. */
export function allows({ actions }: DirectoryRole, action: string): boolean {
  const [entity = ''] = action.split('/')
  const isRead = action.endsWith('/read')
  return actions.some(
    (held) =>
      held === '*' ||
      held === action ||
      held === `${entity}/allProperties/allTasks` ||
      (isRead && held === `${entity}/allProperties/read`),
  )
}
