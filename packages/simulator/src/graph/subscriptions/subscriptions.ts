import { randomUUID } from 'node:crypto'
import { type Actor, theDirectory } from '../../control/effects.ts'
import { recordEffect, type Simulation } from '../../simulation.ts'
import type { Subscription } from '../../world/subscription.ts'
import type { Tenant } from '../../world/tenant.ts'
import type { PermissionSet } from '../caller.ts'
import { notFound } from '../graph-error.ts'
import {
  type Call,
  contextOf,
  type GraphOperation,
  type GraphReply,
  noContent,
  param,
} from '../operation.ts'
import { requireAnsweringUrl } from './handshake.ts'
import { readExpiration, readSubscription, readersOf, requireRoom } from './subscription-body.ts'

/** subscription-post-subscriptions.md: what reads the resource may subscribe to it. */
const anyReader: PermissionSet = {
  application: [...readersOf.users, ...readersOf.groups],
  delegated: [...readersOf.users, ...readersOf.groups],
}

/** An app sees and changes the subscriptions that it made itself. */
export const subscriptionOperations: readonly GraphOperation[] = [
  { method: 'POST', path: '/subscriptions', permissions: anyReader, answer: create },
  {
    method: 'GET',
    path: '/subscriptions',
    permissions: anyReader,
    answer: (call) => ({
      status: 200,
      body: { '@odata.context': contextOf(call, 'subscriptions'), value: ownOf(call).map(render) },
    }),
  },
  {
    method: 'GET',
    path: '/subscriptions/{id}',
    permissions: anyReader,
    answer: (call) => reply(call, 200, requireOwn(call)),
  },
  { method: 'PATCH', path: '/subscriptions/{id}', permissions: anyReader, answer: renew },
  {
    method: 'DELETE',
    path: '/subscriptions/{id}',
    permissions: anyReader,
    answer(call) {
      const { id } = requireOwn(call)
      call.tenant.subscriptions.delete(id)
      record(call, 'subscription-deleted', id)
      return noContent
    },
  },
  {
    method: 'POST',
    path: '/subscriptions/{id}/reauthorize',
    permissions: anyReader,
    async answer(call) {
      const subscription = requireOwn(call)
      await requireAnsweringUrl(subscription.notificationUrl)
      record(call, 'subscription-updated', subscription.id)
      return noContent
    },
  },
]

async function create(call: Call): Promise<GraphReply> {
  const { tenant, caller } = call
  const wanted = readSubscription(call)
  requireRoom(call, ownOf(call).length)
  await requireAnsweringUrl(wanted.notificationUrl)
  if (wanted.lifecycleNotificationUrl) await requireAnsweringUrl(wanted.lifecycleNotificationUrl)
  const subscription: Subscription = {
    id: randomUUID(),
    ...wanted,
    applicationId: caller.clientId,
    creatorId: caller.principalId,
    warnedOfEnd: null,
  }
  tenant.subscriptions.set(subscription.id, subscription)
  record(call, 'subscription-created', subscription.id)
  return reply(call, 201, subscription)
}

/** The address is asked again whenever the end is moved (msgraph-sdk-dotnet#2805). */
async function renew(call: Call): Promise<GraphReply> {
  const subscription = requireOwn(call)
  const expirationDateTime = readExpiration(call)
  await requireAnsweringUrl(subscription.notificationUrl)
  subscription.expirationDateTime = expirationDateTime
  record(call, 'subscription-updated', subscription.id)
  return reply(call, 200, subscription)
}

function ownOf({ simulation, tenant, caller }: Call): Subscription[] {
  return activeSubscriptions(simulation, tenant).filter(
    ({ applicationId }) => applicationId === caller.clientId,
  )
}

/** @throws {GraphError} 404 for those of others as well. */
function requireOwn(call: Call): Subscription {
  const id = param(call, 'id')
  const found = ownOf(call).find((subscription) => subscription.id === id.toLowerCase())
  if (!found) throw notFound(id)
  return found
}

/** Those that have not ended; those that have are forgotten. */
export function activeSubscriptions(simulation: Simulation, tenant: Tenant): Subscription[] {
  const now = simulation.clock.now()
  const everyone = [...tenant.subscriptions.values()]
  const isOver = ({ expirationDateTime }: Subscription) => new Date(expirationDateTime) <= now
  for (const { id } of everyone.filter(isOver)) {
    tenant.subscriptions.delete(id)
    recordAs(simulation, tenant, theDirectory, 'subscription-deleted', id)
  }
  return everyone.filter((subscription) => !isOver(subscription))
}

type SubscriptionEffect = 'subscription-created' | 'subscription-updated' | 'subscription-deleted'

function record({ simulation, tenant, caller }: Call, what: SubscriptionEffect, id: string): void {
  recordAs(simulation, tenant, caller.actor, what, id)
}

function recordAs(
  simulation: Simulation,
  tenant: Tenant,
  by: Actor,
  what: SubscriptionEffect,
  subscriptionId: string,
): void {
  recordEffect(simulation, tenant, { by, what, targets: { subscriptionId } })
}

function reply(call: Call, status: number, subscription: Subscription): GraphReply {
  return {
    status,
    body: {
      '@odata.context': contextOf(call, 'subscriptions/$entity'),
      ...render(subscription),
    },
  }
}

function render(subscription: Subscription) {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.applicationId,
    changeType: subscription.changeType,
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: subscription.expirationDateTime,
    creatorId: subscription.creatorId,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    includeResourceData: false,
    notificationContentType: 'application/json',
    notificationQueryOptions: null,
    notificationUrlAppId: null,
  }
}
