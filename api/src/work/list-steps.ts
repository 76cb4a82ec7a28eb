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
    sql<ListedStep & { readonly count: number }>`
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
    steps: rows,
    count: rows[0]?.count ?? 0,
    ...(halt ? { halt: halt.because } : {}),
  }
}
