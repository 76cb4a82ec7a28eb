import { unitOfScope } from '../world/administrative-unit.ts'
import { findDirectoryRole } from '../world/directory-roles.ts'
import type { RoleAssignment } from '../world/role.ts'
import { type DirectoryObject, findObject, renderObject } from './directory-object.ts'
import type { Call } from './operation.ts'
import type { Properties } from './properties.ts'
import { invalidExpansion } from './query/expansion.ts'
import { definitionOf } from './role-definitions.ts'

type Relation = (call: Call, assignment: RoleAssignment) => unknown

/** Each "supports $expand" (unifiedroleassignment.md, unifiedroleschedulebase.md and its kin). */
const relations: Readonly<Record<string, Relation>> = {
  principal: (call, { principalId }) => shown(call, findObject(call.tenant, principalId)),
  roleDefinition(call, { roleDefinitionId }) {
    const role = findDirectoryRole(roleDefinitionId)
    const { select } = call.query
    if (!role) return null
    const properties = Object.entries(definitionOf(role))
    return Object.fromEntries(properties.filter(([name]) => select?.includes(name) ?? true))
  },
  directoryScope: (call, { directoryScopeId }) => shown(call, scopeOf(call, directoryScopeId)),
}

/**
 * What `$expand` adds to an assignment of a role: one relation.
 *
 * @throws {GraphError} 400 for what is no relation of it.
 */
export function expandRole(call: Call): (assignment: RoleAssignment) => Properties {
  const { expand } = call.query
  if (!expand) return () => ({})
  const wanted = expand.name.toLowerCase()
  const [name, relation] =
    Object.entries(relations).find(([known]) => known.toLowerCase() === wanted) ?? []
  if (!name || !relation) {
    throw invalidExpansion(
      `Could not find a property named '${expand.name}' on type 'microsoft.graph.unifiedRoleAssignment'.`,
    )
  }
  const nested: Call = { ...call, query: { ...call.query, select: expand.select } }
  return (assignment) => ({ [name]: relation(nested, assignment) })
}

/** What is gone is no relation's end. */
function shown(call: Call, object: DirectoryObject | undefined): Properties | null {
  return object ? renderObject(call, object) : null
}

/** A unit, or one object; the whole directory is none. */
function scopeOf({ tenant }: Call, directoryScopeId: string): DirectoryObject | undefined {
  const id = unitOfScope(directoryScopeId)
  const object = id === undefined ? undefined : tenant.administrativeUnits.get(id)
  if (id !== undefined && object) return { type: 'administrativeUnit', id, object }
  return findObject(tenant, directoryScopeId.slice(1).toLowerCase())
}
