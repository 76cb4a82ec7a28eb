import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** What is read from a directory bit by bit: two feeds of changes, and two sweeps over all guests. */
export type FeedKind = 'guests' | 'groups' | 'sponsors' | 'sign-ins' | 'people'

/** Where the reading of one of them stands. */
export interface FeedState {
  /** Undefined before the first page, and after the directory has forgotten the last cursor. */
  readonly cursor: string | undefined
  /** While everything is read from the beginning; rows that it meets are marked with it. */
  readonly crawlStartedAt: Date | undefined
  readonly crawledAt: Date | undefined
  /** The instant for which the rows are the directory's. */
  readonly asOf: Date | undefined
}

const before: FeedState = {
  cursor: undefined,
  crawlStartedAt: undefined,
  crawledAt: undefined,
  asOf: undefined,
}

export async function readFeedState(
  transaction: Transaction<Tables>,
  kind: FeedKind,
): Promise<FeedState> {
  const row = await transaction
    .selectFrom('feed')
    .select(['cursor', 'crawlStartedAt', 'crawledAt', 'asOf'])
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!row) return before
  return {
    cursor: row.cursor ?? undefined,
    crawlStartedAt: row.crawlStartedAt ?? undefined,
    crawledAt: row.crawledAt ?? undefined,
    asOf: row.asOf ?? undefined,
  }
}

/**
 * Keeps the new place, unless another process has moved on from the old one meanwhile.
 *
 * @returns whether it was kept: if not, the rows of the page must not be kept either.
 */
export async function moveFeed(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  kind: FeedKind,
  from: FeedState,
  to: FeedState,
): Promise<boolean> {
  const values = {
    cursor: to.cursor ?? null,
    crawlStartedAt: to.crawlStartedAt ?? null,
    crawledAt: to.crawledAt ?? null,
    asOf: to.asOf ?? null,
  }
  const { numUpdatedRows } = await transaction
    .updateTable('feed')
    .set(values)
    .where('kind', '=', kind)
    .where('cursor', 'is not distinct from', from.cursor ?? null)
    .where('crawlStartedAt', 'is not distinct from', from.crawlStartedAt ?? null)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return true
  if (from.cursor !== undefined || from.crawlStartedAt) return false
  // The first page of all. Of two that both find no row, one makes it.
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('feed')
    .values({ organizationId, kind, ...values })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
