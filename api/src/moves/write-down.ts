import type { PersonId } from '@foyer/contracts/ids'
import type { Act, ActorKind, Outcome } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import type { ToldMove } from './move.ts'

/** One entry about a move, by whoever did it. */
interface MoveEntry {
  readonly act: Extract<
    Act,
    | 'begin-move'
    | 'redeem-move'
    | 'lapse-move'
    | 'stop-move'
    | 'answer-move'
    | 'carry-group'
    | 'take-back-group'
    | 'end-move'
  >
  readonly outcome: Outcome
  readonly because?: string | undefined
  readonly actor: { readonly kind: ActorKind; readonly id?: string; readonly name?: string }
  readonly requestId?: string | undefined
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
  readonly directoryRequestIds?: readonly string[]
  readonly facts?: Readonly<Record<string, unknown>>
  readonly group?: { readonly groupId: string; readonly name: string }
  /** By the Clock. */
  readonly at: Date
  /** Where it is about the new account. */
  readonly guestId?: PersonId
}

export async function writeDownMove(
  transaction: Transaction<Tables>,
  { row, words }: ToldMove,
  { actor: { name, ...actor }, guestId, group, ...entry }: MoveEntry,
): Promise<void> {
  await appendToJournal(transaction, {
    organizationId: row.organizationId,
    guestId: guestId ?? row.guestId,
    subjectId: row.moveId,
    actor,
    ...(group ? { objectId: group.groupId } : {}),
    ...entry,
    words: {
      guest: words.guest.name,
      organization: words.organization,
      ...(group ? { group: group.name } : {}),
      ...(name === undefined ? {} : { actor: name }),
    },
  })
}
