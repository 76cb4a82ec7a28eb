import type { Tenant } from '../world/tenant.ts'

/** How far the replicas of a directory, which lists are read from, are behind its changes. */
export interface Replication {
  /** Lags so many milliseconds of the clock; of one organization, by slug or tenant id, or of all. */
  lag(ms: number, organization?: string): void
  lagOf(tenant: Tenant): number
  clear(): void
}

export function createReplication(): Replication {
  let everywhere = 0
  const lags = new Map<string, number>()
  return {
    lag(ms, organization) {
      if (organization === undefined) everywhere = ms
      else lags.set(organization, ms)
    },
    lagOf: ({ slug, tenantId }) => lags.get(slug) ?? lags.get(tenantId) ?? everywhere,
    clear() {
      everywhere = 0
      lags.clear()
    },
  }
}
