import { type Static, Type } from 'typebox'
import { Token } from './exit-code.ts'
import { GroupId, Instant, PersonId } from './ids.ts'
import { departureRefusals } from './departure-refusal.ts'
import { GroupKind } from './me.ts'
import { operation } from './operation.ts'
import { LeavingAccepted } from './receipt.ts'
import { unseenThings } from './unseen.ts'
import { directoryProblems, untouchableProblems } from './problem.ts'

/** A group that leaving would take from somebody. */
export const LostGroup = Type.Object(
  { name: Type.String(), kind: GroupKind },
  { additionalProperties: false },
)
export type LostGroup = Static<typeof LostGroup>

/** So many owners are proposed at most. */
export const mostProposedOwners = 20

/** A group that has no owner any more once the caller is gone. */
export const GroupOwnedAlone = Type.Object(
  {
    groupId: GroupId,
    name: Type.String(),
    kind: GroupKind,
    /**
     * People of the organization itself who are in it, one of whom the caller can propose; absent where
     * they could not be read, or nobody is asked.
     */
    candidates: Type.Optional(
      Type.Array(
        Type.Object({ personId: PersonId, name: Type.String() }, { additionalProperties: false }),
        { maxItems: 100 },
      ),
    ),
  },
  { additionalProperties: false },
)
export type GroupOwnedAlone = Static<typeof GroupOwnedAlone>

/** Whom a guest who leaves proposes as the owner of a group. Somebody else decides. */
export const ProposedOwner = Type.Object(
  { groupId: GroupId, personId: PersonId },
  { additionalProperties: false },
)
export type ProposedOwner = Static<typeof ProposedOwner>

/** What leaving an organization would end, and whether Foyer may do it. */
export const DeparturePreview = Type.Object(
  {
    mayLeave: Type.Boolean(),
    mayNotBecause: Type.Optional(Type.Enum([...departureRefusals])),
    /** Microsoft's own page for leaving this organization, where Foyer does not act. */
    microsoftLeaveUrl: Type.String(),
    groupCount: Type.Integer(),
    /** Absent where the organization does not let guests see their groups. */
    groups: Type.Optional(Type.Array(LostGroup)),
    /** Absent with the groups. */
    ownedAlone: Type.Optional(Type.Array(GroupOwnedAlone)),
    /** The names of the apps that are assigned; absent where they cannot be seen. */
    apps: Type.Optional(Type.Array(Type.String())),
    /** What leaving may end and Foyer cannot see here. */
    unseen: Type.Array(Type.Enum([...unseenThings])),
    /** The home tenant synchronizes people into this organization, so the guest may return. */
    mayReturnBySync: Type.Boolean(),
    /** Until when an administrator can restore the account, unless one deletes it earlier. */
    restorableUntil: Instant,
    /** For how many hours whoever leaves can take it back themselves; absent where they cannot. */
    undoHours: Type.Optional(Type.Integer({ minimum: 1 })),
    /** When the directory has erased it at the latest. */
    erasedBy: Instant,
  },
  { additionalProperties: false },
)
export type DeparturePreview = Static<typeof DeparturePreview>

export const previewDeparture = operation({
  id: 'previewDeparture',
  method: 'GET',
  path: '/v1/me/departure-preview',
  caller: 'person',
  summary: 'What leaving this organization would end for me, and whether Foyer may do it',
  success: { status: 200, reply: DeparturePreview },
  problems: ['no-longer-here', 'blocked-here', ...directoryProblems],
})

/**
 * Leaves the organization: accepted after a fresh sign-in, and done by one soft delete. Without
 * `challenge`, or where the sign-in is not newer than it, the answer is `sign-in-too-old` with a new
 * challenge (RFC 9470). Where the token does not tell when its person signed in, the answer is
 * `sign-in-time-unknown`; then a code by mail confirms it, and it waits for a day before it is done.
 */
export const leaveOrganization = operation({
  id: 'leaveOrganization',
  method: 'POST',
  path: '/v1/me/departure',
  caller: 'person',
  isKeyed: true,
  summary: 'Leave this organization, after a fresh sign-in and with its name typed',
  body: Type.Object(
    {
      /** The organization's name as the person typed it. */
      confirmation: Type.String({ minLength: 1, maxLength: 256 }),
      challenge: Type.Optional(Type.String({ maxLength: 512 })),
      proposedOwners: Type.Optional(
        Type.Array(ProposedOwner, { minItems: 1, maxItems: mostProposedOwners }),
      ),
      /** Counts only where the token does not tell when its person signed in. */
      code: Type.Optional(
        Type.Object(
          { attempt: Token, digits: Type.String({ pattern: '^[0-9]{6}$' }) },
          { additionalProperties: false },
        ),
      ),
    },
    { additionalProperties: false },
  ),
  success: { status: 202, reply: LeavingAccepted },
  problems: [
    'sign-in-too-old',
    'sign-in-time-unknown',
    'code-refused',
    'code-ended',
    'confirmation-differs',
    'owner-not-possible',
    'no-longer-here',
    'blocked-here',
    ...untouchableProblems,
    'departure-not-allowed',
    'departure-setting-unreadable',
    'too-many-acts',
    'store-unavailable',
    ...directoryProblems,
  ],
})

/** Has a code sent to the address of the account, for whoever leaves where no token tells more. */
export const askForDepartureCode = operation({
  id: 'askForDepartureCode',
  method: 'POST',
  path: '/v1/me/departure/code',
  caller: 'person',
  summary: 'Have a code sent to my address, with which I confirm that I leave',
  /** The challenge, where one was met by a sign-in that no token tells of. */
  body: Type.Object(
    { challenge: Type.Optional(Type.String({ maxLength: 512 })) },
    { additionalProperties: false },
  ),
  success: {
    status: 202,
    /** What the browser that asked shows together with the code, and where the code went. */
    reply: Type.Object({ attempt: Token, mail: Type.String() }, { additionalProperties: false }),
  },
  problems: [
    'sign-in-too-old',
    'code-not-possible',
    'too-many-codes',
    'no-longer-here',
    'blocked-here',
    ...untouchableProblems,
    'departure-not-allowed',
    'departure-setting-unreadable',
    'store-unavailable',
    ...directoryProblems,
  ],
})
