import type { GroupId, OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { GroupChange, Links } from '@foyer/directory/group-feed'
import type { Following } from './follow-feed.ts'
import {
  dropLinks,
  dropMemberships,
  forgetGroups,
  forgetUnseenGroups,
  keepGroups,
  keepLinks,
  keepMemberships,
  type Link,
  markGroupsRemoved,
} from './keep-groups.ts'

type Present = Extract<GroupChange, { what: 'group' }>

/** How the feed of groups becomes rows of groups, and of guests' places in them. */
export function followGroups(
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
  now: () => Date,
): Following<GroupChange> {
  return {
    kind: 'groups',
    read: async (cursor) => ask().readGroupFeed(cursor),
    async keep(transaction, changes, crawl) {
      const keeping = { organizationId, crawl }
      // A large group comes several times with other links each; of its properties the last count.
      const lastWord = [...new Map(changes.map((change) => [idOf(change), change])).values()]
      const present = changes.filter((change) => change.what === 'group')
      const removed = lastWord.filter((change) => change.what === 'removed')
      await keepGroups(
        transaction,
        lastWord.filter((change) => change.what === 'group').map(({ group }) => group),
        keeping,
      )
      const people = lastWords(present, ({ people: links }) => links)
      const inner = lastWords(present, ({ groups: links }) => links)
      const owners = lastWords(present, ({ owners: links }) => links)
      await keepMemberships(transaction, people.added, keeping)
      await dropMemberships(transaction, people.removed, keeping)
      await keepLinks(transaction, 'nesting', inner.added, keeping)
      await dropLinks(transaction, 'nesting', inner.removed, keeping)
      await keepLinks(transaction, 'owner', owners.added, keeping)
      await dropLinks(transaction, 'owner', owners.removed, keeping)
      await markGroupsRemoved(
        transaction,
        removed.filter(({ how }) => how === 'restorable').map(idOf),
        now(),
      )
      await forgetGroups(transaction, removed.filter(({ how }) => how === 'gone').map(idOf))
    },
    prepareEnd: async () => forgetUnseenGroups,
  }
}

/** Each link once, on the side that was told last. */
function lastWords<Id extends string>(
  changes: readonly Present[],
  linksOf: (change: Present) => Links<Id>,
): { readonly added: readonly Link<Id>[]; readonly removed: readonly Link<Id>[] } {
  const said = new Map<string, { readonly link: Link<Id>; readonly isThere: boolean }>()
  for (const change of changes) {
    const { groupId } = change.group
    const { added, removed } = linksOf(change)
    const say = (id: Id, isThere: boolean) =>
      said.set(`${groupId} ${id}`, { link: { groupId, id }, isThere })
    for (const id of added) say(id, true)
    for (const id of removed) say(id, false)
  }
  const words = [...said.values()]
  return {
    added: words.filter(({ isThere }) => isThere).map(({ link }) => link),
    removed: words.filter(({ isThere }) => !isThere).map(({ link }) => link),
  }
}

function idOf(change: GroupChange): GroupId {
  return change.what === 'group' ? change.group.groupId : change.groupId
}
