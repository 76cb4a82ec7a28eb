import type { Variants } from '../../variants.ts'
import type { Properties } from '../properties.ts'

/** How much one page may hold, and how much it holds already. */
export interface Budget {
  objects: number
  links: number
}

export function budgetOf({ deltaPage }: Variants): Budget {
  const [objects, links] = deltaPage.match(/\d+/g) ?? []
  return { objects: Number(objects), links: Number(links) }
}

/** Where the next page begins: with this object, after this link of it. */
export interface Mark {
  readonly at: string
  readonly link: string
}

export interface Page {
  readonly value: readonly Properties[]
  readonly next: Mark | undefined
}

/**
 * Fills a page with objects and their links. An object with more links than fit comes again on
 * the next page with further ones (delta-query-groups.md, "Paging through members").
 *
 * @param ids in ascending order.
 * @param linksOf its links in ascending order; undefined where the object is not told at all.
 */
export function fillPage(
  budget: Budget,
  ids: readonly string[],
  begin: Mark,
  linksOf: (id: string) => readonly string[] | undefined,
  tell: (id: string, links: readonly string[]) => Properties,
): Page {
  const value: Properties[] = []
  let linksLeft = budget.links
  for (let index = placeOf(ids, begin.at); index < ids.length; index += 1) {
    const id = ids[index] ?? ''
    const everyLink = linksOf(id)
    if (!everyLink) continue
    const told = id === begin.at ? begin.link : ''
    if (value.length === budget.objects || linksLeft === 0) {
      return { value, next: { at: id, link: told } }
    }
    const first = told === '' ? 0 : placeOf(everyLink, `${told}\0`)
    const links = everyLink.slice(first, first + linksLeft)
    linksLeft -= links.length
    value.push(tell(id, links))
    if (first + links.length < everyLink.length) {
      return { value, next: { at: id, link: links.at(-1) ?? told } }
    }
  }
  return { value, next: undefined }
}

/** The first place whose text is not before the wanted one. */
function placeOf(sorted: readonly string[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}
