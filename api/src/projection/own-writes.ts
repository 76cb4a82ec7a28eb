import type { GroupId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Log } from '../http/log.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'

type Somebody = Pick<CallerIdentity, 'organizationId' | 'personId'>

/** Somebody is in a group no more: what Foyer did shows at once, before a feed tells of it. */
export async function forgetMembership(
  store: Store,
  somebody: Somebody,
  groupId: GroupId,
  log: Log,
): Promise<void> {
  await showAtOnce(store, somebody, log, async (transaction) => {
    await transaction
      .deleteFrom('membership')
      .where('guestId', '=', somebody.personId)
      .where('groupId', '=', groupId)
      .execute()
  })
}

/** Somebody was removed; with all they had they can be restored. */
export async function noteRemoval(
  store: Store,
  somebody: Somebody,
  removedAt: Date,
  log: Log,
): Promise<void> {
  await showAtOnce(store, somebody, log, async (transaction) => {
    await transaction
      .updateTable('guest')
      .set({ removedAt })
      .where('guestId', '=', somebody.personId)
      .where('removedAt', 'is', null)
      .execute()
  })
}

/** The directory has done it: that the store cannot say so yet makes nothing of it undone. */
async function showAtOnce(
  store: Store,
  { organizationId }: Somebody,
  log: Log,
  change: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  try {
    await store.asOrganization(organizationId, change)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    log.warn({ err: error }, 'what was done does not show yet')
  }
}
