import { randomUUID } from 'node:crypto'
import type { OrganizationDirectory } from './organization-directory.ts'
import type { IdentityName } from './identity.ts'

/**
 * An id that no object has: ids are made by the directory, so nobody can prepare an object that a
 * question about this one would meet.
 */
export const nobody = randomUUID()

/** The only addresses that an inspection deletes or changes: each of their ids is that of nothing. */
export const deletesNothing = new RegExp(
  String.raw`^/v1\.0(?=.*/${nobody})(/[A-Za-z]+|/\$ref|/${nobody})+$`,
)

/** A question whose answer shows whether an identity may do something, and which does nothing. */
export interface HarmlessQuestion {
  readonly method: 'GET' | 'PATCH' | 'DELETE'
  readonly version?: 'beta'
  readonly path: string
  /** Of PATCH. */
  readonly body?: object
}

/** What an operation needs, in Microsoft's words, and how to ask whether an identity has it. */
export interface NeededPermission {
  readonly permission: string
  readonly question: HarmlessQuestion
  /** What is missing without it, where Foyer does without. */
  readonly without?: string
}

const get = (path: string): HarmlessQuestion => ({ method: 'GET', path })
const remove = (path: string): HarmlessQuestion => ({ method: 'DELETE', path })

const people = 'User.Read.All'
const groups = 'GroupMember.Read.All'
const roles = 'RoleManagement.Read.Directory'
const policies = 'Policy.Read.All'

const aPerson = { permission: people, question: get(`/users/${nobody}?$select=id`) }
const theirGroups = {
  permission: groups,
  question: get(`/groups/${nobody}/members?$select=id&$top=1`),
}
const theirs = (relation: string) => ({
  permission: people,
  question: get(`/users/${nobody}/${relation}?$select=id`),
})
const assigned = (kind: string) => ({
  permission: roles,
  question: get(`/roleManagement/directory/${kind}?$filter=principalId%20eq%20'${nobody}'`),
})
/** Of a list, since a person who is not there may be told before a date that may not be read. */
const signInDates = {
  permission: 'AuditLog.Read.All',
  question: get("/users?$filter=userType%20eq%20'Guest'&$select=id,signInActivity&$top=1"),
}

/** Of every operation, what shows that its identity may do it. */
export const neededBy = {
  findPerson: [aPerson],
  listSponsors: [theirs('sponsors')],
  getOrganization: [{ permission: people, question: get('/organization?$select=id') }],
  findGuestAccess: [
    {
      permission: policies,
      question: get('/policies/authorizationPolicy?$select=guestUserRoleId'),
      without: 'guests see how many groups they have and no names, unless foyer.json declares it',
    },
  ],
  listMemberships: [theirs('memberOf'), theirs('ownedObjects'), theirGroups],
  removeMember: [
    {
      permission: 'GroupMember.ReadWrite.All',
      question: remove(`/groups/${nobody}/members/${nobody}/$ref`),
    },
  ],
  addMember: [
    {
      permission: 'GroupMember.ReadWrite.All',
      question: remove(`/groups/${nobody}/members/${nobody}/$ref`),
    },
  ],
  holdsRole: [assigned('roleAssignments'), assigned('roleEligibilitySchedules')],
  findLeaveSetting: [
    {
      permission: policies,
      question: {
        method: 'GET',
        version: 'beta',
        path: '/policies/externalIdentitiesPolicy',
      },
      without: 'guests cannot leave by Foyer, unless foyer.json declares that they may',
    },
  ],
  findHomeSync: [
    {
      permission: policies,
      question: get(`/policies/crossTenantAccessPolicy/partners/${nobody}/identitySynchronization`),
      without: 'nobody is told that their home may make their account anew',
    },
  ],
  getHoldings: [theirs('transitiveMemberOf')],
  getTies: [theirs('memberOf'), theirs('sponsors')],
  listApps: [
    {
      ...theirs('appRoleAssignments'),
      permission: 'Directory.Read.All',
      without: 'nobody is told before leaving which apps end with it',
    },
  ],
  removePerson: [{ permission: 'User.DeleteRestore.All', question: remove(`/users/${nobody}`) }],
  findRemovedPerson: [
    {
      permission: people,
      question: get(`/directory/deletedItems/${nobody}/microsoft.graph.user?$select=id`),
    },
  ],
  // Who may remove people may restore them, and to ask for either is the same question.
  restorePerson: [{ permission: 'User.DeleteRestore.All', question: remove(`/users/${nobody}`) }],
  // A role over a unit allows it for those in the unit, and for nobody it allows nothing.
  addSponsor: [],
  removeSponsor: [],
  findRedemption: [aPerson],
  findInvitationRule: [
    {
      permission: policies,
      question: get('/policies/authorizationPolicy?$select=allowInvitesFrom'),
      without: 'nobody can invite by Foyer but whom an operator lets',
    },
  ],
  findGuestDomains: [
    {
      permission: 'Policy.Read.B2BManagementPolicy',
      question: { method: 'GET', version: 'beta', path: '/policies/b2bManagementPolicies' },
      without: 'nobody is told before inviting from which domains guests are taken',
    },
  ],
  holdsInvitingRole: [assigned('roleAssignments'), theirs('transitiveMemberOf')],
  // Whoever may invite may ask nothing else, and to invite nobody is not possible.
  inviteGuest: [],
  findManager: [theirs('manager')],
  findInviter: [
    {
      permission: people,
      question: { method: 'GET', version: 'beta', path: `/users/${nobody}/invitedBy` },
      without: 'nobody is asked to vouch for a guest because they invited them',
    },
  ],
  findPeople: [aPerson],
  findPeopleByMail: [
    { permission: people, question: get("/users?$filter=mail%20eq%20'nobody'&$select=id&$top=1") },
  ],
  findGuestsByAddress: [
    {
      permission: people,
      question: get("/users?$filter=userType%20eq%20'Guest'&$select=id&$top=1"),
    },
  ],
  findLastSignIn: [
    {
      ...signInDates,
      without: 'every request to end access waits for a sign-in, or for two weeks',
    },
  ],
  setSignIn: [
    {
      permission: 'User.EnableDisableAccount.All',
      question: { method: 'PATCH', path: `/users/${nobody}`, body: { accountEnabled: true } },
      without: 'requests to end access are carried out by an administrator',
    },
  ],
  isContextEnforced: [
    {
      permission: policies,
      question: get('/identity/conditionalAccess/policies?$select=id&$top=1'),
      without: 'no authentication context counts',
    },
  ],
  readGuestFeed: [
    { permission: people, question: get('/users/delta?$select=id&$deltatoken=latest') },
  ],
  readGroupFeed: [
    { permission: groups, question: get('/groups/delta?$select=id&$deltatoken=latest') },
  ],
  readSponsorSweep: [
    {
      permission: people,
      question: get(
        "/users?$filter=userType%20eq%20'Guest'&$select=id&$expand=sponsors($select=id)&$top=1",
      ),
    },
  ],
  readSignInSweep: [{ ...signInDates, without: 'sign-in dates stay unknown' }],
  listRemoved: [
    {
      permission: people,
      question: get('/directory/deletedItems/microsoft.graph.user?$select=id&$top=1'),
    },
  ],
  listDirectGroups: [theirs('memberOf')],
  listNames: [aPerson],
  listGroups: [{ permission: groups, question: get(`/groups/${nobody}?$select=id`) }],
  listMembers: [aPerson, theirGroups],
  listOwners: [theirGroups],
  // A watch needs what reading does, and to ask for one without making it is not possible.
  createWatch: [aPerson, theirGroups],
  renewWatch: [aPerson, theirGroups],
  // Exchange lets the mailer send from one mailbox; whether it does, only a mail shows.
  sendMail: [],
  signInToMailServer: [],
} as const satisfies Record<keyof OrganizationDirectory, readonly NeededPermission[]>

/** What no identity may be able to do but those named. */
export interface ForbiddenPower {
  readonly power: string
  readonly question: HarmlessQuestion
  /** Who is not asked: it is what they are for, or it would be answered by the role they need. */
  readonly except?: readonly IdentityName[]
  /** An operation whose permission brings this along: not asked of whoever may do that. */
  readonly comesWith?: keyof OrganizationDirectory
}

export const forbiddenPowers: readonly ForbiddenPower[] = [
  {
    power: 'take people out of groups',
    question: neededBy.removeMember[0].question,
    except: ['grouper'],
  },
  { power: 'remove people', question: neededBy.removePerson[0].question, except: ['keeper'] },
  { power: 'change people', question: remove(`/users/${nobody}/manager/$ref`) },
  { power: 'change sponsors', question: remove(`/users/${nobody}/sponsors/${nobody}/$ref`) },
  { power: 'change owners of groups', question: remove(`/groups/${nobody}/owners/${nobody}/$ref`) },
  { power: 'delete groups', question: remove(`/groups/${nobody}`) },
  {
    power: 'take back roles',
    question: remove(`/roleManagement/directory/roleAssignments/${nobody}`),
  },
  {
    power: 'change administrative units',
    question: remove(`/directory/administrativeUnits/${nobody}/members/${nobody}/$ref`),
  },
  {
    power: 'take back access to applications',
    question: remove(`/users/${nobody}/appRoleAssignments/${nobody}`),
  },
  {
    power: 'change Conditional Access',
    question: remove(`/identity/conditionalAccess/policies/${nobody}`),
  },
  // Directory Readers, which a role over a unit needs beside it, may read these two, and so may
  // whoever may read a person's apps, since Microsoft has nothing narrower for that.
  {
    power: 'read applications',
    question: get('/servicePrincipals?$select=id&$top=1'),
    except: ['grouper', 'keeper'],
    comesWith: 'listApps',
  },
  {
    power: 'read groups beyond their members',
    question: get('/directory/deletedItems/microsoft.graph.group?$select=id&$top=1'),
    except: ['grouper', 'keeper'],
    comesWith: 'listApps',
  },
]
