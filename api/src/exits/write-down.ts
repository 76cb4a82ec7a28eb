import type { Transaction } from 'kysely'
import { appendToJournal, type NewEntry } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import { type ExitRequestRow, readExitWords } from './request.ts'

type Subject = Pick<ExitRequestRow, 'organizationId' | 'guestId' | 'exitRequestId' | 'words'>
type Entry = Omit<NewEntry, 'organizationId' | 'guestId' | 'subjectId' | 'words'> & {
  /** The name of whoever acted, where it was not the guest. */
  readonly actorName?: string | undefined
}

/** An entry of the journal about a request, comes last in its transaction. */
export async function writeDownExit(
  transaction: Transaction<Tables>,
  row: Subject,
  { actorName, ...entry }: Entry,
): Promise<void> {
  const { organizationId, guestId, exitRequestId } = row
  const words = await readExitWords(transaction, row)
  await appendToJournal(transaction, {
    ...entry,
    organizationId,
    guestId,
    subjectId: exitRequestId,
    words: words && {
      guest: words.guest.name,
      organization: words.organization,
      actor: actorName,
    },
  })
}
