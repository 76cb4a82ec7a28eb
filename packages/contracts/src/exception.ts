import { type Static, Type } from 'typebox'
import { Day, Instant, PersonId } from './ids.ts'
import { operation } from './operation.ts'
import { operatorProblems } from './problem.ts'
import { EndOwner, GuestStanding } from './standing.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

/** Until when the rules of the policy do not end a guest's access, who answers for that, and why. */
export const Exception = Type.Object(
  {
    until: Day,
    /** The name of the operator who owns it. */
    by: Type.String(),
    at: Instant,
    reason: Type.String(),
  },
  closed,
)
export type Exception = Static<typeof Exception>

/** An exception that holds, of one of the organization's guests. */
export const KnownException = Type.Object(
  { guestId: PersonId, name: Type.String(), ...Exception.properties },
  closed,
)
export type KnownException = Static<typeof KnownException>

const params = Type.Object({ guestId: PersonId }, closed)

const problems = [
  ...operatorProblems,
  'guest-not-found',
  'policy-not-in-force',
  'too-many-acts',
] as const

export const listExceptions = operation({
  id: 'listExceptions',
  method: 'GET',
  path: '/v1/exceptions',
  caller: 'person',
  summary: 'From whom the rules of the policy are kept, until when and why; for operators',
  success: {
    status: 200,
    reply: Type.Object(
      {
        /** The first to end first; of many only the first. */
        exceptions: Type.Array(KnownException),
        /** How many there are besides. */
        others: Type.Integer({ minimum: 0 }),
      },
      closed,
    ),
  },
  problems: operatorProblems,
})

export const makeException = operation({
  id: 'makeException',
  method: 'PUT',
  path: '/v1/guests/{guestId}/exception',
  caller: 'person',
  summary: 'Keep the rules of the policy from a guest until a day, for a reason; for operators',
  params,
  body: Type.Object({ until: Day, reason: Note }, closed),
  success: { status: 200, reply: GuestStanding },
  problems: [...problems, 'end-in-the-past', 'exception-too-long'],
})

/** One that is not there has ended already. */
export const endException = operation({
  id: 'endException',
  method: 'DELETE',
  path: '/v1/guests/{guestId}/exception',
  caller: 'person',
  summary: 'Have the rules of the policy hold for a guest again; for operators',
  params,
  success: { status: 200, reply: GuestStanding },
  problems,
})

export const declareEndOwner = operation({
  id: 'declareEndOwner',
  method: 'PUT',
  path: '/v1/guests/{guestId}/end-owner',
  caller: 'person',
  summary: 'Say who decides when a guest’s access ends, or leave it to what the directory shows',
  params,
  body: Type.Object({ owner: Type.Union([EndOwner, Type.Null()]) }, closed),
  success: { status: 200, reply: GuestStanding },
  problems,
})
