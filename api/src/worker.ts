// A program beside main.ts, any number of times on PostgreSQL: works on steps and serves nothing.
import { fastify } from 'fastify'
import { followClock, systemClock } from './clock.ts'
import { readConfiguration } from './configuration/configuration.ts'
import { ConfigurationError } from './configuration/configuration-error.ts'
import { loggerSetting } from './http/log.ts'
import { createMetrics } from './metrics/metrics.ts'
import { openDirectory } from './open-directory.ts'
import { openSigningKeys } from './signing/key-file.ts'
import { startWork } from './start-work.ts'
import { openStore } from './store/store.ts'

async function start(): Promise<void> {
  const configuration = await readConfiguration(process.env)
  if (!configuration.store.databaseUrl) {
    throw new ConfigurationError('the embedded store has one process, which works by itself')
  }
  const { log } = fastify({ logger: loggerSetting(configuration.logLevel) })
  const clock = configuration.clockUrl ? await followClock(configuration.clockUrl) : systemClock
  const store = await openStore(configuration)
  const directory = openDirectory(configuration, clock, createMetrics())
  const signing = await openSigningKeys(configuration.signing)
  const worker = startWork({ configuration, store, directory, clock, signing, log })

  async function end(): Promise<void> {
    await worker[Symbol.asyncDispose]()
    await store[Symbol.asyncDispose]()
    await clock[Symbol.asyncDispose]()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end())
  log.info('works')
}

try {
  await start()
} catch (error) {
  console.error(
    error instanceof ConfigurationError ? `Foyer does not start: ${error.message}` : error,
  )
  process.exit(1)
}
