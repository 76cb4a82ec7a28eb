import { createApp } from './app.ts'
import { followClock, systemClock } from './clock.ts'
import { readConfiguration } from './configuration/configuration.ts'
import { ConfigurationError } from './configuration/configuration-error.ts'
import { measureFeedLag } from './metrics/feed-lag.ts'
import { createMetrics } from './metrics/metrics.ts'
import { type MetricsServer, startMetricsServer } from './metrics/metrics-server.ts'
import { openDirectory } from './open-directory.ts'
import { type Follower, startFollower } from './projection/follower.ts'
import { notificationsPath } from './routes/notifications.ts'
import { startWork } from './start-work.ts'
import { openSigningKeys } from './signing/key-file.ts'
import { openStore } from './store/store.ts'
import { expectationsOf } from './token/expectations.ts'
import { traceStore } from './tracing/trace-store.ts'
import { openTracing } from './tracing/tracing.ts'
import { proveTokenGuard } from './token/self-test.ts'
import type { Worker } from './work/worker.ts'

/** How long requests under way may take to end once the process is asked to. */
const farewellMs = 10_000

async function start(): Promise<void> {
  const configuration = await readConfiguration(process.env)
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

  let worker: Worker | undefined
  let follower: Follower | undefined
  let metricsServer: MetricsServer | undefined
  let isEnding = false
  async function end(signal: string): Promise<void> {
    if (isEnding) process.exit(1)
    isEnding = true
    app.log.info({ signal }, 'ending')
    setTimeout(() => process.exit(1), farewellMs).unref()
    await app.close()
    await metricsServer?.[Symbol.asyncDispose]()
    await Promise.all([worker?.[Symbol.asyncDispose](), follower?.[Symbol.asyncDispose]()])
    await ownedStore[Symbol.asyncDispose]()
    await tracing?.[Symbol.asyncDispose]()
    await clock[Symbol.asyncDispose]()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal))

  const { metricsDoor, organizations } = configuration
  if (metricsDoor) {
    measureFeedLag(metrics.registry, { store, clock, organizations })
    metricsServer = await startMetricsServer(metrics.registry, { ...metricsDoor, log: app.log })
  }
  await app.listen({ port: configuration.port, host: configuration.host })
  if (configuration.works)
    worker = startWork({ configuration, store, directory, clock, signing, log: app.log })
  // Only now: a directory asks the address of notifications before it tells it anything.
  const { followsFeeds, notificationOrigin } = configuration
  if (followsFeeds) {
    follower = startFollower({
      store,
      directory,
      clock,
      organizations,
      log: app.log,
      notificationAddress: notificationOrigin && `${notificationOrigin}${notificationsPath}`,
    })
  }
  app.log.info({ publicOrigin: configuration.publicOrigin }, 'ready')
}

try {
  await start()
} catch (error) {
  // One sentence for whoever set it up; a fault of ours shows where it is.
  console.error(
    error instanceof ConfigurationError ? `Foyer does not start: ${error.message}` : error,
  )
  process.exit(1)
}
