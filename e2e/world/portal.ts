import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findMigratedStore } from './migrated-store.ts'
import { refuseTickets } from './no-ticket.ts'
import type { Order } from './portal-process.ts'
import { environment, findFreePort, root } from './processes.ts'
import { startProxy } from './proxy.ts'

// The API lets a person call 120 times a minute, and here the same few people call all the time.
const mostTests = 4

/** The portal behind its proxy: started anew from time to time, always at the same address. */
export interface Portal {
  readonly origin: string
  /** Makes it ready for one more test, whose people come from a network of their own. */
  renew(): Promise<void>
  /** Waits until it has done everything that is due at an instant. */
  settle(at: string): Promise<void>
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
  await mkdir(storeFolder)
  const settings = {
    PUBLIC_ORIGIN: origin,
    FOYER_CONFIG: configuration,
    PORT: String(port),
    TRUSTED_PROXIES: '127.0.0.1,::1',
    WEB_ROOT: join(root, 'web', 'dist'),
    CLOCK_URL: clockUrl,
    FOLLOW_FEEDS: followsFeeds ? 'on' : 'off',
    STORE_FOLDER: storeFolder,
  }
  const proxy = await startProxy(Number(new URL(origin).port), port)
  const keeper = startKeeper()
  let tests = 0

  return {
    origin,
    async renew() {
      // Look-ups and pages are counted by network.
      proxy.changeNetwork()
      tests += 1
      // Where nothing is read in advance, nothing is remembered of a world that was put back since.
      if (!followsFeeds && tests % mostTests !== 1) return
      await keeper.ask({ what: 'end' })
      await refuseTickets(keeper.output(), storeFolder)
      await rm(storeFolder, { recursive: true })
      await cp(findMigratedStore(), storeFolder, { recursive: true })
      await keeper.ask({ what: 'start', settings })
    },
    settle: async (at) => keeper.ask({ what: 'settle', at }),
    async stop() {
      await proxy.stop()
      await keeper.ask({ what: 'end' })
      await keeper.stop()
      await refuseTickets(keeper.output(), storeFolder)
    },
  }
}

/** The process that keeps the portal. */
function startKeeper() {
  const child = fork(join(import.meta.dirname, 'portal-process.ts'), {
    cwd: root,
    env: environment,
    execArgv: [],
    silent: true,
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'exit')
  return {
    output: () => output,
    async ask(order: Order): Promise<void> {
      child.send(order)
      await Promise.race([once(child, 'message'), ended])
      if (child.exitCode !== null) throw new Error(`the portal has ended:\n${output}`)
    },
    async stop(): Promise<void> {
      child.disconnect()
      await ended
    },
  }
}
