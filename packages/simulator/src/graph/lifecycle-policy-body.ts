import {
  type LifecyclePolicy,
  type ManagedGroupTypes,
  managedGroupTypes,
} from '../world/lifecycle-policy.ts'
import { badRequest } from './graph-error.ts'

type Body = Omit<LifecyclePolicy, 'id'>

/** groups-lifecycle.md */
const shortestLifetimeDays = 30

/**
 * What a body sets of a lifecycle policy.
 *
 * @throws {GraphError} 400; no document has the words for a value that does not fit.
 */
export function readPolicyBody(body: unknown): Partial<Body> {
  const given = { ...(body as object) } as Record<string, unknown>
  const { groupLifetimeInDays, managedGroupTypes: types, alternateNotificationEmails } = given
  return {
    ...(groupLifetimeInDays === undefined
      ? {}
      : { groupLifetimeInDays: readLifetime(groupLifetimeInDays) }),
    ...(types === undefined ? {} : { managedGroupTypes: readTypes(types) }),
    ...(alternateNotificationEmails === undefined
      ? {}
      : { alternateNotificationEmails: readEmails(alternateNotificationEmails) }),
  }
}

/** @throws {GraphError} 400 for what is missing. */
export function requireCompletePolicy(given: Partial<Body>): Body {
  const { groupLifetimeInDays, managedGroupTypes: types } = given
  if (groupLifetimeInDays === undefined) throw invalid('groupLifetimeInDays')
  if (types === undefined) throw invalid('managedGroupTypes')
  return {
    groupLifetimeInDays,
    managedGroupTypes: types,
    alternateNotificationEmails: given.alternateNotificationEmails ?? null,
  }
}

function readLifetime(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < shortestLifetimeDays) {
    throw invalid('groupLifetimeInDays')
  }
  return value
}

function readTypes(value: unknown): ManagedGroupTypes {
  const wanted = String(value).toLowerCase()
  const found = managedGroupTypes.find((name) => name.toLowerCase() === wanted)
  if (!found) throw invalid('managedGroupTypes')
  return found
}

function readEmails(value: unknown): string | null {
  if (value === null) return null
  const isList =
    typeof value === 'string' && value.split(';').every((one) => /^[^@\s]+@[^@\s]+$/.test(one))
  if (!isList) throw invalid('alternateNotificationEmails')
  return value
}

function invalid(property: string) {
  return badRequest(
    `Invalid value specified for property '${property}' of resource 'GroupLifecyclePolicy'.`,
  )
}
