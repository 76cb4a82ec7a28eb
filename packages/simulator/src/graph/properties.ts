import { isManagementRestricted } from '../world/administrative-unit.ts'
import type { Group } from '../world/group.ts'
import type { Tenant } from '../world/tenant.ts'
import { badRequest } from './graph-error.ts'

const usualOfGroup = [
  'id',
  'deletedDateTime',
  'classification',
  'createdDateTime',
  'creationOptions',
  'description',
  'displayName',
  'expirationDateTime',
  'groupTypes',
  'isAssignableToRole',
  'mail',
  'mailEnabled',
  'mailNickname',
  'membershipRule',
  'membershipRuleProcessingState',
  'onPremisesDomainName',
  'onPremisesLastSyncDateTime',
  'onPremisesNetBiosName',
  'onPremisesProvisioningErrors',
  'onPremisesSamAccountName',
  'onPremisesSecurityIdentifier',
  'onPremisesSyncEnabled',
  'preferredDataLocation',
  'preferredLanguage',
  'proxyAddresses',
  'renewedDateTime',
  'resourceBehaviorOptions',
  'resourceProvisioningOptions',
  'securityEnabled',
  'securityIdentifier',
  'theme',
  'visibility',
] as const

/** Only on `$select`. What belongs to the mailbox of a group is as it is in a new one. */
const furtherOfGroup = [
  'allowExternalSenders',
  'assignedLabels',
  'assignedLicenses',
  'autoSubscribeNewMembers',
  'hideFromAddressLists',
  'hideFromOutlookClients',
  'isManagementRestricted',
  'isSubscribedByMail',
  'licenseProcessingState',
  'serviceProvisioningErrors',
  'uniqueName',
  'unseenCount',
] as const
const mailboxOfGroup = {
  allowExternalSenders: false,
  autoSubscribeNewMembers: false,
  hideFromAddressLists: false,
  hideFromOutlookClients: false,
  isSubscribedByMail: false,
  unseenCount: 0,
}

export const groupPropertyNames: readonly string[] = [...usualOfGroup, ...furtherOfGroup]

/** Properties of Microsoft's that no object here has a value for. */
const alwaysNull = new Set<string>([
  'licenseProcessingState',
  'onPremisesDomainName',
  'onPremisesNetBiosName',
  'onPremisesSamAccountName',
  'onPremisesSecurityIdentifier',
  'preferredDataLocation',
  'theme',
  'uniqueName',
])
const alwaysEmpty = new Set<string>([
  'assignedLabels',
  'assignedLicenses',
  'creationOptions',
  'onPremisesProvisioningErrors',
  'resourceBehaviorOptions',
  'serviceProvisioningErrors',
])

export type Properties = Record<string, unknown>

export function propertiesOfGroup(
  tenant: Tenant,
  group: Group,
  select: readonly string[] | undefined,
): Properties {
  const names = chosen('microsoft.graph.group', usualOfGroup, furtherOfGroup, select)
  return pick(
    {
      ...group,
      ...mailboxOfGroup,
      isManagementRestricted: isManagementRestricted(tenant, group.id),
      securityIdentifier: securityIdentifierOf(group.id),
    },
    names,
  )
}

/** Graph names properties whatever their case, and answers in its own. */
function chosen(
  type: string,
  usual: readonly string[],
  further: readonly string[],
  select: readonly string[] | undefined,
): readonly string[] {
  if (!select) return usual
  const everything = new Map([...usual, ...further].map((name) => [name.toLowerCase(), name]))
  return select.map((name) => {
    const known = everything.get(name.toLowerCase())
    if (known) return known
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type '${type}'.`,
      'BadRequest',
    )
  })
}

/** The names of a selection that this type knows, where it speaks of objects of several types. */
export function groupSelectFor(
  select: readonly string[] | undefined,
): readonly string[] | undefined {
  const lower = new Set(groupPropertyNames.map((name) => name.toLowerCase()))
  return select?.filter((name) => lower.has(name.toLowerCase()))
}

function pick(source: object, names: readonly string[]): Properties {
  const values = source as Properties
  return Object.fromEntries(
    names.map((name) => {
      if (alwaysEmpty.has(name)) return [name, []]
      if (alwaysNull.has(name)) return [name, null]
      return [name, values[name] ?? null]
    }),
  )
}

/** S-1-12-1 and the four parts of the object id as numbers. */
function securityIdentifierOf(id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  const parts = [
    bytes.readUInt32BE(0),
    (bytes.readUInt16BE(6) << 16) | bytes.readUInt16BE(4),
    bytes.readUInt32LE(8),
    bytes.readUInt32LE(12),
  ]
  return `S-1-12-1-${parts.map((part) => part >>> 0).join('-')}`
}
