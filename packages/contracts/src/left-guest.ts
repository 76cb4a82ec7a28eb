import { type Static, Type } from 'typebox'
import { GroupId, Instant } from './ids.ts'
import { GroupKind } from './me.ts'
import { operation } from './operation.ts'
import { Note, ReturnRequestState } from './way-back.ts'
import { directoryProblems } from './problem.ts'

const closed = { additionalProperties: false }

/** A group that comes back with a guest. */
export const ReturningGroup = Type.Object(
  {
    groupId: GroupId,
    name: Type.String(),
    kind: GroupKind,
    /** Whether Foyer can take them out of it again; else a rule or somebody else decides that. */
    canBeLeftOut: Type.Boolean(),
  },
  closed,
)
export type ReturningGroup = Static<typeof ReturningGroup>

/** Somebody who has left by their own will, and whom the directory keeps for a while. */
export const LeftGuest = Type.Object(
  {
    /** The number of their receipt. */
    leavingId: Type.String(),
    guest: Type.Object({ name: Type.String(), mail: Type.Optional(Type.String()) }, closed),
    leftAt: Instant,
    /** Until when they can be brought back, unless an administrator erases them earlier. */
    restorableUntil: Instant,
    /** Why the caller sees them: they vouched for them, or see everything. */
    seenAs: Type.Enum(['sponsor', 'operator']),
    /** Named only while somebody waits for an answer. */
    groups: Type.Array(ReturningGroup),
    /** Groups besides these, whose names are not known or not shown. */
    otherGroups: Type.Integer(),
    request: Type.Optional(
      Type.Object(
        {
          state: ReturnRequestState,
          askedAt: Instant,
          reason: Type.Optional(Note),
          answeredAt: Type.Optional(Instant),
          /** The name of whoever answered. */
          answeredBy: Type.Optional(Type.String()),
          note: Type.Optional(Note),
        },
        closed,
      ),
    ),
    /** Nobody brings them back by Foyer while it stands. */
    hold: Type.Optional(
      Type.Object({ placedAt: Instant, placedBy: Type.String(), reason: Type.String() }, closed),
    ),
  },
  closed,
)
export type LeftGuest = Static<typeof LeftGuest>

const params = Type.Object(
  { leavingId: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) },
  closed,
)

const problems = [
  'not-answerable',
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
] as const

export const listLeftGuests = operation({
  id: 'listLeftGuests',
  method: 'GET',
  path: '/v1/left-guests',
  caller: 'person',
  summary: 'Guests for whom I vouched, or all for an operator, who left and can still come back',
  success: {
    status: 200,
    /** Those who wait for an answer first. */
    reply: Type.Object({ guests: Type.Array(LeftGuest) }, closed),
  },
  problems,
})

export const grantReturn = operation({
  id: 'grantReturn',
  method: 'POST',
  path: '/v1/left-guests/{leavingId}/return',
  caller: 'person',
  summary: 'Bring a guest back who has asked for it, without the groups that are named',
  params,
  body: Type.Object(
    {
      withoutGroups: Type.Array(GroupId, { maxItems: 500 }),
      note: Type.Optional(Note),
    },
    closed,
  ),
  success: { status: 204 },
  problems: [
    ...problems,
    'left-guest-not-found',
    'return-not-asked',
    'return-not-possible',
    'too-many-acts',
  ],
})

export const refuseReturn = operation({
  id: 'refuseReturn',
  method: 'POST',
  path: '/v1/left-guests/{leavingId}/refusal',
  caller: 'person',
  summary: 'Answer a guest who has asked to come back that they do not',
  params,
  body: Type.Object({ note: Type.Optional(Note) }, closed),
  success: { status: 204 },
  problems: [...problems, 'left-guest-not-found', 'return-not-asked', 'too-many-acts'],
})

/** Also refuses a request that waits. */
export const placeHold = operation({
  id: 'placeHold',
  method: 'PUT',
  path: '/v1/left-guests/{leavingId}/hold',
  caller: 'person',
  summary: 'Do not let a guest who has left come back by Foyer, for a reason',
  params,
  body: Type.Object({ reason: Note }, closed),
  success: { status: 204 },
  problems: [...problems, 'left-guest-not-found', 'too-many-acts'],
})

export const liftHold = operation({
  id: 'liftHold',
  method: 'DELETE',
  path: '/v1/left-guests/{leavingId}/hold',
  caller: 'person',
  summary: 'Let a guest who has left come back again',
  params,
  success: { status: 204 },
  problems: [...problems, 'left-guest-not-found', 'too-many-acts'],
})
