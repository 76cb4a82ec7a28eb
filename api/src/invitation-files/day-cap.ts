import { fileRowsADay } from '@foyer/contracts/invitation-file'
import { sql, type Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'

const dayMs = 24 * 60 * 60_000

/**
 * How many rows an organization may still send within a day; what is left out or was stopped was none.
 *
 * @param now by the Clock.
 */
export async function countRowsLeft(transaction: Transaction<Tables>, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM invitation_item JOIN invitation_file
      USING (organization_id, file_id)
    WHERE asked_at > ${new Date(now.getTime() - dayMs)}
      AND state NOT IN ('left-out', 'stopped')`.execute(transaction)
  return Math.max(0, fileRowsADay - (rows[0]?.count ?? 0))
}

/** Of two files at the same moment, the second waits here, and finds what the first has made. */
export async function awaitOtherFiles(
  transaction: Transaction<Tables>,
  organizationId: string,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${organizationId}, 21))`.execute(
    transaction,
  )
}

/** @throws {ProblemError} `too-many-file-rows` */
export async function requireRowsLeft(
  transaction: Transaction<Tables>,
  rows: number,
  now: Date,
): Promise<void> {
  if (rows > (await countRowsLeft(transaction, now))) throw new ProblemError('too-many-file-rows')
}
