import type { Act, ActorKind, Outcome } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import { type EndingRow, readEndingWords } from './ending.ts'

/** One entry about an ending, by whoever did it. */
export interface EndingEntry {
  readonly act: Extract<
    Act,
    'end-access' | 'stop-ending' | 'answer-ending' | 'block' | 'unblock' | 'remove'
  >
  readonly outcome: Outcome
  readonly because?: string
  readonly actor: { readonly kind: ActorKind; readonly id?: string }
  readonly requestId?: string
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
  readonly directoryRequestIds?: readonly string[]
  /** By the Clock. */
  readonly at: Date
  /** Why somebody went beyond what is usual, or what they answered. */
  readonly reason?: string | undefined
  /** Of whoever acted, where it was not who asked for it. */
  readonly actorName?: string
}

export async function writeDownEnding(
  transaction: Transaction<Tables>,
  row: EndingRow,
  { reason, actorName, ...entry }: EndingEntry,
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
      actor: actorName ?? words.askedBy,
      ...(reason === undefined ? {} : { reason }),
    },
  })
}
