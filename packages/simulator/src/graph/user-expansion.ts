import type { User } from '../world/user.ts'
import { findObject, renderObject } from './directory-object.ts'
import type { Call } from './operation.ts'
import type { Properties } from './properties.ts'
import { type Expansion, invalidExpansion } from './query/expansion.ts'

/** Graph shows no more of an expanded relation, and gives no link to the rest. */
const mostExpanded = 20

/**
 * What `$expand` adds to a user: the manager, or up to twenty of a list.
 *
 * @throws {GraphError} 400 for what is no relation of users.
 */
export function expandUser(call: Call, user: User): Properties {
  const { expand } = call.query
  if (!expand) return {}
  const nested: Call = { ...call, query: { ...call.query, select: expand.select } }
  if (expand.name.toLowerCase() === 'manager') return expandManager(nested, user, expand)
  const relation = relations.find(({ name }) => name.toLowerCase() === expand.name.toLowerCase())
  if (!relation) {
    throw invalidExpansion(
      `Could not find a property named '${expand.name}' on type 'microsoft.graph.user'.`,
    )
  }
  const objects = relation
    .ids(call, user.id)
    .flatMap((id) => findObject(call.tenant, id) ?? [])
    .slice(0, mostExpanded)
  return { [relation.name]: objects.map((object) => renderObject(nested, object)) }
}

const relations: readonly {
  readonly name: string
  readonly ids: (call: Call, userId: string) => readonly string[]
}[] = [
  { name: 'sponsors', ids: ({ tenant }, id) => tenant.sponsors.from(id) },
  { name: 'directReports', ids: ({ tenant }, id) => tenant.managers.to(id) },
  { name: 'memberOf', ids: ({ tenant }, id) => tenant.members.to(id) },
  { name: 'ownedObjects', ids: ({ tenant }, id) => tenant.owners.to(id) },
]

/** `$levels` goes up the chain, and asks for the advanced header (user-list-manager.md). */
function expandManager(call: Call, user: User, { levels = 1 }: Expansion): Properties {
  if (levels !== 1 && !call.isEventual) {
    throw invalidExpansion("'$levels' needs the header 'ConsistencyLevel: eventual'.")
  }
  return managersOf(call, user.id, levels === 'max' ? Number.POSITIVE_INFINITY : levels, new Set())
}

function managersOf(
  call: Call,
  userId: string,
  levels: number,
  seen: ReadonlySet<string>,
): Properties {
  const managerId = call.tenant.managers.from(userId)[0]
  const manager = managerId === undefined ? undefined : findObject(call.tenant, managerId)
  if (!manager || levels < 1 || seen.has(manager.id)) return {}
  const above = managersOf(call, manager.id, levels - 1, new Set([...seen, userId]))
  return { manager: { ...renderObject(call, manager), ...above } }
}
