import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'

/** Somebody by whom others can reach an organization. */
export interface NamedPerson {
  readonly personId: PersonId
  readonly name: string
  readonly mail: string | undefined
}

const User = Type.Object({
  id: Type.String(),
  displayName: maybe(Type.String()),
  mail: maybe(Type.String()),
})

/** Of each of these people the name and address; whoever does not exist is left out. */
export async function listNames(graph: Graph, people: readonly PersonId[]): Promise<NamedPerson[]> {
  const paths = people.map((personId) => `/users/${guid(personId)}?${selectOf(User)}`)
  const found = await graph.readEach(paths, User)
  return found
    .filter((user) => user !== undefined)
    .map(({ id, displayName, mail }) => ({
      personId: id.toLowerCase() as PersonId,
      name: displayName ?? '',
      mail: mail ?? undefined,
    }))
}
