import type { Group } from '../world/group.ts'
import { renderObject } from './directory-object.ts'
import { membersOf, parentsOf, ownersOf } from './group-relations.ts'
import type { Call } from './operation.ts'
import type { Properties } from './properties.ts'
import { invalidExpansion } from './query/expansion.ts'

/** Graph shows no more of an expanded relation, and gives no link to the rest (query-parameters.md). */
const mostExpanded = 20

const relations = { members: membersOf, owners: ownersOf, memberOf: parentsOf } as const

/**
 * What `$expand` adds to a group: up to twenty of one relation.
 *
 * @throws {GraphError} 400 for what is no relation of groups, 403 for hidden members.
 */
export function expandGroup(call: Call, group: Group): Properties {
  const { expand } = call.query
  if (!expand) return {}
  const wanted = expand.name.toLowerCase()
  const [name, list] =
    Object.entries(relations).find(([known]) => known.toLowerCase() === wanted) ?? []
  if (!name || !list) {
    throw invalidExpansion(
      `Could not find a property named '${expand.name}' on type 'microsoft.graph.group'.`,
    )
  }
  const nested: Call = { ...call, query: { ...call.query, select: expand.select } }
  const objects = list(nested, group).slice(0, mostExpanded)
  return { [name]: objects.map((object) => renderObject(nested, object)) }
}
