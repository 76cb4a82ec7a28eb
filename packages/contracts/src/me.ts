import { type Static, Type } from 'typebox'
import { GroupId, Instant, OrganizationId, PersonId } from './ids.ts'
import { leaveRefusals } from './leave-refusal.ts'
import { operation } from './operation.ts'
import { LeavingAccepted } from './receipt.ts'
import { directoryProblems } from './problem.ts'

/** Whoever is answerable for a guest: a person, or a group of them. */
export const Sponsor = Type.Object(
  {
    kind: Type.Enum(['person', 'group']),
    name: Type.String(),
    mail: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type Sponsor = Static<typeof Sponsor>

/** What somebody is in an organization; only a `guest` can leave by Foyer. */
export const PersonKind = Type.Enum(['guest', 'external-member', 'internal-guest', 'member'])
export type PersonKind = Static<typeof PersonKind>

/** Where a person signs in. */
export const SignsInWith = Type.Enum([
  'work-account',
  'microsoft-account',
  'google',
  'federation',
  'mail-code',
  'unknown',
])
export type SignsInWith = Static<typeof SignsInWith>

/**
 * What sets an account apart, so that its person is told what does and does not apply to them:
 * - `role-held`: holds a directory role, assigned or eligible, and cannot leave by Foyer;
 * - `synced`: kept on the organization's own servers, and cannot leave by Foyer;
 * - `protected`: in a restricted management unit, and cannot leave by Foyer;
 * - `synced-from-home`: the home tenant synchronizes people here, so that who left may be made again.
 */
export const AccountNote = Type.Enum(['role-held', 'synced', 'protected', 'synced-from-home'])
export type AccountNote = Static<typeof AccountNote>

/** The instant for which an answer is the directory's; absent where the directory was just asked. */
const AsOf = Type.Optional(Instant)

/** Who somebody is in one organization. */
export const Me = Type.Object(
  {
    organization: Type.Object(
      {
        organizationId: OrganizationId,
        slug: Type.String(),
        name: Type.String(),
        privacyContact: Type.Optional(Type.String()),
        privacyStatementUrl: Type.Optional(Type.String()),
      },
      { additionalProperties: false },
    ),
    personId: PersonId,
    kind: PersonKind,
    /** By the organization's role for operators, in the token. */
    isOperator: Type.Optional(Type.Literal(true)),
    name: Type.String(),
    mail: Type.Optional(Type.String()),
    company: Type.Optional(Type.String()),
    signsInWith: SignsInWith,
    /** When the directory made the object of this person; absent where it does not say. */
    since: Type.Optional(Instant),
    sponsors: Type.Array(Sponsor),
    asOf: AsOf,
  },
  { additionalProperties: false },
)
export type Me = Static<typeof Me>

/** What sets the caller's account apart, as the directory says now. */
export const MyNotes = Type.Object(
  {
    /** What is known to be so: one that is missing may just not be readable. */
    notes: Type.Array(AccountNote),
  },
  { additionalProperties: false },
)
export type MyNotes = Static<typeof MyNotes>

export const GroupKind = Type.Enum([
  'security',
  'microsoft-365',
  'team',
  'mail-enabled-security',
  'distribution',
])
export type GroupKind = Static<typeof GroupKind>

/** One group that somebody is in or owns, how, and whether they can leave it by themselves. */
export const Membership = Type.Object(
  {
    groupId: GroupId,
    name: Type.String(),
    description: Type.Optional(Type.String()),
    kind: GroupKind,
    /** `rule`: by the group's rule. `group`: through the groups in `through`. `none`: owner only. */
    how: Type.Enum(['assigned', 'rule', 'group', 'none']),
    role: Type.Enum(['member', 'owner', 'member-and-owner']),
    /** The names of the groups through which a nested membership comes. */
    through: Type.Array(Type.String()),
    expiresAt: Type.Optional(Instant),
    canLeave: Type.Boolean(),
    cannotLeaveBecause: Type.Optional(Type.Enum([...leaveRefusals])),
  },
  { additionalProperties: false },
)
export type Membership = Static<typeof Membership>

/**
 * The caller's groups. Where the organization restricts what guests see, `visibility` is `count`
 * and only their number is told.
 */
export const Memberships = Type.Union([
  Type.Object(
    {
      visibility: Type.Literal('names'),
      count: Type.Integer(),
      memberships: Type.Array(Membership),
      asOf: AsOf,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { visibility: Type.Literal('count'), count: Type.Integer(), asOf: AsOf },
    { additionalProperties: false },
  ),
])
export type Memberships = Static<typeof Memberships>

const live = ['no-longer-here', 'blocked-here', ...directoryProblems] as const

export const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/v1/me',
  caller: 'person',
  summary: 'Who I am in this organization, since when, and who vouches for me',
  success: { status: 200, reply: Me },
  problems: live,
})

export const getMyNotes = operation({
  id: 'getMyNotes',
  method: 'GET',
  path: '/v1/me/notes',
  caller: 'person',
  summary: 'What sets my account apart from that of other guests here',
  success: { status: 200, reply: MyNotes },
  problems: live,
})

export const listMyGroups = operation({
  id: 'listMyGroups',
  method: 'GET',
  path: '/v1/me/groups',
  caller: 'person',
  summary: 'The groups I am in or own here, why, and which I can leave',
  success: { status: 200, reply: Memberships },
  problems: [...live, 'not-a-guest'],
})

export const leaveGroup = operation({
  id: 'leaveGroup',
  method: 'DELETE',
  path: '/v1/me/groups/{groupId}',
  caller: 'person',
  summary: 'Leave one group; the account in the organization stays',
  params: Type.Object({ groupId: GroupId }, { additionalProperties: false }),
  success: { status: 202, reply: LeavingAccepted },
  problems: [
    ...live,
    'not-a-guest',
    'membership-not-found',
    'too-many-acts',
    'store-unavailable',
    'group-managed-by-rule',
    'group-synced',
    'group-role-assignable',
    'group-managed-in-exchange',
    'group-membership-hidden',
    'group-protected',
    'group-nested-only',
    'group-owner-only',
    'group-last-owner',
  ],
})
