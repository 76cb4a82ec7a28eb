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

/** Whoever is answerable for a person, with their id or that of the group. */
export interface IdentifiedSponsor extends Sponsor {
  readonly sponsorId: string
}

/** Whoever is answerable for a person; those whose name the reader may not see are left out. */
export async function listSponsors(graph: Graph, personId: PersonId): Promise<IdentifiedSponsor[]> {
  const found = (await graph.readAll(sponsorsPath(personId), DirectoryObject)) ?? []
  return found.flatMap(({ displayName, mail, ...object }) =>
    displayName
      ? [
          {
            sponsorId: object.id.toLowerCase(),
            kind: isGroupObject(object) ? ('group' as const) : ('person' as const),
            name: displayName,
            ...(mail ? { mail } : {}),
          },
        ]
      : [],
  )
}

export function sponsorsPath(personId: PersonId): string {
  return `/users/${guid(personId)}/sponsors?${selectOf(DirectoryObject)}`
}

export function isGroupObject({ '@odata.type': type }: { '@odata.type'?: string | null }): boolean {
  return type === '#microsoft.graph.group'
}
