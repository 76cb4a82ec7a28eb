import type { Act, ActorKind, Outcome } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import { type EndingRow, readEndingWords } from './ending.ts'

/** One entry about an ending, by whoever did it. */
export interface EndingEntry {
  readonly act: Extract<Act, 'end-access' | 'stop-ending' | 'block' | 'unblock' | 'remove'>
  readonly outcome: Outcome
  readonly because?: string
  readonly actor: { readonly kind: ActorKind; readonly id?: string }
  readonly requestId?: string
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
  readonly directoryRequestIds?: readonly string[]
  /** By the Clock. */
  readonly at: Date
}

export async function writeDownEnding(
  transaction: Transaction<Tables>,
  row: EndingRow,
  entry: EndingEntry,
): Promise<void> {
  const { organizationId, guestId, endingId } = row
  const words = await readEndingWords(transaction, row)
  await appendToJournal(transaction, {
    organizationId,
    guestId,
    subjectId: endingId,
    ...entry,
    words: words && {
      guest: words.guest.name,
      organization: words.organization,
      actor: words.askedBy,
    },
  })
}
