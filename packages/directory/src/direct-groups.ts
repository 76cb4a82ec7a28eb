import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { guid } from './reference-url.ts'

const Id = Type.Object({ id: Type.String() })

/** What one person is in, and owns, without the groups around those. */
export interface DirectGroups {
  readonly memberOf: readonly GroupId[]
  readonly owns: readonly GroupId[]
}

/** The groups that people are in themselves and own, in the order of the people. */
export async function listDirectGroups(
  graph: Graph,
  people: readonly PersonId[],
): Promise<DirectGroups[]> {
  const groupsOf = async (relation: string) => {
    const paths = people.map(
      (personId) =>
        `/users/${guid(personId)}/${relation}/microsoft.graph.group?$select=id&$top=999`,
    )
    const found = await graph.readMany(paths, Id)
    return found.map((groups = []) => groups.map(({ id }) => id.toLowerCase() as GroupId))
  }
  const [memberOf, owns] = await Promise.all([groupsOf('memberOf'), groupsOf('ownedObjects')])
  return people.map((_, place) => ({ memberOf: memberOf[place] ?? [], owns: owns[place] ?? [] }))
}
