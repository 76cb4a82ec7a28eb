import { lookUpOrganization, type OrganizationLocation } from '@foyer/contracts/organizations'
import type { Call } from '../call.ts'
import { settle } from '../failure.ts'
import type { ListedTenant } from '../session/listed-tenant.ts'
import type { Session } from '../session/session.ts'
import type { Place } from './place.ts'

/** A tenant of an account: an organization of Foyer, or one that has nothing to do with it. */
export interface Found {
  readonly tenantId: string
  readonly name: string
  readonly accountId: string
  readonly organization: OrganizationLocation | undefined
}

// Each costs a look-up, and the API counts those.
const tenantsAtMost = 20
const domainsAtMost = 3

/**
 * What Azure Resource Manager knows of an account's tenants, asked where one of its organizations
 * lets its guests be shown their others. Empty rather than wrong: nothing here can fail.
 */
export async function findTenants(
  accountId: string,
  places: readonly Place[],
  session: Session,
  call: Call,
): Promise<Found[]> {
  for (const { organization, accountIds } of places) {
    if (!accountIds.includes(accountId)) continue
    // What was remembered of it may be old, and it may have changed its mind.
    const answer = await settle(call(lookUpOrganization, { query: { name: organization.slug } }))
    if ('failure' in answer || !answer.value.listsOtherOrganizations) continue

    const tenants = await session.listTenants(organization.organizationId, accountId)
    const others = tenants.filter((tenant) => tenant.tenantId !== homeTenantOf(accountId))
    if (others.length > 0) {
      const looks = others.slice(0, tenantsAtMost).map(async (tenant) => {
        const known = places.find((place) => place.organization.organizationId === tenant.tenantId)
        const answer = known ? { organization: known.organization } : await look(tenant, call)
        return answer ? [{ ...tenant, accountId, ...answer }] : []
      })
      return (await Promise.all(looks)).flat()
    }
  }
  return []
}

/**
 * The organization of a tenant, found by one of its domains and only if it is the same tenant.
 * Without an answer where the look-up gave none: that it has no Foyer is not known then.
 */
async function look(
  { tenantId, domains }: ListedTenant,
  call: Call,
): Promise<Pick<Found, 'organization'> | undefined> {
  for (const domain of domains.slice(0, domainsAtMost)) {
    const answer = await settle(call(lookUpOrganization, { query: { name: domain } }))
    if ('value' in answer) {
      const isSame = answer.value.organizationId.toLowerCase() === tenantId
      if (isSame) return { organization: answer.value }
    } else if (answer.failure.code !== 'organization-not-found') return undefined
  }
  return { organization: undefined }
}

// MSAL writes `uid.utid`, the object and the tenant that an account is at home in.
function homeTenantOf(accountId: string): string | undefined {
  return accountId.split('.')[1]?.toLowerCase()
}
