import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Step, Urgency } from './step.ts'

/** Longer than any one call that a step makes between two of its writes. */
export const leaseSeconds = 15

/** A step as it was claimed, and the lease that fences it. */
export interface Claimed extends Step {
  readonly lease: string
  readonly faults: number
}

/** What there is to do, by the database's time. */
export interface Outlook {
  readonly isHalted: boolean
  /** With steps that are due and that nobody holds. */
  readonly organizations: readonly OrganizationId[]
  /** Until the next one is due; undefined where none waits. */
  readonly nextInMs: number | undefined
}

/** Looks for work in all organizations. */
export async function findWork(
  store: Store,
  connected: readonly OrganizationId[],
): Promise<Outlook> {
  const { rows } = await store.outside(async (handle) =>
    sql<{ isHalted: boolean; organizationId: OrganizationId | null; inMs: number | null }>`
      SELECT EXISTS (SELECT FROM halt) AS is_halted, due.organization_id,
        greatest(0, ceil(extract(epoch FROM due.at - clock_timestamp()) * 1000))::int AS in_ms
      FROM (SELECT 1) AS one LEFT JOIN (
        SELECT organization_id, min(greatest(due_at, coalesce(leased_until, due_at))) AS at
        FROM step WHERE state = 'waiting' AND organization_id = ANY(${[...connected]}::uuid[])
        GROUP BY organization_id
      ) AS due ON true`.execute(handle),
  )
  const waits = rows.flatMap(({ inMs }) => (inMs ? [inMs] : []))
  return {
    isHalted: rows.some(({ isHalted }) => isHalted),
    organizations: rows.flatMap(({ organizationId, inMs }) =>
      organizationId && inMs === 0 ? [organizationId] : [],
    ),
    nextInMs: waits.length > 0 ? Math.min(...waits) : undefined,
  }
}

/**
 * Takes steps of one organization that are due, the most urgent first, unless all work is halted.
 *
 * @param without kinds that are left for later.
 */
export async function claimSteps(
  store: Store,
  organizationId: OrganizationId,
  {
    most,
    leastUrgent,
    without,
  }: { readonly most: number; readonly leastUrgent: Urgency; readonly without: readonly string[] },
): Promise<Claimed[]> {
  const { rows } = await store.outside(async (handle) =>
    sql<Claimed>`
      UPDATE step SET lease = ${randomUUID()}, attempts = attempts + 1,
        leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
      WHERE step_id = ANY(ARRAY(
        SELECT step_id FROM step
        WHERE state = 'waiting' AND organization_id = ${organizationId}
          AND urgency <= ${leastUrgent} AND kind <> ALL(${[...without]}::text[])
          AND due_at <= clock_timestamp()
          AND (leased_until IS NULL OR leased_until < clock_timestamp())
          AND NOT EXISTS (SELECT FROM halt)
        ORDER BY urgency, due_at LIMIT ${most} FOR UPDATE SKIP LOCKED))
      RETURNING step_id, organization_id, kind, subject_id, attempts, faults, lease,
        (extract(epoch FROM clock_timestamp() - made_at) * 1000)::float8 AS age_ms`.execute(handle),
  )
  return rows
}
