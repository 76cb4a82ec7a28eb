import { microsoftApplications } from '../world/application.ts'
import { scheduleExpiration } from '../world/lifecycle-policy.ts'
import { createTenant, type Tenant } from '../world/tenant.ts'
import type { World } from '../world/world.ts'
import { castAccounts, type Slug } from './accounts.ts'
import { seedContoso } from './contoso.ts'
import { addFurtherGuests } from './further-guests.ts'
import type { IdentityKeys } from './identity-keys.ts'
import {
  seedAdatum,
  seedFabrikam,
  seedNorthwind,
  seedTailspin,
  seedWoodgroveBank,
} from './other-organizations.ts'
import { tenantProfiles } from './profiles.ts'
import {
  describeRegistrations,
  registerIdentities,
  type Registrations,
  sharedApplications,
} from './registrations.ts'

const furtherGuestsOfContoso = 120

const seeds: Readonly<Record<Exclude<Slug, 'contoso'>, (tenant: Tenant) => void>> = {
  fabrikam: seedFabrikam,
  'woodgrove-bank': seedWoodgroveBank,
  northwind: seedNorthwind,
  adatum: seedAdatum,
  tailspin: seedTailspin,
}

/**
 * The world as it is before anybody has done anything: the same every time, but that groups which
 * would have expired by now are where a policy begins with them.
 */
export function createWorld(
  portalOrigin: string,
  keys: IdentityKeys,
  now: Date,
): { world: World; registrations: Registrations } {
  const tenants = tenantProfiles().map(createTenant)
  const accounts = [...castAccounts]

  for (const tenant of tenants) {
    if (tenant.slug === 'contoso') {
      const further = addFurtherGuests(tenant, furtherGuestsOfContoso)
      accounts.push(...further.accounts)
      seedContoso(tenant, further.users)
    } else {
      seeds[tenant.slug as Exclude<Slug, 'contoso'>](tenant)
    }
    for (const group of tenant.groups.values()) scheduleExpiration(tenant, group, now)
  }

  const registered = registerIdentities(tenants, keys, portalOrigin)
  const everyApplication = [
    ...microsoftApplications,
    ...sharedApplications(portalOrigin),
    ...registered.applications,
  ]
  return {
    world: {
      tenants: new Map(tenants.map((tenant) => [tenant.tenantId, tenant])),
      accounts: new Map(accounts.map((account) => [account.accountId, account])),
      applications: new Map(everyApplication.map((app) => [app.clientId, app])),
    },
    registrations: describeRegistrations(registered),
  }
}
