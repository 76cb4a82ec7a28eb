import type { Tenant } from './tenant.ts'

export interface AdministrativeUnit {
  readonly id: string
  readonly displayName: string
  readonly description: string | null
  /** A restricted management unit: nobody outside its own scope changes what is in it. */
  readonly isMemberManagementRestricted: boolean
}

/** Graph's `isManagementRestricted`: whether the object lies in a restricted management unit. */
export function isManagementRestricted(tenant: Tenant, objectId: string): boolean {
  return tenant.unitMembers
    .to(objectId)
    .some((unitId) => tenant.administrativeUnits.get(unitId)?.isMemberManagementRestricted)
}
