import { join } from 'node:path'
import { type Process, root, startProcess } from './processes.ts'

// The API lets a person call 120 times a minute, and here the same few people call all the time.
const mostTests = 12

/** The portal's process: another one from time to time, always at the same address. */
export interface Portal {
  readonly origin: string
  /** An address that nobody has come from yet. */
  nextAddress(): string
  /** Makes it ready for one more test. */
  renew(): Promise<void>
  stop(): Promise<void>
}

export function createPortal({
  port,
  configuration,
  clockUrl,
}: {
  readonly port: number
  /** The path of foyer.json. */
  readonly configuration: string
  readonly clockUrl: string
}): Portal {
  const origin = `http://localhost:${port}`
  let running: Process | undefined
  let tests = 0
  let addresses = 0
  return {
    origin,
    nextAddress() {
      addresses += 1
      return `2001:db8::${addresses.toString(16)}`
    },
    async renew() {
      tests += 1
      if (running && tests % mostTests !== 0) return
      await running?.stop()
      running = await startProcess(
        'api/src/main.ts',
        {
          PORT: String(port),
          PUBLIC_ORIGIN: origin,
          FOYER_CONFIG: configuration,
          WEB_ROOT: join(root, 'web', 'dist'),
          CLOCK_URL: clockUrl,
          // Each test says from which address it comes, as a proxy does.
          TRUSTED_PROXIES: '127.0.0.1,::1',
        },
        `${origin}/readyz`,
      )
    },
    async stop() {
      await running?.stop()
    },
  }
}
