import type { Simulation } from '../simulation.ts'
import type { Tenant } from '../world/tenant.ts'

/**
 * What befalls an organization as a whole:
 * - `consent-withdrawn`: its administrator took back what apps were granted. Tokens that are out keep
 *   their permissions until they end; new ones have none.
 * - `tenant-gone`: the tenant was deleted. Nobody signs in there, and no token of it is accepted.
 */
export const organizationTroubles = ['consent-withdrawn', 'tenant-gone'] as const
export type OrganizationTrouble = (typeof organizationTroubles)[number]

export interface Troubles {
  /**
   * @returns a function that takes it back; a reset does, too.
   * @throws {RangeError} for an organization that is not there.
   */
  befall(organization: string, trouble: OrganizationTrouble): () => void
  /** Takes everything back. */
  heal(): void
  clear(): void
}

export function createTroubles(simulationOf: () => Simulation): Troubles {
  let remedies: (() => void)[] = []
  return {
    befall(organization, trouble) {
      const simulation = simulationOf()
      const tenant = [...simulation.world.tenants.values()].find(
        ({ slug, tenantId }) => slug === organization || tenantId === organization,
      )
      if (!tenant) throw new RangeError(`There is no organization ${organization}.`)
      const undo = trouble === 'tenant-gone' ? end(simulation, tenant) : withdrawConsent(tenant)
      let isOver = false
      const remedy = () => {
        if (isOver) return
        isOver = true
        undo()
      }
      remedies.push(remedy)
      return remedy
    },
    heal() {
      for (const remedy of remedies.toReversed()) remedy()
      remedies = []
    },
    // The world of before is no more: there is nothing to take back.
    clear() {
      remedies = []
    },
  }
}

function end(simulation: Simulation, tenant: Tenant): () => void {
  const keep = (change: (tenants: Map<string, Tenant>) => void) => {
    const tenants = new Map(simulation.world.tenants)
    change(tenants)
    simulation.world = { ...simulation.world, tenants }
  }
  keep((tenants) => tenants.delete(tenant.tenantId))
  return () => keep((tenants) => tenants.set(tenant.tenantId, tenant))
}

function withdrawConsent({ servicePrincipals }: Tenant): () => void {
  const before = [...servicePrincipals]
  for (const [clientId, principal] of before) {
    servicePrincipals.set(clientId, { ...principal, graphRoles: [] })
  }
  return () => {
    for (const [clientId, principal] of before) servicePrincipals.set(clientId, principal)
  }
}
