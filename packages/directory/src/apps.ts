import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { whereReadable } from './readable.ts'
import { guid } from './reference-url.ts'

const Assignment = Type.Object({
  id: Type.String(),
  resourceId: Type.String(),
  resourceDisplayName: maybe(Type.String()),
})

/**
 * The names of the apps that are assigned to a person, to them or to a group that they are directly
 * in, each once (Microsoft Graph, "List appRoleAssignments granted to a user"); undefined where they
 * cannot be read.
 */
export async function listApps(
  graph: Graph,
  personId: PersonId,
): Promise<readonly string[] | undefined> {
  const path = `/users/${guid(personId)}/appRoleAssignments?${selectOf(Assignment)}&$top=999`
  const assignments = await whereReadable(graph.readAll(path, Assignment))
  if (!assignments) return undefined
  // Somebody may hold several roles of one app; one without a name is found by its id.
  const names = new Map(
    assignments.map(({ resourceId, resourceDisplayName }) => [
      resourceId,
      resourceDisplayName || resourceId,
    ]),
  )
  return [...names.values()].toSorted((one, other) => one.localeCompare(other, 'en'))
}
