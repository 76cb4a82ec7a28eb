import { activeAssignmentsOf, heldRolesOf } from '../world/role.ts'
import { allows } from '../world/directory-roles.ts'
import { isGuest, type User } from '../world/user.ts'
import { GraphError, insufficientPrivileges } from './graph-error.ts'
import type { Call } from './operation.ts'

/**
 * Whether the organization's own rule (`allowInvitesFrom`) lets the caller invite. `none` binds apps
 * too (cross-tenant-synchronization-configure.md, AzureActiveDirectoryForbidden); whether the rule
 * about administrators does is V-10.
 *
 * @throws {GraphError} 403 in the words of troubleshoot.md.
 */
export function requireInviter(call: Call): void {
  const { tenant, caller, simulation } = call
  const rule = tenant.allowInvitesFrom
  if (rule === 'none') throw notAllowed()
  if (rule === 'everyone') return
  const isForMembers = rule === 'adminsGuestInvitersAndAllMembers'
  if (caller.userId === undefined) {
    if (isForMembers || simulation.variants.invitationsByApps === 'allowed') return
    throw notAllowed()
  }
  const user = tenant.users.get(caller.userId)
  if (isForMembers && user && !isGuest(user)) return
  if (!mayEverywhere(call, 'users/inviteGuest')) throw notAllowed()
}

/**
 * "You can invite as Member if you are a company administrator" (invitation.md); an app needs more
 * than the right to invite.
 *
 * @throws {GraphError} 403.
 */
export function requireInviterOfMembers(call: Call): void {
  const { caller } = call
  const isWide = ['User.ReadWrite.All', 'Directory.ReadWrite.All'].some((name) =>
    caller.roles.includes(name),
  )
  if (!isWide && !mayEverywhere(call, 'organization/standard/update'))
    throw insufficientPrivileges()
}

/**
 * To reset needs a role over the whole directory that may end somebody's sessions, as Helpdesk
 * Administrator may; an app cannot reset whoever holds a role (reset-redemption-status.md).
 *
 * @throws {GraphError} 403.
 */
export function requireResetter(call: Call, target: User): void {
  const { tenant, caller } = call
  const isPrivileged = activeAssignmentsOf(tenant, target.id).length > 0
  if (caller.userId === undefined) {
    if (isPrivileged) throw insufficientPrivileges()
    return
  }
  // Whoever holds a role is reset by those alone who may everything.
  const action = isPrivileged ? '*' : 'users/invalidateAllRefreshTokens'
  if (!mayEverywhere(call, action)) throw insufficientPrivileges()
}

function mayEverywhere({ tenant, caller }: Call, action: string): boolean {
  return heldRolesOf(tenant, caller.principalId).some(
    ({ role, directoryScopeId }) => directoryScopeId === '/' && allows(role, action),
  )
}

/** The words are documented, the code is not. */
function notAllowed(): GraphError {
  return new GraphError(
    403,
    'Forbidden',
    'Guest invitations not allowed for your company. Contact your company administrator for more details.',
  )
}
