import { type Static, Type } from 'typebox'
import { Instant } from './ids.ts'
import { operation } from './operation.ts'
import { directoryProblems } from './problem.ts'

/** What the journal tells of. A new act goes here first, and then into the words of the web. */
export const Act = Type.Enum([
  'leave-organization',
  'leave-group',
  'undo-leaving',
  'ask-to-return',
  'refuse-return',
  'bring-back',
  'place-hold',
  'lift-hold',
  'ask-for-exit',
  'confirm-exit',
  'stop-exit',
  'grant-exit',
  'refuse-exit',
  'see-owner',
  'waive-owner',
  'miss-group',
  'erase',
  'change-policy',
  'extend',
  'attest',
  'doubt',
  'withdraw-doubt',
  'answer-doubt',
  'ask-to-stay',
  'except',
  'end-exception',
  'declare-end-owner',
  'end-access',
  'stop-ending',
  'answer-ending',
  'ask-for-reset',
  'confirm-reset',
  'agree-to-reset',
  'stop-reset',
  'lapse-reset',
  'reset',
  'block',
  'unblock',
  'remove',
  'withdraw-stay',
  'refuse-stay',
  'open-succession',
  'withdraw-succession',
  'accept-succession',
  'decline-succession',
  'change-sponsor',
  'invite',
  'resend-invitation',
  'withdraw-invitation',
  'accept-invitation',
  'decline-invitation',
  'take-back-decline',
  'disown-invitation',
  'expire-invitation',
  'redeem-invitation',
  'confirm-redeemer',
  'delegate-inviting',
  'end-delegation',
  'keep-template',
  'remove-template',
  'invite-by-file',
  'stop-invitation-file',
  'begin-move',
  'redeem-move',
  'lapse-move',
  'stop-move',
  'answer-move',
  'carry-group',
  'take-back-group',
  'end-move',
])
export type Act = Static<typeof Act>

export const Outcome = Type.Enum(['asked', 'done', 'refused', 'failed'])
export type Outcome = Static<typeof Outcome>

export const ActorKind = Type.Enum(['guest', 'sponsor', 'operator', 'foyer'])
export type ActorKind = Static<typeof ActorKind>

/** What Foyer did about somebody, as they may read it. */
export const JournalEntry = Type.Object(
  {
    /** Its place in the organization's journal. */
    position: Type.Integer(),
    at: Instant,
    act: Act,
    outcome: Outcome,
    /** One of our codes, where it was not done. */
    because: Type.Optional(Type.String()),
    actor: Type.Object(
      {
        kind: ActorKind,
        /** Absent where it is not known any more. */
        name: Type.Optional(Type.String()),
      },
      { additionalProperties: false },
    ),
    /** The name of the group at that time; absent where there is none, or it was erased. */
    group: Type.Optional(Type.String()),
    /** Names were in it, and their key was destroyed. */
    isErased: Type.Boolean(),
    /** With what a help desk finds the request. */
    requestId: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type JournalEntry = Static<typeof JournalEntry>

export const JournalPage = Type.Object(
  {
    entries: Type.Array(JournalEntry),
    /** Leads to the entries before these; absent where there are none. */
    cursor: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type JournalPage = Static<typeof JournalPage>

export const listMyJournal = operation({
  id: 'listMyJournal',
  method: 'GET',
  path: '/v1/me/journal',
  caller: 'person',
  summary: 'What Foyer did about me in this organization, the newest first',
  query: Type.Object(
    { cursor: Type.Optional(Type.String({ maxLength: 128 })) },
    { additionalProperties: false },
  ),
  success: { status: 200, reply: JournalPage },
  problems: ['no-longer-here', 'blocked-here', 'store-unavailable', ...directoryProblems],
})
