/** A group of a tenant, by Graph's own property names. */
export interface Group {
  readonly id: string
  classification: string | null
  createdDateTime: string
  deletedDateTime: string | null
  description: string | null
  displayName: string
  expirationDateTime: string | null
  groupTypes: readonly string[]
  isAssignableToRole: boolean | null
  mail: string | null
  mailEnabled: boolean
  mailNickname: string
  membershipRule: string | null
  membershipRuleProcessingState: 'On' | 'Paused' | null
  onPremisesLastSyncDateTime: string | null
  onPremisesSyncEnabled: boolean | null
  proxyAddresses: readonly string[]
  renewedDateTime: string | null
  resourceProvisioningOptions: readonly string[]
  securityEnabled: boolean
  visibility: 'Public' | 'Private' | 'HiddenMembership' | null
}

export function isDynamic(group: Group): boolean {
  return group.groupTypes.includes('DynamicMembership')
}

export function isMicrosoft365(group: Pick<Group, 'groupTypes'>): boolean {
  return group.groupTypes.includes('Unified')
}

/** Mail-enabled security groups and distribution lists belong to Exchange and are read-only. */
export function isManagedInExchange(group: Group): boolean {
  return group.mailEnabled && !isMicrosoft365(group)
}
