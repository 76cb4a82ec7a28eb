import type { OrganizationId } from '@foyer/contracts/ids'
import type { SweepPage } from '@foyer/directory/feed'
import type { Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { type FeedKind, type FeedState, moveFeed, readFeedState } from './feed-state.ts'

/** How a list of all guests, which no feed tells, becomes rows. */
export interface Sweeping<Row> {
  readonly kind: FeedKind
  readonly read: (cursor: string | undefined) => Promise<SweepPage<Row> | 'unreadable' | undefined>
  readonly keep: (
    transaction: Transaction<Tables>,
    rows: readonly Row[],
    asOf: Date,
  ) => Promise<void>
  /** What was kept of a list that may be read no more. */
  readonly forget?: (transaction: Transaction<Tables>) => Promise<void>
}

const dayMs = 24 * 60 * 60_000

/** Whether a list was last read to its end more than a day ago, or is half read. */
export function isSweepDue({ cursor, asOf }: FeedState, now: Date): boolean {
  return cursor !== undefined || !asOf || now.getTime() - asOf.getTime() >= dayMs
}

/**
 * Reads a list from where it was left to its end, if it is due. A list whose pages the directory
 * has forgotten meanwhile begins anew.
 *
 * @returns the pages that were read.
 * @throws {DirectoryError} and {@link StoreError}; the pages before stay kept.
 */
export async function sweep<Row>(
  store: Store,
  organizationId: OrganizationId,
  now: () => Date,
  { kind, read, keep, forget }: Sweeping<Row>,
): Promise<number> {
  let state = await store.asOrganization(organizationId, async (transaction) =>
    readFeedState(transaction, kind),
  )
  if (!isSweepDue(state, now())) return 0
  for (let pages = 0; ; pages += 1) {
    const isFirst = state.cursor === undefined
    const startedAt = isFirst ? now() : state.crawlStartedAt
    const page = await read(state.cursor)
    if (page === undefined && isFirst) return pages
    const next = nextState(page, state, startedAt)
    const isKept = await store.asOrganization(organizationId, async (transaction) => {
      const isOurs = await moveFeed(transaction, organizationId, kind, state, next)
      if (!isOurs || !page) return isOurs
      if (page === 'unreadable') await forget?.(transaction)
      else await keep(transaction, page.rows, startedAt ?? now())
      return isOurs
    })
    const isOver = page !== undefined && next.cursor === undefined
    if (!isKept || isOver) return pages + 1
    state = next
  }
}

/** What cannot be read counts as read, so that it is asked for once a day. */
function nextState(
  page: SweepPage<unknown> | 'unreadable' | undefined,
  state: FeedState,
  startedAt: Date | undefined,
): FeedState {
  if (page === undefined) return { ...state, cursor: undefined, crawlStartedAt: undefined }
  const cursor = page === 'unreadable' ? undefined : page.cursor
  if (cursor !== undefined) return { ...state, cursor, crawlStartedAt: startedAt }
  return {
    cursor: undefined,
    crawlStartedAt: undefined,
    crawledAt: page === 'unreadable' ? undefined : startedAt,
    asOf: startedAt,
  }
}
