import type { OrganizationId } from '@foyer/contracts/ids'
import { type EndingDay, type EndingHold, holdOf } from '@foyer/lifecycle/ending'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Answerer } from '../token/answerer.ts'
import type { EndingRow } from './ending.ts'

/**
 * Whether one more ending by somebody waits for another's word, over what people have ended lately. It
 * is counted from the endings themselves: what was taken back, or waits for an answer, is none.
 */
export async function findHold(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  {
    personId,
    answersAs,
    vouchingIds = [personId],
  }: Pick<Answerer, 'personId' | 'answersAs' | 'vouchingIds'>,
  now: Date,
): Promise<EndingHold | undefined> {
  // Of two who end at once one counts the other.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`ending:${organizationId}`}, 0))`.execute(
    transaction,
  )
  const { rows } = await sql<EndingDay>`
    WITH lately AS (
      SELECT asked_by, ceil(extract(epoch FROM ${now}::timestamptz - asked_at) / 86400)::int AS days_ago
      FROM ending
      WHERE organization_id = ${organizationId} AND asked_at > ${now}::timestamptz - interval '31 days'
        AND state NOT IN ('stopped', 'asked')
    )
    SELECT
      (SELECT count(*)::int FROM lately WHERE days_ago <= 1 AND asked_by = ${personId}) AS ended_by_person,
      (SELECT count(*)::int FROM lately WHERE days_ago <= 1) AS ended_by_all,
      (SELECT coalesce(max(ended), 0)::int FROM (
        SELECT count(*) AS ended FROM lately WHERE days_ago > 1 AND asked_by = ${personId} GROUP BY days_ago
      ) AS each_day) AS busiest_before,
      CASE WHEN ${answersAs} = 'operator'
        THEN (SELECT count(*)::int FROM guest WHERE organization_id = ${organizationId})
        ELSE (SELECT count(DISTINCT guest_id)::int FROM guest_sponsor
          WHERE organization_id = ${organizationId} AND sponsor_id = ANY(${[...vouchingIds]}::uuid[]))
      END AS guests_of_person,
      (SELECT count(*)::int FROM guest WHERE organization_id = ${organizationId}) AS guests,
      EXISTS (SELECT FROM ending
        WHERE organization_id = ${organizationId} AND asked_by = ${personId} AND state = 'asked'
          AND because = 'unusual-day') AS is_paused`.execute(transaction)
  return rows[0] && holdOf(rows[0])
}

/** Holds back what somebody has begun on an unusual day, as long as nobody is blocked. */
export async function holdOthers(
  transaction: Transaction<Tables>,
  { organizationId, askedBy }: Pick<EndingRow, 'organizationId' | 'askedBy'>,
): Promise<void> {
  await transaction
    .updateTable('ending')
    .set({ state: 'asked', because: 'unusual-day' satisfies EndingHold })
    .where('organizationId', '=', organizationId)
    .where('askedBy', '=', askedBy)
    .where('state', '=', 'waiting')
    .execute()
}
