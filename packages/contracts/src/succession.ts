import { type Static, Type } from 'typebox'
import { Instant, PersonId } from './ids.ts'
import { operation } from './operation.ts'
import { directoryProblems, operatorProblems, untouchableProblems } from './problem.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

const SuccessionId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

/**
 * - `handed-over`: somebody who vouches, or an operator, asks a colleague to take over;
 * - `not-my-guest`: whoever vouches says that they should not;
 * - `orphaned`: nobody vouches who could;
 * - `guest-asked`: the guest asks for somebody.
 */
export const SuccessionCause = Type.Enum(['handed-over', 'not-my-guest', 'orphaned', 'guest-asked'])
export type SuccessionCause = Static<typeof SuccessionCause>

/**
 * - `open`: somebody is asked, or is looked for;
 * - `accepting`: somebody has accepted, and is being written to the directory;
 * - `accepted`: they vouch;
 * - `exhausted`: nobody is left who could be asked, and operators decide;
 * - `withdrawn`: whoever asked asks no more;
 * - `ended`: the guest is gone, or may not be touched.
 */
export const SuccessionState = Type.Enum([
  'open',
  'accepting',
  'accepted',
  'exhausted',
  'withdrawn',
  'ended',
])
export type SuccessionState = Static<typeof SuccessionState>

/** How the question goes who vouches for a guest next, as those see it who ask. */
export const Succession = Type.Object(
  {
    successionId: SuccessionId,
    guestId: PersonId,
    guest: Type.String(),
    cause: SuccessionCause,
    state: SuccessionState,
    because: Type.Optional(Type.String()),
    openedAt: Instant,
    /** Absent where Foyer asks. */
    openedBy: Type.Optional(Type.String()),
    note: Type.Optional(Type.String()),
    /** Who was asked, the last one last; whether somebody declined is nobody's business. */
    asked: Type.Array(
      Type.Object({ name: Type.String(), askedAt: Instant, answersUntil: Instant }, closed),
    ),
    endedAt: Type.Optional(Instant),
  },
  closed,
)
export type Succession = Static<typeof Succession>

/** What somebody is asked: no more of the guest than it takes to know who it is. */
export const SuccessionAsk = Type.Object(
  {
    successionId: SuccessionId,
    cause: SuccessionCause,
    state: Type.Enum(['asked', 'accepting']),
    guest: Type.String(),
    /** Where the guest works, as the directory says. */
    company: Type.Optional(Type.String()),
    /** The group by which they know the guest. */
    group: Type.Optional(Type.String()),
    /** Whether they are asked because they invited the guest. */
    hasInvited: Type.Boolean(),
    askedBy: Type.Optional(Type.String()),
    note: Type.Optional(Type.String()),
    askedAt: Instant,
    answersUntil: Instant,
  },
  closed,
)
export type SuccessionAsk = Static<typeof SuccessionAsk>

/** The last question of this kind about a guest, and whether whoever reads it may take it back. */
export const GuestSuccession = Type.Object(
  { succession: Type.Optional(Succession), mayTakeBack: Type.Boolean() },
  closed,
)
export type GuestSuccession = Static<typeof GuestSuccession>

const problems = [
  'not-answerable',
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
] as const

const params = Type.Object({ guestId: PersonId }, closed)

/** The same again by the same person is the same. */
export const openSuccession = operation({
  id: 'openSuccession',
  method: 'POST',
  path: '/v1/guests/{guestId}/succession',
  caller: 'person',
  summary: 'Hand a guest over to a colleague, who has to accept, or say that they are not mine',
  params,
  body: Type.Object(
    {
      cause: Type.Enum(['handed-over', 'not-my-guest']),
      /** The mail address of whoever is asked first; without, who is asked goes by evidence. */
      to: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
      note: Type.Optional(Note),
    },
    closed,
  ),
  success: { status: 200, reply: Succession },
  problems: [
    ...problems,
    ...untouchableProblems,
    'guest-not-found',
    'too-many-acts',
    'successor-not-possible',
    'succession-under-way',
    'succession-not-possible',
  ],
})

export const getSuccession = operation({
  id: 'getSuccession',
  method: 'GET',
  path: '/v1/guests/{guestId}/succession',
  caller: 'person',
  summary: 'How the question goes who vouches for a guest next',
  params,
  success: {
    status: 200,
    reply: GuestSuccession,
  },
  problems: [...problems, 'guest-not-found'],
})

/** One that nobody asks is withdrawn already. */
export const withdrawSuccession = operation({
  id: 'withdrawSuccession',
  method: 'DELETE',
  path: '/v1/guests/{guestId}/succession',
  caller: 'person',
  summary: 'Ask nobody any more to vouch for a guest',
  params,
  success: { status: 204 },
  problems: [...problems, 'guest-not-found', 'too-many-acts', 'succession-under-way'],
})

export const listMySuccessions = operation({
  id: 'listMySuccessions',
  method: 'GET',
  path: '/v1/successions',
  caller: 'person',
  summary: 'For whom I am asked to vouch; nobody has to vouch for anybody to read it',
  success: { status: 200, reply: Type.Object({ asked: Type.Array(SuccessionAsk) }, closed) },
  problems,
})

/** Accepted by several, the first one does. */
export const answerSuccession = operation({
  id: 'answerSuccession',
  method: 'POST',
  path: '/v1/successions/{successionId}/answer',
  caller: 'person',
  summary: 'Vouch for a guest from now on, after a fresh sign-in; or decline, without a reason',
  params: Type.Object({ successionId: SuccessionId }, closed),
  body: Type.Object(
    { accepts: Type.Boolean(), challenge: Type.Optional(Type.String({ maxLength: 500 })) },
    closed,
  ),
  success: { status: 204 },
  problems: [
    ...problems,
    ...untouchableProblems,
    'sign-in-too-old',
    'too-many-acts',
    'succession-not-asked',
    'succession-not-possible',
  ],
})

export const listSuccessions = operation({
  id: 'listSuccessions',
  method: 'GET',
  path: '/v1/organization/successions',
  caller: 'person',
  summary: 'For which guests somebody is asked to vouch, and for whom nobody is left to ask',
  success: { status: 200, reply: Type.Object({ successions: Type.Array(Succession) }, closed) },
  problems: operatorProblems,
})

/** How it goes what a guest asked; whom Foyer asks is told to nobody but those who vouch. */
export const MySuccession = Type.Object(
  {
    /** Whether the guest may ask now: not while somebody is asked already. */
    mayAsk: Type.Boolean(),
    asked: Type.Optional(
      Type.Object(
        { state: Type.Enum(['open', 'accepting', 'exhausted']), askedAt: Instant },
        closed,
      ),
    ),
  },
  closed,
)
export type MySuccession = Static<typeof MySuccession>

export const getMySuccession = operation({
  id: 'getMySuccession',
  method: 'GET',
  path: '/v1/me/succession',
  caller: 'person',
  summary: 'Whether I may ask for somebody else who vouches for me, or have asked',
  success: { status: 200, reply: MySuccession },
  problems: [
    'not-a-guest',
    'no-longer-here',
    'blocked-here',
    'store-unavailable',
    ...directoryProblems,
  ],
})

export const askForSponsor = operation({
  id: 'askForSponsor',
  method: 'POST',
  path: '/v1/me/succession',
  caller: 'person',
  summary: 'Ask that somebody else vouches for me',
  body: Type.Object({ note: Note }, closed),
  success: { status: 204 },
  problems: [
    'not-a-guest',
    'no-longer-here',
    'blocked-here',
    'store-unavailable',
    ...directoryProblems,
    ...untouchableProblems,
    'too-many-acts',
    'succession-under-way',
    'succession-not-possible',
  ],
})

/** One that is not asked is withdrawn already. */
export const withdrawSponsorWish = operation({
  id: 'withdrawSponsorWish',
  method: 'DELETE',
  path: '/v1/me/succession',
  caller: 'person',
  summary: 'Ask for nobody else any more who vouches for me',
  success: { status: 204 },
  problems: [
    'not-a-guest',
    'no-longer-here',
    'blocked-here',
    'store-unavailable',
    ...directoryProblems,
    'too-many-acts',
    'succession-under-way',
  ],
})
