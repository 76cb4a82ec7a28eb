import { recordEffect, type Simulation } from '../simulation.ts'
import { settleGroups } from '../world/group-deletion.ts'
import type { Tenant } from '../world/tenant.ts'
import { settleDeletedUsers } from './user-purge.ts'

const directory = { kind: 'directory', name: 'Microsoft Entra' } as const
/** How often the directory looks; a jump of the clock makes it look at once. */
const intervalMs = 60_000
const lastLooks = new WeakMap<Tenant, number>()

/** Deletes groups whose time is over, and purges what was deleted long enough ago. */
export function settleTenant(simulation: Simulation, tenant: Tenant): void {
  settleDeletedUsers(simulation, tenant)
  const now = simulation.clock.now()
  const sinceMs = now.getTime() - (lastLooks.get(tenant) ?? Number.NEGATIVE_INFINITY)
  if (sinceMs >= 0 && sinceMs < intervalMs) return
  lastLooks.set(tenant, now.getTime())
  const { expired, purged } = settleGroups(tenant, now)
  for (const { id } of expired) {
    recordEffect(simulation, tenant, {
      by: directory,
      what: 'group-deleted',
      targets: { groupId: id },
    })
  }
  for (const { id } of purged) {
    recordEffect(simulation, tenant, {
      by: directory,
      what: 'group-purged',
      targets: { groupId: id },
    })
  }
}

/** As {@link settleTenant}, after the clock was moved. */
export function settleEveryTenant(simulation: Simulation): void {
  for (const tenant of simulation.world.tenants.values()) {
    lastLooks.delete(tenant)
    settleTenant(simulation, tenant)
  }
}
