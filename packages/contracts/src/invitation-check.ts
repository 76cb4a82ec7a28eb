import { type Static, Type } from 'typebox'
import { MailAddress } from './exit-code.ts'
import { Day, Instant, PersonId } from './ids.ts'
import { invitingProblems } from './invitation.ts'
import { SignsInWith } from './me.ts'
import { operation } from './operation.ts'

const closed = { additionalProperties: false }

/** What can keep somebody from inviting, or the invited from getting in. */
export const InvitationReason = Type.Enum([
  /** The organization's rule about who may invite. */
  'rule-for-inviting',
  /** Foyer invites as an app, which Microsoft may refuse under a rule about people. */
  'rule-for-apps',
  /** Microsoft takes no such address. */
  'address-not-taken',
  /** The address is of a domain of the organization's own. */
  'own-domain',
  /** The organization's lists of domains from which guests come, or do not. */
  'domain-lists',
  /** Settings about other organizations, on either side. */
  'cross-tenant-settings',
  /** A contact has the address, and is in the way. */
  'contact-of-this-address',
  /** Somebody in the directory has the address. */
  'known-address',
  /** Whoever has this address has an open invitation. */
  'invited-already',
  /** A guest of this address was removed, and can be restored. */
  'removed-guest',
  /** The person has two accounts of this address, or blocked further invitations: nobody can read it. */
  'unknown-account',
])
export type InvitationReason = Static<typeof InvitationReason>

/** Nothing that was not checked counts as fine. */
export const InvitationFinding = Type.Union([
  Type.Object({ reason: InvitationReason, verdict: Type.Enum(['will-fail', 'may-fail']) }, closed),
  Type.Object(
    {
      reason: InvitationReason,
      verdict: Type.Literal('not-checked'),
      /** The permission of Microsoft Graph without which nobody can tell, or `nobody-can-tell`. */
      needs: Type.String(),
    },
    closed,
  ),
])
export type InvitationFinding = Static<typeof InvitationFinding>

/** What will happen when the person opens the invitation, as far as it can be told beforehand. */
export const ExpectedAccount = Type.Object(
  {
    /** Where they will sign in; `unknown` where the directory decides only then. */
    signsInWith: SignsInWith,
    /** Whether it is more than a guess from the domain of the address. */
    isCertain: Type.Boolean(),
  },
  closed,
)
export type ExpectedAccount = Static<typeof ExpectedAccount>

/** Somebody whom the directory knows by the address. */
export const KnownPerson = Type.Object(
  {
    kind: Type.Enum(['guest', 'invited-guest', 'removed-guest', 'member']),
    /** Named only to whoever vouches for them, and to operators. */
    guestId: Type.Optional(PersonId),
    name: Type.Optional(Type.String()),
    /** Of a removed guest: until when they can be restored. */
    restorableUntil: Type.Optional(Instant),
    /**
     * Who brings a removed guest back: the caller once the guest asks, for whoever left by themselves;
     * else an administrator, in the directory itself.
     */
    restorableBy: Type.Optional(Type.Enum(['caller', 'administrator'])),
  },
  closed,
)
export type KnownPerson = Static<typeof KnownPerson>

export const InvitationCheck = Type.Object(
  {
    /** Those that fail first. */
    findings: Type.Array(InvitationFinding),
    expected: ExpectedAccount,
    known: Type.Optional(KnownPerson),
    /** How many more the caller may send today. */
    leftToday: Type.Integer({ minimum: 0 }),
    /** When the offer would end. */
    openUntil: Instant,
    /** The first day that can be the last of the access. */
    earliestEnd: Day,
    /** The last day that the organization allows; absent where it has not decided that. */
    latestEnd: Type.Optional(Day),
  },
  closed,
)
export type InvitationCheck = Static<typeof InvitationCheck>

export const checkInvitation = operation({
  id: 'checkInvitation',
  method: 'POST',
  path: '/v1/invitations/check',
  caller: 'person',
  summary:
    'What would keep an invitation from working, before anybody sends it; it changes nothing',
  body: Type.Object({ mail: MailAddress }, closed),
  success: { status: 200, reply: InvitationCheck },
  problems: invitingProblems,
})
