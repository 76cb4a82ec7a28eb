import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'
import { roleGroupsPath } from './roles.ts'
import { sponsorsPath } from './sponsors.ts'

/** By ids only, what somebody has in an organization, so that it is known after they are gone. */
export interface Holdings {
  readonly memberOf: readonly GroupId[]
  /** Through other groups only. */
  readonly nestedIn: readonly GroupId[]
  readonly owns: readonly GroupId[]
  /** Ids of people and groups. */
  readonly sponsors: readonly string[]
}

const Id = Type.Object({ id: Type.String() })

export async function getHoldings(graph: Graph, personId: PersonId): Promise<Holdings> {
  const found = await graph.readMany(
    [
      `/users/${guid(personId)}/memberOf/microsoft.graph.group?${selectOf(Id)}&$top=999`,
      // As it is asked elsewhere in the same moment, which is one question then.
      roleGroupsPath(personId, 'transitiveMemberOf'),
      roleGroupsPath(personId, 'ownedObjects'),
      sponsorsPath(personId),
    ],
    Id,
  )
  const [memberOf = [], within = [], owns = [], sponsors = []] = found.map((objects = []) =>
    objects.map(({ id }) => id as GroupId),
  )
  const nestedIn = within.filter((id) => !memberOf.includes(id))
  return { memberOf, nestedIn, owns, sponsors }
}

/** How many groups somebody has a place in, each counted once. */
export function countGroups({ memberOf, nestedIn, owns }: Holdings): number {
  return new Set([...memberOf, ...nestedIn, ...owns]).size
}
