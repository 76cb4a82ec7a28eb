import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { GroupKind } from '@foyer/contracts/me'
import { type Static, Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'

/** One group and one person's place in it, with all that decides whether they can leave it. */
export interface GroupMembership {
  readonly groupId: GroupId
  readonly name: string
  readonly description?: string
  readonly kind: GroupKind
  readonly isManagedByRule: boolean
  readonly isSynced: boolean
  readonly isRoleAssignable: boolean
  readonly isManagedInExchange: boolean
  readonly isMembershipHidden: boolean
  readonly isProtected: boolean
  readonly isDirectMember: boolean
  /** In it only because another group is. */
  readonly isNestedMember: boolean
  /** Through which of the person's own groups a nested membership comes. */
  readonly through: readonly string[]
  readonly isOwner: boolean
  /** Known only where the person is one of them. */
  readonly ownerCount: number | undefined
  readonly expiresAt?: string
}

const Group = Type.Object({
  id: Type.String(),
  displayName: maybe(Type.String()),
  description: maybe(Type.String()),
  groupTypes: Type.Array(Type.String()),
  mailEnabled: maybe(Type.Boolean()),
  securityEnabled: maybe(Type.Boolean()),
  isAssignableToRole: maybe(Type.Boolean()),
  isManagementRestricted: maybe(Type.Boolean()),
  membershipRule: maybe(Type.String()),
  onPremisesSyncEnabled: maybe(Type.Boolean()),
  resourceProvisioningOptions: maybe(Type.Array(Type.String())),
  visibility: maybe(Type.String()),
  expirationDateTime: maybe(Type.String()),
})
type Group = Static<typeof Group>
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
      ...propertiesOf(group),
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

function propertiesOf(group: Group) {
  const isUnified = group.groupTypes.includes('Unified')
  const kind = kindOf(group, isUnified)
  return {
    groupId: group.id as GroupId,
    name: group.displayName ?? '',
    ...(group.description ? { description: group.description } : {}),
    kind,
    isManagedByRule:
      group.groupTypes.includes('DynamicMembership') || Boolean(group.membershipRule),
    isSynced: group.onPremisesSyncEnabled === true,
    isRoleAssignable: group.isAssignableToRole === true,
    isManagedInExchange: kind === 'mail-enabled-security' || kind === 'distribution',
    isMembershipHidden: group.visibility === 'HiddenMembership',
    isProtected: group.isManagementRestricted === true,
    ...(group.expirationDateTime ? { expiresAt: group.expirationDateTime } : {}),
  }
}

/** Microsoft Graph, "Working with groups": group types. */
function kindOf(group: Group, isUnified: boolean): GroupKind {
  if (isUnified) {
    return group.resourceProvisioningOptions?.includes('Team') ? 'team' : 'microsoft-365'
  }
  if (group.mailEnabled) return group.securityEnabled ? 'mail-enabled-security' : 'distribution'
  return 'security'
}
