import type { Act, ActorKind, Outcome } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import { readSuccessionWords, type SuccessionRow } from './succession.ts'

/** One entry about who vouches for a guest next, by whoever did it. */
export interface SuccessionEntry {
  readonly act: Extract<
    Act,
    | 'open-succession'
    | 'withdraw-succession'
    | 'accept-succession'
    | 'decline-succession'
    | 'change-sponsor'
  >
  readonly outcome: Outcome
  readonly because?: string
  readonly actor: { readonly kind: ActorKind; readonly id?: string; readonly name?: string }
  readonly requestId?: string
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
  readonly directoryRequestIds?: readonly string[]
  readonly facts?: Readonly<Record<string, unknown>>
  /** By the Clock. */
  readonly at: Date
}

export async function writeDownSuccession(
  transaction: Transaction<Tables>,
  row: SuccessionRow,
  { actor: { name, ...actor }, ...entry }: SuccessionEntry,
): Promise<void> {
  const { organizationId, guestId, successionId } = row
  const words = await readSuccessionWords(transaction, row)
  await appendToJournal(transaction, {
    organizationId,
    guestId,
    subjectId: successionId,
    ...entry,
    actor,
    words: words && {
      guest: words.guest.name,
      organization: words.organization,
      ...(name === undefined ? {} : { actor: name }),
    },
  })
}
