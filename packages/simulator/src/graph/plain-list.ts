import { badRequest } from './graph-error.ts'
import { type Call, contextOf, type GraphReply } from './operation.ts'
import { pageOf } from './paging.ts'
import type { Properties } from './properties.ts'
import { planQuery } from './query/plan.ts'
import { selectedContext } from './selected-context.ts'
import { choice, type Filterable, identifier, type QueriedType } from './query/queried-type.ts'

/** How a list of objects that are no users or groups may be asked for. */
export interface PlainList<Item> {
  /** Its address behind `$metadata#`. */
  readonly context: string
  /** The type's name in Graph's complaints. */
  readonly resource: string
  /** Names of what is equal or not, or what else may be asked of each. */
  readonly filterable: readonly string[] | QueriedType['filterable']
  readonly sortable?: QueriedType['sortable']
  readonly searchable?: QueriedType['searchable']
  readonly render: (item: Item) => Properties
}

/** A page of a list by `$filter`, `$select`, `$top` and `$count`, and what else the list allows. */
export function plainListReply<Item extends { readonly id: string }>(
  call: Call,
  everything: readonly Item[],
  list: PlainList<Item>,
): GraphReply {
  const entries = matching(call, everything, list)
  const { items, nextLink } = pageOf(call, entries)
  const type = { properties: Object.keys(entries[0]?.properties ?? {}) }
  const counts = call.query.count && call.query.skipToken === undefined
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, selectedContext(list.context, call.query.select, type)),
      ...(counts ? { '@odata.count': entries.length } : {}),
      ...(nextLink ? { '@odata.nextLink': nextLink } : {}),
      value: items.map(({ properties }) => select(call, properties)),
    },
  }
}

/** How many of such a list there are, as text. */
export function plainCountReply<Item extends { readonly id: string }>(
  call: Call,
  everything: readonly Item[],
  list: PlainList<Item>,
): GraphReply {
  if (!call.isEventual) throw badRequest('$count is not currently supported.')
  return { status: 200, body: String(matching(call, everything, list).length) }
}

/** One object of such a list. */
export function plainReply(call: Call, context: string, properties: Properties): GraphReply {
  const set = selectedContext(context, call.query.select, { properties: Object.keys(properties) })
  const body = {
    '@odata.context': contextOf(call, `${set}/$entity`),
    ...select(call, properties),
  }
  return { status: 200, body }
}

function select({ query }: Call, properties: Properties): Properties {
  if (!query.select) return properties
  // What is expanded is there, selected or not.
  const names = [...query.select, ...(query.expand ? [query.expand.name] : [])]
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => wanted.has(name.toLowerCase())),
  )
}

function matching<Item extends { readonly id: string }>(
  call: Call,
  everything: readonly Item[],
  list: PlainList<Item>,
): { readonly id: string; readonly properties: Properties }[] {
  const [first] = everything
  const { fits, compare } = planQuery(call, queriedType(list, first && list.render(first)))
  const entries = everything
    .map((item) => ({ id: item.id, properties: list.render(item) }))
    .filter(({ properties }) => fits(properties))
  return compare ? entries.toSorted((a, b) => compare(a.properties, b.properties)) : entries
}

function queriedType<Item>(
  { resource, filterable, sortable = {}, searchable = [] }: PlainList<Item>,
  properties: Properties = {},
): QueriedType {
  const equal = (name: string): Filterable =>
    name.endsWith('Id') || name === 'id' ? identifier : choice('default')
  const asked = isNames(filterable)
    ? Object.fromEntries(filterable.map((name) => [name, equal(name)]))
    : filterable
  return {
    name: resource,
    fullName: `microsoft.graph.${resource.charAt(0).toLowerCase()}${resource.slice(1)}`,
    filterable: asked,
    properties: [...new Set([...Object.keys(properties), ...Object.keys(asked)])],
    sortable,
    searchable,
  }
}

function isNames(filterable: PlainList<never>['filterable']): filterable is readonly string[] {
  return Array.isArray(filterable)
}
