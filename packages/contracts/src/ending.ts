import { type Static, Type } from 'typebox'
import { Instant, PersonId } from './ids.ts'
import { operation } from './operation.ts'
import { directoryProblems } from './problem.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

/**
 * - `waiting`: nothing is done yet, and whoever decided can stop it;
 * - `blocked`: the guest cannot sign in; what is open ends with its tokens, within about 90 minutes;
 * - `removed`: an administrator can restore the guest for 30 days;
 * - `stopped`: it was taken back, and the block with it;
 * - `refused`: Foyer did not do it, for the reason that is named.
 */
export const EndingState = Type.Enum(['waiting', 'blocked', 'removed', 'stopped', 'refused'])
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
    'departure-not-a-guest',
    'departure-synced',
    'departure-role-held',
    'departure-roles-unreadable',
    'departure-protected',
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
