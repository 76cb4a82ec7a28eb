import { lookUpOrganization, type OrganizationLocation } from '@foyer/contracts/organizations'
import type { Call } from '../call.ts'
import type { Session } from '../session/session.ts'

/** The organization of a link: as this browser remembers it, else as the API knows it. */
export async function findOrganization(
  slug: string,
  { remembered }: Session,
  call: Call,
): Promise<OrganizationLocation> {
  const known = remembered.list().find((organization) => organization.slug === slug)
  return known ?? (await call(lookUpOrganization, { query: { name: slug } }))
}
