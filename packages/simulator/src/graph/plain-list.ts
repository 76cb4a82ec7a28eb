import { type Call, contextOf, type GraphReply } from './operation.ts'
import { pageOf } from './paging.ts'
import type { Properties } from './properties.ts'
import { planQuery } from './query/plan.ts'
import { choice, identifier, type QueriedType } from './query/queried-type.ts'

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
  const [first] = everything
  const properties = first ? Object.keys(render(first)) : filterable
  const { fits } = planQuery(call, queriedType(resource, filterable, properties))
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

function queriedType(
  resource: string,
  filterable: readonly string[],
  properties: readonly string[],
): QueriedType {
  return {
    name: resource,
    fullName: `microsoft.graph.${resource.charAt(0).toLowerCase()}${resource.slice(1)}`,
    filterable: Object.fromEntries(
      filterable.map((name) => [name, name.endsWith('Id') ? identifier : choice('default')]),
    ),
    properties,
    sortable: {},
    searchable: [],
  }
}
