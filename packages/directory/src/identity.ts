import type { OrganizationDirectory } from './directory.ts'

/** The separate identities that Foyer has in an organization, by power. */
export const identityNames = ['reader', 'grouper', 'keeper', 'inviter', 'mailer'] as const
export type IdentityName = (typeof identityNames)[number]

/** Which identity each operation uses: reading cannot write, and writing memberships only that. */
export const identityOf = {
  findPerson: 'reader',
  listSponsors: 'reader',
  getOrganization: 'reader',
  getGuestAccess: 'reader',
  listMemberships: 'reader',
  removeMember: 'grouper',
} as const satisfies Record<keyof OrganizationDirectory, IdentityName>
