import { type Static, Type } from 'typebox'
import { Doubt } from './doubt.ts'
import { Day, Instant, PersonId } from './ids.ts'
import { MyMove } from './move.ts'
import { operation } from './operation.ts'
import { directoryProblems, untouchableProblems } from './problem.ts'
import { End, EndOwner, GuestStanding } from './standing.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

/** `lapsed`: nobody answered before the access ended. */
export const StayState = Type.Enum(['open', 'granted', 'refused', 'withdrawn', 'lapsed'])
export type StayState = Static<typeof StayState>

/** What a guest asked, and what was answered. */
export const StayRequest = Type.Object(
  {
    state: StayState,
    askedAt: Instant,
    until: Day,
    reason: Type.String(),
    answeredAt: Type.Optional(Instant),
    /** The name of whoever answered. */
    answeredBy: Type.Optional(Type.String()),
    /** The day that was granted, which may be another one than was asked for. */
    grantedUntil: Type.Optional(Day),
    note: Type.Optional(Type.String()),
  },
  closed,
)
export type StayRequest = Static<typeof StayRequest>

/** Until when the caller has access, why, and what was decided of it. */
export const MyAccess = Type.Object(
  {
    today: Day,
    endOwner: EndOwner,
    /** The one true end; absent where there is none, or nobody has said when. */
    end: Type.Optional(End),
    /** The days before the end on which the caller is told of it; from the earliest to the last. */
    reminderDays: Type.Array(Type.Integer()),
    /** The day that somebody set for the caller, who, when and why. */
    set: Type.Optional(
      Type.Object({ until: Day, at: Instant, by: Type.String(), reason: Type.String() }, closed),
    ),
    confirmedAt: Type.Optional(Instant),
    /** The last day for which can be asked today; absent where nobody can be asked. */
    latestEnd: Type.Optional(Day),
    request: Type.Optional(StayRequest),
    /** Whether the caller still needs it, where somebody asks; until it is decided. */
    doubt: Type.Optional(Doubt),
    /** That the caller is said to have another address now. */
    move: Type.Optional(MyMove),
  },
  closed,
)
export type MyAccess = Static<typeof MyAccess>

const problems = [
  'not-a-guest',
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
] as const

export const getMyAccess = operation({
  id: 'getMyAccess',
  method: 'GET',
  path: '/v1/me/access',
  caller: 'person',
  summary: 'Until when I have access here, why, and what was decided of it',
  success: { status: 200, reply: MyAccess },
  problems,
})

export const askToStay = operation({
  id: 'askToStay',
  method: 'POST',
  path: '/v1/me/stay-request',
  caller: 'person',
  summary: 'Ask those who vouch for me to stay until a day, for a reason',
  body: Type.Object({ until: Day, reason: Note }, closed),
  success: { status: 200, reply: StayRequest },
  problems: [
    ...problems,
    'too-many-acts',
    'policy-not-in-force',
    'stay-asked-already',
    'end-decided-elsewhere',
    'end-in-the-past',
    'end-not-later',
    'end-over-the-cap',
  ],
})

/** One that was not asked, or is answered, is withdrawn already. */
export const withdrawStayRequest = operation({
  id: 'withdrawStayRequest',
  method: 'DELETE',
  path: '/v1/me/stay-request',
  caller: 'person',
  summary: 'Ask no more to stay',
  success: { status: 204 },
  problems: [...problems, 'too-many-acts'],
})

export const answerStayRequest = operation({
  id: 'answerStayRequest',
  method: 'POST',
  path: '/v1/guests/{guestId}/stay-request/answer',
  caller: 'person',
  summary:
    'Answer a guest who asks to stay: until a day, or that they do not; after a fresh sign-in',
  params: Type.Object({ guestId: PersonId }, closed),
  body: Type.Object(
    {
      /** The day until which they may stay; absent where they may not stay longer. */
      until: Type.Optional(Day),
      /** What the guest reads of it. */
      note: Note,
      challenge: Type.Optional(Type.String({ maxLength: 500 })),
    },
    closed,
  ),
  success: { status: 200, reply: GuestStanding },
  problems: [
    'not-answerable',
    'no-longer-here',
    'blocked-here',
    'store-unavailable',
    ...directoryProblems,
    'guest-not-found',
    'sign-in-too-old',
    'stay-not-asked',
    'too-many-acts',
    'policy-not-in-force',
    ...untouchableProblems,
    'end-decided-elsewhere',
    'end-in-the-past',
    'end-not-later',
    'end-over-the-cap',
  ],
})
