import type { OrganizationId } from '@foyer/contracts/ids'
import type { FeedPage } from '@foyer/directory/feed'
import type { Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { type FeedKind, type FeedState, moveFeed, readFeedState } from './feed-state.ts'

/** How one feed becomes rows. */
export interface Following<Change> {
  readonly kind: FeedKind
  readonly read: (cursor: string | undefined) => Promise<FeedPage<Change> | undefined>
  /** @param crawl the mark of rows that the crawl under way has met; undefined between crawls. */
  readonly keep: (
    transaction: Transaction<Tables>,
    changes: readonly Change[],
    crawl: Date | undefined,
  ) => Promise<void>
  /**
   * Asks whatever a crawl's end needs, since nothing is asked inside of a transaction, and says how
   * to remove what the crawl did not meet, now that it has told of everything.
   */
  readonly prepareEnd: () => Promise<CrawlEnd>
}

export type CrawlEnd = (transaction: Transaction<Tables>, crawl: Date) => Promise<void>

/** What became of following a feed once. */
export interface Followed {
  readonly pages: number
  readonly changes: number
  readonly unreadable: number
  /** Whether everything was read from the beginning. */
  readonly hasCrawled: boolean
}

/**
 * Reads a feed from where it stands to its end. Each page is kept together with the cursor after
 * it, in one transaction: whoever is killed goes on from there. While a page is kept, the next one
 * is already asked for.
 *
 * @throws {DirectoryError} and {@link StoreError}; the pages before stay kept.
 */
export async function followFeed<Change>(
  store: Store,
  organizationId: OrganizationId,
  now: () => Date,
  following: Following<Change>,
): Promise<Followed> {
  let state = await store.asOrganization(organizationId, async (transaction) =>
    readFeedState(transaction, following.kind),
  )
  const told = { pages: 0, changes: 0, unreadable: 0, hasCrawled: state.cursor === undefined }
  let askedAt = now()
  let asked = ask(following, state.cursor)
  for (;;) {
    const page = await answerOf(asked)
    if (!page) {
      // The directory does not know the cursor any more. Rows stay until a crawl has seen all.
      const forgotten = { ...state, cursor: undefined, crawlStartedAt: undefined }
      if (state.cursor === undefined || !(await move(forgotten))) return told
      state = forgotten
      told.hasCrawled = true
      askedAt = now()
      asked = ask(following, undefined)
      continue
    }
    const crawl = state.cursor === undefined ? askedAt : state.crawlStartedAt
    const next = stateAfter(page, state, crawl, askedAt)
    const end = crawl && page.isLast ? await following.prepareEnd() : undefined
    askedAt = now()
    if (!page.isLast) asked = ask(following, page.cursor)
    const isKept = await store.asOrganization(organizationId, async (transaction) => {
      const isOurs = await moveFeed(transaction, organizationId, following.kind, state, next)
      if (!isOurs) return false
      await following.keep(transaction, page.changes, crawl)
      if (crawl) await end?.(transaction, crawl)
      return true
    })
    told.pages += 1
    told.changes += page.changes.length
    told.unreadable += page.unreadable
    if (!isKept || page.isLast) return told
    state = next
  }

  async function move(to: FeedState): Promise<boolean> {
    return store.asOrganization(organizationId, async (transaction) =>
      moveFeed(transaction, organizationId, following.kind, state, to),
    )
  }
}

function stateAfter(
  page: FeedPage<unknown>,
  state: FeedState,
  crawl: Date | undefined,
  askedAt: Date,
): FeedState {
  const { cursor, isLast } = page
  if (!isLast) return { ...state, cursor, crawlStartedAt: crawl }
  return {
    cursor,
    crawlStartedAt: undefined,
    crawledAt: crawl ? askedAt : state.crawledAt,
    asOf: askedAt,
  }
}

type Asked<Change> = Promise<
  { readonly page: FeedPage<Change> | undefined } | { readonly error: unknown }
>

/** Its failure is looked at when the page is wanted, and is no unhandled rejection before. */
function ask<Change>(following: Following<Change>, cursor: string | undefined): Asked<Change> {
  return following.read(cursor).then(
    (page) => ({ page }),
    (error: unknown) => ({ error }),
  )
}

async function answerOf<Change>(asked: Asked<Change>): Promise<FeedPage<Change> | undefined> {
  const answer = await asked
  if ('error' in answer) throw answer.error
  return answer.page
}
