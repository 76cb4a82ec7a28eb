import type { BulkItemState } from '@foyer/contracts/bulk-extension'
import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { InvitationLanguage, NewInvitation } from '@foyer/contracts/invitation'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findGuestKey } from '../words/guest-key.ts'
import { unsealWords } from '../words/seal.ts'
import type { FileRecord } from './file.ts'

/** What a row says, sealed with the key that its invitation will have. */
export interface ItemWords {
  readonly mail: string
  readonly name: string
  /** Absent where the row was left out. */
  readonly wanted?: {
    readonly purpose: string
    readonly endsOn?: string | undefined
    readonly groupIds: readonly GroupId[]
    readonly language: InvitationLanguage
    readonly message?: string | undefined
    readonly sponsorMail?: string | undefined
  }
}

/** One row of a file, and by whose word. */
export interface HeldRow {
  readonly itemId: string
  readonly wanted: NewInvitation
  readonly file: FileRecord
}

/**
 * What a step is about; one that was given up and is tried again waits again.
 *
 * @returns undefined where nothing is to be done any more.
 */
export async function takeUpItem(
  transaction: Transaction<Tables>,
  itemId: string,
): Promise<HeldRow | undefined> {
  const item = await transaction
    .updateTable('invitationItem')
    .set({ state: 'waiting', because: null })
    .where('itemId', '=', itemId)
    .where('state', 'in', ['waiting', 'failed'])
    .returning(['fileId', 'words'])
    .executeTakeFirst()
  const key = item?.words && (await findGuestKey(transaction, itemId as PersonId))
  if (!key || !item.words) return undefined
  const wanted = wantedOf(unsealWords(key, item.words) as ItemWords)
  if (!wanted) return undefined
  const file = await transaction
    .selectFrom('invitationFile')
    .selectAll()
    .where('fileId', '=', item.fileId)
    .executeTakeFirstOrThrow()
  return { itemId, wanted, file }
}

function wantedOf({ mail, name, wanted }: ItemWords): NewInvitation | undefined {
  if (wanted?.endsOn === undefined) return undefined
  const { purpose, endsOn, groupIds, language, message, sponsorMail } = wanted
  return {
    mail,
    name,
    purpose,
    endsOn,
    groupIds: [...groupIds],
    language,
    ...(message === undefined ? {} : { message }),
    ...(sponsorMail === undefined ? {} : { sponsorMail }),
  }
}

/**
 * Ends a row that waits. What it said is not kept twice: an invitation has the words of its own.
 *
 * @returns whether it was this that ended it.
 */
export async function endItem(
  transaction: Transaction<Tables>,
  itemId: string,
  end: { readonly state: BulkItemState; readonly because?: string },
): Promise<boolean> {
  const isKept = end.state !== 'done'
  const { numUpdatedRows } = await transaction
    .updateTable('invitationItem')
    .set({ ...end, mailHash: null, ...(isKept ? {} : { words: null }) })
    .where('itemId', '=', itemId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lets go of files, and of the keys of those of their rows that are no invitation. */
export async function forgetFiles(
  transaction: Transaction<Tables>,
  askedBefore: Date,
): Promise<void> {
  await sql`
    WITH ended AS (
      SELECT file_id FROM invitation_file file WHERE asked_at < ${askedBefore} AND NOT EXISTS (
        SELECT FROM invitation_item item
        WHERE item.organization_id = file.organization_id AND item.file_id = file.file_id
          AND state = 'waiting')
    ), forgotten AS (
      DELETE FROM guest_key WHERE guest_id IN (
        SELECT item_id FROM invitation_item JOIN ended USING (file_id) WHERE state <> 'done')
    )
    DELETE FROM invitation_file WHERE file_id IN (SELECT file_id FROM ended)`.execute(transaction)
}
