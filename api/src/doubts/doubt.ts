import type { Doubt, DoubtState } from '@foyer/contracts/doubt'
import type { PersonId } from '@foyer/contracts/ids'
import type { Day } from '@foyer/lifecycle/calendar'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

//   open ──the guest needs it──► answered ──somebody decides──► closed
//     └──somebody decides──► closed        open, answered ──taken back──► withdrawn

/** Who is not sure whether a guest is still needed, and what the guest answers. */
interface DoubtWords {
  /** The name of whoever asks, at that time. */
  readonly askedBy: string
  readonly reason?: string
}

export type DoubtRow = Selectable<Tables['doubt']>

/** The one of a guest on which nobody has decided yet, for this transaction alone. */
export async function lockDoubt(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<DoubtRow | undefined> {
  return transaction
    .selectFrom('doubt')
    .selectAll()
    .where('guestId', '=', guestId)
    .where('state', 'in', ['open', 'answered'])
    .forUpdate()
    .executeTakeFirst()
}

/** The one of a guest on which nobody has decided yet, in words. */
export async function findDoubt(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<Doubt | undefined> {
  const row = await transaction
    .selectFrom('doubt')
    .selectAll()
    .where('guestId', '=', guestId)
    .where('state', 'in', ['open', 'answered'])
    .executeTakeFirst()
  return row && tellDoubt(transaction, row)
}

/** Undefined where the words were erased with the guest. */
export async function tellDoubt(
  transaction: Transaction<Tables>,
  row: DoubtRow,
): Promise<Doubt | undefined> {
  const key = await findGuestKey(transaction, row.guestId)
  if (!key) return undefined
  return {
    state: row.state as DoubtState,
    askedAt: row.askedAt.toISOString(),
    ...(unsealWords(key, row.words) as DoubtWords),
    ...(row.answeredAt ? { answeredAt: row.answeredAt.toISOString() } : {}),
  }
}

/** @returns false where one is under way already. */
export async function addDoubt(
  transaction: Transaction<Tables>,
  row: Pick<DoubtRow, 'organizationId' | 'doubtId' | 'guestId' | 'askedAt' | 'askedBy' | 'askedAs'>,
  words: DoubtWords,
): Promise<boolean> {
  const key = await keepGuestKey(transaction, row.organizationId, row.guestId)
  const added = await transaction
    .insertInto('doubt')
    .values({ ...row, words: sealWords(key, words) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('doubtId')
    .executeTakeFirst()
  return added !== undefined
}

/** Keeps why the guest still needs it. */
export async function keepAnswer(
  transaction: Transaction<Tables>,
  { organizationId, guestId, doubtId, words }: DoubtRow,
  { reason, at }: { readonly reason: string; readonly at: Date },
): Promise<void> {
  const key = await keepGuestKey(transaction, organizationId, guestId)
  const before = unsealWords(key, words) as DoubtWords
  await transaction
    .updateTable('doubt')
    .set({ state: 'answered', answeredAt: at, words: sealWords(key, { ...before, reason }) })
    .where('doubtId', '=', doubtId)
    .execute()
}

/**
 * Ends the question, because somebody has decided, or is in doubt no more.
 *
 * @returns whether there was one.
 */
export async function endDoubt(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  { state, at }: { readonly state: 'closed' | 'withdrawn'; readonly at: Date },
): Promise<boolean> {
  const row = await lockDoubt(transaction, guestId)
  if (!row) return false
  await transaction
    .updateTable('doubt')
    .set({ state, endedAt: at })
    .where('doubtId', '=', row.doubtId)
    .execute()
  return true
}

/** Nobody waits for whoever's access is over. */
export async function lapseDoubts(
  transaction: Transaction<Tables>,
  today: Day,
  now: Date,
): Promise<void> {
  await sql`UPDATE doubt SET state = 'closed', ended_at = ${now} FROM guest
    WHERE doubt.state IN ('open', 'answered') AND guest.guest_id = doubt.guest_id
      AND (guest.ends_on < ${today} OR guest.removed_at IS NOT NULL)`.execute(transaction)
}
