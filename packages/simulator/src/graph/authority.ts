import type { Simulation } from '../simulation.ts'
import { isGuest } from '../world/user.ts'
import { restrictedUnitIdsOf, scopeOfUnit, unitOfScope } from '../world/administrative-unit.ts'
import { allows } from '../world/directory-roles.ts'
import { heldRolesOf } from '../world/role.ts'
import { isInUnit } from '../world/unit-membership.ts'
import type { Caller, PermissionSet } from './caller.ts'
import { insufficientPrivileges, managementRestricted } from './graph-error.ts'
import type { Call } from './operation.ts'
import { type ActionRequest, type WantedAction, wantedActionOf } from './resource-actions.ts'

/**
 * Whether the caller may do this at all. An app may by a permission, or by a directory role whose
 * scope covers the target. A person needs a scope of the app's, and a right of their own: what
 * every member or guest may see, or a role.
 *
 * @throws {GraphError} 403 in Graph's words.
 */
export function requireAuthority(
  simulation: Simulation,
  caller: Caller,
  accepted: PermissionSet,
  request: ActionRequest,
): void {
  const wanted = wantedActionOf(request, caller.tenant)
  const isPerson = caller.userId !== undefined
  const held = isPerson ? caller.scopes : caller.roles
  const names = isPerson ? (accepted.delegated ?? []) : accepted.application
  const hasPermission = names.some((name) => held.includes(name))

  if (isPerson) {
    if (!hasPermission) throw insufficientPrivileges()
    if (isOwn(caller, request) || mayByDefault(caller, wanted)) return
  } else if (hasPermission) return
  if (!hasRole(simulation, caller, wanted)) throw insufficientPrivileges()
}

/** Whether a role of the caller's allows this to the target, at whatever scope. */
function hasRole(
  simulation: Simulation,
  caller: Caller,
  wanted: WantedAction | undefined,
): boolean {
  const roles = heldRolesOf(caller.tenant, caller.principalId)
  // Entra lets an app use a role over a unit only if it reads the directory (admin-units-assign-roles.md).
  const readsDirectory =
    caller.userId !== undefined ||
    roles.some(({ directoryScopeId }) => directoryScopeId === '/') ||
    caller.roles.includes('Directory.Read.All')
  return (wanted?.actions ?? ['*']).every((action) =>
    roles.some(({ role, directoryScopeId }) => {
      if (!allows(role, action)) return false
      if (directoryScopeId === '/') return true
      const unitId = unitOfScope(directoryScopeId)
      if (!wanted?.targetId || !readsDirectory) return false
      if (unitId === undefined) return directoryScopeId.toLowerCase() === `/${wanted.targetId}`
      return (
        isInUnit(simulation, caller.tenant, unitId, wanted.targetId) &&
        (caller.userId !== undefined || scopedKeeperMay(simulation, action))
      )
    }),
  )
}

/** V-12: no document says which of these a role over a unit allows to an app. */
function scopedKeeperMay({ variants }: Simulation, action: string): boolean {
  const { unitScopedKeeper: keeper } = variants
  if (action === 'users/delete') return keeper.delete === 'allowed'
  if (action === 'deletedItems.users/restore') return keeper.restore === 'allowed'
  if (action === 'users/sponsors/update') return keeper.sponsors === 'allowed'
  return true
}

const visibleToMembers = [
  'administrativeUnits',
  'directoryRoles',
  'domains',
  'groups',
  'organization',
  'roleDefinitions',
  'servicePrincipals',
  'users',
]

/** What a member may without any role, and a guest not (users-default-permissions.md). */
function mayByDefault({ tenant, userId }: Caller, wanted: WantedAction | undefined): boolean {
  const user = tenant.users.get(userId ?? '')
  if (!user || !wanted) return false
  // The organization's own rule decides about it (inviter.ts).
  if (wanted.actions.includes('users/inviteGuest')) return true
  if (isGuest(user)) return false
  return wanted.actions.every((action) => {
    if (action === 'groups/create') return true
    const isRead = action.endsWith('/read') && action !== 'groups/hiddenMembers/read'
    return isRead && visibleToMembers.includes(action.split('/')[0] ?? '')
  })
}

/** Guests too have their own object and mail, and the groups that they own. */
function isOwn({ tenant, userId }: Caller, { method, path, params }: ActionRequest): boolean {
  if (userId === undefined) return false
  if (path === '/me' || path.startsWith('/me/')) return true
  if (tenant.owners.has(params['group'] ?? params['object'] ?? '', userId)) return true
  const name = params['user']?.toLowerCase()
  const isSelf = name !== undefined && (tenant.userIdByName.get(name) ?? name) === userId
  const isMail = path === '/users/{user}/sendMail'
  const isProfile = method === 'PATCH' && path === '/users/{user}'
  const isRead = method === 'GET' || /\/(get|check)Member(Groups|Objects)$/.test(path)
  return isSelf && (isMail || isProfile || (isRead && path.startsWith('/users/{user}')))
}

/**
 * What lies in a restricted management unit is changed only by whoever holds a role over it.
 *
 * @throws {GraphError} 403.
 */
export function requireUnrestricted({ tenant, caller }: Call, objectId: string): void {
  const scopes = heldRolesOf(tenant, caller.principalId).map((held) => held.directoryScopeId)
  const units = restrictedUnitIdsOf(tenant, objectId)
  const isScoped = units.some((unitId) => scopes.includes(scopeOfUnit(unitId)))
  if (units.length > 0 && !isScoped) throw managementRestricted()
}

/** Whether a role lets the caller read the whole directory, as Directory Readers may. */
export function readsByRole({ tenant, principalId }: Caller): boolean {
  const user = tenant.users.get(principalId)
  const isMember = user !== undefined && !isGuest(user)
  const held = heldRolesOf(tenant, principalId)
  return isMember || held.some(({ directoryScopeId }) => directoryScopeId === '/')
}
