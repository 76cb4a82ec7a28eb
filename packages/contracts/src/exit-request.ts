import { type Static, Type } from 'typebox'
import { Token } from './exit-code.ts'
import { Instant } from './ids.ts'
import { operation } from './operation.ts'
import { Note } from './way-back.ts'
import { directoryProblems, untouchableProblems } from './problem.ts'

const closed = { additionalProperties: false }

/**
 * - `waiting`: the account may have been used lately, so it waits until the guest confirms it there, or until a
 *   date if nobody objects;
 * - `open`: the organization owes an answer;
 * - `granted`: the account is blocked, and removed after the grace time;
 * - `done`: the directory has removed it;
 * - `refused`: the organization said no, with a reason;
 * - `stopped`: the guest, or somebody who reads one of the account's addresses, did not want it;
 * - `gone`: the account was removed by something else.
 */
export const ExitRequestState = Type.Enum([
  'waiting',
  'open',
  'granted',
  'done',
  'refused',
  'stopped',
  'gone',
])
export type ExitRequestState = Static<typeof ExitRequestState>

const organization = Type.Object({ slug: Type.String(), name: Type.String() }, closed)

/** How a request goes, without a word about whose it is. */
export const ExitStatus = Type.Object(
  {
    organization,
    state: ExitRequestState,
    askedAt: Instant,
    /** Of a waiting one: when it goes to the organization if nobody objects. */
    opensAt: Type.Optional(Instant),
    /** When the organization owes an answer. */
    dueAt: Instant,
    isOverdue: Type.Boolean(),
    answeredAt: Type.Optional(Instant),
    /** Of a granted one: when the account is removed. */
    removalAt: Type.Optional(Instant),
    endedAt: Type.Optional(Instant),
    /** To whom the organization has its guests write. */
    privacyContact: Type.Optional(Type.String()),
  },
  closed,
)
export type ExitStatus = Static<typeof ExitStatus>

const byToken = Type.Object({ token: Token }, closed)

export const getExitStatus = operation({
  id: 'getExitStatus',
  method: 'GET',
  path: '/v1/exit-status/{token}',
  caller: 'anyone',
  summary: 'How my request to end my access goes, for whoever was given its address',
  params: byToken,
  success: { status: 200, reply: ExitStatus },
  problems: ['exit-request-not-found', 'store-unavailable'],
})

/** What the address in a mail would stop. */
export const Objection = Type.Object(
  {
    organization,
    /** A code that nobody has used, a request that goes its way, or neither any more. */
    stops: Type.Enum(['code', 'request', 'nothing']),
  },
  closed,
)
export type Objection = Static<typeof Objection>

export const getObjection = operation({
  id: 'getObjection',
  method: 'GET',
  path: '/v1/not-me/{token}',
  caller: 'anyone',
  summary: 'What a mail that I did not ask for is about',
  params: byToken,
  success: { status: 200, reply: Objection },
  problems: ['exit-request-not-found', 'store-unavailable'],
})

/** Closes a code, and stops the request that was filed with it; what is stopped already stays so. */
export const objectToExit = operation({
  id: 'objectToExit',
  method: 'POST',
  path: '/v1/not-me/{token}',
  caller: 'anyone',
  summary: 'Say that it was not me who asked, from the mail that says so',
  params: byToken,
  success: { status: 204 },
  problems: ['exit-request-not-found', 'leaving-not-stoppable', 'store-unavailable'],
})

const live = ['no-longer-here', 'blocked-here', 'store-unavailable', ...directoryProblems] as const

/** A request that was filed in my name, while it goes its way. */
export const MyExitRequest = Type.Object(
  {
    state: ExitRequestState,
    askedAt: Instant,
    opensAt: Type.Optional(Instant),
    dueAt: Instant,
  },
  closed,
)
export type MyExitRequest = Static<typeof MyExitRequest>

export const getMyExitRequest = operation({
  id: 'getMyExitRequest',
  method: 'GET',
  path: '/v1/me/exit-request',
  caller: 'person',
  summary: 'Whether somebody has asked, in my name, to end my access',
  success: {
    status: 200,
    reply: Type.Object({ request: Type.Optional(MyExitRequest) }, closed),
  },
  problems: ['store-unavailable'],
})

/** From here on it waits for the organization; one that does already does. */
export const confirmMyExitRequest = operation({
  id: 'confirmMyExitRequest',
  method: 'POST',
  path: '/v1/me/exit-request/confirmation',
  caller: 'person',
  summary: 'Say that it was me who asked to end my access',
  success: { status: 204 },
  problems: [...live, 'exit-request-not-found', 'too-many-acts'],
})

export const stopMyExitRequest = operation({
  id: 'stopMyExitRequest',
  method: 'DELETE',
  path: '/v1/me/exit-request',
  caller: 'person',
  summary: 'Take back the request to end my access, or say that it was not mine',
  success: { status: 204 },
  problems: [...live, 'exit-request-not-found', 'leaving-not-stoppable', 'too-many-acts'],
})

/** A guest's request to end their access, as whoever answers it reads it. */
export const ExitRequest = Type.Object(
  {
    exitRequestId: Type.String(),
    guest: Type.Object({ name: Type.String(), mail: Type.Optional(Type.String()) }, closed),
    state: ExitRequestState,
    /** Why the caller sees it: they vouch for the guest, or see everything. */
    seenAs: Type.Enum(['sponsor', 'operator']),
    askedAt: Instant,
    opensAt: Type.Optional(Instant),
    dueAt: Instant,
    isOverdue: Type.Boolean(),
    /** What the guest wrote. */
    reason: Type.Optional(Note),
    /** Absent where nobody can tell. */
    lastSignInAt: Type.Optional(Instant),
    /** One of our codes: what keeps Foyer from carrying it out. */
    because: Type.Optional(Type.String()),
    answeredAt: Type.Optional(Instant),
    answeredBy: Type.Optional(Type.String()),
    note: Type.Optional(Note),
    removalAt: Type.Optional(Instant),
  },
  closed,
)
export type ExitRequest = Static<typeof ExitRequest>

const byId = Type.Object(
  { exitRequestId: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) },
  closed,
)

export const listExitRequests = operation({
  id: 'listExitRequests',
  method: 'GET',
  path: '/v1/exit-requests',
  caller: 'person',
  summary: 'Requests to end access of guests for whom I vouch, or of all for an operator',
  success: {
    status: 200,
    /** Those that wait for an answer first, the one that is due first of all. */
    reply: Type.Object({ requests: Type.Array(ExitRequest) }, closed),
  },
  problems: [...live, 'not-answerable'],
})

/** Blocks the guest now, and removes them after the organization's grace time. */
export const grantExit = operation({
  id: 'grantExit',
  method: 'POST',
  path: '/v1/exit-requests/{exitRequestId}/grant',
  caller: 'person',
  summary: 'End the access of a guest who has asked for it',
  params: byId,
  success: { status: 204 },
  problems: [
    ...live,
    'not-answerable',
    'exit-request-not-found',
    'exit-not-open',
    'exit-not-possible',
    ...untouchableProblems,
    'too-many-acts',
  ],
})

export const refuseExit = operation({
  id: 'refuseExit',
  method: 'POST',
  path: '/v1/exit-requests/{exitRequestId}/refusal',
  caller: 'person',
  summary: 'Refuse to end the access of a guest who has asked for it, for a reason',
  params: byId,
  body: Type.Object({ reason: Note }, closed),
  success: { status: 204 },
  problems: [...live, 'not-answerable', 'exit-request-not-found', 'exit-not-open', 'too-many-acts'],
})
