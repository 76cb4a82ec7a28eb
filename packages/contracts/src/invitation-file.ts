import { type Static, Type } from 'typebox'
import { BulkItemState, BulkState } from './bulk-extension.ts'
import { Instant } from './ids.ts'
import { FileText, largestFileBody } from './invitation-file-check.ts'
import { operation } from './operation.ts'
import { operatorProblems } from './problem.ts'

const closed = { additionalProperties: false }
const count = Type.Integer({ minimum: 0 })

/** So many rows of all files of an organization in a day. */
export const fileRowsADay = 5_000

export const InvitationFileItem = Type.Object(
  {
    line: Type.Integer({ minimum: 1 }),
    state: BulkItemState,
    /** Of one that was left out the reason of the check, of one that failed one of our codes. */
    because: Type.Optional(Type.String()),
    /** Absent once the words are erased. */
    mail: Type.Optional(Type.String()),
    name: Type.Optional(Type.String()),
    /** Of one that is done. */
    invitationId: Type.Optional(Type.String({ format: 'uuid' })),
  },
  closed,
)
export type InvitationFileItem = Static<typeof InvitationFileItem>

const progress = {
  fileId: Type.String({ format: 'uuid' }),
  askedAt: Instant,
  /** Whether the caller has sent it. */
  isMine: Type.Boolean(),
  state: BulkState,
  total: count,
  done: count,
  failed: count,
  leftOut: count,
  waiting: count,
  stopped: count,
}

export const InvitationFileSummary = Type.Object(progress, closed)
export type InvitationFileSummary = Static<typeof InvitationFileSummary>

/** How it goes with those who are invited by a file. */
export const InvitationFile = Type.Object(
  {
    ...progress,
    /** One of our codes: why those who wait have to, where it is more than their turn. */
    waitsBecause: Type.Optional(Type.String()),
    /** Those that failed or were left out first; of many only the first. */
    items: Type.Array(InvitationFileItem),
  },
  closed,
)
export type InvitationFile = Static<typeof InvitationFile>

const params = Type.Object({ fileId: Type.String({ format: 'uuid' }) }, closed)

export const listInvitationFiles = operation({
  id: 'listInvitationFiles',
  method: 'GET',
  path: '/v1/invitations/files',
  caller: 'person',
  summary: 'The files by which operators of the organization invited lately, the newest first',
  success: {
    status: 200,
    reply: Type.Object({ files: Type.Array(InvitationFileSummary) }, closed),
  },
  problems: operatorProblems,
})

/** Rows that fail by the check are left out, and kept with their reason. */
export const inviteByFile = operation({
  id: 'inviteByFile',
  method: 'POST',
  path: '/v1/invitations/files',
  caller: 'person',
  summary: 'Invite everybody of a checked file, each as if alone; operators only',
  body: Type.Object({ text: FileText, digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, closed),
  largestBody: largestFileBody,
  isKeyed: true,
  success: { status: 202, reply: Type.Object({ fileId: Type.String() }, closed) },
  problems: [
    ...operatorProblems,
    'inviting-not-allowed',
    'invitation-file-not-readable',
    'invitation-file-differs',
    'too-many-file-rows',
    'too-many-acts',
  ],
})

export const getInvitationFile = operation({
  id: 'getInvitationFile',
  method: 'GET',
  path: '/v1/invitations/files/{fileId}',
  caller: 'person',
  summary: 'How it goes with those who are invited by a file',
  params,
  success: { status: 200, reply: InvitationFile },
  problems: [...operatorProblems, 'invitation-file-not-found'],
})

/** What is sent stays, and can be withdrawn one by one. One that was stopped already is stopped. */
export const stopInvitationFile = operation({
  id: 'stopInvitationFile',
  method: 'DELETE',
  path: '/v1/invitations/files/{fileId}',
  caller: 'person',
  summary: 'Invite none of those of a file who still wait',
  params,
  success: { status: 204 },
  problems: [...operatorProblems, 'invitation-file-not-found', 'too-many-acts'],
})

export const listInvitationFileItems = operation({
  id: 'listInvitationFileItems',
  method: 'GET',
  path: '/v1/invitations/files/{fileId}/result',
  caller: 'person',
  summary: 'What became of each row of a file of invitations, in the order of the file',
  params,
  query: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 128 })) }, closed),
  success: {
    status: 200,
    reply: Type.Object(
      {
        items: Type.Array(InvitationFileItem),
        /** Leads to the items after these; absent where there are none. */
        cursor: Type.Optional(Type.String()),
      },
      closed,
    ),
  },
  problems: [...operatorProblems, 'invitation-file-not-found'],
})
