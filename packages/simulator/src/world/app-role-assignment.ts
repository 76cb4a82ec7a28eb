import type { Tenant } from './tenant.ts'

/** Says that a principal may use an app; the names are those that both have now. */
export interface AppRoleAssignment {
  readonly id: string
  /** One of the resource's app roles, or {@link defaultAppRoleId}. */
  readonly appRoleId: string
  readonly createdDateTime: string
  readonly principalId: string
  /** The service principal of the app. */
  readonly resourceId: string
}

/** Assigned without a role of its own (approleassignment.md). */
export const defaultAppRoleId = '00000000-0000-0000-0000-000000000000'

export function appRoleAssignmentsOf(tenant: Tenant, principalId: string): AppRoleAssignment[] {
  return tenant.appRoleAssignments.filter((assignment) => assignment.principalId === principalId)
}
