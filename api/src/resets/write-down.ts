import type { Act, ActorKind, Outcome } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import { isSameAddress, readResetWords, type ResetRow } from './reset.ts'

/** One entry about a reset, by whoever did it. */
export interface ResetEntry {
  readonly act: Extract<
    Act,
    'ask-for-reset' | 'confirm-reset' | 'agree-to-reset' | 'stop-reset' | 'lapse-reset' | 'reset'
  >
  readonly outcome: Outcome
  readonly because?: string
  readonly actor: { readonly kind: ActorKind; readonly id?: string; readonly name?: string }
  readonly requestId?: string
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
  readonly directoryRequestIds?: readonly string[]
  /** By the Clock. */
  readonly at: Date
}

/** Every entry names both operators, as far as there are two. */
export async function writeDownReset(
  transaction: Transaction<Tables>,
  row: ResetRow,
  { actor: { name, ...actor }, ...entry }: ResetEntry,
): Promise<void> {
  const { organizationId, guestId, resetId, askedBy, agreedBy } = row
  const words = await readResetWords(transaction, row)
  await appendToJournal(transaction, {
    organizationId,
    guestId,
    subjectId: resetId,
    ...entry,
    actor,
    facts: {
      askedBy,
      ...(agreedBy ? { agreedBy } : {}),
      ...(words ? { address: isSameAddress(words) ? 'same' : 'another' } : {}),
    },
    words: words && {
      guest: words.guest,
      organization: words.organization,
      ...(name === undefined ? {} : { actor: name }),
      ...(entry.act === 'ask-for-reset' ? { reason: words.reason } : {}),
    },
  })
}
