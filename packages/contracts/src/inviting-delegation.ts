import { type Static, Type } from 'typebox'
import { MailAddress } from './exit-code.ts'
import { Day, Instant, PersonId } from './ids.ts'
import { operation } from './operation.ts'
import { operatorProblems } from './problem.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

/** An operator's word that somebody may invite by Foyer whom the organization's rule does not let. */
export const InvitingDelegation = Type.Object(
  {
    personId: PersonId,
    /** Absent where the directory does not know them any more. */
    name: Type.Optional(Type.String()),
    mail: Type.Optional(Type.String()),
    /** The last day of it. */
    until: Day,
    reason: Type.String(),
    delegatedAt: Instant,
    /** The name of the operator. */
    delegatedBy: Type.Optional(Type.String()),
  },
  closed,
)
export type InvitingDelegation = Static<typeof InvitingDelegation>

export const listInvitingDelegations = operation({
  id: 'listInvitingDelegations',
  method: 'GET',
  path: '/v1/organization/inviters',
  caller: 'person',
  summary: 'Who may invite by the word of an operator, the first to end first; for operators',
  success: {
    status: 200,
    reply: Type.Object({ delegations: Type.Array(InvitingDelegation) }, closed),
  },
  problems: operatorProblems,
})

/** For the same person again it takes the place of the one before. Where nobody may invite, it changes nothing. */
export const delegateInviting = operation({
  id: 'delegateInviting',
  method: 'POST',
  path: '/v1/organization/inviters',
  caller: 'person',
  summary:
    'Let somebody of the organization invite guests until a day, for a reason; for operators',
  body: Type.Object({ mail: MailAddress, until: Day, reason: Note }, closed),
  success: { status: 204 },
  problems: [
    ...operatorProblems,
    'successor-not-possible',
    'end-in-the-past',
    'exception-too-long',
    'too-many-acts',
  ],
})

/** One that there is not has ended. */
export const endInvitingDelegation = operation({
  id: 'endInvitingDelegation',
  method: 'DELETE',
  path: '/v1/organization/inviters/{personId}',
  caller: 'person',
  summary: 'Let somebody invite by the rule of the organization alone; for operators',
  params: Type.Object({ personId: PersonId }, closed),
  success: { status: 204 },
  problems: [...operatorProblems, 'too-many-acts'],
})
