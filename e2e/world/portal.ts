import { cp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findMigratedStore } from './migrated-store.ts'
import { refuseTickets } from './no-ticket.ts'
import { findFreePort, type Process, root, startProcess } from './processes.ts'
import { startProxy } from './proxy.ts'

// The API lets a person call 120 times a minute, and here the same few people call all the time.
const mostTests = 4

/** The portal behind its proxy: another process from time to time, always at the same address. */
export interface Portal {
  readonly origin: string
  /** Makes it ready for one more test, whose people come from a network of their own. */
  renew(): Promise<void>
  stop(): Promise<void>
}

export async function createPortal({
  origin,
  configuration,
  clockUrl,
  followsFeeds,
}: {
  readonly origin: string
  /** The path of foyer.json. */
  readonly configuration: string
  readonly clockUrl: string
  readonly followsFeeds: boolean
}): Promise<Portal> {
  const port = await findFreePort()
  const storeFolder = join(dirname(configuration), 'store')
  const proxy = await startProxy(Number(new URL(origin).port), port)
  let running: Process | undefined
  let tests = 0

  async function end(): Promise<void> {
    if (!running) return
    await running.stop()
    await refuseTickets(running.output(), storeFolder)
  }

  return {
    origin,
    async renew() {
      // Look-ups and pages are counted by network.
      proxy.changeNetwork()
      tests += 1
      if (running && !followsFeeds && tests % mostTests !== 0) return
      await end()
      // The world is put back between tests: what was read of it would be of another one.
      if (followsFeeds || !running) {
        await rm(storeFolder, { recursive: true, force: true })
        await cp(findMigratedStore(), storeFolder, { recursive: true })
      }
      running = await startProcess(
        'api/src/main.ts',
        {
          PUBLIC_ORIGIN: origin,
          FOYER_CONFIG: configuration,
          PORT: String(port),
          TRUSTED_PROXIES: '127.0.0.1,::1',
          WEB_ROOT: join(root, 'web', 'dist'),
          CLOCK_URL: clockUrl,
          FOLLOW_FEEDS: followsFeeds ? 'on' : 'off',
          STORE_FOLDER: storeFolder,
        },
        `http://localhost:${port}/readyz`,
      )
    },
    async stop() {
      await proxy.stop()
      await end()
    },
  }
}
