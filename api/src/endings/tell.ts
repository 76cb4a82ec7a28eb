import type { Transaction } from 'kysely'
import { languageOfGuest } from '../guests/tell.ts'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import { type EndingRow, readEndingWords } from './ending.ts'

interface Telling {
  /** For whoever has not read Foyer yet. */
  readonly organizationLanguage: string
  /** By the Clock. */
  readonly at: Date
}

/** Tells a guest that they cannot sign in any more, by whose word, why, and until when that can change. */
export async function tellOfBlock(
  transaction: Transaction<Tables>,
  row: EndingRow,
  telling: Telling,
): Promise<void> {
  await tell(transaction, row, telling, 'access-ended')
}

/** Tells a guest that their account is removed. */
export async function tellOfRemoval(
  transaction: Transaction<Tables>,
  row: EndingRow,
  telling: Telling,
): Promise<void> {
  await tell(transaction, row, telling, 'access-removed')
}

async function tell(
  transaction: Transaction<Tables>,
  row: EndingRow,
  { organizationLanguage, at }: Telling,
  template: 'access-ended' | 'access-removed',
): Promise<void> {
  const words = await readEndingWords(transaction, row)
  if (!words?.guest.mail) return
  const { guest, organization, askedBy, reason } = words
  await postMail(transaction, {
    organizationId: row.organizationId,
    guestId: row.guestId,
    at,
    key: `ending:${row.endingId}:${template}`,
    to: words.guest.mail,
    language: await languageOfGuest(transaction, row.guestId, organizationLanguage),
    content: {
      template,
      name: guest.name,
      organization,
      by: askedBy,
      reason,
      removalAt: row.removesAt.toISOString(),
    },
  })
}
