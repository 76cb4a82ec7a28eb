import { type Group, isMicrosoft365 } from './group.ts'
import { instantOf } from './lifecycle-policy.ts'
import type { Tenant } from './tenant.ts'

const dayMs = 86_400_000
/** How long a deleted group can be restored (groups-restore-deleted.md). */
const restorableDays = 30
/** A group that nobody renewed is deleted one day after it expired (groups-lifecycle.md). */
const graceDays = 1

/** Deletes softly. The relations stay and are skipped by every reader, so that a restore brings them back. */
export function deleteGroup(tenant: Tenant, group: Group, at: Date): void {
  group.deletedDateTime = instantOf(at)
  tenant.groups.delete(group.id)
  tenant.deletedGroups.set(group.id, group)
}

export function restoreGroup(tenant: Tenant, group: Group): void {
  group.deletedDateTime = null
  tenant.deletedGroups.delete(group.id)
  tenant.groups.set(group.id, group)
}

/**
 * Deletes for good. What it was in and what was in it stays, since delta feeds tell it then; readers
 * skip what is gone.
 */
export function purgeGroup(tenant: Tenant, { id }: Group): void {
  tenant.groups.delete(id)
  tenant.deletedGroups.delete(id)
  for (const links of [tenant.sponsors, tenant.unitMembers, tenant.lifecycleGroups]) {
    links.forget(id)
  }
}

export interface DueGroups {
  readonly expired: readonly Group[]
  readonly purged: readonly Group[]
}

/** Does what the directory does by itself: expired groups are deleted, deleted ones purged. */
export function settleGroups(tenant: Tenant, now: Date): DueGroups {
  const expired: Group[] = []
  for (const group of tenant.groups.values()) {
    if (!group.expirationDateTime) continue
    const dueMs = Date.parse(group.expirationDateTime) + graceDays * dayMs
    if (dueMs > now.getTime()) continue
    deleteGroup(tenant, group, new Date(dueMs))
    expired.push(group)
  }
  const purged = [...tenant.deletedGroups.values()].filter(
    ({ deletedDateTime }) =>
      now.getTime() - Date.parse(deletedDateTime ?? '') >= restorableDays * dayMs,
  )
  for (const group of purged) purgeGroup(tenant, group)
  return { expired, purged }
}

/** Whether a deleted group can come back; the documents disagree about security groups (V-25). */
export function isRestorable(group: Group, securityGroups: 'lost' | 'restorable'): boolean {
  return isMicrosoft365(group) || securityGroups === 'restorable'
}
