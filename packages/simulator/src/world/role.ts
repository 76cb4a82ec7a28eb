import { guidOf } from './guid.ts'
import { transitiveGroupIdsOf } from './membership.ts'
import type { Tenant } from './tenant.ts'

/** A built-in directory role; the template id is the same in every tenant. */
export interface DirectoryRole {
  readonly roleTemplateId: string
  readonly displayName: string
  readonly description: string
}

/** An assignment, or an eligibility, of a directory role. The principal may be a group. */
export interface RoleAssignment {
  readonly id: string
  readonly principalId: string
  readonly roleDefinitionId: string
  readonly directoryScopeId: string
}

// Template ids: Microsoft Entra built-in roles.
export const directoryRoles = {
  reportsReader: {
    roleTemplateId: '4a5d8f65-41da-4de4-8968-e035b65339cf',
    displayName: 'Reports Reader',
    description: 'Can read sign-in and audit reports.',
  },
  guestInviter: {
    roleTemplateId: '95e79109-95c0-4d8e-aee3-d01accf2d47b',
    displayName: 'Guest Inviter',
    description: "Can invite guest users independent of the 'members can invite guests' setting.",
  },
  directoryReaders: {
    roleTemplateId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
    displayName: 'Directory Readers',
    description: 'Can read basic directory information.',
  },
} as const satisfies Record<string, DirectoryRole>

export function findDirectoryRole(roleTemplateId: string): DirectoryRole | undefined {
  return Object.values(directoryRoles).find((role) => role.roleTemplateId === roleTemplateId)
}

/** The id that the role's object has in one tenant; assignments name the template instead. */
export function directoryRoleIdIn(tenant: Tenant, role: DirectoryRole): string {
  return guidOf(`${tenant.slug} directory role ${role.roleTemplateId}`)
}

/** The roles that a person holds now: directly, or through groups that can carry roles. */
export function activeAssignmentsOf(tenant: Tenant, userId: string): RoleAssignment[] {
  const principals = new Set([userId, ...transitiveGroupIdsOf(tenant, userId)])
  return tenant.roleAssignments.filter(({ principalId }) => principals.has(principalId))
}
