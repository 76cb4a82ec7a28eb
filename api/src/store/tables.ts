import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Generated } from 'kysely'

// Written by the test of the schema (vitest -u) from a migrated database: never by hand.
interface DirectoryGroup {
  organizationId: OrganizationId
  groupId: GroupId
  name: string
  description: string | null
  kind: string
  isSynced: boolean
  isRoleAssignable: boolean
  isManagedInExchange: boolean
  isMembershipHidden: boolean
  isProtected: boolean
  expiresAt: Date | null
  seenAtCrawl: Date | null
  removedAt: Date | null
  mail: string | null
  isManagedByRule: Generated<boolean>
}

interface Feed {
  organizationId: OrganizationId
  kind: string
  cursor: string | null
  crawlStartedAt: Date | null
  crawledAt: Date | null
  asOf: Date | null
}

interface Guest {
  organizationId: OrganizationId
  guestId: PersonId
  name: string
  mail: string | null
  company: string | null
  signsInWith: string
  isRedeemed: boolean | null
  isEnabled: boolean
  isSynced: boolean | null
  isProtected: boolean | null
  createdAt: Date | null
  lastSignInAt: Date | null
  signInsAsOf: Date | null
  sponsorsAsOf: Date | null
  removedAt: Date | null
  seenAtCrawl: Date | null
  membershipsDueAt: Date | null
  membershipsAskedAt: Date | null
}

interface GuestSponsor {
  organizationId: OrganizationId
  guestId: PersonId
  sponsorId: string
  kind: string
}

interface Membership {
  organizationId: OrganizationId
  guestId: PersonId
  groupId: GroupId
  seenAtCrawl: Date | null
}

interface Nesting {
  organizationId: OrganizationId
  groupId: GroupId
  outerGroupId: GroupId
  seenAtCrawl: Date | null
}

interface Organization {
  organizationId: OrganizationId
  slug: string
  name: string
  connectedAt: Generated<Date>
  disconnectedAt: Date | null
}

interface OrganizationProfile {
  organizationId: OrganizationId
  name: string
  privacyContact: string | null
  privacyStatementUrl: string | null
  guestAccess: string | null
  asOf: Date
}

interface Owner {
  organizationId: OrganizationId
  groupId: GroupId
  ownerId: PersonId
  seenAtCrawl: Date | null
  removedAt: Date | null
}

interface Person {
  organizationId: OrganizationId
  personId: PersonId
  name: string
  mail: string | null
}

interface Watch {
  organizationId: OrganizationId
  watched: string
  watchId: string | null
  secretHash: string | null
  address: string | null
  dueAt: Date
  calledAt: Date | null
}

/** The tables of the store and their columns, as the migrations make them. */
export interface Tables {
  readonly directoryGroup: DirectoryGroup
  readonly feed: Feed
  readonly guest: Guest
  readonly guestSponsor: GuestSponsor
  readonly membership: Membership
  readonly nesting: Nesting
  readonly organization: Organization
  readonly organizationProfile: OrganizationProfile
  readonly owner: Owner
  readonly person: Person
  readonly watch: Watch
}
