import { type Static, Type } from 'typebox'
import { Doubt } from './doubt.ts'
import { Ending } from './ending.ts'
import { Exception } from './exception.ts'
import { ExitRequestState } from './exit-request.ts'
import { Day, GroupId, Instant, OrganizationId, PersonId } from './ids.ts'
import { InvitationState } from './invitation.ts'
import { JournalEntry } from './journal.ts'
import { PersonKind, SignsInWith, Sponsor } from './me.ts'
import { MoveState } from './move.ts'
import { operation } from './operation.ts'
import { Reset } from './reset.ts'
import { OwnerlessState } from './ownerless-group.ts'
import { LeavingState } from './receipt.ts'
import { End } from './standing.ts'
import { StayRequest } from './stay.ts'
import { SuccessionCause, SuccessionState } from './succession.ts'
import { Note, ReturnRequestState } from './way-back.ts'
import { directoryProblems } from './problem.ts'

const closed = { additionalProperties: false }

/** What the organization's own directory says of the caller, asked just now. */
export const DirectoryData = Type.Object(
  {
    personId: PersonId,
    kind: PersonKind,
    name: Type.String(),
    mail: Type.Optional(Type.String()),
    company: Type.Optional(Type.String()),
    signsInWith: SignsInWith,
    since: Type.Optional(Instant),
    sponsors: Type.Array(Sponsor),
    groupCount: Type.Integer(),
    /** Absent where the organization shows its guests no more than how many there are. */
    groups: Type.Optional(
      Type.Array(Type.Object({ groupId: GroupId, name: Type.String() }, closed)),
    ),
  },
  closed,
)
export type DirectoryData = Static<typeof DirectoryData>

/** What Foyer keeps of the same, so that pages open at once: a copy, and how old it is. */
export const RememberedData = Type.Object(
  {
    asOf: Type.Optional(Instant),
    name: Type.String(),
    mail: Type.Optional(Type.String()),
    company: Type.Optional(Type.String()),
    since: Type.Optional(Instant),
    /** Absent where none is known, or the organization does not let Foyer read it. */
    lastSignInAt: Type.Optional(Instant),
    groupCount: Type.Integer(),
    sponsorCount: Type.Integer(),
  },
  closed,
)
export type RememberedData = Static<typeof RememberedData>

/** Who was asked is about those people, and told to nobody else. */
const SuccessionData = Type.Object(
  {
    cause: SuccessionCause,
    state: SuccessionState,
    openedAt: Instant,
    openedBy: Type.Optional(Type.String()),
    note: Type.Optional(Type.String()),
    askedPeople: Type.Integer(),
    endedAt: Type.Optional(Instant),
  },
  closed,
)

/** A move to another address, or from one. */
const MoveData = Type.Object(
  {
    state: MoveState,
    /** Whether the caller's account is the new one. */
    isNew: Type.Boolean(),
    askedAt: Instant,
    askedBy: Type.String(),
    /** The new address, as `m•••@gmail.example`. */
    maskedMail: Type.String(),
    redeemedAt: Type.Optional(Instant),
    blocksAt: Type.Optional(Instant),
    endedAt: Type.Optional(Instant),
    /** The names of the groups that followed. */
    groups: Type.Array(Type.String()),
  },
  closed,
)

/** Until when the caller has access, and what only Foyer knows of it. */
export const AccessData = Type.Object(
  {
    /** The one true end; absent where there is none. */
    end: Type.Optional(End),
    /** The day that somebody set, when, and why. */
    endDate: Type.Optional(Day),
    endSetAt: Type.Optional(Instant),
    endSetBy: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    confirmedAt: Type.Optional(Instant),
    /** The last visit to Foyer, to the day, and the language that it was read in. */
    visitedAt: Type.Optional(Instant),
    language: Type.Optional(Type.String()),
    exception: Type.Optional(Exception),
    /** The newest first. */
    requests: Type.Array(StayRequest),
    /** Whether they still need it, as they were asked and answered; the newest first. */
    doubts: Type.Array(Doubt),
    /** What others decided of its end, the newest first. */
    endings: Type.Array(Ending),
    /** How often their sign-in was to be set back, the newest first. */
    resets: Type.Array(Reset),
    /** How it was asked who vouches for them next, and how many people were. */
    successions: Type.Array(SuccessionData),
    /** How they moved to another address or came from one, the newest first. */
    moves: Type.Array(MoveData),
  },
  closed,
)
export type AccessData = Static<typeof AccessData>

/** One leaving, and how it was taken back where it was. */
export const LeavingData = Type.Object(
  {
    number: Type.String(),
    group: Type.Optional(Type.String()),
    state: LeavingState,
    because: Type.Optional(Type.String()),
    askedAt: Instant,
    signedInAt: Type.Optional(Instant),
    leftAt: Type.Optional(Instant),
    /** How many groups Foyer wrote down, by ids, just before. */
    heldGroups: Type.Optional(Type.Integer()),
    undoneAt: Type.Optional(Instant),
    /** What was asked and answered about coming back. */
    request: Type.Optional(
      Type.Object(
        {
          state: ReturnRequestState,
          askedAt: Instant,
          reason: Type.Optional(Note),
          answeredAt: Type.Optional(Instant),
          note: Type.Optional(Note),
        },
        closed,
      ),
    ),
    /** Whom one proposed as the owners of groups. */
    proposedOwners: Type.Optional(
      Type.Array(Type.Object({ group: Type.String(), person: Type.String() }, closed)),
    ),
    /** The groups that lost their last owner by it, and what became of each. */
    ownerless: Type.Optional(
      Type.Array(
        Type.Object(
          {
            groupId: GroupId,
            group: Type.Optional(Type.String()),
            state: OwnerlessState,
            closedAt: Type.Optional(Instant),
            reason: Type.Optional(Note),
          },
          closed,
        ),
      ),
    ),
    /** Somebody's word that one is not brought back. */
    hold: Type.Optional(Type.Object({ placedAt: Instant, reason: Type.String() }, closed)),
  },
  closed,
)
export type LeavingData = Static<typeof LeavingData>

/** A request to have access ended, that was filed with a code from one's address. */
export const ExitRequestData = Type.Object(
  {
    state: ExitRequestState,
    askedAt: Instant,
    dueAt: Instant,
    /** At which Foyer has told of it. */
    addresses: Type.Array(Type.String()),
    lastSignInAt: Type.Optional(Instant),
    reason: Type.Optional(Note),
    answeredAt: Type.Optional(Instant),
    note: Type.Optional(Note),
    endedAt: Type.Optional(Instant),
  },
  closed,
)
export type ExitRequestData = Static<typeof ExitRequestData>

/** The invitation by which somebody became a guest, as long as Foyer keeps it. */
export const InvitationData = Type.Object(
  {
    state: InvitationState,
    invitedAt: Instant,
    invitedBy: Type.String(),
    /** The address and the name that were invited. */
    mail: Type.String(),
    name: Type.String(),
    purpose: Type.String(),
    message: Type.Optional(Type.String()),
    endsOn: Day,
    language: Type.String(),
    openedAt: Type.Optional(Instant),
    acceptedAt: Type.Optional(Instant),
    redeemedAt: Type.Optional(Instant),
    /** The groups that it names. */
    groups: Type.Array(Type.String()),
  },
  closed,
)
export type InvitationData = Static<typeof InvitationData>

export const MailData = Type.Object(
  {
    /** Which mail it is, by Foyer's name for it. */
    template: Type.String(),
    to: Type.String(),
    language: Type.String(),
    madeAt: Instant,
    sentAt: Type.Optional(Instant),
  },
  closed,
)
export type MailData = Static<typeof MailData>

/** Everything that is held on the caller here. */
export const MyData = Type.Object(
  {
    readAt: Instant,
    organization: Type.Object(
      { organizationId: OrganizationId, slug: Type.String(), name: Type.String() },
      closed,
    ),
    directory: DirectoryData,
    /** Absent where Foyer remembers nothing of them: it keeps guests only. */
    remembered: Type.Optional(RememberedData),
    /** Absent where Foyer knows of no end, and nobody has decided anything. */
    access: Type.Optional(AccessData),
    leavings: Type.Array(LeavingData),
    exitRequests: Type.Array(ExitRequestData),
    invitations: Type.Array(InvitationData),
    mails: Type.Array(MailData),
    /** The newest first. */
    journal: Type.Array(JournalEntry),
  },
  closed,
)
export type MyData = Static<typeof MyData>

export const getMyData = operation({
  id: 'getMyData',
  method: 'GET',
  path: '/v1/me/data',
  caller: 'person',
  summary: 'Everything that Foyer and the directory of this organization hold on me',
  success: { status: 200, reply: MyData },
  problems: ['no-longer-here', 'blocked-here', 'store-unavailable', ...directoryProblems],
})
