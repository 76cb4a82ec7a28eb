import { findDirectoryRole, type DirectoryRole } from './directory-roles.ts'
import { transitiveGroupIdsOf } from './membership.ts'
import type { Tenant } from './tenant.ts'

/**
 * An assignment, or an eligibility, of a directory role. The principal may be a user, a service
 * principal, or a group that can carry roles; the scope is `/`, `/administrativeUnits/{id}` or
 * `/{objectId}`.
 */
export interface RoleAssignment {
  readonly id: string
  readonly principalId: string
  readonly roleDefinitionId: string
  readonly directoryScopeId: string
}

/** The ids of Microsoft's are unreadable texts too. */
export function createRoleAssignment(
  principalId: string,
  { roleTemplateId }: DirectoryRole,
  directoryScopeId: string,
): RoleAssignment {
  const name = `${principalId} ${roleTemplateId} ${directoryScopeId}`
  return {
    id: Buffer.from(name).toString('base64url'),
    principalId,
    roleDefinitionId: roleTemplateId,
    directoryScopeId,
  }
}

/** The roles that somebody holds now: directly, or through groups that can carry roles. */
export function activeAssignmentsOf(tenant: Tenant, principalId: string): RoleAssignment[] {
  const principals = new Set([principalId, ...transitiveGroupIdsOf(tenant, principalId)])
  return tenant.roleAssignments.filter((assignment) => principals.has(assignment.principalId))
}

/** Each role that somebody holds now, with where it holds. */
export function heldRolesOf(
  tenant: Tenant,
  principalId: string,
): { role: DirectoryRole; directoryScopeId: string }[] {
  return activeAssignmentsOf(tenant, principalId).flatMap(
    ({ roleDefinitionId, directoryScopeId }) => {
      const role = findDirectoryRole(roleDefinitionId)
      return role ? [{ role, directoryScopeId }] : []
    },
  )
}
