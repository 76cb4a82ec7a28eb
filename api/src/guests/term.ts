import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

/** Why a guest may stay until the date that was set for them. */
export interface TermWords {
  readonly reason: string
  /** The name of whoever set it, at that time. */
  readonly setBy: string
}

export async function keepReason(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  guestId: PersonId,
  words: TermWords,
): Promise<void> {
  const key = await keepGuestKey(transaction, organizationId, guestId)
  await transaction
    .updateTable('term')
    .set({ words: sealWords(key, words) })
    .where('guestId', '=', guestId)
    .execute()
}

/** Undefined where nobody set a date, or the words were erased. */
export async function readReason(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<TermWords | undefined> {
  const row = await transaction
    .selectFrom('term')
    .select('words')
    .where('guestId', '=', guestId)
    .executeTakeFirst()
  if (!row?.words) return undefined
  const key = await findGuestKey(transaction, guestId)
  return key && (unsealWords(key, row.words) as TermWords)
}
