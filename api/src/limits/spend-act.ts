import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { ProblemError } from '../http/problem-error.ts'
import type { Store } from '../store/store.ts'
import { actsADay, spendAllowance } from './allowance.ts'

/**
 * Counts an act of one person in one organization.
 *
 * @throws {ProblemError} `too-many-acts`, with when it is allowed again.
 * @throws {StoreError}
 */
export async function spendAct(
  store: Store,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<void> {
  const waitSeconds = await spendAllowance(store, actsADay, `${organizationId}/${personId}`)
  if (waitSeconds !== undefined) {
    throw new ProblemError('too-many-acts', { retryAfterSeconds: waitSeconds })
  }
}
