import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { type EndSetting, endLeaving } from './end.ts'
import { findLeaving, stoppedByGuest } from './leaving.ts'

/**
 * Ends a leaving that waits for its time: nothing is ended by it. What was stopped already stays so.
 *
 * @throws {ProblemError} `leaving-not-stoppable` once it is being carried out, or was.
 */
export async function stopLeaving(
  transaction: Transaction<Tables>,
  leavingId: string,
  setting: EndSetting,
): Promise<void> {
  await transaction
    .selectFrom('leaving')
    .select('leavingId')
    .where('leavingId', '=', leavingId)
    .forUpdate()
    .execute()
  const row = await findLeaving(transaction, leavingId)
  if (row?.because === stoppedByGuest) return
  if (row?.state !== 'under-way' || !row.beginsAt || row.attemptedAt) {
    throw new ProblemError('leaving-not-stoppable')
  }
  await endLeaving(transaction, row, { state: 'refused', because: stoppedByGuest }, setting)
}
