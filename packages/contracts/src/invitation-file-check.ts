import { type Static, Type } from 'typebox'
import { Day } from './ids.ts'
import { InvitationFinding } from './invitation-check.ts'
import { operation } from './operation.ts'
import { operatorProblems } from './problem.ts'

const closed = { additionalProperties: false }

/** So many rows in one file, besides its head. */
export const mostFileRows = 5_000
/** In signs; a file that says more in its rows is cut into two. */
export const longestFile = 2_000_000
/** A sign takes four bytes at most, and what JSON escapes little more than two for one. */
export const largestFileBody = 8 * 1024 * 1024

export const FileText = Type.String({ minLength: 1, maxLength: longestFile })

/** What a file can say of each row. The first four have to be there. */
export const FileColumn = Type.Enum([
  'address',
  'name',
  'purpose',
  'end-date',
  'groups',
  'language',
  'message',
  'sponsor',
])
export type FileColumn = Static<typeof FileColumn>

/**
 * Why nothing of a file can be read.
 * - `not-utf-8`: it was written in another encoding, or is no text;
 * - `empty`: it has no row below its head;
 * - `too-many-rows`: more than {@link mostFileRows};
 * - `quotes-broken`: a quote begins that does not end, or stands within a cell without quotes;
 * - `column-missing`, `column-unknown`, `column-twice`: its head is not one that is understood.
 */
export const FileFault = Type.Object(
  {
    because: Type.Enum([
      'not-utf-8',
      'empty',
      'too-many-rows',
      'quotes-broken',
      'column-missing',
      'column-unknown',
      'column-twice',
    ]),
    /** Where it is, counted from 1. */
    line: Type.Optional(Type.Integer({ minimum: 1 })),
    /** The column that is missing, or the head of the one that is not understood. */
    column: Type.Optional(Type.String({ maxLength: 120 })),
  },
  closed,
)
export type FileFault = Static<typeof FileFault>

/** What can keep one row from being an invitation. */
export const FileRowReason = Type.Enum([
  /** The row has more cells than the head. */
  'too-many-cells',
  /** A cell that has to say something is empty. */
  'missing',
  'too-long',
  'words-not-plain',
  'address-not-possible',
  'own-domain',
  /** By the organization's lists of domains from which guests come, or do not. */
  'domain-lists',
  /** As far as Foyer remembers the guests of the directory. */
  'known-already',
  'removed-guest',
  'invited-already',
  /** A row above has the same address. */
  'twice-in-file',
  /** Neither `2027-03-31` nor `31.03.2027`, or no day of the calendar. */
  'end-not-readable',
  'end-in-the-past',
  'end-over-the-cap',
  'group-unknown',
  /** More than one group has this name: its id says which. */
  'group-ambiguous',
  /** A rule, a server or a role decides who is in the group. */
  'group-not-invitable',
  'too-many-groups',
  'language-unknown',
  'sponsor-not-possible',
])
export type FileRowReason = Static<typeof FileRowReason>

/** Nothing that was not checked counts as fine. */
export const FileRowFinding = Type.Object(
  {
    reason: FileRowReason,
    verdict: Type.Enum(['will-fail', 'may-fail', 'not-checked']),
    /** Of what was not checked: what it needs. `asked-when-sent`: each row asks it when it is its turn. */
    needs: Type.Optional(Type.String()),
    column: Type.Optional(FileColumn),
  },
  closed,
)
export type FileRowFinding = Static<typeof FileRowFinding>

export const CheckedRow = Type.Object(
  {
    /** Where the row begins in the file, counted from 1. */
    line: Type.Integer({ minimum: 1 }),
    mail: Type.String(),
    name: Type.String(),
    /** Absent where it cannot be read. */
    endsOn: Type.Optional(Day),
    /** Those that fail first; of its own, besides those of the file. */
    findings: Type.Array(FileRowFinding),
  },
  closed,
)
export type CheckedRow = Static<typeof CheckedRow>

const count = Type.Integer({ minimum: 0 })

/** What each row of a file would do. Nothing was sent. */
export const InvitationFileCheck = Type.Object(
  {
    /** Of the file and of everything that would be sent by it: it is sent with this, and as this only. */
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** Present where nothing can be read: then there are no rows. */
    fault: Type.Optional(FileFault),
    /** What holds for every row; those that fail first. */
    findings: Type.Array(InvitationFinding),
    total: count,
    /** Rows with nothing against them that anybody could check. */
    fine: count,
    willFail: count,
    mayFail: count,
    notChecked: count,
    /** In the order of the file. */
    rows: Type.Array(CheckedRow),
    /** How many rows the organization may still send today. */
    leftToday: count,
    /** How many rows are sent in a day at most, so that mails are left for what people wait for. */
    mailsADay: count,
  },
  closed,
)
export type InvitationFileCheck = Static<typeof InvitationFileCheck>

export const checkInvitationFile = operation({
  id: 'checkInvitationFile',
  method: 'POST',
  path: '/v1/invitations/files/check',
  caller: 'person',
  summary:
    'What each row of a file of invitations would do, and why not, before anything is sent; operators only',
  body: Type.Object({ text: FileText }, closed),
  largestBody: largestFileBody,
  success: { status: 200, reply: InvitationFileCheck },
  problems: [...operatorProblems, 'too-many-acts'],
})
