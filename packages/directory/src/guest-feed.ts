import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { type FeedPage, readFeedPage } from './feed.ts'
import type { Graph } from './graph.ts'
import { selectOf } from './graph-shape.ts'
import { type Person, personOf, User } from './person.ts'

/** What a feed of users says of one of them. Of people who are no guests it says the id only. */
export type GuestChange =
  | { readonly what: 'guest'; readonly guest: Person }
  | { readonly what: 'other'; readonly personId: PersonId }
  /** `restorable`: an administrator can bring them back; `gone`: nobody can. */
  | {
      readonly what: 'removed'
      readonly personId: PersonId
      readonly how: 'restorable' | 'gone'
    }

const Removed = Compile(
  Type.Object({
    id: Type.String(),
    '@removed': Type.Object({ reason: Type.Optional(Type.String()) }),
  }),
)
const readable = Compile(User)
const beginning = `/users/delta?${selectOf(User)}`

/**
 * The next page of what became of the organization's guests (Microsoft Graph, "user: delta", and
 * "Get incremental changes for users"). The feed has no filter: it tells of everybody.
 */
export async function readGuestFeed(
  graph: Graph,
  cursor: string | undefined,
): Promise<FeedPage<GuestChange> | undefined> {
  return readFeedPage(graph, cursor ?? beginning, changeOf)
}

function changeOf(object: unknown): GuestChange | undefined {
  if (Removed.Check(object)) {
    const how = object['@removed'].reason === 'changed' ? 'restorable' : 'gone'
    return { what: 'removed', personId: idOf(object), how }
  }
  if (!readable.Check(object)) return undefined
  const guest = personOf(object)
  return guest.kind === 'guest'
    ? { what: 'guest', guest }
    : { what: 'other', personId: guest.personId }
}

function idOf({ id }: { id: string }): PersonId {
  return id.toLowerCase() as PersonId
}
