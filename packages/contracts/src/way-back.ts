import { type Static, Type } from 'typebox'
import { Instant } from './ids.ts'
import { operation } from './operation.ts'
import { LeavingState } from './receipt.ts'
import { directoryProblems } from './problem.ts'

/** Why the offer is what it is, where somebody could expect another one. */
export const NoWayBack = Type.Enum([
  'not-left',
  'there-again',
  'erased',
  'removed-by-others',
  'held',
])
export type NoWayBack = Static<typeof NoWayBack>

/**
 * - `undo`: whoever left takes it back themselves;
 * - `ask`: those who vouched for them, or an operator, bring them back by Foyer, and can be asked;
 * - `administrator`: an administrator of the organization can bring them back, and Foyer does not;
 * - `none`: nobody can, or nobody has to.
 */
export const Offer = Type.Enum(['undo', 'ask', 'administrator', 'none'])
export type Offer = Static<typeof Offer>

/** `lapsed`: nobody answered while the directory could still bring them back. */
export const ReturnRequestState = Type.Enum(['open', 'granted', 'refused', 'lapsed'])
export type ReturnRequestState = Static<typeof ReturnRequestState>

/** What people write to each other in a request and its answer. */
export const Note = Type.String({ minLength: 1, maxLength: 500 })

/** What the directory, asked now, still lets come back, and what was asked of it before. */
export const WayBack = Type.Object(
  {
    offer: Offer,
    /** Of all but `none`: its last moment. */
    until: Type.Optional(Instant),
    /** Of `none`. */
    because: Type.Optional(NoWayBack),
    /** What became of the request to come back, where there was one. */
    asking: Type.Optional(
      Type.Object(
        {
          state: ReturnRequestState,
          askedAt: Instant,
          reason: Type.Optional(Note),
          answeredAt: Type.Optional(Instant),
          /** From whoever answered, to whoever asked. */
          note: Type.Optional(Note),
        },
        { additionalProperties: false },
      ),
    ),
    /** The last time that somebody was brought back, or was to be. */
    undoing: Type.Optional(
      Type.Object(
        {
          state: LeavingState,
          /** One of our codes. Absent where it is done, or under way without trouble. */
          because: Type.Optional(Type.String()),
          askedAt: Instant,
          endedAt: Type.Optional(Instant),
          /** Of a done one: how many of those who vouched do so no more. */
          lostSponsors: Type.Optional(Type.Integer()),
          /** Of a done one: how many groups did not come back. */
          lostGroups: Type.Optional(Type.Integer()),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type WayBack = Static<typeof WayBack>

const params = Type.Object(
  { token: Type.String({ pattern: '^[\\w-]{43}$' }) },
  { additionalProperties: false },
)

export const findWayBack = operation({
  id: 'findWayBack',
  method: 'GET',
  path: '/v1/receipts/{token}/way-back',
  caller: 'anyone',
  summary: 'Whether leaving an organization can be taken back, as its directory says now',
  params,
  success: { status: 200, reply: WayBack },
  problems: ['receipt-not-found', 'store-unavailable', ...directoryProblems],
})

/**
 * Erases all words that Foyer itself holds about whoever has left, receipt included, once their
 * directory has erased them. The journal keeps that something was done, without names.
 */
export const eraseMyWords = operation({
  id: 'eraseMyWords',
  method: 'POST',
  path: '/v1/receipts/{token}/erasure',
  caller: 'anyone',
  summary: 'Have Foyer erase what it holds on me, once the directory has',
  params,
  success: { status: 204 },
  problems: ['receipt-not-found', 'erasure-too-early', 'store-unavailable', ...directoryProblems],
})

/**
 * Asks those who vouched for whoever has left to bring them back: once for each leaving. The address
 * of the receipt is what it needs; it gives nobody anything, and what is granted only the one who left.
 */
export const askToReturn = operation({
  id: 'askToReturn',
  method: 'POST',
  path: '/v1/receipts/{token}/return-request',
  caller: 'anyone',
  summary: 'Ask to come back to an organization that I have left',
  params,
  body: Type.Object({ reason: Type.Optional(Note) }, { additionalProperties: false }),
  success: {
    status: 202,
    reply: Type.Object({ askedAt: Instant }, { additionalProperties: false }),
  },
  problems: [
    'receipt-not-found',
    'return-not-offered',
    'too-many-acts',
    'store-unavailable',
    ...directoryProblems,
  ],
})

/**
 * Takes leaving an organization back. The address of the receipt is what it needs: it gives nobody
 * anything but to the one who left, who signs in there as before.
 */
export const undoLeaving = operation({
  id: 'undoLeaving',
  method: 'POST',
  path: '/v1/receipts/{token}/undo',
  caller: 'anyone',
  summary: 'Come back to an organization that I have left by my own will',
  params,
  success: {
    status: 202,
    reply: Type.Object({ askedAt: Instant }, { additionalProperties: false }),
  },
  problems: [
    'receipt-not-found',
    'undo-not-offered',
    'too-many-acts',
    'store-unavailable',
    ...directoryProblems,
  ],
})
