import { type AdministrativeUnit, scopeOfUnit } from '../world/administrative-unit.ts'
import { directoryRoles, type DirectoryRole } from '../world/directory-roles.ts'
import { isDynamic, isManagedInExchange } from '../world/group.ts'
import { guidOf } from '../world/guid.ts'
import { activeAssignmentsOf, createRoleAssignment } from '../world/role.ts'
import type { Tenant } from '../world/tenant.ts'
import { everyGuest, fillByRule } from '../world/unit-membership.ts'
import type { IdentityName } from './identity-keys.ts'

/**
 * The recommended powers of an organization: its keeper and grouper have no permission of Graph's,
 * but each a role over a unit, and Directory Readers over the whole (entra-review.md 6, E and F).
 */
export function giveScopedRoles(tenant: Tenant): void {
  const guests = addUnit(tenant, 'Foyer guests', everyGuest)
  fillByRule(tenant, guests)
  const groups = addUnit(tenant, 'Foyer groups', null)
  for (const group of tenant.groups.values()) {
    const isForeign = group.onPremisesSyncEnabled || group.isAssignableToRole
    if (isForeign || isDynamic(group) || isManagedInExchange(group)) continue
    if (tenant.unitMembers.to(group.id).length === 0) tenant.unitMembers.add(groups.id, group.id)
  }
  empower(tenant, 'keeper', directoryRoles.userAdministrator, guests)
  empower(tenant, 'grouper', directoryRoles.groupsAdministrator, groups)
}

function addUnit(
  tenant: Tenant,
  displayName: string,
  membershipRule: string | null,
): AdministrativeUnit {
  const unit = {
    id: guidOf(`unit ${tenant.slug} ${displayName}`),
    displayName,
    description: null,
    isMemberManagementRestricted: false,
    membershipRule,
  }
  tenant.administrativeUnits.set(unit.id, unit)
  return unit
}

function empower(
  tenant: Tenant,
  identity: IdentityName,
  role: DirectoryRole,
  unit: AdministrativeUnit,
): void {
  const clientId = guidOf(`${tenant.slug} foyer ${identity}`)
  const principal = tenant.servicePrincipals.get(clientId)
  if (!principal) throw new RangeError(`${tenant.slug} has not connected Foyer.`)
  tenant.servicePrincipals.set(clientId, { ...principal, graphRoles: [] })
  if (activeAssignmentsOf(tenant, principal.id).length > 0) return
  tenant.roleAssignments.push(
    createRoleAssignment(principal.id, role, scopeOfUnit(unit.id)),
    createRoleAssignment(principal.id, directoryRoles.directoryReaders, '/'),
  )
}
