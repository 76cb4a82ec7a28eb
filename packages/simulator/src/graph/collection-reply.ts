import { badRequest } from './graph-error.ts'
import { type DirectoryObject, type ObjectType, renderObject } from './directory-object.ts'
import { type Call, contextOf, type GraphReply } from './operation.ts'
import { pageOf } from './paging.ts'
import { planQuery } from './query/plan.ts'
import { identifier, type QueriedType, text } from './query/queried-type.ts'
import { unsupportedQuery } from './query/filter-property.ts'
import { queriedGroup } from './queried-group.ts'
import { selectedContext } from './selected-context.ts'
import { queriedUser } from './queried-user.ts'

/** What may be asked of objects whose type the address does not tell. */
const queriedObject: QueriedType = {
  name: 'DirectoryObject',
  fullName: 'microsoft.graph.directoryObject',
  // displayName: group-list-members.md, example 5.
  filterable: { id: identifier, displayName: text('advanced') },
  properties: ['id', 'deletedDateTime', 'displayName'],
  sortable: { displayName: 'advanced' },
  searchable: ['description', 'displayName'],
}

/**
 * A page of objects, filtered, searched and sorted; of one type where the address casts to it.
 *
 * @throws {GraphError} 400 for a query that Graph refuses. A relation takes `$filter` and
 *   `$orderby` with the advanced parameters only (aad-advanced-queries.md).
 */
export function collectionReply(
  call: Call,
  objects: readonly DirectoryObject[],
  cast?: ObjectType,
): GraphReply {
  requireAdvancedParameters(call)
  return listReply(call, objects, cast)
}

/** As {@link collectionReply}, for a collection of its own: no relation of something else. */
export function listReply(
  call: Call,
  objects: readonly DirectoryObject[],
  cast?: ObjectType,
): GraphReply {
  const wanted = matching(call, objects, cast)
  const { items, nextLink } = pageOf(call, wanted)
  const isFirstPage = call.query.skipToken === undefined
  const { select } = call.query
  const set = cast ? `${cast}s` : 'directoryObjects'
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, selectedContext(set, select, queriedTypeOf(cast))),
      // Without the header the option is ignored in silence (advanced-queries.md).
      ...(call.query.count && call.isEventual && isFirstPage
        ? { '@odata.count': wanted.length }
        : {}),
      ...(nextLink ? { '@odata.nextLink': nextLink } : {}),
      value: items.map((entry) => renderObject(call, entry, { withType: !cast })),
    },
  }
}

/** @throws {GraphError} 400 without `ConsistencyLevel: eventual`. */
export function countReply(
  call: Call,
  objects: readonly DirectoryObject[],
  cast?: ObjectType,
): GraphReply {
  if (!call.isEventual) throw badRequest('$count is not currently supported.')
  return { status: 200, body: String(matching(call, objects, cast).length) }
}

function matching(
  call: Call,
  objects: readonly DirectoryObject[],
  cast: ObjectType | undefined,
): readonly DirectoryObject[] {
  const { fits, compare, isWhole } = planQuery(call, queriedTypeOf(cast))
  const ofType = cast ? objects.filter(({ type }) => type === cast) : objects
  const found = isWhole ? ofType : ofType.filter(({ object }) => fits(object))
  return compare ? found.toSorted((one, other) => compare(one.object, other.object)) : found
}

function queriedTypeOf(cast: ObjectType | undefined): QueriedType {
  if (cast === 'user') return queriedUser
  return cast === 'group' ? queriedGroup : queriedObject
}

function requireAdvancedParameters({ query, isEventual }: Call): void {
  const isAdvanced = isEventual && query.count
  if (isAdvanced || (query.filter === undefined && query.orderBy === undefined)) return
  throw unsupportedQuery(
    'The specified filter to the reference property query is currently not supported.',
  )
}
