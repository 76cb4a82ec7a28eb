import { badRequest, NotSimulated } from './graph-error.ts'

/** The OData options of a request that are simulated. */
export interface Query {
  readonly select: readonly string[] | undefined
  readonly top: number | undefined
  readonly count: boolean
  readonly filter: string | undefined
  readonly skipToken: string | undefined
}

const known = ['$select', '$top', '$count', '$filter', '$skiptoken']
const largestPage = 999

/** @throws {GraphError} 400 for a bad value, 501 for an option that is not simulated. */
export function readQuery(parameters: URLSearchParams): Query {
  const options = new Map<string, string>()
  for (const [name, value] of parameters) {
    const lower = name.toLowerCase()
    // The dollar sign may be left out, as Graph allows.
    const option = lower.startsWith('$') ? lower : `$${lower}`
    if (known.includes(option)) options.set(option, value)
    else if (name.startsWith('$')) throw new NotSimulated(`query option ${option}`)
  }
  const select = options.get('$select')
  return {
    select: select
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    top: readTop(options.get('$top')),
    count: options.get('$count') === 'true',
    filter: options.get('$filter'),
    skipToken: options.get('$skiptoken'),
  }
}

function readTop(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const top = Number(text)
  if (!Number.isInteger(top) || top < 1 || top > largestPage) {
    throw badRequest(
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

/** The conditions `property eq value` of a filter, joined by `and`. */
export function readEqualities(filter: string): ReadonlyMap<string, string | boolean | null> {
  const conditions = filter.split(/\s+and\s+/i).map((condition) => {
    const match = /^\(?\s*(\w+)\s+eq\s+('(?:[^']|'')*'|true|false|null)\s*\)?$/i.exec(
      condition.trim(),
    )
    const [, name, literal] = match ?? []
    if (!name || literal === undefined) throw new NotSimulated(`filter ${filter}`)
    return [name, valueOf(literal)] as const
  })
  return new Map(conditions)
}

function valueOf(literal: string): string | boolean | null {
  if (literal.startsWith("'")) return literal.slice(1, -1).replaceAll("''", "'")
  if (literal.toLowerCase() === 'null') return null
  return literal.toLowerCase() === 'true'
}
