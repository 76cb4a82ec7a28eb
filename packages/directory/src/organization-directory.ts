import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { DirectGroups } from './direct-groups.ts'
import type { FeedPage, SweepPage } from './feed.ts'
import type { DirectoryGroup } from './group.ts'
import type { GroupChange } from './group-feed.ts'
import type { GuestAccess } from './guest-access.ts'
import type { GuestDomains } from './guest-domains.ts'
import type { GuestChange } from './guest-feed.ts'
import type { Holdings } from './holdings.ts'
import type { AddressedGuest } from './guests-by-address.ts'
import type { GuestInvitation, Invited } from './invitation.ts'
import type { InvitationRule } from './invitation-rule.ts'
import type { LastSignIn } from './last-sign-in.ts'
import type { GroupMembership } from './memberships.ts'
import type { Organization } from './organization.ts'
import type { NamedPerson } from './people-names.ts'
import type { Person } from './person.ts'
import type { Redemption } from './redemption.ts'
import type { Removal, RemovedPerson } from './removal.ts'
import type { Removed } from './removed-people.ts'
import type { Restoration } from './restoration.ts'
import type { SeenGuest } from './sign-in-sweep.ts'
import type { SponsoredGuest } from './sponsor-sweep.ts'
import type { IdentifiedSponsor } from './sponsors.ts'
import type { Ties } from './ties.ts'
import type { WatchSetting } from './watch.ts'

/** What Foyer asks of one organization's directory. Each function throws a `DirectoryError`. */
export interface OrganizationDirectory {
  findPerson(personId: PersonId): Promise<Person | undefined>
  listSponsors(personId: PersonId): Promise<IdentifiedSponsor[]>
  getOrganization(): Promise<Organization>
  /** Undefined where it cannot be read. */
  findGuestAccess(): Promise<GuestAccess | undefined>
  listMemberships(personId: PersonId): Promise<GroupMembership[]>
  /** Afterwards the person is no direct member; one who was none before is no error. */
  removeMember(groupId: GroupId, personId: PersonId): Promise<Removal>
  /** Afterwards the person is a direct member; false where the directory does not take them. */
  addMember(groupId: GroupId, personId: PersonId): Promise<boolean>
  /** Undefined where a part of it cannot be read. */
  holdsRole(personId: PersonId): Promise<boolean | undefined>
  /** Whether guests may leave by themselves; undefined where that cannot be read. */
  findLeaveSetting(): Promise<boolean | undefined>
  /** Whether a home tenant synchronizes people into the organization; undefined if unreadable. */
  findHomeSync(homeTenantId: string): Promise<boolean | undefined>
  getHoldings(personId: PersonId): Promise<Holdings>
  getTies(personId: PersonId): Promise<Ties>
  /** The names of the apps that are assigned to somebody; undefined where they cannot be read. */
  listApps(personId: PersonId): Promise<readonly string[] | undefined>
  /** Afterwards an administrator can restore the person, with all they had, for 30 days. */
  removePerson(personId: PersonId): Promise<Removal>
  findRemovedPerson(personId: PersonId): Promise<RemovedPerson | undefined>
  /** Afterwards the person is there again, with what the directory kept of them. */
  restorePerson(personId: PersonId): Promise<Restoration>
  /** Afterwards the other vouches for the person; false where the directory does not take them. */
  addSponsor(personId: PersonId, sponsorId: string): Promise<boolean>
  /** Afterwards the other vouches for the person no more; one who did not before is no error. */
  removeSponsor(personId: PersonId, sponsorId: string): Promise<Removal>
  /** Undefined where there is nobody. */
  findRedemption(personId: PersonId): Promise<Redemption | undefined>
  /** Whom the organization lets invite guests; undefined where that cannot be read. */
  findInvitationRule(): Promise<InvitationRule | undefined>
  /** From where the organization takes guests; undefined where that cannot be read. */
  findGuestDomains(): Promise<GuestDomains | undefined>
  /** Whether a role lets the person invite; undefined where that cannot be read. */
  holdsInvitingRole(personId: PersonId): Promise<boolean | undefined>
  /** Afterwards the directory has a guest of that address, who redeems at the address in the answer. */
  inviteGuest(invitation: GuestInvitation): Promise<Invited>
  /** Undefined where they have none. */
  findManager(personId: PersonId): Promise<Person | undefined>
  /** Who invited them; undefined where it was an app, and where the directory does not tell. */
  findInviter(personId: PersonId): Promise<PersonId | undefined>
  /** In the order of the ids; undefined for whoever does not exist. */
  findPeople(people: readonly PersonId[]): Promise<(Person | undefined)[]>
  /** Everybody whose mail address this is: guests and the organization's own people. */
  findPeopleByMail(mail: string): Promise<Person[]>
  /** The guests who are known by an address. */
  findGuestsByAddress(address: string): Promise<AddressedGuest[]>
  /** Undefined where it cannot be read. */
  findLastSignIn(personId: PersonId): Promise<LastSignIn | undefined>
  /** Afterwards the person may sign in, or may not; false where there is nobody. */
  setSignIn(personId: PersonId, isAllowed: boolean): Promise<boolean>
  /** Whether an enabled policy has a guest sign in for it each time; undefined where unreadable. */
  isContextEnforced(context: string, personId: PersonId): Promise<boolean | undefined>
  /** From the beginning without a cursor; undefined where the cursor is not known any more. */
  readGuestFeed(cursor: string | undefined): Promise<FeedPage<GuestChange> | undefined>
  readGroupFeed(cursor: string | undefined): Promise<FeedPage<GroupChange> | undefined>
  readSponsorSweep(cursor: string | undefined): Promise<SweepPage<SponsoredGuest> | undefined>
  readSignInSweep(
    cursor: string | undefined,
  ): Promise<SweepPage<SeenGuest> | 'unreadable' | undefined>
  listRemoved(): Promise<Removed>
  listDirectGroups(people: readonly PersonId[]): Promise<DirectGroups[]>
  listNames(people: readonly PersonId[]): Promise<NamedPerson[]>
  listGroups(groupIds: readonly GroupId[]): Promise<DirectoryGroup[]>
  /** Direct ones, in the order of the groups; undefined for a group that does not exist. */
  listMembers(groupIds: readonly GroupId[]): Promise<(Person[] | undefined)[]>
  listOwners(groupIds: readonly GroupId[]): Promise<(PersonId[] | undefined)[]>
  /** Has the directory tell an address of changes; the id is that of the watch. */
  createWatch(setting: WatchSetting): Promise<string>
  /** False where there is no such watch any more. */
  renewWatch(watchId: string, endsAt: Date): Promise<boolean>
  /**
   * Sends a whole mail (RFC 5322, in base64) from the organization's mailbox. `directory-failed` with
   * the status 400 says that this mail is taken at no time.
   */
  sendMail(mail: string): Promise<void>
  /** A token with which the mailer signs in to the organization's mail server. */
  signInToMailServer(): Promise<string>
}
