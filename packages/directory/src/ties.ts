import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'
import { sponsorsPath } from './sponsors.ts'

/** By ids, what a decision about somebody rests on. */
export interface Ties {
  /** The groups that they are in directly. */
  readonly memberOf: readonly GroupId[]
  /** People and groups. */
  readonly sponsors: readonly string[]
}

const Id = Type.Object({ id: Type.String() })

/** Who vouches for somebody, and what they are in: nobody for whom is unknown (Microsoft Graph, "List sponsors"). */
export async function getTies(graph: Graph, personId: PersonId): Promise<Ties> {
  const found = await graph.readMany(
    [
      `/users/${guid(personId)}/memberOf/microsoft.graph.group?${selectOf(Id)}&$top=999`,
      sponsorsPath(personId),
    ],
    Id,
  )
  const [memberOf = [], sponsors = []] = found.map((objects = []) => objects.map(({ id }) => id))
  return { memberOf: memberOf as GroupId[], sponsors }
}
