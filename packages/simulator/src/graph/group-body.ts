import type { Group } from '../world/group.ts'
import { badRequest, NotSimulated } from './graph-error.ts'

/** What a body may set of a group. */
export type WritableGroup = Pick<
  Group,
  | 'classification'
  | 'description'
  | 'displayName'
  | 'groupTypes'
  | 'isAssignableToRole'
  | 'mailEnabled'
  | 'mailNickname'
  | 'membershipRule'
  | 'membershipRuleProcessingState'
  | 'securityEnabled'
  | 'visibility'
>

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
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(String(value))

/** ASCII without some characters (group-post-groups.md). */
const nickname: Check = (value) =>
  typeof value === 'string' && /^[\x21-\x7e]{1,64}$/.test(value) && !/[@()\\[\]";:.<>,]/.test(value)

/** Lengths: group.md, and 3,072 characters of a rule (groups-dynamic-membership.md). */
const checks: Readonly<Record<keyof WritableGroup, Check>> = {
  classification: nullable(text(256)),
  description: nullable(text(1024)),
  displayName: text(256),
  groupTypes: (value) => Array.isArray(value) && value.every(oneOf('Unified', 'DynamicMembership')),
  isAssignableToRole: nullable(flag),
  mailEnabled: flag,
  mailNickname: nickname,
  membershipRule: nullable(text(3072)),
  membershipRuleProcessingState: nullable(oneOf('On', 'Paused')),
  securityEnabled: flag,
  visibility: nullable(oneOf('Public', 'Private', 'HiddenMembership')),
}

const readOnly: ReadonlySet<string> = new Set([
  'id',
  'createdDateTime',
  'deletedDateTime',
  'expirationDateTime',
  'isManagementRestricted',
  'mail',
  'onPremisesLastSyncDateTime',
  'onPremisesSyncEnabled',
  'proxyAddresses',
  'renewedDateTime',
  'securityIdentifier',
])

/**
 * The properties that a body sets; bindings and annotations are left to others.
 *
 * @throws {GraphError} 400 for a value that does not fit or may not be set, 501 for a property of
 *   Microsoft's that nothing can be written to here.
 */
export function readGroupBody(body: unknown): Partial<WritableGroup> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest(
      "An unexpected 'EndOfInput' node was found when reading from the JSON reader. A 'StartObject' node was expected.",
    )
  }
  const properties = Object.entries(body).filter(([name]) => !name.includes('@'))
  for (const [name, value] of properties) {
    if (readOnly.has(name)) throw badRequest(`Property '${name}' is read-only and cannot be set.`)
    if (!isWritable(name)) throw new NotSimulated(`property ${name} of a group's body`)
    if (!checks[name](value)) throw invalidValue(name)
  }
  return Object.fromEntries(properties) as Partial<WritableGroup>
}

export function invalidValue(property: string) {
  return badRequest(`Invalid value specified for property '${property}' of resource 'Group'.`)
}

function isWritable(name: string): name is keyof WritableGroup {
  return name in checks
}
