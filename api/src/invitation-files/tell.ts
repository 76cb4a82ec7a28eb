import type { BulkItemState } from '@foyer/contracts/bulk-extension'
import type {
  InvitationFile,
  InvitationFileItem,
  InvitationFileSummary,
} from '@foyer/contracts/invitation-file'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { unsealWords } from '../words/seal.ts'
import { waitsForItsTime } from '../work/step.ts'
import type { FileRecord } from './file.ts'

/** So many rows are told with how it goes; all of them are in the result. */
const mostTold = 200
/** So many files are listed. */
const mostListed = 20

interface Counts {
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly leftOut: number
  readonly waiting: number
  readonly stopped: number
}

/** The newest files, and how each goes. */
export async function listFiles(
  transaction: Transaction<Tables>,
  reader: { readonly personId: string },
): Promise<InvitationFileSummary[]> {
  const files = await transaction
    .selectFrom('invitationFile')
    .selectAll()
    .orderBy('askedAt', 'desc')
    .orderBy('fileId')
    .limit(mostListed)
    .execute()
  const summaries = []
  for (const file of files) summaries.push(await summarize(transaction, file, reader))
  return summaries
}

/** How it goes, and of whom somebody should know first. */
export async function tellFile(
  transaction: Transaction<Tables>,
  file: FileRecord,
  reader: { readonly personId: string },
): Promise<InvitationFile> {
  const summary = await summarize(transaction, file, reader)
  const because = summary.waiting > 0 ? await findWhatItWaitsFor(transaction, file) : undefined
  const first = sql`array_position(ARRAY['failed', 'left-out', 'stopped', 'waiting', 'done'], item.state)`
  const rows = await readItems(transaction, file, { order: first, most: mostTold })
  return {
    ...summary,
    ...(because === undefined ? {} : { waitsBecause: because }),
    items: rows.map(itemOf),
  }
}

/**
 * What became of each row, in the order of the file, in pages.
 *
 * @param after the line where the page before ended.
 * @returns undefined as `next` where it was the last.
 */
export async function tellItems(
  transaction: Transaction<Tables>,
  file: FileRecord,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<{ readonly items: InvitationFileItem[]; readonly next: number | undefined }> {
  const rows = await readItems(transaction, file, { order: sql`line`, after, most: most + 1 })
  const page = rows.slice(0, most)
  return {
    items: page.map(itemOf),
    next: rows.length > most ? page.at(-1)?.line : undefined,
  }
}

async function summarize(
  transaction: Transaction<Tables>,
  file: FileRecord,
  { personId }: { readonly personId: string },
): Promise<InvitationFileSummary> {
  const counts = await countItems(transaction, file)
  const { fileId, askedAt, askedBy } = file
  return {
    fileId,
    askedAt: askedAt.toISOString(),
    isMine: askedBy === personId,
    state: counts.waiting > 0 ? 'under-way' : counts.stopped > 0 ? 'stopped' : 'done',
    ...counts,
  }
}

async function countItems(
  transaction: Transaction<Tables>,
  { fileId }: FileRecord,
): Promise<Counts> {
  const of = (state: BulkItemState) => sql`count(*) FILTER (WHERE state = ${sql.lit(state)})::int`
  const { rows } = await sql<Counts>`
    SELECT count(*)::int AS total, ${of('done')} AS done, ${of('failed')} AS failed,
      ${of('left-out')} AS left_out, ${of('waiting')} AS waiting, ${of('stopped')} AS stopped
    FROM invitation_item WHERE file_id = ${fileId}`.execute(transaction)
  const [counts] = rows
  if (!counts) throw new Error('nothing was counted')
  return counts
}

/** The trouble, or the budget, that put off most of those who wait. */
async function findWhatItWaitsFor(
  transaction: Transaction<Tables>,
  { fileId }: FileRecord,
): Promise<string | undefined> {
  const { rows } = await sql<{ because: string }>`
    SELECT step.because FROM step JOIN invitation_item ON item_id = subject_id
    WHERE file_id = ${fileId} AND invitation_item.state = 'waiting' AND step.because IS NOT NULL
      AND step.state = 'waiting' AND step.due_at > clock_timestamp()
      AND step.because <> ${waitsForItsTime}
    GROUP BY step.because ORDER BY count(*) DESC LIMIT 1`.execute(transaction)
  return rows[0]?.because
}

interface Row {
  readonly itemId: string
  readonly line: number
  readonly state: BulkItemState
  readonly because: string | null
  readonly words: Uint8Array | null
  readonly key: Uint8Array | null
}

/** A row and its invitation are sealed with one key; of one that is sent, the invitation has the words. */
async function readItems(
  transaction: Transaction<Tables>,
  { fileId }: FileRecord,
  {
    order,
    after = 0,
    most,
  }: { readonly order: RawBuilder<unknown>; readonly after?: number; readonly most: number },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT item.item_id, item.line, item.state, item.because, guest_key.key,
      coalesce(item.words, invitation.words) AS words
    FROM invitation_item item
      LEFT JOIN invitation ON invitation.invitation_id = item.item_id
      LEFT JOIN guest_key ON guest_key.guest_id = item.item_id
    WHERE file_id = ${fileId} AND line > ${after}
    ORDER BY ${order}, line LIMIT ${most}`.execute(transaction)
  return rows
}

function itemOf({ itemId, line, state, because, words, key }: Row): InvitationFileItem {
  const told =
    words && key ? (unsealWords(key, words) as { mail: string; name: string }) : undefined
  return {
    line,
    state,
    ...(because === null ? {} : { because }),
    ...(told ? { mail: told.mail, name: told.name } : {}),
    ...(state === 'done' ? { invitationId: itemId } : {}),
  }
}
