import type { Tenant } from './tenant.ts'
import type { World } from './world.ts'

export type AccessType = 'allowed' | 'blocked'

/**
 * What an organization has decided about collaboration with others: whether their people may come,
 * whether its own may go, and whether redemption asks for consent.
 */
export interface CollaborationSettings {
  inbound: AccessType
  outbound: AccessType
  consentsInbound: boolean
  consentsOutbound: boolean
}

/** The same about one organization; null where the default decides. */
export type PartnerSettings = {
  readonly tenantId: string
  /** How synchronization from there is called, if there is any. */
  readonly synchronizationName: string | null
} & { [Name in keyof CollaborationSettings]: CollaborationSettings[Name] | null }

/** As in a new organization. */
export function openToEverybody(): CollaborationSettings {
  return {
    inbound: 'allowed',
    outbound: 'allowed',
    consentsInbound: false,
    consentsOutbound: false,
  }
}

export function createPartner(
  tenantId: string,
  settings: Partial<Omit<PartnerSettings, 'tenantId'>> = {},
): PartnerSettings {
  return {
    tenantId,
    synchronizationName: null,
    inbound: null,
    outbound: null,
    consentsInbound: null,
    consentsOutbound: null,
    ...settings,
  }
}

/**
 * Which side keeps people of a home tenant out. Accounts without an Entra home have no other side,
 * and the settings are not about them.
 */
export function sideThatBlocks(
  world: World,
  tenant: Tenant,
  homeTenantId: string | undefined,
): 'home' | 'resource' | undefined {
  const home = otherTenant(world, tenant, homeTenantId)
  if (!home) return undefined
  if (settingsFor(home, tenant).outbound === 'blocked') return 'home'
  return settingsFor(tenant, home).inbound === 'blocked' ? 'resource' : undefined
}

/** Automatic redemption, to which both sides have to agree (cross-tenant-access-overview.md). */
export function isConsentAutomatic(
  world: World,
  tenant: Tenant,
  homeTenantId: string | undefined,
): boolean {
  const home = otherTenant(world, tenant, homeTenantId)
  if (!home) return false
  return settingsFor(home, tenant).consentsOutbound && settingsFor(tenant, home).consentsInbound
}

function otherTenant(
  { tenants }: World,
  { tenantId }: Tenant,
  homeTenantId: string | undefined,
): Tenant | undefined {
  return homeTenantId === tenantId ? undefined : tenants.get(homeTenantId ?? '')
}

function settingsFor({ partners, collaboration }: Tenant, { tenantId }: Tenant) {
  const own = partners.get(tenantId)
  return {
    inbound: own?.inbound ?? collaboration.inbound,
    outbound: own?.outbound ?? collaboration.outbound,
    consentsInbound: own?.consentsInbound ?? collaboration.consentsInbound,
    consentsOutbound: own?.consentsOutbound ?? collaboration.consentsOutbound,
  }
}
