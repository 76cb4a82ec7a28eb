import { type Static, Type } from 'typebox'
import { Instant, PersonId } from './ids.ts'
import { operation } from './operation.ts'
import { directoryProblems, operatorProblems, untouchableProblems } from './problem.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

/**
 * - `asked`: an operator has to agree first, for the reason that is named;
 * - `waiting`: nothing is done yet, and whoever decided can stop it;
 * - `blocked`: the guest cannot sign in; what is open ends with its tokens, within about 90 minutes;
 * - `removed`: an administrator can restore the guest for 30 days;
 * - `stopped`: it was taken back, and the block with it;
 * - `refused`: Foyer did not do it, for the reason that is named.
 */
export const EndingState = Type.Enum([
  'asked',
  'waiting',
  'blocked',
  'removed',
  'stopped',
  'refused',
])
export type EndingState = Static<typeof EndingState>

/** What was decided of the end of a guest's access, and how far it is. */
export const Ending = Type.Object(
  {
    state: EndingState,
    because: Type.Optional(Type.String()),
    askedAt: Instant,
    /** The name of whoever decided. */
    askedBy: Type.String(),
    reason: Type.String(),
    /** For whoever takes over what the guest did. */
    handover: Type.Optional(Type.String()),
    blocksAt: Instant,
    removesAt: Instant,
    /** The guest has moved to another address, and this was the old account. */
    isMove: Type.Optional(Type.Literal(true)),
  },
  closed,
)
export type Ending = Static<typeof Ending>

const problems = [
  'not-answerable',
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
  'guest-not-found',
  'too-many-acts',
] as const

const params = Type.Object({ guestId: PersonId }, closed)

export const endAccess = operation({
  id: 'endAccess',
  method: 'POST',
  path: '/v1/guests/{guestId}/ending',
  caller: 'person',
  summary: 'End a guest’s access now: blocked in ten minutes, removed later, until then taken back',
  params,
  body: Type.Object(
    {
      reason: Note,
      handover: Type.Optional(Note),
      /** Of an operator: why to go beyond what people end in a day. */
      override: Type.Optional(Note),
      challenge: Type.Optional(Type.String({ maxLength: 500 })),
    },
    closed,
  ),
  success: { status: 200, reply: Ending },
  problems: [
    ...problems,
    'sign-in-too-old',
    'ending-under-way',
    'ending-not-possible',
    'too-many-endings',
    ...untouchableProblems,
  ],
})

/** One that was stopped already is stopped. */
export const stopEnding = operation({
  id: 'stopEnding',
  method: 'DELETE',
  path: '/v1/guests/{guestId}/ending',
  caller: 'person',
  summary: 'Take back that a guest’s access ends, as long as they are not removed',
  params,
  success: { status: 204 },
  problems: [...problems, 'ending-not-stoppable'],
})

/** Why an ending waits for an operator. */
export const EndingHold = Type.Enum(['unusual-day', 'too-many-today', 'organization-cap'])
export type EndingHold = Static<typeof EndingHold>

/** An ending that an operator has to agree with. */
export const AskedEnding = Type.Object(
  {
    endingId: Type.String({ format: 'uuid' }),
    guestId: PersonId,
    guest: Type.Object({ name: Type.String(), mail: Type.Optional(Type.String()) }, closed),
    because: EndingHold,
    askedAt: Instant,
    /** The name of whoever asked. */
    askedBy: Type.String(),
    reason: Type.String(),
    handover: Type.Optional(Type.String()),
    /** It is the old account of a guest who has moved to another address. */
    isMove: Type.Optional(Type.Literal(true)),
  },
  closed,
)
export type AskedEnding = Static<typeof AskedEnding>

export const listAskedEndings = operation({
  id: 'listAskedEndings',
  method: 'GET',
  path: '/v1/organization/endings',
  caller: 'person',
  summary: 'The ends of access that wait for an operator, the oldest first; for operators',
  success: {
    status: 200,
    reply: Type.Object({ endings: Type.Array(AskedEnding) }, closed),
  },
  problems: operatorProblems,
})

/** The same answer again is the same. */
export const answerEnding = operation({
  id: 'answerEnding',
  method: 'POST',
  path: '/v1/organization/endings/{endingId}/answer',
  caller: 'person',
  summary: 'Agree that a guest’s access ends, or refuse it; for operators',
  params: Type.Object({ endingId: Type.String({ format: 'uuid' }) }, closed),
  body: Type.Object(
    {
      isAllowed: Type.Boolean(),
      /** What whoever asked reads. */
      note: Note,
    },
    closed,
  ),
  success: { status: 204 },
  problems: [...operatorProblems, 'too-many-acts', 'ending-not-asked'],
})
