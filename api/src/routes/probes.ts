import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../http/metrics.ts'
import type { KeyCache } from '../token/key-cache.ts'

/** What machines ask: is the process alive, can it serve, how does it do. */
export function mountProbes(
  scope: FastifyInstance,
  {
    keys,
    organizations,
    metrics,
  }: {
    readonly keys: KeyCache
    readonly organizations: readonly ConnectedOrganization[]
    readonly metrics: Metrics
  },
): void {
  const config = { caller: 'anyone' as const }

  scope.get('/healthz', { config }, async () => ({ status: 'alive' }))

  // One organization's trouble must not take the portal from all others, so one whose tokens can
  // be checked is enough, and no directory is asked.
  scope.get('/readyz', { config }, async (_request, reply) => {
    const readable = organizations.map(async ({ organizationId }) =>
      keys.requireKeys(organizationId),
    )
    const isReady = await Promise.any(readable).then(
      () => true,
      () => false,
    )
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'keys-unavailable' })
  })

  scope.get('/metrics', { config }, async (_request, reply) =>
    reply
      .header('content-type', metrics.registry.contentType)
      .send(await metrics.registry.metrics()),
  )
}
