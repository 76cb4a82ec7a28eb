import { type Static, Type } from 'typebox'
import { MailAddress, Token } from './exit-code.ts'
import { Instant, PersonId } from './ids.ts'
import { operation } from './operation.ts'
import { directoryProblems, operatorProblems, untouchableProblems } from './problem.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

/**
 * - `asked`: whoever reads the address that the directory has of the guest is asked whether they want it;
 * - `proved`: they do, and another operator has to agree;
 * - `waiting`: until its time nothing is done, and then an operator carries it out;
 * - `done`: the guest redeems anew, as the same guest;
 * - `stopped`: it was stopped, or could not be done any more, for the reason that is named;
 * - `lapsed`: nobody did what it waited for.
 */
export const ResetState = Type.Enum(['asked', 'proved', 'waiting', 'done', 'stopped', 'lapsed'])
export type ResetState = Static<typeof ResetState>

/** How a guest's sign-in is set back, and how far it is. */
export const Reset = Type.Object(
  {
    state: ResetState,
    because: Type.Optional(Type.String()),
    /** The address that the directory has, which was written to. */
    from: Type.String(),
    /** With which the guest redeems anew: the same one, or another. */
    to: Type.String(),
    reason: Type.String(),
    askedAt: Instant,
    /** The name of whoever asked. */
    askedBy: Type.String(),
    provedAt: Type.Optional(Instant),
    /** The name of the other operator. */
    agreedBy: Type.Optional(Type.String()),
    agreedAt: Type.Optional(Instant),
    /** From then on it is carried out; the last moment of that. */
    opensAt: Type.Optional(Instant),
    lapsesAt: Type.Optional(Instant),
    /** It was carried out, and nobody could tell what came of it. */
    isUnsure: Type.Optional(Type.Boolean()),
    endedAt: Type.Optional(Instant),
  },
  closed,
)
export type Reset = Static<typeof Reset>

/** What the caller can do about the sign-in of one guest. */
export const GuestReset = Type.Object(
  {
    guest: Type.Object({ name: Type.String(), mail: Type.Optional(Type.String()) }, closed),
    /** Why the caller sees it. */
    seenAs: Type.Enum(['sponsor', 'operator']),
    reset: Type.Optional(Reset),
    /** Whether the caller is who asked: somebody else has to agree. */
    isAsker: Type.Boolean(),
    /** Whether the three days are over, and it was not too long ago. */
    isOpen: Type.Boolean(),
    /**
     * For operators: the organization's registration with which they act as themselves, and what they
     * ask it for; absent where there is none.
     */
    actsWith: Type.Optional(
      Type.Object({ clientId: Type.String(), scopes: Type.Array(Type.String()) }, closed),
    ),
  },
  closed,
)
export type GuestReset = Static<typeof GuestReset>

const ofGuest = [
  'not-answerable',
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
  'guest-not-found',
] as const

const deciding = [
  ...operatorProblems,
  'not-answerable',
  'guest-not-found',
  'too-many-acts',
  ...untouchableProblems,
] as const

const params = Type.Object({ guestId: PersonId }, closed)
const Challenge = Type.Optional(Type.String({ maxLength: 500 }))

export const getReset = operation({
  id: 'getReset',
  method: 'GET',
  path: '/v1/guests/{guestId}/reset',
  caller: 'person',
  summary: 'Whether a guest’s sign-in is set back, and what I can do about it',
  params,
  success: { status: 200, reply: GuestReset },
  problems: ofGuest,
})

/** The same again by the same person is the same. */
export const askForReset = operation({
  id: 'askForReset',
  method: 'POST',
  path: '/v1/guests/{guestId}/reset',
  caller: 'person',
  summary:
    'Ask that a guest’s sign-in is set back, to the same address or to another; for operators',
  params,
  body: Type.Object(
    {
      reason: Note,
      /** Another address; without it the one that the directory has. */
      mail: Type.Optional(MailAddress),
      challenge: Challenge,
    },
    closed,
  ),
  success: { status: 200, reply: Reset },
  problems: [
    ...deciding,
    'sign-in-too-old',
    'reset-not-possible',
    'reset-without-address',
    'reset-under-way',
    'ending-under-way',
    'known-already',
    'address-not-possible',
  ],
})

/** One that was stopped already is stopped. */
export const stopReset = operation({
  id: 'stopReset',
  method: 'DELETE',
  path: '/v1/guests/{guestId}/reset',
  caller: 'person',
  summary: 'Stop that a guest’s sign-in is set back, as long as that is not done',
  params,
  success: { status: 204 },
  problems: [...ofGuest, 'too-many-acts', 'reset-not-stoppable'],
})

/** The same again by the same person is the same. */
export const agreeToReset = operation({
  id: 'agreeToReset',
  method: 'POST',
  path: '/v1/guests/{guestId}/reset/agreement',
  caller: 'person',
  summary: 'Agree as another operator that a guest’s sign-in is set back; then three days begin',
  params,
  body: Type.Object({ challenge: Challenge }, closed),
  success: { status: 200, reply: Reset },
  problems: [
    ...deciding,
    'sign-in-too-old',
    'reset-not-asked',
    'reset-not-proved',
    'reset-needs-another',
    'reset-address-changed',
    'ending-under-way',
  ],
})

/** What was done already is done: the token is not used then. */
export const carryOutReset = operation({
  id: 'carryOutReset',
  method: 'POST',
  path: '/v1/guests/{guestId}/reset/act',
  caller: 'person',
  summary: 'Set a guest’s sign-in back, with my own token for Microsoft Graph; for operators',
  params,
  carriesDelegatedToken: true,
  success: { status: 200, reply: Reset },
  problems: [
    ...deciding,
    'reset-not-possible',
    'reset-not-asked',
    'reset-not-agreed',
    'reset-too-early',
    'reset-address-changed',
    'reset-not-taken',
    'ending-under-way',
    'known-already',
    'operator-token-refused',
    'operator-role-missing',
  ],
})

/** What whoever reads the guest's address is asked, and what they can still say. */
export const ResetQuestion = Type.Object(
  {
    organization: Type.Object({ slug: Type.String(), name: Type.String() }, closed),
    state: ResetState,
    /** The address with which the guest will redeem anew. */
    to: Type.String(),
    isSameAddress: Type.Boolean(),
    /** The name of whoever asked. */
    askedBy: Type.String(),
    reason: Type.String(),
    opensAt: Type.Optional(Instant),
  },
  closed,
)
export type ResetQuestion = Static<typeof ResetQuestion>

const answering = ['reset-question-not-found', 'store-unavailable'] as const
const ofLink = Type.Object({ token: Token }, closed)

/** To read it answers nothing: what only follows links does no harm. */
export const getResetQuestion = operation({
  id: 'getResetQuestion',
  method: 'GET',
  path: '/v1/reset-questions/{token}',
  caller: 'anyone',
  summary: 'Whether my sign-in is to be set back, by the address in the mail',
  params: ofLink,
  success: { status: 200, reply: ResetQuestion },
  problems: answering,
})

/** No ends it, at any time before it is done. The same answer again is the same. */
export const answerResetQuestion = operation({
  id: 'answerResetQuestion',
  method: 'POST',
  path: '/v1/reset-questions/{token}',
  caller: 'anyone',
  summary: 'Say that I want my sign-in set back, or that I do not',
  params: ofLink,
  body: Type.Object({ isWanted: Type.Boolean() }, closed),
  success: { status: 200, reply: ResetQuestion },
  problems: [...answering, 'reset-not-stoppable'],
})
