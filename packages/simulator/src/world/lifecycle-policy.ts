import { type Group, isMicrosoft365 } from './group.ts'
import type { Tenant } from './tenant.ts'

/** Which groups a policy manages. */
export const managedGroupTypes = ['All', 'Selected', 'None'] as const
export type ManagedGroupTypes = (typeof managedGroupTypes)[number]

/** After how many days the Microsoft 365 groups of a tenant expire; a tenant has one or none. */
export interface LifecyclePolicy {
  readonly id: string
  groupLifetimeInDays: number
  managedGroupTypes: ManagedGroupTypes
  /** Whom to tell where a group has no owner, separated by semicolons. */
  alternateNotificationEmails: string | null
}

const dayMs = 86_400_000
/** What groups get that would have expired already when they come under a policy (groups-lifecycle.md). */
const firstTermDays = 35

/** The policy by which this group expires. */
export function findPolicyOf(tenant: Tenant, group: Group): LifecyclePolicy | undefined {
  if (!isMicrosoft365(group)) return undefined
  return [...tenant.lifecyclePolicies.values()].find((policy) => {
    if (policy.managedGroupTypes === 'Selected')
      return tenant.lifecycleGroups.has(policy.id, group.id)
    return policy.managedGroupTypes === 'All'
  })
}

/**
 * Sets when a group expires, by the policy that manages it now.
 *
 * @returns whether that is another time than before.
 */
export function scheduleExpiration(tenant: Tenant, group: Group, now: Date): boolean {
  const before = group.expirationDateTime
  group.expirationDateTime = expirationOf(tenant, group, now)
  return group.expirationDateTime !== before
}

/** Begins the time of a group anew; where no policy manages it, only the date of renewal changes. */
export function renewGroup(tenant: Tenant, group: Group, now: Date): void {
  group.renewedDateTime = instantOf(now)
  scheduleExpiration(tenant, group, now)
}

/** Graph's form of an instant: whole seconds, in UTC. */
export function instantOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}

function expirationOf(tenant: Tenant, group: Group, now: Date): string | null {
  const policy = findPolicyOf(tenant, group)
  if (!policy) return null
  const renewedMs = Date.parse(group.renewedDateTime ?? group.createdDateTime)
  const expiresMs = renewedMs + policy.groupLifetimeInDays * dayMs
  return instantOf(
    new Date(expiresMs > now.getTime() ? expiresMs : now.getTime() + firstTermDays * dayMs),
  )
}
