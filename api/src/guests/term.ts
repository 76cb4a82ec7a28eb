import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

/** Why a guest may stay as they may, with names as they were at that time. */
export interface TermWords {
  /** Of the date that was set. */
  readonly date?: { readonly reason: string; readonly by: string } | undefined
  /** Of the exception from the policy's rules. */
  readonly exception?:
    { readonly reason: string; readonly by: string; readonly at: string } | undefined
}

/** Changes some of the words, in the transaction that has locked the row; undefined takes them away. */
export async function changeTermWords(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  guestId: PersonId,
  change: TermWords,
): Promise<void> {
  const words = { ...(await readTermWords(transaction, guestId)), ...change }
  const key = await keepGuestKey(transaction, organizationId, guestId)
  await transaction
    .updateTable('term')
    .set({ words: sealWords(key, words) })
    .where('guestId', '=', guestId)
    .execute()
}

/** Empty where nobody set anything, or the words were erased. */
export async function readTermWords(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<TermWords> {
  const row = await transaction
    .selectFrom('term')
    .select('words')
    .where('guestId', '=', guestId)
    .executeTakeFirst()
  const key = row?.words && (await findGuestKey(transaction, guestId))
  return row?.words && key ? (unsealWords(key, row.words) as TermWords) : {}
}
