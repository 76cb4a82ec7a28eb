import { spendAct } from '../limits/spend-act.ts'
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
  await spendAct(store, organizationId, guestId)
  return store.asOrganization(organizationId, async (transaction) =>
    addRestoration(transaction, wish),
  )
}
