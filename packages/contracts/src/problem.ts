import { type Static, Type } from 'typebox'
import type { DepartureRefusal } from './departure-refusal.ts'
import type { LeaveRefusal } from './leave-refusal.ts'

/**
 * Every failure that a person can tell apart, with its HTTP status and its title in English.
 * The list is closed: a code that is not here cannot be sent.
 */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'token-refused': { status: 401, title: 'The token is not accepted' },
  'token-expired': { status: 401, title: 'The token has expired' },
  'sign-in-too-old': { status: 401, title: 'This needs a sign-in from just now' },
  'sign-in-time-unknown': {
    status: 403,
    title: 'The token does not tell when the caller signed in',
  },
  'not-a-guest': { status: 403, title: 'This is for guests of the organization' },
  'not-answerable': { status: 403, title: 'This is for those who vouch for guests' },
  'not-an-operator': { status: 403, title: 'This is for operators of the organization' },
  'no-longer-here': { status: 403, title: 'The organization does not know this account any more' },
  'blocked-here': { status: 403, title: 'The organization has blocked this account' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'organization-not-found': { status: 404, title: 'No organization answers to this name' },
  'membership-not-found': { status: 404, title: 'The caller is not in this group' },
  'receipt-not-found': { status: 404, title: 'No receipt is at this address' },
  'left-guest-not-found': { status: 404, title: 'The caller vouched for nobody who left by this' },
  'guest-not-found': { status: 404, title: 'The caller vouches for no guest of this id' },
  'bulk-not-found': { status: 404, title: 'The caller has extended nobody by this' },
  'ownerless-group-not-found': { status: 404, title: 'This group waits for no owner' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is not JSON' },
  'group-managed-by-rule': { status: 409, title: 'A rule decides who is in this group' },
  'group-synced': { status: 409, title: "The group is kept on the organization's own servers" },
  'group-role-assignable': { status: 409, title: 'The group can carry directory roles' },
  'group-managed-in-exchange': { status: 409, title: 'The group is managed in Exchange' },
  'group-membership-hidden': { status: 409, title: 'The organization hides who is in this group' },
  'group-protected': { status: 409, title: 'The organization protects this group' },
  'group-nested-only': { status: 409, title: 'The caller is in this group only through another' },
  'group-owner-only': { status: 409, title: 'The caller owns this group without being a member' },
  'group-last-owner': { status: 409, title: 'The caller is the last owner of this group' },
  'confirmation-differs': { status: 409, title: 'The typed name is not that of the organization' },
  'owner-not-possible': { status: 409, title: 'Who is proposed cannot own this group' },
  'departure-not-a-guest': { status: 409, title: 'The caller is not an external guest' },
  'departure-synced': {
    status: 409,
    title: "The account is kept on the organization's own servers",
  },
  'departure-role-held': { status: 409, title: 'The account holds a directory role' },
  'departure-roles-unreadable': {
    status: 409,
    title: 'Whether the account holds a directory role cannot be read',
  },
  'departure-protected': { status: 409, title: 'The organization protects this account' },
  'departure-not-allowed': {
    status: 409,
    title: 'The organization does not let guests leave by themselves',
  },
  'undo-not-offered': { status: 409, title: 'This leaving cannot be taken back by oneself' },
  'return-not-offered': { status: 409, title: 'Nobody can be asked to take this leaving back' },
  'return-not-asked': { status: 409, title: 'Nobody waits for this answer' },
  'return-not-possible': { status: 409, title: 'The directory cannot bring this guest back' },
  'erasure-too-early': {
    status: 409,
    title: 'The directory has not erased this account yet',
  },
  'departure-setting-unreadable': { status: 409, title: 'Whether guests may leave cannot be read' },
  'idempotency-key-missing': { status: 400, title: 'The request needs an Idempotency-Key' },
  'version-missing': { status: 428, title: 'The request needs an If-Match' },
  'version-changed': { status: 412, title: 'Somebody has changed this meanwhile' },
  'exception-too-long': { status: 422, title: 'An exception ends within a year' },
  'ending-under-way': { status: 409, title: 'The access of this guest is being ended already' },
  'ending-not-possible': { status: 409, title: 'Foyer cannot end this access' },
  'ending-not-asked': { status: 409, title: 'Nobody waits for this answer' },
  'ending-not-stoppable': { status: 409, title: 'This guest is removed' },
  'too-many-endings': { status: 429, title: 'So many were ended today: the next needs a reason' },
  'reset-not-possible': {
    status: 409,
    title: 'The organization has no registration with which operators act',
  },
  'reset-without-address': { status: 409, title: 'The directory has no address of this guest' },
  'reset-under-way': { status: 409, title: 'The sign-in of this guest is being set back already' },
  'reset-not-asked': { status: 409, title: 'Nobody asks that this sign-in is set back' },
  'reset-not-proved': { status: 409, title: 'Whoever reads the address has not said yes' },
  'reset-needs-another': { status: 403, title: 'Another operator than who asked has to agree' },
  'reset-not-agreed': { status: 409, title: 'No other operator has agreed' },
  'reset-too-early': { status: 409, title: 'The time in which this can be stopped is not over' },
  'reset-address-changed': { status: 409, title: 'The directory has another address by now' },
  'reset-not-taken': { status: 409, title: 'The directory takes nobody of this address' },
  'reset-not-stoppable': { status: 409, title: 'This sign-in is set back' },
  'reset-question-not-found': { status: 404, title: 'Nobody is asked at this address' },
  'operator-token-refused': {
    status: 403,
    title: 'The token for Microsoft Graph is not accepted',
  },
  'operator-role-missing': {
    status: 403,
    title: 'Microsoft Entra does not let the caller set sign-ins back',
  },
  'succession-under-way': {
    status: 409,
    title: 'Somebody is asked to vouch for this guest already',
  },
  'succession-not-asked': { status: 404, title: 'The caller is not asked this' },
  'succession-not-possible': { status: 409, title: 'Foyer cannot change who vouches here' },
  'successor-not-possible': { status: 409, title: 'Nobody of this address can vouch for guests' },
  'doubt-not-asked': { status: 409, title: 'Nobody asks the caller' },
  'doubt-not-possible': { status: 409, title: 'This guest cannot sign in to answer' },
  'stay-asked-already': { status: 409, title: 'The caller has asked already, and waits' },
  'stay-not-asked': { status: 409, title: 'Nobody waits for this answer' },
  'policy-not-in-force': {
    status: 409,
    title: 'The organization has not decided how long guests stay',
  },
  'end-decided-elsewhere': { status: 409, title: 'Foyer does not decide when this access ends' },
  'end-in-the-past': { status: 422, title: 'This day is over' },
  'end-not-later': { status: 422, title: 'The access lasts so long already' },
  'end-over-the-cap': { status: 422, title: 'The organization does not allow so long' },
  'policy-not-possible': { status: 422, title: 'These rules do not fit together' },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was sent with another request',
  },
  'code-refused': { status: 403, title: 'The code is not the one that was sent' },
  'code-ended': { status: 410, title: 'The code does not count any more' },
  'code-not-possible': { status: 409, title: 'No code can be sent to this account' },
  'leaving-not-stoppable': { status: 409, title: 'This leaving cannot be stopped any more' },
  'exit-request-not-found': { status: 404, title: 'No request to end access is at this address' },
  'exit-not-open': { status: 409, title: 'Nobody waits for this answer' },
  'exit-not-possible': { status: 409, title: 'Foyer cannot end this access' },
  'inviting-not-allowed': {
    status: 403,
    title: 'The organization does not let the caller invite guests',
  },
  'invitation-not-found': { status: 404, title: 'The caller has sent no invitation of this id' },
  'invitation-file-not-found': { status: 404, title: 'Nobody is invited by a file of this id' },
  'invitation-file-not-readable': { status: 422, title: 'The file cannot be read' },
  'invitation-file-differs': {
    status: 409,
    title: 'This is not what was checked: the file, or what it would do',
  },
  'too-many-file-rows': {
    status: 429,
    title: 'The organization has sent too many rows of files today',
  },
  'move-not-found': { status: 404, title: 'Nobody moves to another address by this' },
  'move-under-way': { status: 409, title: 'This guest moves to another address already' },
  'move-not-possible': { status: 409, title: 'This guest cannot be moved to another address' },
  'move-not-asked': { status: 409, title: 'Nobody waits for this answer' },
  'move-not-stoppable': { status: 409, title: 'The old account is removed' },
  'invitation-link-not-found': { status: 404, title: 'No invitation is at this address' },
  'invitation-not-open': { status: 409, title: 'This invitation is not open' },
  'invitation-used-up': { status: 409, title: 'This link has led to Microsoft too often' },
  'invitation-not-taken': { status: 409, title: 'The directory does not take this guest' },
  'invitation-address-differs': {
    status: 409,
    title: 'The typed address is not the one that is invited',
  },
  'invitation-words-not-plain': {
    status: 422,
    title: 'These words hold a link, an address, or signs that do not show',
  },
  'address-not-possible': { status: 422, title: 'Nobody of this address can be invited' },
  'domain-not-taken': { status: 422, title: 'The organization takes no guests of this domain' },
  'known-already': { status: 409, title: 'The directory knows somebody of this address' },
  'invited-already': { status: 409, title: 'An invitation is open for this address' },
  'group-not-invitable': { status: 422, title: 'The caller cannot bring guests into this group' },
  'template-name-taken': { status: 409, title: 'Another template has this name' },
  'too-many-templates': { status: 409, title: 'The organization keeps as many as it can' },
  'too-many-invitations': { status: 429, title: 'The caller has invited too many today' },
  'too-many-codes': { status: 429, title: 'Too many codes were asked for today' },
  'too-many-acts': { status: 429, title: 'The caller has done this too often today' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Foyer failed' },
  'directory-refused': { status: 502, title: 'The directory does not let Foyer do this' },
  'directory-failed': { status: 502, title: 'The directory did not answer as it does' },
  'directory-busy': { status: 503, title: 'The directory is too busy' },
  'store-unavailable': { status: 503, title: 'What Foyer remembers cannot be reached' },
  'keys-unavailable': { status: 503, title: 'The signing keys cannot be read' },
  'directory-timeout': { status: 504, title: 'The directory did not answer in time' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** How a directory that is asked live can fail. */
export const directoryProblems = [
  'directory-refused',
  'directory-failed',
  'directory-busy',
  'directory-timeout',
] as const satisfies readonly ProblemCode[]

/** Why Foyer touches an account for nobody. */
export const untouchableProblems = [
  'departure-not-a-guest',
  'departure-synced',
  'departure-role-held',
  'departure-roles-unreadable',
  'departure-protected',
] as const satisfies readonly ProblemCode[]

/** What can go wrong wherever an operator reads or decides. */
export const operatorProblems = [
  'not-an-operator',
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
] as const satisfies readonly ProblemCode[]

const problemCodes = Object.keys(problems) as ProblemCode[]

/** The code with which an attempt to leave a group is refused for this reason. */
export function problemOfRefusal(refusal: LeaveRefusal) {
  return `group-${refusal}` as const satisfies ProblemCode
}

/** The code with which an attempt to leave the organization is refused for this reason. */
export function problemOfDepartureRefusal(refusal: DepartureRefusal) {
  return `departure-${refusal}` as const satisfies ProblemCode
}

/** RFC 9457, with our code, the request's id and, where waiting helps, for how long. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.Enum(problemCodes),
    detail: Type.Optional(Type.String()),
    requestId: Type.String(),
    /** With `sign-in-too-old`: what the repeated request carries, to show that the sign-in is newer. */
    challenge: Type.Optional(Type.String()),
    /** With `sign-in-too-old`: the authentication context that the sign-in has to meet, where one is. */
    context: Type.Optional(Type.String()),
    retryAfterSeconds: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
)
export type Problem = Static<typeof Problem>
