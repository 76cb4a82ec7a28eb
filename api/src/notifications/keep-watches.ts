import { createHash, randomBytes } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Watched } from '@foyer/directory/watch'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'

const hourMs = 60 * 60_000
const dayMs = 24 * hourMs
/** One that nobody renews ends soon; one that is renewed outlives a long failure of ours. */
const lifeMs = 7 * dayMs
const renewedAfterMs = 3 * dayMs
/** What could not be made is tried again then; meanwhile the feeds are read as ever. */
const triedAgainAfterMs = hourMs

const everyWatched = ['people', 'groups'] as const satisfies readonly Watched[]

/**
 * Has the directory of an organization tell the address whenever people or groups change: makes
 * each watch once, renews it long before it ends, and makes it anew where it is gone or was for
 * another address. Of several processes one does it.
 *
 * @throws {DirectoryError} and {@link StoreError}; it is tried again an hour later.
 */
export async function keepWatches(
  store: Store,
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
  now: () => Date,
  address: string,
): Promise<void> {
  for (const watched of everyWatched) {
    const due = await takeDue(watched)
    if (!due) continue
    const endsAt = new Date(now().getTime() + lifeMs)
    const isRenewed = due.watchId !== null && (await ask().renewWatch(due.watchId, endsAt))
    if (isRenewed) {
      await keep(watched, {})
      continue
    }
    const secret = randomBytes(32).toString('base64url')
    const watchId = await ask().createWatch({ watched, address, secret, endsAt })
    await keep(watched, { watchId, secretHash: hashOf(secret).toString('hex') })
  }

  async function takeDue(watched: Watched) {
    return store.asOrganization(organizationId, async (transaction) => {
      await transaction
        .insertInto('watch')
        .values({ organizationId, watched, dueAt: now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return transaction
        .updateTable('watch')
        .set({
          dueAt: new Date(now().getTime() + triedAgainAfterMs),
          address,
          watchId: sql<string | null>`CASE WHEN address = ${address} THEN watch_id END`,
        })
        .where('watched', '=', watched)
        .where((either) =>
          either.or([either('dueAt', '<=', now()), either('address', '<>', address)]),
        )
        .returning('watchId')
        .executeTakeFirst()
    })
  }

  async function keep(
    watched: Watched,
    made: { watchId?: string; secretHash?: string },
  ): Promise<void> {
    await store.asOrganization(organizationId, async (transaction) =>
      transaction
        .updateTable('watch')
        .set({ ...made, dueAt: new Date(now().getTime() + renewedAfterMs) })
        .where('watched', '=', watched)
        .execute(),
    )
  }
}

/** The secret has 256 random bits: nobody finds it by trying, and no salt is needed. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
