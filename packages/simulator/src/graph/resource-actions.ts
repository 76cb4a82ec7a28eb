import type { Tenant } from '../world/tenant.ts'

/** What somebody wants to do to the directory, in the words of Entra's roles. */
export interface WantedAction {
  /** All of them are needed; without the `microsoft.directory/` before each. */
  readonly actions: readonly string[]
  /** The object it is done to; without one only a role over the whole directory allows it. */
  readonly targetId: string | undefined
}

export interface ActionRequest {
  readonly method: string
  /** The operation's path, with its parameters' names. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly body: unknown
}

type ActionsOf = (request: ActionRequest, tenant: Tenant) => readonly string[]

/**
 * The role permission behind each operation (permissions-reference.md and the "Important" box of
 * each operation's page). What is not here no role allows but Global Administrator.
 */
const rows: Readonly<Record<string, string | ActionsOf>> = {
  'GET /users': 'users/standard/read',
  'POST /users': 'users/create',
  'GET /users/{}': 'users/standard/read',
  'PATCH /users/{}': updateOfUser,
  'DELETE /users/{}': 'users/delete',
  'GET /users/delta': 'users/standard/read',
  'POST /users/{}/revokeSignInSessions': 'users/invalidateAllRefreshTokens',
  'GET /users/{}/sponsors': 'users/sponsors/read',
  'POST /users/{}/sponsors/$ref': 'users/sponsors/update',
  'DELETE /users/{}/sponsors/{}/$ref': 'users/sponsors/update',
  'GET /users/{}/sponsorOf': 'users/sponsorOf/read',
  'GET /users/{}/manager': 'users/manager/read',
  'PUT /users/{}/manager/$ref': 'users/manager/update',
  'DELETE /users/{}/manager/$ref': 'users/manager/update',
  'GET /users/{}/directReports': 'users/directReports/read',
  'POST /users/{}/getMemberGroups': 'users/memberOf/read',
  'POST /users/{}/checkMemberGroups': 'users/memberOf/read',
  'POST /users/{}/getMemberObjects': 'users/memberOf/read',
  'POST /users/{}/checkMemberObjects': 'users/memberOf/read',
  'GET /users/{}/appRoleAssignments': 'users/appRoleAssignments/read',
  'GET /users/{}/memberOf': 'users/memberOf/read',
  'GET /users/{}/transitiveMemberOf': 'users/memberOf/read',
  'GET /users/{}/ownedObjects': 'users/standard/read',
  'POST /invitations': 'users/inviteGuest',
  'GET /groups': 'groups/standard/read',
  'POST /groups': 'groups/create',
  'GET /groups/{}': 'groups/standard/read',
  'PATCH /groups/{}': 'groups/basic/update',
  'DELETE /groups/{}': 'groups/delete',
  'GET /groups/delta': 'groups/standard/read',
  'GET /groups/{}/members': 'groups/members/read',
  'GET /groups/{}/transitiveMembers': 'groups/members/read',
  'GET /groups/{}/memberOf': 'groups/memberOf/read',
  'GET /groups/{}/owners': 'groups/owners/read',
  'POST /groups/{}/members/$ref': 'groups/members/update',
  'DELETE /groups/{}/members/{}/$ref': 'groups/members/update',
  'POST /groups/{}/owners/$ref': 'groups/owners/update',
  'DELETE /groups/{}/owners/{}/$ref': 'groups/owners/update',
  'POST /groups/{}/getMemberGroups': 'groups/memberOf/read',
  'POST /groups/{}/checkMemberGroups': 'groups/memberOf/read',
  'POST /groups/{}/getMemberObjects': 'groups/memberOf/read',
  'POST /groups/{}/checkMemberObjects': 'groups/memberOf/read',
  'POST /groups/{}/renew': 'groups/basic/update',
  'POST /directory/deletedItems/{}/restore': restoreOf,
  'GET /directory/administrativeUnits': 'administrativeUnits/standard/read',
  'GET /directory/administrativeUnits/{}': 'administrativeUnits/standard/read',
  'POST /directory/administrativeUnits': 'administrativeUnits/allProperties/allTasks',
  'PATCH /directory/administrativeUnits/{}': 'administrativeUnits/allProperties/allTasks',
  'DELETE /directory/administrativeUnits/{}': 'administrativeUnits/allProperties/allTasks',
  'GET /directory/administrativeUnits/{}/members': 'administrativeUnits/members/read',
  'POST /directory/administrativeUnits/{}/members/$ref': 'administrativeUnits/members/update',
  'DELETE /directory/administrativeUnits/{}/members/{}/$ref': 'administrativeUnits/members/update',
  'GET /directoryRoles': 'directoryRoles/standard/read',
  'GET /directoryRoles/{}': 'directoryRoles/standard/read',
  'GET /directoryRoles(roleTemplateId={})': 'directoryRoles/standard/read',
  'GET /directoryRoles/{}/members': 'directoryRoles/members/read',
  'GET /roleManagement/directory/roleDefinitions': 'roleDefinitions/standard/read',
  'GET /roleManagement/directory/roleDefinitions/{}': 'roleDefinitions/standard/read',
  'GET /roleManagement/directory/roleAssignments': 'roleAssignments/standard/read',
  'GET /roleManagement/directory/roleAssignments/{}': 'roleAssignments/standard/read',
  'POST /roleManagement/directory/roleAssignments': 'roleAssignments/allProperties/update',
  'DELETE /roleManagement/directory/roleAssignments/{}': 'roleAssignments/allProperties/update',
  'GET /servicePrincipals': 'servicePrincipals/standard/read',
  'GET /servicePrincipals/{}': 'servicePrincipals/standard/read',
  'GET /servicePrincipals(appId={})': 'servicePrincipals/standard/read',
  'GET /servicePrincipals/{}/appRoleAssignedTo': 'servicePrincipals/appRoleAssignedTo/read',
  'GET /organization': 'organization/standard/read',
  'GET /organization/{}': 'organization/standard/read',
  'GET /domains': 'domains/standard/read',
  'GET /auditLogs/directoryAudits': 'auditLogs/allProperties/read',
  'GET /auditLogs/directoryAudits/{}': 'auditLogs/allProperties/read',
  'GET /auditLogs/signIns': 'signInReports/allProperties/read',
  'GET /auditLogs/signIns/{}': 'signInReports/allProperties/read',
  'GET /identity/conditionalAccess/policies': 'conditionalAccessPolicies/standard/read',
  'GET /identity/conditionalAccess/policies/{}': 'conditionalAccessPolicies/standard/read',
  'POST /identity/conditionalAccess/policies': 'conditionalAccessPolicies/create',
  'PATCH /identity/conditionalAccess/policies/{}': 'conditionalAccessPolicies/basic/update',
  'DELETE /identity/conditionalAccess/policies/{}': 'conditionalAccessPolicies/delete',
}

/** Directories and lists of roles or policies are no objects that a unit could hold. */
const holdsUnitMembers = /^\/(users|groups|directory\/deletedItems)\/\{/

export function wantedActionOf(request: ActionRequest, tenant: Tenant): WantedAction | undefined {
  const row = rows[`${request.method} ${plainPath(request.path)}`]
  if (row === undefined) return undefined
  return {
    actions: typeof row === 'string' ? [row] : row(request, tenant),
    targetId: holdsUnitMembers.test(request.path) ? targetOf(request, tenant) : undefined,
  }
}

/** Names of parameters, casts and counts say nothing about the right. */
export function plainPath(path: string): string {
  return path
    .replaceAll(/\{[^}]*\}/g, '{}')
    .replace(/\/\$count$/, '')
    .replace(/\/microsoft\.graph\.\w+$/, '')
    .replace(/\(\)$/, '')
}

/** The object's id, also where the address names a user by principal name. */
function targetOf({ path, params }: ActionRequest, tenant: Tenant): string | undefined {
  const name = /\{([^}]*)\}/.exec(path)?.[1]
  const given = name === undefined ? undefined : params[name]?.toLowerCase()
  return given === undefined ? undefined : (tenant.userIdByName.get(given) ?? given)
}

/** `accountEnabled` and `userPrincipalName` have permissions of their own. */
function updateOfUser({ body }: ActionRequest): string[] {
  const { accountEnabled, userPrincipalName, ...others } = { ...(body as object) } as Record<
    string,
    unknown
  >
  const needed: string[] = []
  if (accountEnabled !== undefined) needed.push(accountEnabled ? 'users/enable' : 'users/disable')
  if (userPrincipalName !== undefined) needed.push('users/userPrincipalName/update')
  const isOther = Object.keys(others).length > 0 || needed.length === 0
  return isOther ? [...needed, 'users/basic/update'] : needed
}

function restoreOf(request: ActionRequest, tenant: Tenant): string[] {
  const id = targetOf(request, tenant) ?? ''
  const isUser = tenant.deletedUsers.has(id) || tenant.users.has(id)
  return [isUser ? 'deletedItems.users/restore' : 'deletedItems.groups/restore']
}
