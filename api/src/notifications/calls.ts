import { timingSafeEqual } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'
import { hashOf } from './keep-watches.ts'

/** What somebody, who says to be the directory of an organization, tells of one watch. */
export interface Call {
  readonly watchId: string
  readonly secret: string
  /** What became of the watch itself; undefined where something changed that it watches. */
  readonly ofWatch: 'to-be-renewed' | 'gone' | 'incomplete' | undefined
}

/**
 * Keeps that there is something to read of an organization, for whichever process reads it next.
 * What is told counts for no more than that: twice, late, or in another order it is the same.
 *
 * @returns how many of the calls carry the secret of their watch; all others changed nothing.
 * @throws {StoreError}
 */
export async function keepCalls(
  store: Store,
  organizationId: OrganizationId,
  calls: readonly Call[],
  now: () => Date,
): Promise<number> {
  return store.asOrganization(organizationId, async (transaction) => {
    const watches = await transaction
      .selectFrom('watch')
      .select(['watched', 'watchId', 'secretHash'])
      .execute()
    let known = 0
    for (const { watched, watchId, secretHash } of watches) {
      const own = calls.filter(
        (call) =>
          call.watchId === watchId &&
          secretHash !== null &&
          timingSafeEqual(Buffer.from(secretHash, 'hex'), hashOf(call.secret)),
      )
      if (own.length === 0) continue
      known += own.length
      const isGone = own.some(({ ofWatch }) => ofWatch === 'gone')
      const isDue = isGone || own.some(({ ofWatch }) => ofWatch === 'to-be-renewed')
      await transaction
        .updateTable('watch')
        .set({
          // By the database: several processes keep and read it.
          calledAt: sql`clock_timestamp()`,
          ...(isDue ? { dueAt: now() } : {}),
          ...(isGone ? { watchId: null, secretHash: null } : {}),
        })
        .where('watched', '=', watched)
        .execute()
    }
    return known
  })
}

/** When a directory last called about what has not been read since; undefined where it did not. */
export async function findCall(
  store: Store,
  organizationId: OrganizationId,
): Promise<string | undefined> {
  return store.asOrganization(organizationId, async (transaction) => {
    const { at } = await transaction
      .selectFrom('watch')
      // As text: a Date forgets the microseconds, and would leave what it means to take away.
      .select(sql<string | null>`max(called_at)::text`.as('at'))
      .executeTakeFirstOrThrow()
    return at ?? undefined
  })
}

/** All calls until then were before the reading that has ended. */
export async function dropCalls(
  store: Store,
  organizationId: OrganizationId,
  until: string,
): Promise<void> {
  await store.asOrganization(organizationId, async (transaction) =>
    transaction
      .updateTable('watch')
      .set({ calledAt: null })
      .where('calledAt', '<=', sql<Date>`${until}::timestamptz`)
      .execute(),
  )
}
