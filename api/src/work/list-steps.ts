import type { OrganizationId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'

export type StepState = 'waiting' | 'done' | 'dead'

/** A step as an operator sees it. */
export interface ListedStep {
  readonly stepId: string
  readonly organizationId: OrganizationId
  readonly kind: string
  readonly state: StepState
  readonly attempts: number
  readonly because: string | null
  readonly dueAt: Date
  readonly isHeld: boolean
}

const most = 200

/** The most urgent first, at most two hundred, and how many there are. */
export async function listSteps(
  store: Store,
  organizations: readonly OrganizationId[],
  state: StepState,
): Promise<{ readonly steps: ListedStep[]; readonly count: number; readonly halt?: string }> {
  const { rows } = await store.outside(async (handle) =>
    sql<ListedStep & { count: number }>`
      SELECT step_id, organization_id, kind, state, attempts, because, due_at,
        coalesce(leased_until > clock_timestamp(), false) AS is_held,
        count(*) OVER ()::int AS count
      FROM step WHERE state = ${state} AND organization_id = ANY(${[...organizations]}::uuid[])
      ORDER BY urgency, due_at LIMIT ${most}`.execute(handle),
  )
  const halt = await store.outside(async (handle) =>
    handle.selectFrom('halt').select('because').executeTakeFirst(),
  )
  return {
    steps: rows.map(({ count: _, ...step }) => step),
    count: rows[0]?.count ?? 0,
    ...(halt ? { halt: halt.because } : {}),
  }
}

/**
 * Lets steps that were given up begin again, as if they were new.
 *
 * @param stepId of one of them; undefined for all of the organizations.
 * @returns how many there were.
 */
export async function retrySteps(
  store: Store,
  organizations: readonly OrganizationId[],
  {
    stepId,
    kind,
  }: { readonly stepId?: string | undefined; readonly kind?: string | undefined } = {},
): Promise<number> {
  const { rows } = await store.outside(async (handle) =>
    sql<object>`
      UPDATE step SET state = 'waiting', attempts = 0, faults = 0, made_at = clock_timestamp(),
        due_at = clock_timestamp(), ended_at = NULL, lease = NULL, leased_until = NULL
      WHERE state = 'dead' AND organization_id = ANY(${[...organizations]}::uuid[])
        AND (${stepId ?? null}::uuid IS NULL OR step_id = ${stepId ?? null}::uuid)
        AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null}::text)
      RETURNING 1`.execute(handle),
  )
  await store.outside(async (handle) => sql`SELECT pg_notify('step', '')`.execute(handle))
  return rows.length
}
