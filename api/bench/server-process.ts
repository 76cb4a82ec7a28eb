import { type ChildProcess, spawn } from 'node:child_process'
import type { webcrypto } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import type { StorePlace } from '../src/configuration/store-place.ts'

/** What a server of the bench is told. */
export interface ServerSetting {
  readonly role: 'limit' | 'limit-of-many' | 'foyer'
  /** The foyer.json to serve; otherwise one of organizations without directories. */
  readonly file?: string
  readonly store: StorePlace
  /** For what it has to write. */
  readonly folder: string
  readonly tokens: {
    readonly authority: string
    readonly audience: string
    readonly client: string
    readonly keyId: string
    /** The same key twice, as each of the two reads it. */
    readonly publicKey: string
    readonly jwk: webcrypto.JsonWebKey
  }
}

export interface ServerProcess extends AsyncDisposable {
  readonly port: number
  /** For how long processors have worked for it so far. */
  cpuSeconds(): Promise<number>
}

/** Starts a server in a process of its own; what it logs is written, and read by nobody. */
export async function startServer(setting: ServerSetting): Promise<ServerProcess> {
  const program = join(import.meta.dirname, 'reads-server.ts')
  // V8's own options, for whoever looks where the time goes: --cpu-prof.
  const options = (process.env['SERVER_OPTIONS'] ?? '').split(' ').filter(Boolean)
  const child = spawn(process.execPath, [...options, program, JSON.stringify(setting)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const port = await firstWord(child)
  return {
    port,
    async cpuSeconds() {
      const told = once(child, 'message')
      child.send('cpu')
      const [used] = (await told) as [NodeJS.CpuUsage]
      return (used.user + used.system) / 1e6
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

async function firstWord(child: ChildProcess): Promise<number> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a server of the bench ended with ${code}`)
  })
  ended.catch(() => {})
  const [port] = (await Promise.race([once(child, 'message'), ended])) as [number]
  return port
}
