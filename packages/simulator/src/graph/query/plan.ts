import type { Call } from '../operation.ts'
import { compileFilter } from './filter.ts'
import { unsupportedQuery } from './filter-property.ts'
import { type Compare, compileOrder, sortingNotSupported } from './order.ts'
import type { QueriedType } from './queried-type.ts'
import { compileSearch } from './search.ts'

/** What a request wants of a collection: which of its objects, in which order. */
export interface Plan {
  readonly fits: (object: object) => boolean
  /** Without it the order is the collection's own. */
  readonly compare: Compare | undefined
  /** Whether every object fits, so that nothing has to be looked at to count them. */
  readonly isWhole: boolean
}

/**
 * Judges the options of a request by the rules of aad-advanced-queries.md.
 *
 * Advanced are requests with `ConsistencyLevel: eventual` and a count. `$expand` and the advanced
 * parameters exclude each other: with it, Graph answers as if the header were missing
 * (microsoft-graph-docs-contrib#2577).
 *
 * @throws {GraphError} 400 for what Graph refuses.
 */
export function planQuery(call: Call, type: QueriedType): Plan {
  const { filter, search, orderBy, expand, count } = call.query
  const isEventual = call.isEventual && expand === undefined
  const isCount = /\/\$count(?:\?|$)/.test(call.path)
  const { negationOfNothing } = call.simulation.variants
  const asked = { isAdvanced: isEventual && (count || isCount), negationOfNothing }
  const tests: Plan['fits'][] = []
  if (search !== undefined) {
    if (!isEventual) {
      throw unsupportedQuery(
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      )
    }
    tests.push(compileSearch(search, type))
  }
  if (filter !== undefined) tests.push(compileFilter(filter, type, asked))
  if (orderBy !== undefined && filter !== undefined && !asked.isAdvanced) {
    throw sortingNotSupported()
  }
  return {
    fits: (object) => tests.every((test) => test(object)),
    compare: orderBy === undefined ? undefined : compileOrder(orderBy, type, asked),
    isWhole: tests.length === 0,
  }
}
