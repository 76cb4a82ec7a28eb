import type { FastifyBaseLogger } from 'fastify'
import { createApp } from './app.ts'
import { type Clock, followClock, systemClock } from './clock.ts'
import { readConfiguration } from './configuration/configuration.ts'
import { measureFeedLag } from './metrics/feed-lag.ts'
import { createMetrics } from './metrics/metrics.ts'
import { startMetricsServer } from './metrics/metrics-server.ts'
import { openDirectory } from './open-directory.ts'
import { startFollower } from './projection/follower.ts'
import { notificationsPath } from './routes/notifications.ts'
import { startWork } from './start-work.ts'
import { openSigningKeys } from './signing/key-file.ts'
import { openStore } from './store/store.ts'
import { expectationsOf } from './token/expectations.ts'
import { traceStore } from './tracing/trace-store.ts'
import { openTracing } from './tracing/tracing.ts'
import { proveTokenGuard } from './token/self-test.ts'

/** The portal at work, until it is disposed of. */
export interface Portal extends AsyncDisposable {
  readonly log: FastifyBaseLogger
  readonly clock: Clock
  /** Resolves once nothing is due and nothing under way. */
  settle(): Promise<void>
}

/**
 * Serves, follows the directories and works on steps, once what it stands on is there.
 *
 * @param environment the variables of docs/operations.md.
 * @throws {ConfigurationError} where one of them, or what it names, allows no start.
 */
export async function startPortal(environment: NodeJS.ProcessEnv): Promise<Portal> {
  const configuration = await readConfiguration(environment)
  await proveTokenGuard(expectationsOf(configuration))
  const { clockUrl } = configuration
  const clock = clockUrl ? await followClock(clockUrl) : systemClock
  const signing = await openSigningKeys(configuration.signing)
  const ownedStore = await openStore(configuration)
  const metrics = createMetrics()
  const tracing = await openTracing(configuration.traceEndpoint)
  const store = tracing ? traceStore(ownedStore, tracing) : ownedStore
  const directory = openDirectory(configuration, clock, metrics, tracing)
  const app = await createApp(configuration, { clock, store, directory, metrics, signing, tracing })

  const { metricsDoor, organizations, followsFeeds, notificationOrigin } = configuration
  if (metricsDoor) measureFeedLag(metrics.registry, { store, clock, organizations })
  const metricsServer =
    metricsDoor && (await startMetricsServer(metrics.registry, { ...metricsDoor, log: app.log }))
  await app.listen({ port: configuration.port, host: configuration.host })
  const worker = configuration.works
    ? startWork({ configuration, store, directory, clock, signing, log: app.log })
    : undefined
  // Only now: a directory asks the address of notifications before it tells it anything.
  const follower = followsFeeds
    ? startFollower({
        store,
        directory,
        clock,
        organizations,
        log: app.log,
        notificationAddress: notificationOrigin && `${notificationOrigin}${notificationsPath}`,
      })
    : undefined
  app.log.info({ publicOrigin: configuration.publicOrigin }, 'ready')
  return {
    log: app.log,
    clock,
    settle: async () => worker?.settle(),
    async [Symbol.asyncDispose]() {
      await app.close()
      await metricsServer?.[Symbol.asyncDispose]()
      await Promise.all([worker?.[Symbol.asyncDispose](), follower?.[Symbol.asyncDispose]()])
      await ownedStore[Symbol.asyncDispose]()
      await tracing?.[Symbol.asyncDispose]()
      await clock[Symbol.asyncDispose]()
    },
  }
}
