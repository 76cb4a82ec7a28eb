import type { Tenant } from './tenant.ts'

/**
 * Every group that contains this object, directly or through other groups, nearest first. Nothing
 * passes through a deleted group. A group inside itself finds itself, once.
 */
export function transitiveGroupIdsOf(tenant: Tenant, objectId: string): string[] {
  const found = new Set<string>()
  let frontier: readonly string[] = [objectId]
  while (frontier.length > 0) {
    frontier = frontier
      .flatMap((id) => tenant.members.to(id))
      .filter((id) => tenant.groups.has(id) && !found.has(id))
    for (const id of frontier) found.add(id)
  }
  return [...found]
}

/** Everything inside this group, directly or through groups in it that are not deleted, nearest first. */
export function transitiveMemberIdsOf(tenant: Tenant, groupId: string): string[] {
  const found = new Set<string>()
  let frontier: readonly string[] = [groupId]
  while (frontier.length > 0) {
    frontier = frontier
      .filter((id) => tenant.groups.has(id))
      .flatMap((id) => tenant.members.from(id))
      .filter((id) => !found.has(id))
    for (const id of frontier) found.add(id)
  }
  return [...found]
}
