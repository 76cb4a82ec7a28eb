import { ProblemError } from '../http/problem-error.ts'
import { actsADay, spendAllowance } from '../limits/allowance.ts'
import type { Store } from '../store/store.ts'
import { addRestoration, type NewRestoration } from './restoration.ts'

/**
 * Accepts that somebody takes their leaving back: from here on it is done, or ends with a reason.
 *
 * @returns when it was asked for: whoever asks again while it is under way has asked for the same.
 * @throws {ProblemError} for too many acts.
 * @throws {StoreError}
 */
export async function acceptReturn(
  store: Store,
  wish: Omit<NewRestoration, 'granted'>,
): Promise<Date> {
  const { organizationId, guestId } = wish.leaving
  const waitSeconds = await spendAllowance(store, actsADay, `${organizationId}/${guestId}`)
  if (waitSeconds !== undefined) {
    throw new ProblemError('too-many-acts', { retryAfterSeconds: waitSeconds })
  }
  return store.asOrganization(organizationId, async (transaction) =>
    addRestoration(transaction, wish),
  )
}
