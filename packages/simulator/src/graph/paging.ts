import { hash } from 'node:crypto'
import { badRequest } from './graph-error.ts'
import type { Call } from './operation.ts'

const usualPage = 100

/** One page of ids, and the address of the next. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextLink: string | undefined
}

/**
 * Cuts a page out of a list whose entries may vanish between two requests: the mark of a page is
 * the last entry of the one before, and its place for the case that it is gone.
 */
export function pageOf<Item extends { readonly id: string }>(
  call: Call,
  everything: readonly Item[],
  sizeUnasked = usualPage,
): Page<Item> {
  const size = call.query.top ?? sizeUnasked
  const from = startOf(call, everything)
  const items = everything.slice(from, from + size)
  const last = items.at(-1)
  const hasMore = from + size < everything.length
  return { items, nextLink: hasMore && last ? linkAfter(call, last.id, from + size) : undefined }
}

/** The address of the page after an entry: the same question with an opaque mark. */
export function linkAfter(call: Call, id: string, place: number): string {
  const url = new URL(call.path, call.origin)
  url.searchParams.delete('$skiptoken')
  const query = [...url.searchParams].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const mark = Buffer.from(JSON.stringify([id, place, questionOf(call)])).toString('base64url')
  return `${call.origin}${url.pathname}?${[...query, `$skiptoken=${mark}`].join('&')}`
}

/** @throws {GraphError} 400 for a mark that was not given out for this question. */
export function readMark(call: Call): { id: string; place: number } | undefined {
  const { skipToken } = call.query
  if (skipToken === undefined) return undefined
  try {
    const [id, place, question] = JSON.parse(
      Buffer.from(skipToken, 'base64url').toString('utf8'),
    ) as unknown[]
    const isPlace = typeof place === 'number' && Number.isInteger(place) && place >= 0
    if (typeof id === 'string' && isPlace && question === questionOf(call)) return { id, place }
  } catch {
    // Answered below, like every other mark that cannot be read.
  }
  throw badRequest(
    'The specified page token value has expired and can no longer be included in your request.',
    'Directory_ExpiredPageToken',
  )
}

/** What a mark belongs to: the tenant, the collection, and which of it was asked for. */
function questionOf({ tenant, path, query, origin }: Call): string {
  const { pathname } = new URL(path, origin)
  const { filter, search, orderBy } = query
  const question = [tenant.tenantId, pathname.toLowerCase(), filter, search, orderBy]
  return hash('sha256', JSON.stringify(question)).slice(0, 16)
}

function startOf(call: Call, everything: readonly { readonly id: string }[]): number {
  const mark = readMark(call)
  if (!mark) return 0
  const at = everything[mark.place - 1]
  if (at?.id === mark.id) return mark.place
  const place = everything.findIndex(({ id }) => id === mark.id)
  return place >= 0 ? place + 1 : Math.min(mark.place, everything.length)
}
