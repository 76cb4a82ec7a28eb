import { type Static, Type } from 'typebox'
import { Instant } from './ids.ts'
import { operation } from './operation.ts'

/** The address of a receipt, which only whoever was given it knows: it is shown to nobody else. */
export const ReceiptAddress = Type.String({ pattern: '^/receipts/[\\w-]{43}$' })

/** Leaving was accepted, and will be done: how it goes stands at this address, and nowhere else. */
export const LeavingAccepted = Type.Object(
  { receipt: ReceiptAddress },
  { additionalProperties: false },
)
export type LeavingAccepted = Static<typeof LeavingAccepted>

/**
 * - `under-way`: it will be done, or ended with a reason; `because` says what it waits for;
 * - `done`: the directory has done it;
 * - `refused`: the directory, asked once more just before, did not allow it any more;
 * - `failed`: it was given up; whether anything was done, the organization can tell.
 */
export const LeavingState = Type.Enum(['under-way', 'done', 'refused', 'failed'])
export type LeavingState = Static<typeof LeavingState>

/**
 * How sure it is that the guest wanted it, as a rung of one ladder:
 * - `context`: they signed in for it, and met what the organization asks of this act by an authentication
 *   context of its own, behind which it has everybody sign in each time;
 * - `fresh-sign-in`: they signed in for it, after they were asked to and a few minutes before at most;
 * - `sign-in`: they were signed in;
 * - `code-and-delay`: they were signed in, read a code at the address of their account, and let the time
 *   pass in which it could be taken back: where no token tells when a guest signed in;
 * - `mail-code`: they read a code at the address of their account, and the organization granted it.
 */
export const LeavingProof = Type.Enum([
  'context',
  'fresh-sign-in',
  'sign-in',
  'code-and-delay',
  'mail-code',
])
export type LeavingProof = Static<typeof LeavingProof>

/** What became of one leaving of a group, or of the organization. */
export const Receipt = Type.Object(
  {
    /** Names it in the journal, and to a help desk. */
    number: Type.String(),
    state: LeavingState,
    /** One of our codes. Absent where it is done, or under way without trouble. */
    because: Type.Optional(Type.String()),
    organization: Type.Object(
      { slug: Type.String(), name: Type.String() },
      { additionalProperties: false },
    ),
    guest: Type.Object(
      { name: Type.String(), mail: Type.Optional(Type.String()) },
      { additionalProperties: false },
    ),
    /** The group that was left; absent where it was the organization itself. */
    group: Type.Optional(Type.String()),
    askedAt: Instant,
    proof: LeavingProof,
    /** When they signed in; absent where their token did not tell. */
    signedInAt: Type.Optional(Instant),
    /** Of one that waits: it is not carried out before, and can be stopped until then. */
    beginsAt: Type.Optional(Instant),
    leftAt: Type.Optional(Instant),
    /** Of the organization only. Until when an administrator can restore the account. */
    restorableUntil: Type.Optional(Instant),
    /** Of the organization only. When the directory has erased it at the latest. */
    erasedBy: Type.Optional(Instant),
    /** Of the organization only. */
    groupCount: Type.Optional(Type.Integer()),
    /** The names of those who are told, besides the guest. */
    told: Type.Array(Type.String()),
    /** Of a done one: a `ReceiptStatement`, signed (JWS compact, RFC 7515, 7.1). */
    signed: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type Receipt = Static<typeof Receipt>

export const getReceipt = operation({
  id: 'getReceipt',
  method: 'GET',
  path: '/v1/receipts/{token}',
  caller: 'anyone',
  summary: 'How leaving goes, or what became of it, for whoever was given its address',
  params: Type.Object(
    { token: Type.String({ pattern: '^[\\w-]{43}$' }) },
    { additionalProperties: false },
  ),
  success: { status: 200, reply: Receipt },
  problems: ['receipt-not-found', 'store-unavailable'],
})

/** Stops a leaving that was confirmed by a code, while it waits: nothing is ended by it then. */
export const stopLeaving = operation({
  id: 'stopLeaving',
  method: 'POST',
  path: '/v1/receipts/{token}/stop',
  caller: 'anyone',
  summary: 'Take back that I leave, while it waits for its time',
  params: Type.Object(
    { token: Type.String({ pattern: '^[\\w-]{43}$' }) },
    { additionalProperties: false },
  ),
  success: { status: 204 },
  problems: ['receipt-not-found', 'leaving-not-stoppable', 'store-unavailable'],
})
