import { createApp } from './app.ts'
import { followClock, systemClock } from './clock.ts'
import { readConfiguration } from './configuration/configuration.ts'
import { ConfigurationError } from './configuration/configuration-error.ts'
import { createMetrics } from './http/metrics.ts'
import { openDirectory } from './open-directory.ts'
import { type Follower, startFollower } from './projection/follower.ts'
import { notificationsPath } from './routes/notifications.ts'
import { startWork } from './start-work.ts'
import { openSigningKeys } from './signing/key-file.ts'
import { openStore } from './store/store.ts'
import { expectationsOf } from './token/expectations.ts'
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
  const store = await openStore(configuration)
  const metrics = createMetrics()
  const directory = openDirectory(configuration, clock, metrics)
  const app = await createApp(configuration, { clock, store, directory, metrics, signing })

  let worker: Worker | undefined
  let follower: Follower | undefined
  let isEnding = false
  async function end(signal: string): Promise<void> {
    if (isEnding) process.exit(1)
    isEnding = true
    app.log.info({ signal }, 'ending')
    setTimeout(() => process.exit(1), farewellMs).unref()
    await app.close()
    await Promise.all([worker?.[Symbol.asyncDispose](), follower?.[Symbol.asyncDispose]()])
    await store[Symbol.asyncDispose]()
    await clock[Symbol.asyncDispose]()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal))

  await app.listen({ port: configuration.port, host: configuration.host })
  if (configuration.works)
    worker = startWork({ configuration, store, directory, clock, log: app.log })
  // Only now: a directory asks the address of notifications before it tells it anything.
  const { followsFeeds, notificationOrigin, organizations } = configuration
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
