import { lookUpOrganization, type OrganizationLocation } from '@foyer/contracts/organizations'
import type { Call } from '../call.ts'
import { type Failure, settle } from '../failure.ts'
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

/** What a search found, and whether every question of it was answered. */
export interface Findings {
  readonly tenants: readonly Found[]
  readonly isComplete: boolean
}

// Each costs a look-up, and the API counts those.
const tenantsAtMost = 20
const domainsAtMost = 3

/**
 * What Azure Resource Manager knows of an account's tenants, asked where one of its organizations
 * lets its guests be shown their others. Missing rather than wrong: a tenant of which nobody could
 * say whether it uses Foyer is left out, and nothing here can fail.
 */
export async function findTenants(
  accountId: string,
  places: readonly Place[],
  session: Pick<Session, 'listTenants'>,
  call: Call,
): Promise<Findings> {
  let isComplete = true
  for (const { organization, accountIds } of places) {
    if (!accountIds.includes(accountId)) continue
    // What was remembered of it may be old, and it may have changed its mind.
    const answer = await settle(call(lookUpOrganization, { query: { name: organization.slug } }))
    if ('failure' in answer) isComplete = isComplete && isUnknown(answer.failure)
    if ('failure' in answer || !answer.value.listsOtherOrganizations) continue

    const tenants = await session.listTenants(organization.organizationId, accountId)
    const others = tenants.filter((tenant) => tenant.tenantId !== homeTenantOf(accountId))
    if (others.length > 0) {
      const searches = others
        .slice(0, tenantsAtMost)
        .map(async (tenant) => findOrganization(tenant, accountId, places, call))
      const all = await Promise.all(searches)
      const found = all.filter((one) => one !== undefined)
      return { tenants: found, isComplete: isComplete && found.length === all.length }
    }
  }
  return { tenants: [], isComplete }
}

/**
 * A tenant with its organization: one that is known already, or found by one of its domains and
 * only if it is the same tenant. Undefined where a look-up had no answer.
 */
async function findOrganization(
  { tenantId, name, domains }: ListedTenant,
  accountId: string,
  places: readonly Place[],
  call: Call,
): Promise<Found | undefined> {
  const isSame = ({ organizationId }: OrganizationLocation) =>
    organizationId.toLowerCase() === tenantId
  const known = places.find(({ organization }) => isSame(organization))
  if (known) return { tenantId, name, accountId, organization: known.organization }

  for (const domain of domains.slice(0, domainsAtMost)) {
    const answer = await settle(call(lookUpOrganization, { query: { name: domain } }))
    if ('failure' in answer && !isUnknown(answer.failure)) return undefined
    if ('value' in answer && isSame(answer.value)) {
      return { tenantId, name, accountId, organization: answer.value }
    }
  }
  return { tenantId, name, accountId, organization: undefined }
}

/** The one failure that says something of the organization. */
function isUnknown({ code }: Failure): boolean {
  return code === 'organization-not-found'
}

// MSAL writes `uid.utid`, the object and the tenant that an account is at home in.
function homeTenantOf(accountId: string): string | undefined {
  return accountId.split('.')[1]?.toLowerCase()
}
