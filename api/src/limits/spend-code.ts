import { createHash } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { ProblemError } from '../http/problem-error.ts'
import type { Store } from '../store/store.ts'
import { type Allowance, codesToAddress, spendAllowance } from './allowance.ts'

/**
 * Counts a code, or what else is allowed, to one address, known or not, so that neither can be told from the other.
 *
 * @throws {ProblemError} `too-many-codes`, with when one is sent again.
 * @throws {StoreError}
 */
export async function spendCode(
  store: Store,
  organizationId: OrganizationId,
  address: string,
  allowance: Allowance = codesToAddress,
): Promise<void> {
  const hash = createHash('sha256').update(address.toLowerCase()).digest('hex')
  const waitSeconds = await spendAllowance(store, allowance, `${organizationId}/${hash}`)
  if (waitSeconds !== undefined) {
    throw new ProblemError('too-many-codes', { retryAfterSeconds: waitSeconds })
  }
}
