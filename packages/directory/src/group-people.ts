import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { selectOf } from './graph-shape.ts'
import { type Person, personOf, User } from './person.ts'
import { guid } from './reference-url.ts'

const Members = Type.Object({ value: Type.Array(User) })
const Id = Type.Object({ id: Type.String() })

/**
 * The people who are in each of these groups themselves, of a large group the first 999; undefined for
 * one that does not exist.
 */
export async function listMembers(
  graph: Graph,
  groupIds: readonly GroupId[],
): Promise<(Person[] | undefined)[]> {
  const paths = groupIds.map(
    (groupId) => `/groups/${guid(groupId)}/members/microsoft.graph.user?${selectOf(User)}&$top=999`,
  )
  const found = await graph.readEach(paths, Members)
  return found.map((members) => members?.value.map(personOf))
}

/** The ids of whoever owns each of these groups; undefined for one that does not exist. */
export async function listOwners(
  graph: Graph,
  groupIds: readonly GroupId[],
): Promise<(PersonId[] | undefined)[]> {
  const paths = groupIds.map(
    (groupId) => `/groups/${guid(groupId)}/owners?${selectOf(Id)}&$top=999`,
  )
  const found = await graph.readMany(paths, Id)
  return found.map((owners) => owners?.map(({ id }) => id.toLowerCase() as PersonId))
}
