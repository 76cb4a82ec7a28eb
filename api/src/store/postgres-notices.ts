import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

const pauseMs = 1_000

/**
 * Listens on a connection of its own, and on a new one whenever that is lost. After each connection
 * it calls once, since nobody knows what was told meanwhile.
 */
export async function listenToPostgres(
  url: string,
  channel: string,
  onNotice: () => void,
): Promise<AsyncDisposable> {
  const ending = new AbortController()
  let client: Client | undefined

  /** Until the connection is lost. */
  async function listen(): Promise<void> {
    const own = new Client({ connectionString: url, application_name: 'foyer notices' })
    client = own
    const isLost = new Promise<void>((resolve) => {
      own.on('error', () => resolve()).on('end', resolve)
    })
    try {
      // One that is ended while it is being made says so by its end alone.
      await Promise.race([own.connect(), isLost])
      if (ending.signal.aborted) return
      own.on('notification', onNotice)
      await own.query(`LISTEN ${own.escapeIdentifier(channel)}`)
      onNotice()
      await isLost
    } catch {
      // Whoever works on the same database tells that it cannot be reached; here it is tried again.
    } finally {
      void own.end().catch(() => {})
    }
  }

  async function keepListening(): Promise<void> {
    while (!ending.signal.aborted) {
      await listen()
      await sleep(pauseMs, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  const running = keepListening()
  return {
    async [Symbol.asyncDispose]() {
      ending.abort()
      await client?.end().catch(() => {})
      await running
    },
  }
}
