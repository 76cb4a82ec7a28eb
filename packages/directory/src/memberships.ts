import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import { type DirectoryGroup, Group, groupOf } from './group.ts'
import type { Graph } from './graph.ts'
import { selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'

/** One group and one person's place in it, with all that decides whether they can leave it. */
export interface GroupMembership extends DirectoryGroup {
  readonly isDirectMember: boolean
  /** In it only because another group is. */
  readonly isNestedMember: boolean
  /** Through which of the person's own groups a nested membership comes. */
  readonly through: readonly string[]
  readonly isOwner: boolean
  /** Known only where the person is one of them. */
  readonly ownerCount: number | undefined
}

const Id = Type.Object({ id: Type.String() })

/** Every group that a person is in, directly or through others, or owns; by name. */
export async function listMemberships(
  graph: Graph,
  personId: PersonId,
): Promise<GroupMembership[]> {
  const groupsOf = (relation: string) =>
    `/users/${guid(personId)}/${relation}/microsoft.graph.group?${selectOf(Group)}&$top=999`
  const [direct = [], transitive = [], owned = []] = await graph.readMany(
    [groupsOf('memberOf'), groupsOf('transitiveMemberOf'), groupsOf('ownedObjects')],
    Group,
  )
  const directIds = new Set(direct.map(({ id }) => id))
  const nested = transitive.filter(({ id }) => !directIds.has(id))
  const [through, ownerCounts] = await Promise.all([
    namesThrough(graph, direct, nested),
    countOwners(graph, owned),
  ])

  const groups = new Map([...direct, ...nested, ...owned].map((group) => [group.id, group]))
  return [...groups.values()]
    .map((group) => ({
      ...groupOf(group),
      isDirectMember: directIds.has(group.id),
      isNestedMember: through.has(group.id),
      through: through.get(group.id) ?? [],
      isOwner: ownerCounts.has(group.id),
      ownerCount: ownerCounts.get(group.id),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** Of each nested group, the names of the person's own groups that lie, at any depth, in it. */
async function namesThrough(graph: Graph, direct: readonly Group[], nested: readonly Group[]) {
  const through = new Map<string, string[]>(nested.map(({ id }) => [id, []]))
  if (nested.length === 0) return through
  const parents = await listParents(graph, [...direct, ...nested])
  for (const { id, displayName } of direct) {
    for (const ancestor of ancestorsOf(id, parents)) {
      through.get(ancestor)?.push(displayName ?? '')
    }
  }
  return through
}

async function listParents(graph: Graph, groups: readonly Group[]) {
  const found = await graph.readMany(
    groups.map(({ id }) => `/groups/${guid(id as GroupId)}/memberOf?${selectOf(Id)}&$top=999`),
    Id,
  )
  return new Map(
    groups.map(({ id }, place) => [id, found[place]?.map((parent) => parent.id) ?? []]),
  )
}

/** Groups may contain each other in a circle. */
function ancestorsOf(id: string, parents: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>()
  const open = [...(parents.get(id) ?? [])]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (found.has(each)) continue
    found.add(each)
    open.push(...(parents.get(each) ?? []))
  }
  return found
}

async function countOwners(graph: Graph, owned: readonly Group[]) {
  const owners = await graph.readMany(
    owned.map(({ id }) => `/groups/${guid(id as GroupId)}/owners?${selectOf(Id)}&$top=999`),
    Id,
  )
  return new Map(owned.map(({ id }, place) => [id, owners[place]?.length]))
}
