import { type Static, Type } from 'typebox'
import { Token } from './exit-code.ts'
import { Day, GroupId, Instant, PersonId } from './ids.ts'
import { GroupKind } from './me.ts'
import { operation } from './operation.ts'
import { directoryProblems, untouchableProblems } from './problem.ts'

const closed = { additionalProperties: false }

/** So long after it was told of the move, the old account is blocked. */
export const moveDays = 14
/** However late the new one came: so long after that at the earliest. */
export const leastMoveDays = 3

/**
 * A guest has another address, for which a new invitation was sent.
 * - `open`: the invitation is not redeemed, and nothing has changed;
 * - `redeemed`: the new account is there, and the old one is blocked when its time has come;
 * - `ended`: the access of the old account ends, as any other one that somebody has ended;
 * - `stopped`: by the old account, or by an operator; the old account stays, the new one has nothing of it;
 * - `lapsed`: nobody came by the invitation, and the old account stays as it was.
 */
export const MoveState = Type.Enum(['open', 'redeemed', 'ended', 'stopped', 'lapsed'])
export type MoveState = Static<typeof MoveState>

/** A move, as those read it who answer for the guest. */
export const Move = Type.Object(
  {
    state: MoveState,
    /** Whose account the old one is. */
    from: Type.Object({ guestId: PersonId, name: Type.String() }, closed),
    /** The new address. */
    mail: Type.String(),
    /** Who the new account is, once there is one. */
    toGuestId: Type.Optional(PersonId),
    askedAt: Instant,
    /** The name of whoever asked. */
    askedBy: Type.String(),
    redeemedAt: Type.Optional(Instant),
    /** When the old account is blocked; absent as long as that is not known. */
    blocksAt: Type.Optional(Instant),
    endedAt: Type.Optional(Instant),
    /** What was said of groups and the end date. */
    answer: Type.Optional(
      Type.Object(
        {
          at: Instant,
          by: Type.String(),
          /** By name. */
          groups: Type.Array(Type.String()),
          /** Of these, those that the new account was not brought into. */
          missed: Type.Array(Type.String()),
          isCarried: Type.Boolean(),
          endsOn: Type.Optional(Day),
        },
        closed,
      ),
    ),
    /** Whether the caller can stop it: operators only. */
    canStop: Type.Boolean(),
  },
  closed,
)
export type Move = Static<typeof Move>

/** The same, as the old account reads it. */
export const MyMove = Type.Object(
  {
    state: MoveState,
    askedAt: Instant,
    askedBy: Type.String(),
    /** As `m•••@gmail.example`. */
    maskedMail: Type.String(),
    redeemedAt: Type.Optional(Instant),
    blocksAt: Type.Optional(Instant),
    canStop: Type.Boolean(),
  },
  closed,
)
export type MyMove = Static<typeof MyMove>

/** Why a group cannot follow. */
export const MoveRefusal = Type.Enum([
  'rule',
  'synced',
  'role-assignable',
  'exchange',
  'protected',
  /** The caller does not own it, and is no operator. */
  'not-yours',
])
export type MoveRefusal = Static<typeof MoveRefusal>

/** What the old account has, and what of it can follow by the caller's word. */
export const MoveChoice = Type.Object(
  {
    groups: Type.Array(
      Type.Object(
        {
          groupId: GroupId,
          name: Type.String(),
          kind: GroupKind,
          /** The new account is in it already. */
          isThere: Type.Boolean(),
          cannotBecause: Type.Optional(MoveRefusal),
        },
        closed,
      ),
    ),
    /** Groups besides these, whose members the organization hides. */
    hiddenGroups: Type.Integer({ minimum: 0 }),
    /** The last day that was set for the old account, where one was. */
    endsOn: Type.Optional(Day),
    /** Absent where that day can follow. */
    endCannotBecause: Type.Optional(Type.Enum(['end-in-the-past', 'end-over-the-cap'])),
  },
  closed,
)
export type MoveChoice = Static<typeof MoveChoice>

/** A move, as whoever holds the link of a mail about it reads it. */
export const OpenedMove = Type.Object(
  {
    organization: Type.Object({ slug: Type.String(), name: Type.String() }, closed),
    move: MyMove,
  },
  closed,
)
export type OpenedMove = Static<typeof OpenedMove>

const live = [
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
  'too-many-acts',
] as const

const ofGuest = [...live, 'not-answerable', 'guest-not-found'] as const

const params = Type.Object({ guestId: PersonId }, closed)

/** Of the new account; whoever asks vouches for both, or is an operator. */
export const getMoveChoice = operation({
  id: 'getMoveChoice',
  method: 'GET',
  path: '/v1/guests/{guestId}/move',
  caller: 'person',
  summary: 'Which groups, and whether which end date, can follow a guest to their new account',
  params,
  success: { status: 200, reply: MoveChoice },
  problems: [...ofGuest, 'move-not-found'],
})

/** The same answer again is the same. */
export const answerMove = operation({
  id: 'answerMove',
  method: 'POST',
  path: '/v1/guests/{guestId}/move',
  caller: 'person',
  summary: 'Say which groups of the old account follow to the new one, and whether its end date',
  params,
  body: Type.Object(
    {
      groupIds: Type.Array(GroupId, { maxItems: 100, uniqueItems: true }),
      carriesEnd: Type.Boolean(),
    },
    closed,
  ),
  success: { status: 204 },
  problems: [
    ...ofGuest,
    ...untouchableProblems,
    'move-not-found',
    'move-not-asked',
    'group-not-invitable',
    'end-in-the-past',
    'end-over-the-cap',
  ],
})

/** Of the old account. Whoever asked for the move cannot, once the new account is there. */
export const stopGuestMove = operation({
  id: 'stopGuestMove',
  method: 'DELETE',
  path: '/v1/guests/{guestId}/move',
  caller: 'person',
  summary: 'Stop the move of a guest to another address; operators only',
  params,
  success: { status: 204 },
  problems: [...ofGuest, 'not-an-operator', 'move-not-found', 'move-not-stoppable'],
})

/** It needs no more than that somebody is signed in with the old account. */
export const stopMyMove = operation({
  id: 'stopMyMove',
  method: 'DELETE',
  path: '/v1/me/move',
  caller: 'person',
  summary: 'Say that I do not move to another address: my account stays as it is',
  success: { status: 204 },
  problems: [...live, 'not-a-guest', 'move-not-found', 'move-not-stoppable'],
})

const byToken = Type.Object({ token: Token }, closed)

/** Reading stops nothing, however often it is read and by whatever reads mails. */
export const openMove = operation({
  id: 'openMove',
  method: 'GET',
  path: '/v1/move-links/{token}',
  caller: 'anyone',
  summary: 'What a mail about a move to another address is about',
  params: byToken,
  success: { status: 200, reply: OpenedMove },
  problems: ['move-not-found', 'store-unavailable'],
})

/** One that was stopped already is stopped. */
export const stopMove = operation({
  id: 'stopMove',
  method: 'POST',
  path: '/v1/move-links/{token}/stop',
  caller: 'anyone',
  summary: 'Say that I do not move to another address, by the link of the mail about it',
  params: byToken,
  success: { status: 204 },
  problems: ['move-not-found', 'move-not-stoppable', 'store-unavailable'],
})
