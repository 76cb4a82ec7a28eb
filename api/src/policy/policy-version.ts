import type { Policy } from '@foyer/contracts/policy'
import { proposedPolicy } from '@foyer/lifecycle/policy'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** A version of the policy of the transaction's organization. */
export interface KeptPolicy {
  readonly version: number
  readonly policy: Policy
  /** When it was made, and by whom; absent where nobody has decided anything. */
  readonly made?: { readonly at: Date; readonly by: string }
}

/** That which is in force, or what Foyer proposes, as version 0. */
export async function findPolicy(transaction: Transaction<Tables>): Promise<KeptPolicy> {
  const row = await transaction
    .selectFrom('policy')
    .select(['version', 'policy', 'madeAt', 'madeBy'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { version: 0, policy: proposedPolicy }
  return {
    version: row.version,
    policy: row.policy as Policy,
    made: { at: row.madeAt, by: row.madeBy },
  }
}

/** When the first one was made: from then on Foyer looks after the guests. */
export async function whenFirst(transaction: Transaction<Tables>): Promise<Date | undefined> {
  const row = await transaction
    .selectFrom('policy')
    .select('madeAt')
    .where('version', '=', 1)
    .executeTakeFirst()
  return row?.madeAt
}
