import { DirectoryError } from './directory-error.ts'
import type { Graph } from './graph.ts'

/**
 * One page of a feed. The cursor belongs to the rows of the page: it is kept in the transaction
 * that keeps them.
 */
export interface FeedPage<Change> {
  readonly changes: readonly Change[]
  readonly cursor: string
  /** The end of a crawl, or of a round of changes: all that there is was told. */
  readonly isLast: boolean
  /** Objects that were not understood, and left out. */
  readonly unreadable: number
}

/**
 * Reads on from a cursor, or from the beginning.
 *
 * @returns undefined where the directory does not know the cursor any more: all has to be read again.
 * @throws {DirectoryError}
 */
export async function readFeedPage<Change>(
  graph: Graph,
  path: string,
  changeOf: (object: unknown) => Change | undefined,
): Promise<FeedPage<Change> | undefined> {
  const reply = await graph.readPage(path)
  if (!reply) return undefined
  if (reply.next === undefined) throw new DirectoryError('directory-failed', { reason: 'no.link' })
  const changes = reply.value.map(changeOf)
  const readable = changes.filter((change) => change !== undefined)
  return {
    changes: readable,
    cursor: reply.next,
    isLast: reply.isLast,
    unreadable: changes.length - readable.length,
  }
}

/** One page of a list of all guests, which is read from its beginning each time. */
export interface SweepPage<Row> {
  readonly rows: readonly Row[]
  /** Undefined after the last page. */
  readonly cursor: string | undefined
}

/**
 * Reads on in a sweep.
 *
 * @returns undefined where the directory does not know the cursor any more.
 * @throws {DirectoryError}
 */
export async function readSweepPage<Row>(
  graph: Graph,
  path: string,
  rowOf: (object: unknown) => Row | undefined,
): Promise<SweepPage<Row> | undefined> {
  const reply = await graph.readPage(path)
  if (!reply) return undefined
  const rows = reply.value.map(rowOf).filter((row) => row !== undefined)
  return { rows, cursor: reply.isLast ? undefined : reply.next }
}
