import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { readSweepPage, type SweepPage } from './feed.ts'
import type { Graph } from './graph.ts'
import { maybe } from './graph-shape.ts'
import { DirectoryObject, isGroupObject } from './sponsors.ts'

/** Who is answerable for one guest, and what no feed tells of the guest. */
export interface SponsoredGuest {
  readonly guestId: PersonId
  readonly isProtected: boolean
  readonly sponsors: readonly KnownSponsor[]
}

/** A person or group by id; without a name where the reader may not see it. */
export interface KnownSponsor {
  readonly sponsorId: string
  readonly kind: 'person' | 'group'
  readonly name: string | undefined
  readonly mail: string | undefined
}

const readable = Compile(
  Type.Object({
    id: Type.String(),
    isManagementRestricted: maybe(Type.Boolean()),
    sponsors: maybe(Type.Array(DirectoryObject)),
  }),
)
const beginning =
  "/users?$filter=userType%20eq%20'Guest'&$select=id,isManagementRestricted" +
  '&$expand=sponsors($select=id,displayName,mail)&$top=999'

/**
 * The next page of all guests with their sponsors (Microsoft Graph, "List users", expansion of
 * sponsors: up to twenty of each).
 */
export async function readSponsorSweep(
  graph: Graph,
  cursor: string | undefined,
): Promise<SweepPage<SponsoredGuest> | undefined> {
  return readSweepPage(graph, cursor ?? beginning, (object) => {
    if (!readable.Check(object)) return undefined
    return {
      guestId: object.id.toLowerCase() as PersonId,
      isProtected: object.isManagementRestricted === true,
      sponsors: (object.sponsors ?? []).map((sponsor) => ({
        sponsorId: sponsor.id.toLowerCase(),
        kind: isGroupObject(sponsor) ? ('group' as const) : ('person' as const),
        name: sponsor.displayName ?? undefined,
        mail: sponsor.mail ?? undefined,
      })),
    }
  })
}
