import type { ExitRequest } from '@foyer/contracts/exit-request'
import { answersAs, type Insider } from '@foyer/lifecycle/way-back'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { type ExitRequestRow, readExitWords } from './request.ts'
import { tellProgress } from './status.ts'

/** So many at most. */
const most = 200
/** For so long what has ended is still shown. */
const shownDays = 30
const dayMs = 24 * 60 * 60_000

/**
 * Requests for which somebody answers: those that wait for an answer first, by when it is due, then
 * those that wait for something else, and last what has ended lately.
 */
export async function readExitRequests(
  transaction: Transaction<Tables>,
  insider: Insider,
  now: Date,
): Promise<ExitRequest[]> {
  const rows = await transaction
    .selectFrom('exitRequest')
    .selectAll()
    .where(
      sql<boolean>`(${insider.isOperator} OR ${insider.personId}::uuid = ANY (sponsors))
        AND (ended_at IS NULL OR ended_at > ${new Date(now.getTime() - shownDays * dayMs)})`,
    )
    .orderBy(
      sql`CASE state WHEN 'open' THEN 0 WHEN 'waiting' THEN 1 WHEN 'granted' THEN 2 ELSE 3 END,
        due_at, exit_request_id`,
    )
    .limit(most)
    .execute()
  const requests: ExitRequest[] = []
  for (const row of rows as ExitRequestRow[]) {
    const seenAs = answersAs(insider, row.sponsors)
    const words = await readExitWords(transaction, row)
    if (!seenAs || !words) continue
    const { reason, note, answeredBy } = words
    requests.push({
      exitRequestId: row.exitRequestId,
      guest: words.guest,
      seenAs,
      ...tellProgress(row, now),
      ...(reason === undefined ? {} : { reason }),
      ...(row.lastSignInAt ? { lastSignInAt: row.lastSignInAt.toISOString() } : {}),
      ...(row.because === null ? {} : { because: row.because }),
      ...(answeredBy === undefined ? {} : { answeredBy }),
      ...(note === undefined ? {} : { note }),
    })
  }
  return requests
}
