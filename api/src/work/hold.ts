import { sql, type Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { type Claimed, leaseSeconds } from './claim.ts'
import { type HeldStep, LeaseLost, type StepKind } from './step.ts'

/** Makes a claimed step one that can be worked on: all that it writes is fenced by its lease. */
export function holdStep(store: Store, claimed: Claimed, ending: AbortSignal): HeldStep {
  const { stepId, organizationId, lease } = claimed
  return {
    ...claimed,
    ending,
    note: async (work) =>
      store.asOrganization(organizationId, async (transaction) => {
        const { rows } = await sql<object>`
          UPDATE step SET leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
          WHERE step_id = ${stepId} AND lease = ${lease} AND NOT EXISTS (SELECT FROM halt)
          RETURNING 1`.execute(transaction)
        if (rows.length === 0) throw new LeaseLost('the step is not this worker’s any more')
        return work(transaction)
      }),
    finish: async (work) =>
      store.asOrganization(organizationId, async (transaction) => {
        // First, so that whoever is slow waits here for whoever took over, and then finds it gone.
        await end(transaction, claimed, 'done', null)
        await work(transaction)
      }),
  }
}

/** Puts a step off until so many milliseconds from now by the database's time. */
export async function putOff(
  store: Store,
  { stepId, organizationId, lease, faults }: Claimed,
  because: string,
  waitMs: number,
): Promise<void> {
  await store.asOrganization(organizationId, async (transaction) => {
    await sql`
      UPDATE step SET lease = NULL, leased_until = NULL, because = ${because}, faults = ${faults},
        due_at = clock_timestamp() + make_interval(secs => ${waitMs / 1000})
      WHERE step_id = ${stepId} AND lease = ${lease}`.execute(transaction)
  })
}

/** Ends a step for good, together with what its kind says of that. */
export async function giveUp(
  store: Store,
  kind: StepKind | undefined,
  claimed: Claimed,
  because: string,
): Promise<void> {
  await store.asOrganization(claimed.organizationId, async (transaction) => {
    await end(transaction, claimed, 'dead', because)
    await kind?.giveUp(transaction, claimed, because)
  })
}

async function end(
  transaction: Transaction<Tables>,
  { stepId, lease }: Claimed,
  state: 'done' | 'dead',
  because: string | null,
): Promise<void> {
  const { rows } = await sql<object>`
    UPDATE step SET state = ${state}, because = ${because}, ended_at = clock_timestamp(),
      lease = NULL, leased_until = NULL
    WHERE step_id = ${stepId} AND lease = ${lease} RETURNING 1`.execute(transaction)
  if (rows.length === 0) throw new LeaseLost('the step is not this worker’s any more')
}
