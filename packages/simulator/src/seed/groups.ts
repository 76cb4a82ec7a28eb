import type { Group } from '../world/group.ts'
import { guidOf } from '../world/guid.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { findPolicyOf, instantOf, type LifecyclePolicy } from '../world/lifecycle-policy.ts'
import { instant } from './days.ts'

export type SeededKind =
  'security' | 'microsoft-365' | 'team' | 'mail-enabled-security' | 'distribution'

export interface GroupSeed {
  readonly name: string
  readonly kind: SeededKind
  readonly createdOn: string
  readonly description?: string
  readonly members?: readonly (User | Group)[]
  readonly owners?: readonly User[]
  readonly rule?: string
  /** Only where the tenant's policy manages the group; it was renewed one lifetime before. */
  readonly expiresOn?: string
  readonly isSynced?: boolean
  readonly isAssignableToRole?: boolean
  readonly visibility?: Group['visibility']
}

/** Adds a group with its members and owners; nested groups must be there already. */
export function addGroup(tenant: Tenant, seed: GroupSeed): Group {
  const isUnified = seed.kind === 'microsoft-365' || seed.kind === 'team'
  const mailEnabled = seed.kind !== 'security'
  const mailNickname = seed.name.replaceAll(/[^A-Za-z0-9]/g, '')
  const mail = mailEnabled ? `${mailNickname.toLowerCase()}@${tenant.domains[0]}` : null
  const group: Group = {
    id: guidOf(`group ${tenant.slug} ${seed.name}`),
    classification: null,
    createdDateTime: instant(seed.createdOn, 9),
    deletedDateTime: null,
    description: seed.description ?? null,
    displayName: seed.name,
    expirationDateTime: seed.expiresOn ? instant(seed.expiresOn, 9) : null,
    groupTypes: [...(isUnified ? ['Unified'] : []), ...(seed.rule ? ['DynamicMembership'] : [])],
    isAssignableToRole: seed.isAssignableToRole ?? null,
    mail,
    mailEnabled,
    mailNickname,
    membershipRule: seed.rule ?? null,
    membershipRuleProcessingState: seed.rule ? 'On' : null,
    onPremisesLastSyncDateTime: seed.isSynced ? instant('2026-11-20', 4) : null,
    onPremisesSyncEnabled: seed.isSynced ?? null,
    proxyAddresses: mail ? [`SMTP:${mail}`] : [],
    renewedDateTime: instant(seed.createdOn, 9),
    resourceProvisioningOptions: seed.kind === 'team' ? ['Team'] : [],
    securityEnabled: seed.kind === 'security' || seed.kind === 'mail-enabled-security',
    visibility: seed.visibility ?? (isUnified ? 'Private' : null),
  }
  if (seed.expiresOn) {
    // Groups that a policy selects are named when they are made, since the policy is older.
    for (const { id, managedGroupTypes } of tenant.lifecyclePolicies.values()) {
      if (managedGroupTypes === 'Selected') tenant.lifecycleGroups.add(id, group.id)
    }
    group.renewedDateTime = renewedBefore(seed.expiresOn, findPolicyOf(tenant, group))
  }
  tenant.groups.set(group.id, group)
  for (const { id } of seed.members ?? []) tenant.members.add(group.id, id)
  for (const { id } of seed.owners ?? []) tenant.owners.add(group.id, id)
  return group
}

/** Lets Microsoft 365 groups expire; before the groups are added. */
export function addLifecyclePolicy(tenant: Tenant, policy: Omit<LifecyclePolicy, 'id'>): void {
  const id = guidOf(`lifecycle policy ${tenant.slug}`)
  tenant.lifecyclePolicies.set(id, { id, ...policy })
}

function renewedBefore(expiresOn: string, policy: LifecyclePolicy | undefined): string {
  const lifetimeMs = (policy?.groupLifetimeInDays ?? 0) * 86_400_000
  return instantOf(new Date(Date.parse(instant(expiresOn, 9)) - lifetimeMs))
}
