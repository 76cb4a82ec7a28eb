import { badRequest } from '../graph-error.ts'
import { unsupportedQuery } from './filter-property.ts'
import type { Asked, QueriedType } from './queried-type.ts'

/** Compares two objects of a type, as `Array.sort` wants it. */
export type Compare = (one: object, other: object) => number

/**
 * Turns an `$orderby` into a comparison; what has no value comes first.
 *
 * @throws {GraphError} 400 for an unknown property, and for an order that Graph does not make, or
 *   makes only with the advanced parameters.
 */
export function compileOrder(orderBy: string, type: QueriedType, asked: Asked): Compare {
  const comparisons = orderBy.split(',').map((part) => compilePart(part.trim(), type, asked))
  return (one, other) => {
    for (const compare of comparisons) {
      const order = compare(one, other)
      if (order !== 0) return order
    }
    return 0
  }
}

/** @returns the error of Graph for an order that it does not make. */
export function sortingNotSupported(): Error {
  return unsupportedQuery('Sorting not supported for current query.')
}

function compilePart(part: string, type: QueriedType, { isAdvanced }: Asked): Compare {
  const [, name = '', direction = 'asc'] = /^([\w/]+)(?:\s+(asc|desc))?$/i.exec(part) ?? []
  const property = type.properties.find((known) => known.toLowerCase() === name.toLowerCase())
  if (property === undefined) {
    throw badRequest(
      `Could not find a property named '${name || part}' on type '${type.fullName}'.`,
      'BadRequest',
    )
  }
  const support = type.sortable[property]
  if (!support || (support === 'advanced' && !isAdvanced)) throw sortingNotSupported()
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1
  return (one, other) => sign * compareTexts(textOf(one, property), textOf(other, property))
}

function textOf(object: object, property: string): string {
  const value = (object as Readonly<Record<string, unknown>>)[property]
  return typeof value === 'string' ? value : ''
}

const collator = new Intl.Collator('en', { sensitivity: 'base' })

function compareTexts(one: string, other: string): number {
  return collator.compare(one, other)
}
