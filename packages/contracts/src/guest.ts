import { type Static, Type } from 'typebox'
import { Doubt } from './doubt.ts'
import { Ending } from './ending.ts'
import { Exception } from './exception.ts'
import { Day, GroupId, Instant, PersonId } from './ids.ts'
import { GroupKind, Sponsor, SignsInWith } from './me.ts'
import { Move } from './move.ts'
import { operation } from './operation.ts'
import { Reset } from './reset.ts'
import { directoryProblems, untouchableProblems } from './problem.ts'
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
    /** Whether the caller decides about exceptions and about who decides the end, as operators do. */
    mayExcept: Type.Boolean(),
    /** Who decides the end, as an operator has said; absent where the directory shows it. */
    declaredEndOwner: Type.Optional(EndOwner),
    /** Whether they still need it, where they are asked; until somebody has decided. */
    doubt: Type.Optional(Doubt),
    /** What was decided last of the end of the access. */
    ending: Type.Optional(Ending),
    /** The last move of this account to another address. */
    move: Type.Optional(Move),
    /** The move by which this account came. */
    cameBy: Type.Optional(Move),
    /** How far it is that the sign-in is set back, where that was asked. */
    reset: Type.Optional(Reset),
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

const acting = [...ofOne, 'too-many-acts', 'policy-not-in-force', ...untouchableProblems] as const

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

/** How many guests somebody vouches for. */
export const GuestCount = Type.Object(
  {
    guests: Type.Integer({ minimum: 0 }),
    /** Of them, those who ask to stay, and those whose end is near. */
    needy: Type.Integer({ minimum: 0 }),
    /** By when the first of them needs an answer; absent where no day is known. */
    firstOn: Type.Optional(Day),
  },
  closed,
)
export type GuestCount = Static<typeof GuestCount>

/** How many there are is asked on every page, so it is asked without them. */
export const countGuests = operation({
  id: 'countGuests',
  method: 'GET',
  path: '/v1/guests/count',
  caller: 'person',
  summary: 'For how many guests I vouch, and how many of them need me',
  success: { status: 200, reply: GuestCount },
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
