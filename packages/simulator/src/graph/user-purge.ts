import { recordEffect, type Simulation } from '../simulation.ts'
import { purgeExpired } from '../world/deletion.ts'
import type { Tenant } from '../world/tenant.ts'

/** Purges whoever was deleted long enough ago; called by whoever looks at what is left of users. */
export function settleDeletedUsers(simulation: Simulation, tenant: Tenant): void {
  for (const userId of purgeExpired(tenant, simulation.clock.now())) {
    recordEffect(simulation, tenant, {
      by: { kind: 'directory', name: 'Microsoft Entra' },
      what: 'user-purged',
      targets: { userId },
    })
  }
}
