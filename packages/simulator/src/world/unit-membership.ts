import type { Simulation } from '../simulation.ts'
import type { Tenant } from './tenant.ts'

const hourMs = 3_600_000

/** V-13: how long after its creation an object arrives in a unit with a rule. */
const delayMs = { '24-hours': 24 * hourMs, '5-minutes': hourMs / 12 } as const

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
