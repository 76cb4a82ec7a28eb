import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { type FeedPage, readFeedPage } from './feed.ts'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { type DirectoryGroup, Group, groupOf } from './group.ts'
import { isGroupObject } from './sponsors.ts'

/** What a feed of groups says of one of them; of a large one it speaks on several pages. */
export type GroupChange =
  | {
      readonly what: 'group'
      readonly group: DirectoryGroup
      readonly people: Links<PersonId>
      readonly groups: Links<GroupId>
      readonly owners: Links<PersonId>
    }
  | {
      readonly what: 'removed'
      readonly groupId: GroupId
      readonly how: 'restorable' | 'gone'
    }

/** Who came into a relation and who went, as far as the page tells. */
export interface Links<Id> {
  readonly added: readonly Id[]
  readonly removed: readonly Id[]
}

const removal = Type.Object({ reason: Type.Optional(Type.String()) })
const Link = Type.Object({
  '@odata.type': maybe(Type.String()),
  id: Type.String(),
  '@removed': Type.Optional(removal),
})
const readable = Compile(
  Type.Object({
    ...Group.properties,
    'members@delta': Type.Optional(Type.Array(Link)),
    'owners@delta': Type.Optional(Type.Array(Link)),
  }),
)
const Removed = Compile(Type.Object({ id: Type.String(), '@removed': removal }))
const beginning = `/groups/delta?${selectOf(Group)},members,owners`

/**
 * The next page of what became of the organization's groups and of who is in them and owns them
 * (Microsoft Graph, "group: delta", and "Get incremental changes for groups").
 */
export async function readGroupFeed(
  graph: Graph,
  cursor: string | undefined,
): Promise<FeedPage<GroupChange> | undefined> {
  return readFeedPage(graph, cursor ?? beginning, changeOf)
}

function changeOf(object: unknown): GroupChange | undefined {
  if (Removed.Check(object)) {
    const how = object['@removed'].reason === 'changed' ? 'restorable' : 'gone'
    return { what: 'removed', groupId: object.id.toLowerCase() as GroupId, how }
  }
  if (!readable.Check(object)) return undefined
  const members = object['members@delta'] ?? []
  return {
    what: 'group',
    group: groupOf(object),
    people: linksOf<PersonId>(members.filter((link) => !isGroupObject(link))),
    groups: linksOf<GroupId>(members.filter(isGroupObject)),
    owners: linksOf<PersonId>(object['owners@delta'] ?? []),
  }
}

function linksOf<Id extends string>(
  links: readonly { readonly id: string; readonly '@removed'?: unknown }[],
): Links<Id> {
  const ids = (some: typeof links) => some.map(({ id }) => id.toLowerCase() as Id)
  return {
    added: ids(links.filter((link) => !link['@removed'])),
    removed: ids(links.filter((link) => link['@removed'])),
  }
}
