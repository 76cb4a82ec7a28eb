import { randomBytes, randomUUID } from 'node:crypto'
import { type Selectable, sql, type Transaction } from 'kysely'
import { hashOfAddress } from '../invitations/invitation.ts'
import type { Tables } from '../store/tables.ts'
import { sealWords } from '../words/seal.ts'
import { addSteps } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import type { ItemWords } from './item.ts'
import { findReasonToLeaveOut, type JudgedRow } from './judge.ts'

/** The kind of the steps that invite one of those whom a file names. */
export const fileRowKind = 'invitation-file-row'

export type FileRecord = Selectable<Tables['invitationFile']>

/** Keeps a file with all of its rows, and has those invited who are not left out. */
export async function keepFile(
  transaction: Transaction<Tables>,
  file: FileRecord,
  rows: readonly JudgedRow[],
): Promise<void> {
  const { organizationId, fileId } = file
  await transaction.insertInto('invitationFile').values(file).execute()
  const items = rows.map((row) => {
    const because = findReasonToLeaveOut(row) ?? null
    const key = randomBytes(32)
    return {
      itemId: randomUUID(),
      line: row.line,
      because,
      hash: because === null ? hexOf(hashOfAddress(organizationId, row.mail)) : null,
      key: hexOf(key),
      words: hexOf(sealWords(key, wordsOf(row))),
    }
  })
  await sql`
    INSERT INTO guest_key (organization_id, guest_id, key)
    SELECT ${organizationId}, item_id, decode(key, 'hex')
    FROM unnest(
      ${items.map(({ itemId }) => itemId)}::uuid[],
      ${items.map(({ key }) => key)}::text[]
    ) AS kept (item_id, key)`.execute(transaction)
  await sql`
    INSERT INTO invitation_item
      (organization_id, item_id, file_id, line, state, because, mail_hash, words)
    SELECT ${organizationId}, item_id, ${fileId}, line,
      CASE WHEN because IS NULL THEN 'waiting' ELSE 'left-out' END, because,
      decode(hash, 'hex'), decode(words, 'hex')
    FROM unnest(
      ${items.map(({ itemId }) => itemId)}::uuid[],
      ${items.map(({ line }) => line)}::integer[],
      ${items.map(({ because }) => because)}::text[],
      ${items.map(({ hash }) => hash)}::text[],
      ${items.map(({ words }) => words)}::text[]
    ) AS named (item_id, line, because, hash, words)`.execute(transaction)
  await addSteps(
    transaction,
    items
      .filter(({ because }) => because === null)
      .map(({ itemId }) => ({
        organizationId,
        kind: fileRowKind,
        subjectId: itemId,
        key: `invitation-item:${itemId}`,
        urgency: urgency.patient,
      })),
  )
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** As it stands there, also where it cannot be sent: whoever has sent the file looks for it. */
function wordsOf(row: JudgedRow): ItemWords {
  const { mail, name, purpose, endsOn, groupIds, language, message, sponsorMail } = row
  return {
    mail: mail.slice(0, longestKept),
    name: name.slice(0, longestKept),
    ...(findReasonToLeaveOut(row)
      ? {}
      : { wanted: { purpose, endsOn, groupIds, language, message, sponsorMail } }),
  }
}

/** In signs: a cell that is no name can be as long as a file. */
const longestKept = 254

export async function findFile(
  transaction: Transaction<Tables>,
  fileId: string,
): Promise<FileRecord | undefined> {
  return transaction
    .selectFrom('invitationFile')
    .selectAll()
    .where('fileId', '=', fileId)
    .executeTakeFirst()
}

/**
 * Invites none of those any more who wait, or who were given up and could be tried again.
 *
 * @returns how many waited.
 */
export async function stopFile(
  transaction: Transaction<Tables>,
  { fileId }: Pick<FileRecord, 'fileId'>,
): Promise<number> {
  // Of two who stop it, one waits here; a worker takes its step before its item, as this does.
  await sql`SELECT FROM invitation_file WHERE file_id = ${fileId} FOR UPDATE`.execute(transaction)
  await sql`
    DELETE FROM step WHERE kind = ${fileRowKind} AND state <> 'done' AND subject_id IN (
      SELECT item_id FROM invitation_item
      WHERE file_id = ${fileId} AND state IN ('waiting', 'failed'))`.execute(transaction)
  const { numUpdatedRows } = await transaction
    .updateTable('invitationItem')
    .set({ state: 'stopped', mailHash: null })
    .where('fileId', '=', fileId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
