import type { PersonId } from '@foyer/contracts/ids'
import type { Sponsor } from '@foyer/contracts/me'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'

export const DirectoryObject = Type.Object({
  '@odata.type': maybe(Type.String()),
  id: Type.String(),
  displayName: maybe(Type.String()),
  mail: maybe(Type.String()),
})

/** Whoever is answerable for a person; those whose name the reader may not see are left out. */
export async function listSponsors(graph: Graph, personId: PersonId): Promise<Sponsor[]> {
  const path = `/users/${guid(personId)}/sponsors?${selectOf(DirectoryObject)}`
  const found = (await graph.readAll(path, DirectoryObject)) ?? []
  return found.flatMap(({ displayName, mail, ...object }) =>
    displayName
      ? [
          {
            kind: isGroupObject(object) ? ('group' as const) : ('person' as const),
            name: displayName,
            ...(mail ? { mail } : {}),
          },
        ]
      : [],
  )
}

export function isGroupObject({ '@odata.type': type }: { '@odata.type'?: string | null }): boolean {
  return type === '#microsoft.graph.group'
}
