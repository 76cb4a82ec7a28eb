import type { Simulation } from '../simulation.ts'
import type { AdministrativeUnit } from './administrative-unit.ts'
import type { Tenant } from './tenant.ts'
import { isGuest, type User } from './user.ts'

const hourMs = 3_600_000

/** V-13: how long after its creation an object arrives in a unit with a rule. */
const delayMs = { '24-hours': 24 * hourMs, '5-minutes': hourMs / 12 } as const

/** The one rule whose members are found out; those of any other are nobody. */
export const everyGuest = '(user.userType -eq "Guest")'

/** Puts everybody into a unit whom its rule names. */
export function fillByRule(tenant: Tenant, { id, membershipRule }: AdministrativeUnit): void {
  if (membershipRule !== everyGuest) return
  for (const user of [...tenant.users.values(), ...tenant.deletedUsers.values()]) {
    if (isGuest(user)) tenant.unitMembers.add(id, user.id)
  }
}

/** Puts somebody new into the units whose rule names them; {@link isInUnit} says from when on. */
export function joinByRule(tenant: Tenant, user: User): void {
  if (!isGuest(user)) return
  for (const { id, membershipRule } of tenant.administrativeUnits.values()) {
    if (membershipRule === everyGuest) tenant.unitMembers.add(id, user.id)
  }
}

/** Whether an object is in a unit now: by hand at once, by a rule only after a while. */
export function isInUnit(
  { clock, variants }: Pick<Simulation, 'clock' | 'variants'>,
  tenant: Tenant,
  unitId: string,
  objectId: string,
): boolean {
  if (!tenant.unitMembers.has(unitId, objectId)) return false
  const unit = tenant.administrativeUnits.get(unitId)
  const user = tenant.users.get(objectId) ?? tenant.deletedUsers.get(objectId)
  if (!unit?.membershipRule || !user) return unit !== undefined
  const ageMs = clock.now().getTime() - Date.parse(user.createdDateTime)
  return ageMs >= delayMs[variants.unitMembershipDelay]
}
