import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Store } from '../store/store.ts'

/** Keeps what the organization says of itself, and what it lets guests see. */
export async function keepProfile(
  store: Store,
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
  now: () => Date,
): Promise<void> {
  const asOf = now()
  const directory = ask()
  const [organization, guestAccess] = await Promise.all([
    directory.getOrganization(),
    directory.findGuestAccess(),
  ])
  const profile = {
    name: organization.name,
    privacyContact: organization.privacyContact ?? null,
    privacyStatementUrl: organization.privacyStatementUrl ?? null,
    guestAccess: guestAccess ?? null,
    asOf,
  }
  await store.asOrganization(organizationId, async (transaction) =>
    transaction
      .insertInto('organizationProfile')
      .values({ organizationId, ...profile })
      .onConflict((conflict) => conflict.column('organizationId').doUpdateSet(profile))
      .execute(),
  )
}
