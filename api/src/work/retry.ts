import type { OrganizationId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'

/** Which steps are meant: of one organization and, where they are given, of one kind, or on one row. */
export interface RetrySetting {
  readonly organizationId: OrganizationId
  readonly kind?: string | undefined
  readonly subjectId?: string | undefined
  readonly stepId?: string | undefined
}

/**
 * Has steps tried at once that were given up or wait. Their age begins anew, so that trouble is
 * waited for as long as the first time.
 *
 * @returns how many.
 */
export async function retrySteps(
  store: Store,
  { organizationId, kind, subjectId, stepId }: RetrySetting,
): Promise<number> {
  const { rows } = await store.outside(async (handle) =>
    sql<object>`
      WITH tried AS (
        UPDATE step SET state = 'waiting', because = NULL, attempts = 0, faults = 0, lease = NULL,
          leased_until = NULL, due_at = clock_timestamp(), made_at = clock_timestamp(), ended_at = NULL
        WHERE organization_id = ${organizationId}
          AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null}::text)
          AND (${stepId ?? null}::uuid IS NULL OR step_id = ${stepId ?? null}::uuid)
          AND (${subjectId ?? null}::uuid IS NULL OR subject_id = ${subjectId ?? null}::uuid)
          AND (state = 'dead' OR (state = 'waiting' AND because IS NOT NULL
            AND (leased_until IS NULL OR leased_until < clock_timestamp())))
        RETURNING 1)
      SELECT pg_notify('step', '') FROM tried`.execute(handle),
  )
  return rows.length
}
