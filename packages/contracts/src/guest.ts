import { type Static, Type } from 'typebox'
import { Ending } from './ending.ts'
import { Exception } from './exception.ts'
import { Day, GroupId, Instant, PersonId } from './ids.ts'
import { GroupKind, Sponsor, SignsInWith } from './me.ts'
import { operation } from './operation.ts'
import { directoryProblems } from './problem.ts'
import { End, EndOwner, GuestStanding, Need } from './standing.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

const about = {
  guestId: PersonId,
  name: Type.String(),
  mail: Type.Optional(Type.String()),
  company: Type.Optional(Type.String()),
  isEnabled: Type.Boolean(),
  /** Whether they took up their invitation; absent where the directory does not say. */
  isRedeemed: Type.Optional(Type.Boolean()),
  since: Type.Optional(Instant),
  endOwner: EndOwner,
  /** The one true end of the access; absent where none is known. */
  end: Type.Optional(End),
  /** When the date was set that holds for this guest alone. */
  endSetAt: Type.Optional(Instant),
  confirmedAt: Type.Optional(Instant),
  /** Absent means unknown, and not unused. */
  lastSignInAt: Type.Optional(Instant),
  visitedAt: Type.Optional(Instant),
  need: Type.Optional(Need),
  /** What they ask, where they wait for an answer. */
  request: Type.Optional(
    Type.Object({ askedAt: Instant, until: Day, reason: Type.String() }, closed),
  ),
  /** How many groups they are in, and how that has changed since somebody confirmed them. */
  groupCount: Type.Integer({ minimum: 0 }),
  newGroups: Type.Integer({ minimum: 0 }),
  goneGroups: Type.Integer({ minimum: 0 }),
}

/** A guest as those see them who answer for them. */
export const Guest = Type.Object(about, closed)
export type Guest = Static<typeof Guest>

export const GuestGroup = Type.Object(
  {
    groupId: GroupId,
    name: Type.String(),
    kind: GroupKind,
    how: Type.Enum(['assigned', 'rule', 'group', 'none']),
    /** They have got it since somebody confirmed them. */
    isNew: Type.Boolean(),
  },
  closed,
)
export type GuestGroup = Static<typeof GuestGroup>

/** What is to be known before somebody decides about one guest, as the directory says now. */
export const GuestDetail = Type.Object(
  {
    ...about,
    signsInWith: SignsInWith,
    /** Why the caller sees them. */
    seenAs: Type.Enum(['sponsor', 'operator']),
    today: Day,
    /** The last day to which the access may be extended today; absent where nobody may. */
    latestEnd: Type.Optional(Day),
    sponsors: Type.Array(Sponsor),
    groups: Type.Array(GuestGroup),
    /** Groups besides these, whose members the organization hides. */
    hiddenGroups: Type.Integer({ minimum: 0 }),
    /** What keeps the rules of the policy from them. */
    exception: Type.Optional(Exception),
    /** What was decided last of the end of the access. */
    ending: Type.Optional(Ending),
  },
  closed,
)
export type GuestDetail = Static<typeof GuestDetail>

const problems = [
  'not-answerable',
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
] as const

const ofOne = [...problems, 'guest-not-found'] as const

const params = Type.Object({ guestId: PersonId }, closed)

const acting = [
  ...ofOne,
  'too-many-acts',
  'policy-not-in-force',
  'departure-not-a-guest',
  'departure-synced',
  'departure-role-held',
  'departure-roles-unreadable',
  'departure-protected',
] as const

export const listGuests = operation({
  id: 'listGuests',
  method: 'GET',
  path: '/v1/guests',
  caller: 'person',
  summary: 'The guests for whom I vouch, those that need me first',
  success: {
    status: 200,
    reply: Type.Object(
      {
        guests: Type.Array(Guest),
        /** The day that it is in the organization. */
        today: Day,
        /** The last day to which anybody may be extended today; absent before there is a policy. */
        latestEnd: Type.Optional(Day),
        /** The instant for which this is the directory's; absent before it was read. */
        asOf: Type.Optional(Instant),
      },
      closed,
    ),
  },
  problems,
})

export const getGuest = operation({
  id: 'getGuest',
  method: 'GET',
  path: '/v1/guests/{guestId}',
  caller: 'person',
  summary:
    'One guest for whom I vouch, or any for an operator: until when, why, and what they reach',
  params,
  success: { status: 200, reply: GuestDetail },
  problems: ofOne,
})

/** Whoever says until when a guest is needed, says that they are needed. */
export const extendGuest = operation({
  id: 'extendGuest',
  method: 'POST',
  path: '/v1/guests/{guestId}/extension',
  caller: 'person',
  summary: 'Let a guest stay until a day, for a reason that they read',
  params,
  body: Type.Object({ until: Day, reason: Note }, closed),
  success: { status: 200, reply: GuestStanding },
  problems: [
    ...acting,
    'end-decided-elsewhere',
    'end-in-the-past',
    'end-not-later',
    'end-over-the-cap',
  ],
})

export const attestGuest = operation({
  id: 'attestGuest',
  method: 'POST',
  path: '/v1/guests/{guestId}/attestation',
  caller: 'person',
  summary: 'Say that a guest is still needed; the date that was set for them stays',
  params,
  success: { status: 200, reply: GuestStanding },
  problems: [...acting, 'end-decided-elsewhere'],
})
