import { createHash } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'

const dayMs = 24 * 60 * 60_000

/** The midnight (UTC) at which a day's budget ends. */
export function endOfDay(now: Date): Date {
  return new Date((Math.floor(now.getTime() / dayMs) + 1) * dayMs)
}

/**
 * Takes one mail out of the day's budget of an organization, for all processes together.
 *
 * @returns false where none is left.
 */
export async function takeFromBudget(
  store: Store,
  organizationId: OrganizationId,
  budget: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await store.outside(async (handle) =>
    sql<object>`
      INSERT INTO allowance AS kept (kind, subject, ends_at, used)
      VALUES ('mail', ${subjectOf(organizationId)}, ${endOfDay(now)}, 1)
      ON CONFLICT (kind, subject) DO UPDATE SET
        used = CASE WHEN kept.ends_at = excluded.ends_at THEN kept.used + 1 ELSE 1 END,
        ends_at = excluded.ends_at
      WHERE kept.ends_at <> excluded.ends_at OR kept.used < ${budget}
      RETURNING 1`.execute(handle),
  )
  return rows.length > 0
}

/** How many mails of today's budget are used. */
export async function countUsedToday(
  store: Store,
  organizationId: OrganizationId,
  now: Date,
): Promise<number> {
  const { rows } = await store.outside(async (handle) =>
    sql<{ used: number }>`
      SELECT used FROM allowance
      WHERE kind = 'mail' AND subject = ${subjectOf(organizationId)}
        AND ends_at = ${endOfDay(now)}`.execute(handle),
  )
  return rows[0]?.used ?? 0
}

/** Puts one back that was not handed over. */
export async function returnToBudget(
  store: Store,
  organizationId: OrganizationId,
  now: Date,
): Promise<void> {
  await store.outside(async (handle) =>
    sql`
      UPDATE allowance SET used = greatest(0, used - 1)
      WHERE kind = 'mail' AND subject = ${subjectOf(organizationId)}
        AND ends_at = ${endOfDay(now)}`.execute(handle),
  )
}

function subjectOf(organizationId: OrganizationId): Uint8Array {
  return createHash('sha256').update(organizationId).digest()
}
