import { type Static, Type } from 'typebox'
import { MailAddress } from './exit-code.ts'
import { Day, GroupId, Instant, PersonId } from './ids.ts'
import { GroupKind, SignsInWith } from './me.ts'
import { operation } from './operation.ts'
import { directoryProblems, untouchableProblems } from './problem.ts'

const closed = { additionalProperties: false }

/**
 * Nothing exists in the directory before `accepting`.
 * - `open`: its holder can accept or decline;
 * - `accepting`: somebody has accepted, and the directory is being asked;
 * - `accepted`: the directory has a guest who has not been at Microsoft's redemption to the end;
 * - `redeemed`: the guest is there, with the end date and, unless they are held, the groups;
 * - `held`: an account of another kind than expected has redeemed it; it gets no groups;
 * - `declined`: by its holder, who can take that back for a while;
 * - `not-theirs`: whoever has the address says that it is not for them;
 * - `withdrawn`, `expired`: it has ended, and the directory never knew of it.
 */
export const InvitationState = Type.Enum([
  'open',
  'accepting',
  'accepted',
  'redeemed',
  'held',
  'declined',
  'not-theirs',
  'withdrawn',
  'expired',
])
export type InvitationState = Static<typeof InvitationState>

/** The languages in which an invitation is written. */
export const InvitationLanguage = Type.Enum(['en', 'de'])
export type InvitationLanguage = Static<typeof InvitationLanguage>

/** In signs. */
export const longestMessage = 500
/** A day: what a person sends besides needs an operator. */
export const invitationsADay = 20
/** An offer that nobody answers ends after so many days, where the policy does not say how soon. */
export const offerDays = 14
/** So long a decline can be taken back. */
export const declineDays = 7

/** Words in one line. */
export const Line = Type.String({ minLength: 1, maxLength: 120 })
/** Plain text in lines, without links and addresses. */
export const Message = Type.String({ minLength: 1, maxLength: longestMessage })

/** What whoever invites writes. */
export const NewInvitation = Type.Object(
  {
    mail: MailAddress,
    /** The name of whoever is invited. */
    name: Line,
    /** What they are invited for. */
    purpose: Line,
    /** The last day of their access. */
    endsOn: Day,
    groupIds: Type.Array(GroupId, { maxItems: 20, uniqueItems: true }),
    language: InvitationLanguage,
    message: Type.Optional(Message),
    /** The address of whoever is to vouch for the guest, where that is somebody else. */
    sponsorMail: Type.Optional(MailAddress),
    /**
     * Whose account the new one takes the place of, for somebody who has another address now. Then no
     * groups are named: which of the old account's follow is asked once the new one is there.
     */
    movesFrom: Type.Optional(PersonId),
  },
  closed,
)
export type NewInvitation = Static<typeof NewInvitation>

/** What can be in the way of whatever somebody does about invitations. */
export const invitingProblems = [
  'not-answerable',
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
] as const

/** A group into which the caller may bring a guest: one of their own, or any for an operator. */
export const InvitableGroup = Type.Object(
  { groupId: GroupId, name: Type.String(), kind: GroupKind },
  closed,
)
export type InvitableGroup = Static<typeof InvitableGroup>

export const listInvitableGroups = operation({
  id: 'listInvitableGroups',
  method: 'GET',
  path: '/v1/invitations/groups',
  caller: 'person',
  summary:
    'The groups into which I may bring a guest: those I own, or those of a name for operators',
  query: Type.Object(
    {
      /** Of operators: with which the name begins. Others are shown their own in any case. */
      search: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    },
    closed,
  ),
  success: {
    status: 200,
    /** By name; of those that an operator looks for, fifty at most. */
    reply: Type.Object({ groups: Type.Array(InvitableGroup) }, closed),
  },
  problems: invitingProblems,
})

/** An invitation, as whoever invites reads it. */
export const Invitation = Type.Object(
  {
    invitationId: Type.String({ format: 'uuid' }),
    state: InvitationState,
    /** One of our codes: why the directory did not take it, the last time that somebody accepted. */
    because: Type.Optional(Type.String()),
    /** Absent once the words are erased. */
    mail: Type.Optional(Type.String()),
    name: Type.Optional(Type.String()),
    purpose: Type.Optional(Type.String()),
    message: Type.Optional(Type.String()),
    endsOn: Day,
    language: InvitationLanguage,
    groups: Type.Array(Type.Object({ groupId: GroupId, name: Type.String() }, closed)),
    invitedAt: Instant,
    /** The name of whoever invited. */
    invitedBy: Type.Optional(Type.String()),
    isMine: Type.Boolean(),
    sponsor: Type.Optional(Type.String()),
    /** When the mail left; absent as long as it has not. */
    mailedAt: Type.Optional(Instant),
    /** When a mail server said that the address takes no mail; absent once one has left since. */
    mailRefusedAt: Type.Optional(Instant),
    /** When somebody, or a mail scanner, first opened the link. */
    openedAt: Type.Optional(Instant),
    openUntil: Instant,
    acceptedAt: Type.Optional(Instant),
    redeemedAt: Type.Optional(Instant),
    endedAt: Type.Optional(Instant),
    /** What they wrote who declined. */
    declineReason: Type.Optional(Type.String()),
    /** Who it became: only where the directory has a guest. */
    guestId: Type.Optional(PersonId),
    expected: SignsInWith,
    /** Of a redeemed one: the groups that the guest was not brought into, by name. */
    missedGroups: Type.Array(Type.String()),
    /** Of one for somebody who has another address now: whose account takes the old one's place. */
    movesFrom: Type.Optional(PersonId),
    canWithdraw: Type.Boolean(),
    canResend: Type.Boolean(),
    /** Of a held one: whether the caller can say that it is the right person all the same. */
    canConfirm: Type.Boolean(),
  },
  closed,
)
export type Invitation = Static<typeof Invitation>

/** Keyed: the same call again is the same invitation, and no second mail. */
export const inviteGuest = operation({
  id: 'inviteGuest',
  method: 'POST',
  path: '/v1/invitations',
  caller: 'person',
  isKeyed: true,
  summary: 'Invite somebody to be a guest: they get a mail, and the directory knows nothing of it',
  body: NewInvitation,
  success: { status: 201, reply: Invitation },
  problems: [
    ...invitingProblems,
    'inviting-not-allowed',
    'invitation-words-not-plain',
    'address-not-possible',
    'domain-not-taken',
    'known-already',
    'invited-already',
    'group-not-invitable',
    'successor-not-possible',
    'end-in-the-past',
    'end-over-the-cap',
    'guest-not-found',
    ...untouchableProblems,
    'end-decided-elsewhere',
    'ending-under-way',
    'ending-not-possible',
    'move-not-possible',
    'move-under-way',
    'too-many-invitations',
    'too-many-acts',
  ],
})

export const listInvitations = operation({
  id: 'listInvitations',
  method: 'GET',
  path: '/v1/invitations',
  caller: 'person',
  summary: 'The invitations that I sent or vouch for, or all for an operator, the newest first',
  query: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 128 })) }, closed),
  success: {
    status: 200,
    reply: Type.Object(
      {
        invitations: Type.Array(Invitation),
        /** Leads to the ones before these; absent where there are none. */
        cursor: Type.Optional(Type.String()),
      },
      closed,
    ),
  },
  problems: invitingProblems,
})

const byId = Type.Object({ invitationId: Type.String({ format: 'uuid' }) }, closed)

/** One that was withdrawn already is withdrawn. */
export const withdrawInvitation = operation({
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/v1/invitations/{invitationId}',
  caller: 'person',
  summary: 'Take an invitation back that nobody has accepted; its link then leads nowhere',
  params: byId,
  success: { status: 204 },
  problems: [...invitingProblems, 'invitation-not-found', 'invitation-not-open', 'too-many-acts'],
})

/** Whoever says so has asked them in a way that they knew before. */
export const confirmRedeemer = operation({
  id: 'confirmRedeemer',
  method: 'POST',
  path: '/v1/invitations/{invitationId}/confirmation',
  caller: 'person',
  summary: 'Say of a held guest that it is the person I invited: they get the groups then',
  params: byId,
  success: { status: 204 },
  problems: [...invitingProblems, 'invitation-not-found', 'invitation-not-open', 'too-many-acts'],
})

/** Also of an expired one, and of one that was accepted and not redeemed: it is open anew. */
export const resendInvitation = operation({
  id: 'resendInvitation',
  method: 'POST',
  path: '/v1/invitations/{invitationId}/mail',
  caller: 'person',
  isKeyed: true,
  summary: 'Send the mail again with another link; the one from before leads nowhere any more',
  params: byId,
  success: { status: 201, reply: Invitation },
  problems: [
    ...invitingProblems,
    'inviting-not-allowed',
    'invitation-not-found',
    'invitation-not-open',
    'end-in-the-past',
    'known-already',
    'invited-already',
    'too-many-invitations',
    'too-many-acts',
  ],
})
