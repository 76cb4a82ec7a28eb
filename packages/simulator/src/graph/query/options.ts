import { badRequest, NotSimulated } from '../graph-error.ts'
import { type Expansion, namesOf, readExpansion } from './expansion.ts'
import { unsupportedQuery } from './filter-property.ts'

/** The OData options of a request, read but not yet judged: that needs the type of what is asked. */
export interface Query {
  readonly select: readonly string[] | undefined
  readonly expand: Expansion | undefined
  readonly top: number | undefined
  readonly count: boolean
  readonly filter: string | undefined
  readonly search: string | undefined
  readonly orderBy: string | undefined
  readonly skipToken: string | undefined
}

const known = [
  '$select',
  '$expand',
  '$top',
  '$count',
  '$filter',
  '$search',
  '$orderby',
  '$skiptoken',
]
const usualLargestPage = 999

/**
 * @param largestPage the largest `$top` of the operation.
 * @throws {GraphError} 400 for a bad value, 501 for an option that is not simulated.
 */
export function readQuery(parameters: URLSearchParams, largestPage = usualLargestPage): Query {
  const options = new Map<string, string>()
  for (const [name, value] of parameters) {
    const lower = name.toLowerCase()
    // The dollar sign may be left out, as Graph allows.
    const option = lower.startsWith('$') ? lower : `$${lower}`
    if (option === '$skip') throw badRequest("'$skip' is not supported by the service.")
    if (known.includes(option)) options.set(option, value)
    else if (name.startsWith('$')) throw new NotSimulated(`query option ${option}`)
  }
  const select = options.get('$select')
  const expand = options.get('$expand')
  return {
    select: select === undefined ? undefined : namesOf(select),
    expand: expand === undefined ? undefined : readExpansion(expand),
    top: readTop(options.get('$top'), largestPage),
    count: options.get('$count')?.toLowerCase() === 'true',
    filter: options.get('$filter'),
    search: options.get('$search'),
    orderBy: options.get('$orderby'),
    skipToken: options.get('$skiptoken'),
  }
}

function readTop(text: string | undefined, largestPage: number): number | undefined {
  if (text === undefined) return undefined
  const top = Number(text)
  if (!Number.isInteger(top) || top < 1 || top > largestPage) {
    throw unsupportedQuery(
      `Invalid page size specified: '${text}'. Must be between 1 and ${largestPage} inclusive.`,
    )
  }
  return top
}

/** Resource units of a request: what selects little costs less (throttling.md). */
export function costOf(base: number, { select, top }: Query): number {
  const saved = (select ? 1 : 0) + (top !== undefined && top < 20 ? 1 : 0)
  return Math.max(1, base - saved)
}
