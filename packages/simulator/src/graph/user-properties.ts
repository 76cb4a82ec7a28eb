import { isManagementRestricted } from '../world/administrative-unit.ts'
import { extensionNameIn } from '../world/extension-property.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { badRequest, GraphError } from './graph-error.ts'
import type { Properties } from './properties.ts'

/** What a user shows where nothing is selected (graph.md 3). */
const usual = [
  'id',
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
] as const

/** Only on `$select`. */
const onSelect = [
  'accountEnabled',
  'ageGroup',
  'city',
  'companyName',
  'consentProvidedForMinor',
  'country',
  'createdDateTime',
  'creationType',
  'deletedDateTime',
  'department',
  'employeeHireDate',
  'employeeId',
  'employeeLeaveDateTime',
  'employeeOrgData',
  'employeeType',
  'externalUserState',
  'externalUserStateChangeDateTime',
  'faxNumber',
  'identities',
  'isManagementRestricted',
  'isResourceAccount',
  'lastPasswordChangeDateTime',
  'legalAgeGroupClassification',
  'mailNickname',
  'onPremisesExtensionAttributes',
  'onPremisesImmutableId',
  'onPremisesLastSyncDateTime',
  'onPremisesSyncEnabled',
  'otherMails',
  'passwordPolicies',
  'passwordProfile',
  'postalCode',
  'preferredDataLocation',
  'proxyAddresses',
  'showInAddressList',
  'signInActivity',
  'signInSessionsValidFromDateTime',
  'state',
  'streetAddress',
  'usageLocation',
  'userType',
] as const

/** Lists that no user here has an entry in. */
const alwaysEmpty = [
  'assignedLicenses',
  'assignedPlans',
  'imAddresses',
  'licenseAssignmentStates',
  'onPremisesProvisioningErrors',
  'provisionedPlans',
  'serviceProvisioningErrors',
] as const

/** Properties of the on-premises directory, from which nobody here comes. */
const alwaysNull = [
  'onPremisesDistinguishedName',
  'onPremisesDomainName',
  'onPremisesSamAccountName',
  'onPremisesSecurityIdentifier',
  'onPremisesUserPrincipalName',
] as const

/** Kept by other services than the directory, which lists do not ask (delta-query-overview.md). */
const ofOtherServices = [
  'aboutMe',
  'birthday',
  'hireDate',
  'interests',
  'mailboxSettings',
  'mySite',
  'pastProjects',
  'preferredName',
  'responsibilities',
  'schools',
  'skills',
] as const

export const userPropertyNames: readonly string[] = [
  ...usual,
  ...onSelect,
  ...alwaysEmpty,
  ...alwaysNull,
  ...ofOtherServices,
]
/** What a user shows where everything is asked for without a name. */
export const everyUserProperty: readonly string[] = [
  ...usual,
  ...onSelect.filter((name) => name !== 'signInActivity'),
  ...alwaysEmpty,
  ...alwaysNull,
]
const nameByFolded = new Map(userPropertyNames.map((name) => [name.toLowerCase(), name]))
const elsewhere = new Set<string>(ofOtherServices)
const empty = new Set<string>(alwaysEmpty)

export function propertiesOfUser(
  tenant: Tenant,
  user: User,
  select: readonly string[] | undefined,
): Properties {
  return userRenderer(tenant, select)(user)
}

/**
 * Prepares the selection once for all users of a list.
 *
 * @throws {GraphError} 400 for a property that users do not have, 501 for one of another service.
 */
export function userRenderer(
  tenant: Tenant,
  select: readonly string[] | undefined,
): (user: User) => Properties {
  const names: readonly string[] = select ? select.map((name) => knownName(tenant, name)) : usual
  return (user) => {
    const properties: Properties = {}
    for (const name of names) {
      const value = valueOf(tenant, user, name)
      if (value !== undefined) properties[name] = value
    }
    return properties
  }
}

/** The names of a selection that users know, where it speaks of objects of several types. */
export function userSelectFor(
  select: readonly string[] | undefined,
): readonly string[] | undefined {
  return select?.filter((name) => nameByFolded.has(name.toLowerCase()))
}

/** Graph names properties whatever their case, and answers in its own. */
function knownName(tenant: Tenant, name: string): string {
  const known = nameByFolded.get(name.toLowerCase()) ?? extensionNameIn(tenant, name)
  if (known === undefined) {
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.user'.`,
      'BadRequest',
    )
  }
  if (elsewhere.has(known)) {
    throw new GraphError(501, 'NotImplemented', 'This operation target is not yet supported.')
  }
  return known
}

/** @returns undefined for an extension that has no value: Graph leaves those out. */
function valueOf(tenant: Tenant, user: User, name: string): unknown {
  if (name === 'isManagementRestricted') return isManagementRestricted(tenant, user.id)
  if (empty.has(name)) return []
  const value = (user as unknown as Properties)[name]
  return name.startsWith('extension_') ? value : (value ?? null)
}
