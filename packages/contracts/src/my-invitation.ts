import { type Static, Type } from 'typebox'
import { Day, Instant } from './ids.ts'
import { operation } from './operation.ts'
import { directoryProblems } from './problem.ts'

const closed = { additionalProperties: false }

/** An invitation that still waits for something, as whoever is invited reads it once they are here. */
export const MyInvitation = Type.Object(
  {
    invitationId: Type.String({ format: 'uuid' }),
    /** As of an invitation; of all others nothing waits. */
    state: Type.Enum(['open', 'accepting', 'accepted', 'held']),
    purpose: Type.String(),
    invitedBy: Type.Object({ name: Type.String(), mail: Type.Optional(Type.String()) }, closed),
    sponsor: Type.String(),
    invitedAt: Instant,
    /** The last day of the access. */
    endsOn: Day,
    openUntil: Instant,
    /** As `m•••@gmail.example`: whoever has redeemed it need not be whom the address belongs to. */
    maskedMail: Type.String(),
    /** Whether its mail can be sent once more. */
    canMail: Type.Boolean(),
  },
  closed,
)
export type MyInvitation = Static<typeof MyInvitation>

const myProblems = [
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
] as const

export const listMyInvitations = operation({
  id: 'listMyInvitations',
  method: 'GET',
  path: '/v1/me/invitations',
  caller: 'person',
  summary: 'My invitations of this organization that wait for me or for somebody else',
  success: {
    status: 200,
    /** The newest first. */
    reply: Type.Object({ invitations: Type.Array(MyInvitation) }, closed),
  },
  problems: myProblems,
})

/** The link goes to the address that is invited and to nobody else; links from before lead on. */
export const mailMyInvitation = operation({
  id: 'mailMyInvitation',
  method: 'POST',
  path: '/v1/me/invitations/{invitationId}/mail',
  caller: 'person',
  summary: 'Have the link of my invitation sent to the invited address once more',
  params: Type.Object({ invitationId: Type.String({ format: 'uuid' }) }, closed),
  success: { status: 204 },
  problems: [
    ...myProblems,
    'invitation-not-found',
    'invitation-not-open',
    'too-many-codes',
    'too-many-acts',
  ],
})
