import { badRequest } from './graph-error.ts'
import { type Call, contextOf, type GraphReply } from './operation.ts'
import { pageOf } from './paging.ts'
import type { Properties } from './properties.ts'
import { readEqualities } from './query.ts'

/** How a list of objects that are no users or groups may be asked for. */
export interface PlainList<Item> {
  /** Its address behind `$metadata#`. */
  readonly context: string
  /** The type's name in Graph's complaints. */
  readonly resource: string
  readonly filterable: readonly string[]
  readonly render: (item: Item) => Properties
}

/** A page of a list by `$filter` (equality), `$select`, `$top` and `$count`. */
export function plainListReply<Item extends { readonly id: string }>(
  call: Call,
  everything: readonly Item[],
  { context, resource, filterable, render }: PlainList<Item>,
): GraphReply {
  const fits = filterOf(call.query.filter, resource, filterable)
  const entries = everything
    .map((item) => ({ id: item.id, properties: render(item) }))
    .filter(({ properties }) => fits(properties))
  const { items, nextLink } = pageOf(call, entries)
  const counts = call.query.count && call.query.skipToken === undefined
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, context),
      ...(counts ? { '@odata.count': entries.length } : {}),
      ...(nextLink ? { '@odata.nextLink': nextLink } : {}),
      value: items.map(({ properties }) => select(call, properties)),
    },
  }
}

/** One object of such a list. */
export function plainReply(call: Call, context: string, properties: Properties): GraphReply {
  const body = {
    '@odata.context': contextOf(call, `${context}/$entity`),
    ...select(call, properties),
  }
  return { status: 200, body }
}

function select({ query }: Call, properties: Properties): Properties {
  if (!query.select) return properties
  const wanted = new Set(query.select.map((name) => name.toLowerCase()))
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => wanted.has(name.toLowerCase())),
  )
}

function filterOf(
  filter: string | undefined,
  resource: string,
  filterable: readonly string[],
): (properties: Properties) => boolean {
  if (filter === undefined) return () => true
  const wanted = [...readEqualities(filter)].map(([name, value]) => {
    const property = filterable.find((known) => known.toLowerCase() === name.toLowerCase())
    if (property) return [property, fold(value)] as const
    throw badRequest(
      `Unsupported or invalid query filter clause specified for property '${name}' of resource '${resource}'.`,
      'Request_UnsupportedQuery',
    )
  })
  return (properties) =>
    wanted.every(([property, value]) => fold(properties[property] ?? null) === value)
}

function fold(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value
}
