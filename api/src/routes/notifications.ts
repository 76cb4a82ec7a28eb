import type { OrganizationId } from '@foyer/contracts/ids'
import type { FastifyInstance } from 'fastify'
import { Counter, type Registry } from 'prom-client'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { ProblemError } from '../http/problem-error.ts'
import { type Call, keepCalls } from '../notifications/calls.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'

/** Where directories tell that something changed: no operation that anybody else calls. */
export const notificationsPath = '/v1/notifications'

const largestBodyBytes = 256 * 1024
const longestToken = 4 * 1024

const Question = Compile(
  Type.Object({ validationToken: Type.String({ minLength: 1, maxLength: longestToken }) }),
)
const Collection = Compile(Type.Object({ value: Type.Array(Type.Unknown(), { maxItems: 1_000 }) }))
const Notification = Type.Object({
  subscriptionId: Type.String({ maxLength: 64 }),
  tenantId: Type.String({ maxLength: 64 }),
  clientState: Type.String({ maxLength: 128 }),
  lifecycleEvent: Type.Optional(Type.String({ maxLength: 64 })),
})
const readable = Compile(Notification)

/** Microsoft Graph, "Reduce missing subscriptions and change notifications". */
const meanings = new Map<string, Exclude<Call['ofWatch'], undefined>>([
  ['reauthorizationRequired', 'to-be-renewed'],
  ['subscriptionRemoved', 'gone'],
  ['missed', 'incomplete'],
])

export interface NotificationsSetting {
  readonly store: Store
  readonly organizations: readonly { readonly organizationId: OrganizationId }[]
  readonly now: () => Date
  readonly registry: Registry
}

/**
 * Takes change notifications (Microsoft Graph, "Receive change notifications through webhooks").
 * They only wake whoever reads the feeds. Who sends none that is ours is told the same as Microsoft.
 */
export function mountNotifications(
  scope: FastifyInstance,
  { store, organizations, now, registry }: NotificationsSetting,
): void {
  const connected = new Map(organizations.map((each) => [String(each.organizationId), each]))
  const told = new Counter({
    name: 'foyer_notifications_total',
    help: 'Change notifications, by whether they were ours',
    labelNames: ['outcome'],
    registers: [registry],
  })

  // The question whether this address wants to be told comes as text without any.
  scope.addContentTypeParser('text/plain', { bodyLimit: 1_024 }, (_request, body, done) => {
    body.resume()
    body.on('end', () => done(null))
  })
  scope.post(
    notificationsPath,
    { config: { caller: 'anyone' }, bodyLimit: largestBodyBytes },
    async (request, reply) => {
      if (Object.hasOwn(request.query as object, 'validationToken')) {
        if (!Question.Check(request.query)) throw new ProblemError('invalid-request')
        return reply.type('text/plain; charset=utf-8').send(request.query.validationToken)
      }
      if (!Collection.Check(request.body)) throw new ProblemError('invalid-request')
      const { value } = request.body
      const byOrganization = Map.groupBy(
        value.filter((one) => readable.Check(one)),
        ({ tenantId }) => connected.get(tenantId.toLowerCase())?.organizationId,
      )
      let kept = 0
      for (const [organizationId, notifications] of byOrganization) {
        if (!organizationId) continue
        try {
          kept += await keepCalls(store, organizationId, notifications.map(callOf), now)
        } catch (error) {
          if (!(error instanceof StoreError)) throw error
          // What is not kept is not acknowledged: Microsoft tells it again for four hours.
          request.log.warn({ organizationId, err: error }, 'a notification was not kept')
          return reply.code(503).send()
        }
      }
      told.inc({ outcome: 'kept' }, kept)
      told.inc({ outcome: 'dropped' }, value.length - kept)
      return reply.code(202).send()
    },
  )
}

function callOf(notification: Static<typeof Notification>): Call {
  const { subscriptionId, clientState, lifecycleEvent } = notification
  return {
    watchId: subscriptionId.toLowerCase(),
    secret: clientState,
    ofWatch: lifecycleEvent === undefined ? undefined : meanings.get(lifecycleEvent),
  }
}
