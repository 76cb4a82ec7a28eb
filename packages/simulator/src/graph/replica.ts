import type { Effect, EffectName } from '../control/effects.ts'
import type { Simulation } from '../simulation.ts'
import { type LinkChange, linksBefore } from '../world/links.ts'
import type { Tenant } from '../world/tenant.ts'
import type { GraphOperation } from './operation.ts'

/**
 * Lists, relations, counts and feeds are read from a replica, which may not have heard of the newest
 * changes; an object by its id is always as it is ("might have replication delays for recently
 * created, updated, or deleted users", user-list.md).
 */
export function readsReplica({ method, path }: Pick<GraphOperation, 'method' | 'path'>): boolean {
  if (method === 'POST') return /\/(getMember|checkMember|getByIds)\w*$/.test(path)
  return method === 'GET' && path !== '/me' && !path.endsWith('}')
}

/** The number of the newest effect that has reached the replica of a directory. */
export function lastReplicated(
  { effects, replication, clock }: Simulation,
  tenant: Tenant,
): number {
  const lagMs = replication.lagOf(tenant)
  if (lagMs === 0) return effects.lastSequence()
  const heardUpTo = clock.now().getTime() - lagMs
  const firstUnheard = effects.list().find(({ at }) => Date.parse(at) > heardUpTo)
  return firstUnheard ? firstUnheard.sequence - 1 : effects.lastSequence()
}

/**
 * A directory without its newest changes, for reading. Which objects there are and how they are
 * related is as it was; what they are called is as it is now, and what was purged stays gone.
 */
export function replicaOf(simulation: Simulation, tenant: Tenant): Tenant {
  const unheard = simulation.effects
    .since(lastReplicated(simulation, tenant))
    .filter(({ organization }) => organization === tenant.slug)
  if (unheard.length === 0) return tenant
  const users = objectsBefore('user', unheard, tenant.users, tenant.deletedUsers)
  const groups = objectsBefore('group', unheard, tenant.groups, tenant.deletedGroups)
  const links = (relation: LinkName) => linksBefore(tenant[relation], changesOf(relation, unheard))
  return {
    ...tenant,
    users: users.live,
    deletedUsers: users.deleted,
    groups: groups.live,
    deletedGroups: groups.deleted,
    members: links('members'),
    owners: links('owners'),
    sponsors: links('sponsors'),
    managers: links('managers'),
    unitMembers: links('unitMembers'),
  }
}

interface Objects<Item> {
  readonly live: Map<string, Item>
  readonly deleted: Map<string, Item>
}

/** The first thing that happened to an object says what it was before. */
function objectsBefore<Item>(
  kind: 'user' | 'group',
  unheard: readonly Effect[],
  live: Map<string, Item>,
  deleted: Map<string, Item>,
): Objects<Item> {
  const before: Objects<Item> = { live: new Map(live), deleted: new Map(deleted) }
  for (const { what, targets } of unheard.toReversed()) {
    const id = targets[`${kind}Id`] ?? ''
    if (what === `${kind}-created`) before.live.delete(id)
    if (what === `${kind}-deleted`) move(id, before.deleted, before.live)
    if (what === `${kind}-restored`) move(id, before.live, before.deleted)
  }
  return before
}

function move<Item>(id: string, from: Map<string, Item>, to: Map<string, Item>): void {
  const item = from.get(id)
  if (item === undefined) return
  from.delete(id)
  to.set(id, item)
}

type LinkName = 'members' | 'owners' | 'sponsors' | 'managers' | 'unitMembers'

/** How effects speak of a relation: its name, and the ids at its two ends. */
const spokenOf: Readonly<Record<LinkName, readonly [name: string, from: string, to: string]>> = {
  members: ['member', 'groupId', 'memberId'],
  owners: ['owner', 'groupId', 'ownerId'],
  sponsors: ['sponsor', 'userId', 'sponsorId'],
  managers: ['manager', 'userId', 'managerId'],
  unitMembers: ['unit-member', 'unitId', 'memberId'],
}

function changesOf(relation: LinkName, unheard: readonly Effect[]): LinkChange[] {
  const [name, from, to] = spokenOf[relation]
  const added: EffectName = `${name}-added` as EffectName
  const removed: EffectName = `${name}-removed` as EffectName
  return unheard.flatMap(({ what, targets }) =>
    what === added || what === removed
      ? [{ from: targets[from] ?? '', to: targets[to] ?? '', wasThere: what === removed }]
      : [],
  )
}
