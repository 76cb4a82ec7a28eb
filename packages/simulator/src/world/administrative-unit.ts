import type { Tenant } from './tenant.ts'

export interface AdministrativeUnit {
  readonly id: string
  displayName: string
  description: string | null
  /** A restricted management unit: nobody outside its own scope changes what is in it. */
  readonly isMemberManagementRestricted: boolean
  /** Of a dynamic unit; only the rule of all guests is evaluated (unit-membership.ts). */
  membershipRule: string | null
}

/** What a role's scope names when it is a unit. */
export function scopeOfUnit(unitId: string): string {
  return `/administrativeUnits/${unitId}`
}

/** @returns the unit's id, if the scope is a unit. */
export function unitOfScope(directoryScopeId: string): string | undefined {
  return /^\/administrativeUnits\/(.+)$/i.exec(directoryScopeId)?.[1]?.toLowerCase()
}

/** The restricted management units that an object lies in. */
export function restrictedUnitIdsOf(tenant: Tenant, objectId: string): string[] {
  return tenant.unitMembers
    .to(objectId)
    .filter((unitId) => tenant.administrativeUnits.get(unitId)?.isMemberManagementRestricted)
}

/** Graph's `isManagementRestricted`. */
export function isManagementRestricted(tenant: Tenant, objectId: string): boolean {
  return restrictedUnitIdsOf(tenant, objectId).length > 0
}
