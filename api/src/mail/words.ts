import type { Selectable, Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findGuestKey } from '../words/guest-key.ts'
import { unsealWords } from '../words/seal.ts'

/** To whom a mail is, and what its template names. */
export interface MailWords {
  readonly to: string
  readonly [word: string]: unknown
}

/** The words of a mail; undefined where they were erased with the guest whom they are about. */
export async function readMailWords(
  transaction: Transaction<Tables>,
  { guestId, words }: Pick<Selectable<Tables['mail']>, 'guestId' | 'words'>,
): Promise<MailWords | undefined> {
  if (guestId === null) return JSON.parse(Buffer.from(words).toString('utf8')) as MailWords
  const key = await findGuestKey(transaction, guestId)
  return key && (unsealWords(key, words) as MailWords)
}
