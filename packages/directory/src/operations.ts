import type { Access } from './access.ts'
import { listApps } from './apps.ts'
import { type Deadline, startDeadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import type { Graph } from './graph.ts'
import { listDirectGroups } from './direct-groups.ts'
import { readGroupFeed } from './group-feed.ts'
import { listMembers, listOwners } from './group-people.ts'
import { listGroups } from './groups-by-id.ts'
import { findGuestAccess } from './guest-access.ts'
import { findGuestDomains } from './guest-domains.ts'
import { readGuestFeed } from './guest-feed.ts'
import { findHomeSync } from './home-sync.ts'
import { getHoldings } from './holdings.ts'
import { findGuestsByAddress } from './guests-by-address.ts'
import { findInviter } from './inviter.ts'
import { invitationBody, inviteOnce, requireRedeemUrl } from './invitation.ts'
import { findInvitationRule, holdsInvitingRole } from './invitation-rule.ts'
import { findLastSignIn } from './last-sign-in.ts'
import { findLeaveSetting } from './leave-setting.ts'
import { listMemberships } from './memberships.ts'
import { getOrganization } from './organization.ts'
import { listNames } from './people-names.ts'
import { findManager, findPeople, findPeopleByMail, findPerson } from './person.ts'
import { personUrl, restorationUrl, sponsorsUrl } from './person-url.ts'
import { memberReference, membersUrl, sponsorReference } from './reference-url.ts'
import { findRedemption } from './redemption.ts'
import { findRemovedPerson, removeOnce } from './removal.ts'
import { listRemoved } from './removed-people.ts'
import { restoreOnce } from './restoration.ts'
import { holdsRole } from './roles.ts'
import { readSignInSweep } from './sign-in-sweep.ts'
import { readSponsorSweep } from './sponsor-sweep.ts'
import { listSponsors } from './sponsors.ts'
import { isContextEnforced } from './sign-in-context.ts'
import { getTies } from './ties.ts'
import { createWatch, renewWatch } from './watch.ts'
import type { OrganizationDirectory } from './organization-directory.ts'

/** How long to look, once, for the outcome of an attempt that took all the time there was. */
const lookAfterMs = 3_000

/** Carries one operation out by the identity that has the power for it. */
export type CarryOut = <T>(
  operation: keyof OrganizationDirectory,
  work: (graph: Graph, access: Access) => Promise<T>,
  within?: Deadline,
) => Promise<T>

/** What each operation asks of Graph, and what it looks for where nobody told how it ended. */
export function operationsBy(
  by: CarryOut,
  {
    deadline,
    redemption,
  }: {
    readonly deadline: Deadline
    /** To what a redemption may lead, as it starts. */
    readonly redemption: Parameters<typeof requireRedeemUrl>[1]
  },
): OrganizationDirectory {
  return {
    findPerson: async (personId) => by('findPerson', async (graph) => findPerson(graph, personId)),
    listSponsors: async (personId) =>
      by('listSponsors', async (graph) => listSponsors(graph, personId)),
    getOrganization: async () => by('getOrganization', getOrganization),
    findGuestAccess: async () => by('findGuestAccess', findGuestAccess),
    listMemberships: async (personId) =>
      by('listMemberships', async (graph) => listMemberships(graph, personId)),
    removeMember: async (groupId, personId) =>
      by('removeMember', async (graph) =>
        graph.removeReference(memberReference(groupId, personId)),
      ),
    addMember: async (groupId, personId) =>
      by('addMember', async (graph) => graph.addReference(membersUrl(groupId), personId)),
    holdsRole: async (personId) => by('holdsRole', async (graph) => holdsRole(graph, personId)),
    findLeaveSetting: async () => by('findLeaveSetting', findLeaveSetting),
    findHomeSync: async (homeTenantId) =>
      by('findHomeSync', async (graph) => findHomeSync(graph, homeTenantId)),
    getHoldings: async (personId) =>
      by('getHoldings', async (graph) => getHoldings(graph, personId)),
    getTies: async (personId) => by('getTies', async (graph) => getTies(graph, personId)),
    listApps: async (personId) => by('listApps', async (graph) => listApps(graph, personId)),
    removePerson: async (personId) =>
      removeOnce(
        deadline,
        async () => by('removePerson', async (graph) => graph.removePerson(personUrl(personId))),
        async () =>
          by(
            'findRemovedPerson',
            async (graph) => (await findRemovedPerson(graph, personId)) !== undefined,
            startDeadline(lookAfterMs),
          ),
      ),
    findRemovedPerson: async (personId) =>
      by('findRemovedPerson', async (graph) => findRemovedPerson(graph, personId)),
    restorePerson: async (personId) =>
      restoreOnce(
        deadline,
        async () =>
          by('restorePerson', async (graph) => graph.restorePerson(restorationUrl(personId))),
        async () =>
          by(
            'findPerson',
            async (graph) => (await findPerson(graph, personId)) !== undefined,
            startDeadline(lookAfterMs),
          ),
      ),
    addSponsor: async (personId, sponsorId) =>
      by('addSponsor', async (graph) => graph.addReference(sponsorsUrl(personId), sponsorId)),
    removeSponsor: async (personId, sponsorId) =>
      by('removeSponsor', async (graph) =>
        graph.removeReference(sponsorReference(personId, sponsorId)),
      ),
    findRedemption: async (personId) =>
      by('findRedemption', async (graph) => findRedemption(graph, personId)),
    findInvitationRule: async () => by('findInvitationRule', findInvitationRule),
    findGuestDomains: async () => by('findGuestDomains', findGuestDomains),
    holdsInvitingRole: async (personId) =>
      by('holdsInvitingRole', async (graph) => holdsInvitingRole(graph, personId)),
    inviteGuest: async (invitation) => {
      const outcome = await inviteOnce(
        deadline,
        async (knownAs) =>
          by('inviteGuest', async (graph) => graph.invite(invitationBody(invitation, knownAs))),
        async () =>
          by(
            'findGuestsByAddress',
            async (graph) =>
              (await findGuestsByAddress(graph, invitation.mail))[0]?.person.personId,
            startDeadline(lookAfterMs),
          ),
      )
      if ('notTaken' in outcome) return outcome
      requireRedeemUrl(outcome.redeemUrl, redemption)
      return outcome
    },
    findManager: async (personId) =>
      by('findManager', async (graph) => findManager(graph, personId)),
    findInviter: async (personId) =>
      by('findInviter', async (graph) => findInviter(graph, personId)),
    findPeople: async (people) => by('findPeople', async (graph) => findPeople(graph, people)),
    findPeopleByMail: async (mail) =>
      by('findPeopleByMail', async (graph) => findPeopleByMail(graph, mail)),
    findGuestsByAddress: async (address) =>
      by('findGuestsByAddress', async (graph) => findGuestsByAddress(graph, address)),
    findLastSignIn: async (personId) =>
      by('findLastSignIn', async (graph) => findLastSignIn(graph, personId)),
    setSignIn: async (personId, isAllowed) =>
      by('setSignIn', async (graph) => graph.setSignIn(personUrl(personId), isAllowed)),
    isContextEnforced: async (context, personId) =>
      by('isContextEnforced', async (graph) => isContextEnforced(graph, context, personId)),
    readGuestFeed: async (cursor) =>
      by('readGuestFeed', async (graph) => readGuestFeed(graph, cursor)),
    readGroupFeed: async (cursor) =>
      by('readGroupFeed', async (graph) => readGroupFeed(graph, cursor)),
    readSponsorSweep: async (cursor) =>
      by('readSponsorSweep', async (graph) => readSponsorSweep(graph, cursor)),
    readSignInSweep: async (cursor) =>
      by('readSignInSweep', async (graph) => readSignInSweep(graph, cursor)),
    listRemoved: async () => by('listRemoved', listRemoved),
    listDirectGroups: async (people) =>
      by('listDirectGroups', async (graph) => listDirectGroups(graph, people)),
    listGroups: async (groupIds) => by('listGroups', async (graph) => listGroups(graph, groupIds)),
    listMembers: async (groupIds) =>
      by('listMembers', async (graph) => listMembers(graph, groupIds)),
    listOwners: async (groupIds) => by('listOwners', async (graph) => listOwners(graph, groupIds)),
    listNames: async (people) => by('listNames', async (graph) => listNames(graph, people)),
    createWatch: async (setting) => by('createWatch', async (graph) => createWatch(graph, setting)),
    renewWatch: async (watchId, endsAt) =>
      by('renewWatch', async (graph) => renewWatch(graph, watchId, endsAt)),
    sendMail: async (mail) =>
      by('sendMail', async (graph, access) =>
        graph.sendMail(mailOf(access, 'sendMail').mailbox, mail),
      ),
    signInToMailServer: async () =>
      by('signInToMailServer', async (_graph, access) =>
        mailOf(access, 'signInToMailServer').tokens.get(deadline),
      ),
  }
}

function mailOf({ mail }: Access, operation: keyof OrganizationDirectory) {
  if (mail) return mail
  throw new DirectoryError('directory-refused', { operation, reason: 'no.mailbox' })
}
