import { randomUUID } from 'node:crypto'
import type { PersonId } from '@foyer/contracts/ids'
import { type Evidence, monthBefore, mostAsksAMonth, movesOnAt } from '@foyer/lifecycle/succession'
import { type Selectable, sql, type Transaction, type Updateable } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'
import type { SuccessionRow } from './succession.ts'

/** The kind of the steps that wait for an answer, and move the question on where none comes. */
export const silenceKind = 'succession-silence'

export type AskRow = Selectable<Tables['successionAsk']>

/** Who is asked, and by which group they know the guest; sealed. */
export interface AskWords {
  readonly name: string
  readonly mail?: string
  readonly group?: string
}

/** Whoever was asked about a guest, the last one last. */
export async function listAsks(
  transaction: Transaction<Tables>,
  successionId: string,
): Promise<(AskRow & { readonly told: AskWords })[]> {
  const rows = await transaction
    .selectFrom('successionAsk')
    .selectAll()
    .where('successionId', '=', successionId)
    .orderBy('askedAt')
    .execute()
  const [first] = rows
  const key = first && (await findGuestKey(transaction, first.guestId))
  if (!key) return []
  return rows.map((row) => ({ ...row, told: unsealWords(key, row.words) as AskWords }))
}

/** What somebody was asked; undefined where they were not. */
export async function findAsk(
  transaction: Transaction<Tables>,
  successionId: string,
  candidateId: PersonId,
): Promise<AskRow | undefined> {
  return transaction
    .selectFrom('successionAsk')
    .selectAll()
    .where('successionId', '=', successionId)
    .where('candidateId', '=', candidateId)
    .executeTakeFirst()
}

export async function changeAsk(
  transaction: Transaction<Tables>,
  askId: string,
  change: Updateable<Tables['successionAsk']>,
): Promise<void> {
  await transaction.updateTable('successionAsk').set(change).where('askId', '=', askId).execute()
}

/** Whoever has not answered need not any more. */
export async function closeAsks(
  transaction: Transaction<Tables>,
  successionId: string,
): Promise<void> {
  await transaction
    .updateTable('successionAsk')
    .set({ state: 'closed' })
    .where('successionId', '=', successionId)
    .where('state', 'in', ['asked', 'accepting'])
    .execute()
}

/**
 * Asks somebody, and has the question move on where they say nothing.
 *
 * @returns false where they were asked often enough this month; whoever is named by a colleague is asked
 *   all the same.
 */
export async function addAsk(
  transaction: Transaction<Tables>,
  { organizationId, successionId, guestId }: SuccessionRow,
  { candidateId, evidence }: { readonly candidateId: PersonId; readonly evidence: Evidence },
  words: AskWords,
  now: Date,
): Promise<boolean> {
  if (evidence !== 'named') {
    // Of two questions at once, the second one counts the first.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${candidateId}, 0))`.execute(
      transaction,
    )
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM succession_ask WHERE candidate_id = ${candidateId}
        AND evidence <> 'named' AND asked_at > ${monthBefore(now)}`.execute(transaction)
    if ((rows[0]?.count ?? 0) >= mostAsksAMonth) return false
  }
  const askId = randomUUID()
  const key = await keepGuestKey(transaction, organizationId, guestId)
  await transaction
    .insertInto('successionAsk')
    .values({
      organizationId,
      askId,
      successionId,
      guestId,
      candidateId,
      evidence,
      askedAt: now,
      answersUntil: movesOnAt(now),
      words: sealWords(key, words),
    })
    .execute()
  await addStep(transaction, {
    organizationId,
    kind: silenceKind,
    subjectId: askId,
    key: `succession-ask:${askId}`,
    urgency: urgency.told,
  })
  return true
}
