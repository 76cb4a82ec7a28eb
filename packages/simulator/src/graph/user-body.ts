import { findExtensionProperty } from '../world/extension-property.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { badRequest, type GraphError, NotSimulated } from './graph-error.ts'

type Check = (value: unknown) => boolean

const text =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= longest
const flag: Check = (value) => typeof value === 'boolean'
const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const listOf =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check)
const instant: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) &&
  !Number.isNaN(Date.parse(value))
const address: Check = (value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value)
const record: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a body may set; the lengths are those of user.md. */
const checks: Readonly<Record<string, Check>> = {
  accountEnabled: flag,
  ageGroup: nullable(text(64)),
  businessPhones: listOf(text(64), 1),
  city: nullable(text(128)),
  companyName: nullable(text(64)),
  consentProvidedForMinor: nullable(text(64)),
  country: nullable(text(128)),
  department: nullable(text(64)),
  displayName: text(256),
  employeeHireDate: nullable(instant),
  employeeId: nullable(text(16)),
  employeeLeaveDateTime: nullable(instant),
  employeeType: nullable(text(64)),
  faxNumber: nullable(text(64)),
  givenName: nullable(text(64)),
  jobTitle: nullable(text(128)),
  mailNickname: text(64),
  mobilePhone: nullable(text(64)),
  officeLocation: nullable(text(128)),
  otherMails: listOf(address, 250),
  passwordPolicies: nullable(text(256)),
  passwordProfile: nullable(record),
  postalCode: nullable(text(40)),
  preferredLanguage: nullable(text(64)),
  showInAddressList: nullable(flag),
  state: nullable(text(128)),
  streetAddress: nullable(text(1024)),
  surname: nullable(text(64)),
  usageLocation: nullable((value) => typeof value === 'string' && /^[A-Z]{2}$/i.test(value)),
  userPrincipalName: address,
  userType: (value) => value === 'Guest' || value === 'Member',
}

const readOnly: ReadonlySet<string> = new Set([
  'createdDateTime',
  'creationType',
  'deletedDateTime',
  'externalUserStateChangeDateTime',
  'id',
  'isManagementRestricted',
  'lastPasswordChangeDateTime',
  'legalAgeGroupClassification',
  'onPremisesLastSyncDateTime',
  'onPremisesSyncEnabled',
  'proxyAddresses',
  'signInActivity',
  'signInSessionsValidFromDateTime',
])

/**
 * The properties that a body sets; bindings and annotations are left to others.
 *
 * @throws {GraphError} 400 for a value that does not fit or may not be set, 501 for a property of
 *   Microsoft's that nothing can be written to here.
 */
export function readUserBody(tenant: Tenant, body: unknown): Partial<User> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest(
      "An unexpected 'EndOfInput' node was found when reading from the JSON reader. A 'StartObject' node was expected.",
    )
  }
  const properties = Object.entries(body).filter(([name]) => !name.includes('@'))
  for (const [name, value] of properties) {
    if (readOnly.has(name)) throw badRequest(`Property '${name}' is read-only and cannot be set.`)
    const check = name.startsWith('extension_') ? extensionCheck(tenant, name) : checks[name]
    if (!check) throw new NotSimulated(`property ${name} of a user's body`)
    if (!check(value)) throw invalidUserValue(name)
  }
  return Object.fromEntries(properties)
}

export function invalidUserValue(property: string): GraphError {
  return badRequest(`Invalid value specified for property '${property}' of resource 'User'.`)
}

/** @throws {GraphError} 400 for an extension that no app has defined. */
function extensionCheck(tenant: Tenant, name: string): Check {
  const property = findExtensionProperty(tenant, name)
  if (!property) {
    throw badRequest(
      `The following extension properties are not available: ${name.replace(/^extension_/, '')}.`,
    )
  }
  const byType: Readonly<Record<typeof property.dataType, Check>> = {
    String: text(256),
    Boolean: flag,
    DateTime: instant,
    Integer: Number.isInteger,
  }
  return nullable(byType[property.dataType])
}
