import { type Static, Type } from 'typebox'
import { Instant, PersonId } from './ids.ts'
import { operation } from './operation.ts'
import { directoryProblems, untouchableProblems } from './problem.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

/** `answered`: the guest says that they need it, and nobody has decided since. `closed`: somebody has. */
export const DoubtState = Type.Enum(['open', 'answered', 'withdrawn', 'closed'])
export type DoubtState = Static<typeof DoubtState>

/** The question to a guest whether they still need their access, and what they say. */
export const Doubt = Type.Object(
  {
    state: DoubtState,
    askedAt: Instant,
    /** The name of whoever is not sure. */
    askedBy: Type.String(),
    answeredAt: Type.Optional(Instant),
    /** Why the guest needs it. */
    reason: Type.Optional(Type.String()),
  },
  closed,
)
export type Doubt = Static<typeof Doubt>

const params = Type.Object({ guestId: PersonId }, closed)

const live = [
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
  'too-many-acts',
] as const

const deciding = [...live, 'not-answerable', 'guest-not-found', ...untouchableProblems] as const

/** Asked by another one too, it is the same question. It moves no end. */
export const doubtGuest = operation({
  id: 'doubtGuest',
  method: 'POST',
  path: '/v1/guests/{guestId}/doubt',
  caller: 'person',
  summary: 'Say that I am not sure whether a guest is still needed, and ask them',
  params,
  success: { status: 200, reply: Doubt },
  problems: [
    ...deciding,
    'policy-not-in-force',
    'end-decided-elsewhere',
    'ending-under-way',
    'doubt-not-possible',
  ],
})

/** One that nobody has is withdrawn already. */
export const withdrawDoubt = operation({
  id: 'withdrawDoubt',
  method: 'DELETE',
  path: '/v1/guests/{guestId}/doubt',
  caller: 'person',
  summary: 'Ask a guest no more whether they still need their access',
  params,
  success: { status: 204 },
  problems: deciding,
})

/** It is no confirmation: whoever vouches decides with it. Whoever does not need it leaves. */
export const answerDoubt = operation({
  id: 'answerDoubt',
  method: 'POST',
  path: '/v1/me/doubt/answer',
  caller: 'person',
  summary: 'Answer that I still need my access, for a reason that those who vouch read',
  body: Type.Object({ reason: Note }, closed),
  success: { status: 200, reply: Doubt },
  problems: [...live, 'not-a-guest', 'doubt-not-asked'],
})
