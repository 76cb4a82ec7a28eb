import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Generated } from 'kysely'

// Written by the test of the schema (vitest -u) from a migrated database: never by hand.
interface Allowance {
  kind: string
  subject: Uint8Array
  endsAt: Date
  used: number
}

interface Bulk {
  organizationId: OrganizationId
  bulkId: string
  askedAt: Date
  askedBy: string
  askedAs: string
  requestId: string
  tokenId: string | null
  sessionId: string | null
  until: string
  reason: string
}

interface BulkItem {
  organizationId: OrganizationId
  itemId: string
  bulkId: string
  guestId: PersonId
  position: number
  state: string
  because: string | null
}

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

interface Doubt {
  organizationId: OrganizationId
  doubtId: string
  guestId: PersonId
  state: Generated<string>
  askedAt: Date
  askedBy: string
  askedAs: string
  answeredAt: Date | null
  endedAt: Date | null
  words: Uint8Array
}

interface Ending {
  organizationId: OrganizationId
  endingId: string
  guestId: PersonId
  state: Generated<string>
  because: string | null
  askedAt: Date
  askedBy: string
  askedAs: string
  requestId: string
  blocksAt: Date
  removesAt: Date
  blockedAt: Date | null
  attemptedAt: Date | null
  endedAt: Date | null
  words: Uint8Array
  answeredBy: string | null
  isMove: Generated<boolean>
}

interface ExitRequest {
  organizationId: OrganizationId
  exitRequestId: string
  codeId: string
  guestId: PersonId
  state: string
  because: string | null
  askedAt: Date
  opensAt: Date | null
  dueAt: Date
  language: string
  requestId: string
  lastSignInAt: Date | null
  sponsors: string[]
  answeredAt: Date | null
  answeredBy: string | null
  answeredAs: string | null
  removalAt: Date | null
  blockedAt: Date | null
  endedAt: Date | null
  words: Uint8Array
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
  sponsorCount: Generated<number>
  fewSponsorsSince: Date | null
  standingOf: number | null
  endsOn: string | null
  endsBecause: string | null
  nextKind: string | null
  nextOn: string | null
}

interface GuestKey {
  organizationId: OrganizationId
  guestId: PersonId
  key: Uint8Array
}

interface GuestSponsor {
  organizationId: OrganizationId
  guestId: PersonId
  sponsorId: string
  kind: string
}

interface Halt {
  isOn: Generated<boolean>
  since: Generated<Date>
  because: string
}

interface Invitation {
  organizationId: OrganizationId
  invitationId: string
  state: Generated<string>
  because: string | null
  invitedAt: Date
  invitedBy: string
  invitedAs: string
  requestId: string
  sponsorId: string
  language: string
  endsOn: string
  groupIds: string[]
  missedGroupIds: Generated<string[]>
  expected: string
  expiresAt: Date
  mailHash: Uint8Array | null
  mailings: Generated<number>
  mailedAt: Date | null
  openedAt: Date | null
  remindedAt: Date | null
  attempts: Generated<number>
  redirects: Generated<number>
  attemptedAt: Date | null
  acceptedAt: Date | null
  redeemedAt: Date | null
  endedAt: Date | null
  guestId: PersonId | null
  words: Uint8Array
  mailRefusedAt: Date | null
}

interface InvitationFile {
  organizationId: OrganizationId
  fileId: string
  askedAt: Date
  askedBy: string
  requestId: string
  tokenId: string | null
  sessionId: string | null
  digest: Uint8Array
}

interface InvitationItem {
  organizationId: OrganizationId
  itemId: string
  fileId: string
  line: number
  state: string
  because: string | null
  mailHash: Uint8Array | null
  words: Uint8Array | null
}

interface InvitationTemplate {
  organizationId: OrganizationId
  templateId: string
  version: number
  name: string
  purpose: string
  accessDays: number
  groupIds: string[]
  language: string
  message: string | null
  changedAt: Date
  changedBy: string
}

interface InvitingDelegation {
  organizationId: OrganizationId
  inviterId: string
  untilOn: string
  reason: string
  delegatedAt: Date
  delegatedBy: string
}

interface Journal {
  organizationId: OrganizationId
  position: number
  at: Date
  act: string
  outcome: string
  because: string | null
  actorKind: string
  actorId: string | null
  onBehalfOf: string | null
  guestId: PersonId | null
  objectId: string | null
  subjectId: string | null
  requestId: string | null
  tokenId: string | null
  sessionId: string | null
  directoryRequestIds: string[]
  facts: unknown
  words: Uint8Array | null
  previousHash: Uint8Array
  hash: Uint8Array
}

interface JournalHead {
  organizationId: OrganizationId
  position: number
  hash: Uint8Array
}

interface JournalRoot {
  organizationId: OrganizationId
  day: string
  position: number
  hash: Uint8Array
  signed: string
}

interface Leaving {
  organizationId: OrganizationId
  leavingId: string
  guestId: PersonId
  groupId: GroupId | null
  state: Generated<string>
  because: string | null
  askedAt: Date
  language: string
  requestId: string
  tokenId: string | null
  sessionId: string | null
  signedInAt: Date | null
  attemptedAt: Date | null
  holdings: unknown
  words: Uint8Array
  directoryRequestIds: Generated<string[]>
  leftAt: Date | null
  endedAt: Date | null
  exitRequestId: string | null
  beginsAt: Date | null
  metContext: string | null
  grantedBy: string | null
  grantedAs: string | null
  proposedOwners: unknown
  ownedAlone: Generated<string[]>
}

interface Link {
  hash: Uint8Array
  organizationId: OrganizationId
  kind: string
  subjectId: string
  expiresAt: Date
}

interface Mail {
  organizationId: OrganizationId
  mailId: string
  key: string
  guestId: PersonId | null
  template: string
  language: string
  words: Uint8Array
  madeAt: Date
  sentAt: Date | null
}

interface MailCode {
  organizationId: OrganizationId
  codeId: string
  purpose: string
  guestId: PersonId | null
  codeHash: Uint8Array | null
  isClosed: Generated<boolean>
  endsAt: Date
  tries: Generated<number>
  language: string
  requestId: string
  address: string | null
}

interface Membership {
  organizationId: OrganizationId
  guestId: PersonId
  groupId: GroupId
  seenAtCrawl: Date | null
}

interface Move {
  organizationId: OrganizationId
  moveId: string
  guestId: PersonId
  toGuestId: PersonId | null
  invitationId: string
  state: Generated<string>
  because: string | null
  askedAt: Date
  askedBy: string
  askedAs: string
  requestId: string
  toldAt: Date | null
  redeemedAt: Date | null
  answeredAt: Date | null
  answeredBy: string | null
  answeredAs: string | null
  groupIds: Generated<string[]>
  joiningGroupIds: string[] | null
  missedGroupIds: Generated<string[]>
  carriedAt: Date | null
  endsOn: string | null
  endingId: string | null
  endedAt: Date | null
  words: Uint8Array
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

interface OwnerlessGroup {
  organizationId: OrganizationId
  groupId: GroupId
  leavingId: string
  guestId: PersonId | null
  since: Date
  proposedId: string | null
  state: Generated<string>
  closedAt: Date | null
  closedBy: string | null
  words: Uint8Array | null
}

interface Person {
  organizationId: OrganizationId
  personId: PersonId
  name: string
  mail: string | null
}

interface Policy {
  organizationId: OrganizationId
  version: number
  policy: unknown
  madeAt: Date
  madeBy: string
}

interface RequestKey {
  organizationId: OrganizationId
  personId: PersonId
  key: string
  requestHash: Uint8Array
  subjectId: string
  madeAt: Generated<Date>
}

interface Reset {
  organizationId: OrganizationId
  resetId: string
  guestId: PersonId
  state: Generated<string>
  because: string | null
  askedAt: Date
  askedBy: string
  requestId: string
  provedAt: Date | null
  agreedAt: Date | null
  agreedBy: string | null
  opensAt: Date | null
  lapsesAt: Date
  attemptedAt: Date | null
  redemptionChangedAt: string | null
  endedAt: Date | null
  words: Uint8Array
}

interface Restoration {
  organizationId: OrganizationId
  restorationId: string
  leavingId: string
  guestId: PersonId
  state: Generated<string>
  because: string | null
  askedAt: Date
  language: string
  requestId: string
  attemptedAt: Date | null
  directoryRequestIds: Generated<string[]>
  lostSponsors: number | null
  lostGroups: number | null
  endedAt: Date | null
  grantedBy: string | null
  grantedAs: string | null
  withoutGroups: Generated<string[]>
  keptGroups: number | null
}

interface ReturnHold {
  organizationId: OrganizationId
  leavingId: string
  guestId: PersonId
  placedAt: Date
  placedBy: string
  words: Uint8Array
}

interface ReturnRequest {
  organizationId: OrganizationId
  leavingId: string
  guestId: PersonId
  state: Generated<string>
  askedAt: Date
  language: string
  requestId: string
  answeredAt: Date | null
  answeredBy: string | null
  words: Uint8Array
}

interface StayRequest {
  organizationId: OrganizationId
  stayRequestId: string
  guestId: PersonId
  state: Generated<string>
  wanted: string
  askedAt: Date
  granted: string | null
  answeredAt: Date | null
  answeredBy: string | null
  words: Uint8Array
}

interface Step {
  stepId: Generated<string>
  organizationId: OrganizationId
  kind: string
  subjectId: string
  key: string
  urgency: number
  state: Generated<string>
  dueAt: Generated<Date>
  attempts: Generated<number>
  faults: Generated<number>
  lease: string | null
  leasedUntil: Date | null
  because: string | null
  madeAt: Generated<Date>
  endedAt: Date | null
}

interface Succession {
  organizationId: OrganizationId
  successionId: string
  guestId: PersonId
  cause: string
  state: Generated<string>
  because: string | null
  openedAt: Date
  openedBy: string | null
  openedAs: string
  requestId: string | null
  leavesId: string | null
  namedId: string | null
  acceptedBy: string | null
  endedAt: Date | null
  words: Uint8Array
}

interface SuccessionAsk {
  organizationId: OrganizationId
  askId: string
  successionId: string
  guestId: PersonId
  candidateId: string
  evidence: string
  state: Generated<string>
  askedAt: Date
  answersUntil: Date
  answeredAt: Date | null
  words: Uint8Array
}

interface Term {
  organizationId: OrganizationId
  guestId: PersonId
  endDate: string | null
  endSetAt: Date | null
  endSetBy: string | null
  confirmedAt: Date | null
  confirmedBy: string | null
  confirmedGroups: string[] | null
  visitedAt: Date | null
  language: string | null
  exceptUntil: string | null
  exceptBy: string | null
  endOwner: string | null
  words: Uint8Array | null
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
  readonly allowance: Allowance
  readonly bulk: Bulk
  readonly bulkItem: BulkItem
  readonly directoryGroup: DirectoryGroup
  readonly doubt: Doubt
  readonly ending: Ending
  readonly exitRequest: ExitRequest
  readonly feed: Feed
  readonly guest: Guest
  readonly guestKey: GuestKey
  readonly guestSponsor: GuestSponsor
  readonly halt: Halt
  readonly invitation: Invitation
  readonly invitationFile: InvitationFile
  readonly invitationItem: InvitationItem
  readonly invitationTemplate: InvitationTemplate
  readonly invitingDelegation: InvitingDelegation
  readonly journal: Journal
  readonly journalHead: JournalHead
  readonly journalRoot: JournalRoot
  readonly leaving: Leaving
  readonly link: Link
  readonly mail: Mail
  readonly mailCode: MailCode
  readonly membership: Membership
  readonly move: Move
  readonly nesting: Nesting
  readonly organization: Organization
  readonly organizationProfile: OrganizationProfile
  readonly owner: Owner
  readonly ownerlessGroup: OwnerlessGroup
  readonly person: Person
  readonly policy: Policy
  readonly requestKey: RequestKey
  readonly reset: Reset
  readonly restoration: Restoration
  readonly returnHold: ReturnHold
  readonly returnRequest: ReturnRequest
  readonly stayRequest: StayRequest
  readonly step: Step
  readonly succession: Succession
  readonly successionAsk: SuccessionAsk
  readonly term: Term
  readonly watch: Watch
}
