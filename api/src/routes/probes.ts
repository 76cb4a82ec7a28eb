import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { FastifyInstance } from 'fastify'
import type { Store } from '../store/store.ts'
import type { KeyCache } from '../token/key-cache.ts'

/** What machines ask: is the process alive, and can it serve. */
export function mountProbes(
  scope: FastifyInstance,
  {
    keys,
    organizations,
    store,
  }: {
    readonly keys: KeyCache
    readonly organizations: readonly ConnectedOrganization[]
    readonly store: Pick<Store, 'probe'>
  },
): void {
  const config = { caller: 'anyone' as const }

  scope.get('/healthz', { config }, async () => ({ status: 'alive' }))

  // One organization's trouble must not take the portal from all others, so one whose tokens can
  // be checked is enough, and no directory is asked. A store that only reads still serves.
  scope.get('/readyz', { config }, async (_request, reply) => {
    const readable = organizations.map(async ({ organizationId }) =>
      keys.requireKeys(organizationId),
    )
    const [haveKeys, stored] = await Promise.all([
      Promise.any(readable).then(
        () => true,
        () => false,
      ),
      store.probe(),
    ])
    const status = statusOf(haveKeys, stored)
    return reply.code(status.startsWith('ready') ? 200 : 503).send({ status })
  })
}

type Stored = Awaited<ReturnType<Store['probe']>>

function statusOf(haveKeys: boolean, stored: Stored) {
  if (stored === 'unreachable') return 'store-unreachable'
  if (!haveKeys) return 'keys-unavailable'
  return stored === 'read-only' ? 'ready-read-only' : 'ready'
}
