import type { Subscription } from '../../world/subscription.ts'
import { type Caller, requireOneOf } from '../caller.ts'
import { badRequest, GraphError, NotSimulated } from '../graph-error.ts'
import type { Call } from '../operation.ts'

/** Under 29 days for users and groups (subscription.md). */
const longestMinutes = 41_760
/** For each app and tenant (change-notifications-overview.md). */
const mostSubscriptions = 100
const longestClientState = 128

export const readersOf = {
  users: ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  groups: [
    'GroupMember.Read.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ],
} as const

const resources = /^\/?(users|groups)(?:\/[^/]+(?:\/(?:members|owners))?)?$/i
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(\/|$)/i

type Wanted = Pick<
  Subscription,
  | 'resource'
  | 'changeType'
  | 'notificationUrl'
  | 'lifecycleNotificationUrl'
  | 'clientState'
  | 'expirationDateTime'
>

/**
 * What a new subscription asks for.
 *
 * @throws {GraphError} 400 for what is missing or cannot be, 403 without the right to read the
 *   resource, 501 for resources that are not simulated.
 */
export function readSubscription(call: Call): Wanted {
  const body = fieldsOf(call)
  const resource = requireText(body, 'resource')
  const changeType = requireText(body, 'changeType')
  const notificationUrl = requireUrl(body, 'notificationUrl')
  const [, set] = resources.exec(resource) ?? []
  const isUserRelation = /^\/?users\/[^/]+\//i.test(resource)
  if (set === undefined || isUserRelation) throw new NotSimulated(`subscription to ${resource}`)
  requireReader(call.caller, set.toLowerCase() as keyof typeof readersOf)
  // Creations come as updates (change-notifications-overview.md).
  const wrong = changeType.split(',').find((one) => !/^\s*(updated|deleted)\s*$/.test(one))
  if (wrong !== undefined) throw invalid(`Invalid 'changeType' attribute: '${wrong}'.`)
  const clientState = body['clientState'] ?? null
  if (clientState !== null && !isShortText(clientState)) {
    throw invalid(`clientState has more than ${longestClientState} characters or is no text.`)
  }
  return {
    resource,
    changeType,
    notificationUrl,
    lifecycleNotificationUrl:
      body['lifecycleNotificationUrl'] === undefined || body['lifecycleNotificationUrl'] === null
        ? null
        : requireUrl(body, 'lifecycleNotificationUrl'),
    clientState,
    expirationDateTime: readExpiration(call),
  }
}

/** @throws {GraphError} 400 for an end that is missing, over, or too far away. */
export function readExpiration(call: Call): string {
  const text = fieldsOf(call)['expirationDateTime']
  if (text === undefined || text === null) {
    // Recorded: microsoft-graph-docs-contrib#7399.
    throw invalid('expirationDateTime is a required property for subscription creation')
  }
  const hasZone =
    typeof text === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)
  const end = new Date(hasZone ? text : Number.NaN)
  if (Number.isNaN(end.getTime())) throw invalid('expirationDateTime is no instant.')
  const minutes = (end.getTime() - call.simulation.clock.now().getTime()) / 60_000
  if (minutes <= 0) throw invalid('Subscription expiration must be in the future.')
  if (minutes > longestMinutes) {
    throw invalid(`Subscription expiration can only be ${longestMinutes} minutes in the future.`)
  }
  return end.toISOString()
}

/** @throws {GraphError} 403 for an app that has as many as it may have in the tenant. */
export function requireRoom({ caller }: Call, count: number): void {
  if (count < mostSubscriptions) return
  throw new GraphError(
    403,
    'Forbidden',
    `App ${caller.clientId} has ${count} subscriptions in this tenant and may have no more.`,
  )
}

function requireReader(caller: Caller, set: keyof typeof readersOf): void {
  requireOneOf(caller, { application: readersOf[set], delegated: readersOf[set] })
}

function fieldsOf({ body }: Call): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return body as Readonly<Record<string, unknown>>
  }
  throw badRequest('Empty Payload. JSON content expected.', 'BadRequest')
}

function requireText(body: Readonly<Record<string, unknown>>, name: string): string {
  const text = body[name]
  if (typeof text === 'string' && text !== '') return text
  throw invalid(`${name} is a required property for subscription creation`)
}

/** Graph wants https; the simulator calls out to nobody but this machine. */
function requireUrl(body: Readonly<Record<string, unknown>>, name: string): string {
  const url = requireText(body, name)
  if (loopback.test(url) && URL.canParse(url)) return url
  throw invalid(`The simulator notifies this machine only, and ${name} is elsewhere.`)
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestClientState
}

function invalid(message: string): GraphError {
  return badRequest(message, 'InvalidRequest')
}
