import { guidOf } from './guid.ts'
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

/** The assignment of a role that is known by its name alone. */
export function assignmentOfRole(
  role: string,
  principalId: string,
  resourceId: string,
): AppRoleAssignment {
  return {
    id: Buffer.from(`${principalId} ${role} ${resourceId}`).toString('base64url'),
    appRoleId: guidOf(`app role ${role}`),
    createdDateTime: '2026-03-02T09:00:00Z',
    principalId,
    resourceId,
  }
}
