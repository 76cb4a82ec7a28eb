import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Client } from 'pg'

/** A PostgreSQL of the tests' own, from the machine's binaries, that nothing outlives. */
export interface Cluster extends AsyncDisposable {
  /** Of a database that its role owns, which may make databases and roles and is no superuser. */
  readonly url: string
  /** Ends it as a power cut would end the process: nothing is told to whoever is connected. */
  stop(): Promise<void>
  start(): Promise<void>
}

/** The folder of the newest PostgreSQL of this machine. */
export function findPostgres(): string | undefined {
  const byVersion = globSync('/usr/lib/postgresql/*/bin').toSorted(
    (one, other) => versionOf(other) - versionOf(one),
  )
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  return [...byVersion, ...onPath].find((folder) => existsSync(join(folder, 'initdb')))
}

function versionOf(folder: string): number {
  return Number(folder.split('/').at(-2))
}

/** It can be reached by a socket in its own folder only, so no port is taken. */
export async function startCluster(binaries: string): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-pg-'))
  const owner = findOwner()
  if (owner) await chown(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'root', '--auth=trust', '--encoding=UTF8', '--no-locale', '-N']
  execFileSync(join(binaries, 'initdb'), initdb, { ...owner, cwd: folder, stdio: 'pipe' })

  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'fsync=off',
  ].flatMap((setting) => ['-c', setting])
  const urlAs = (role: string, database = role) =>
    `postgres://${role}@localhost/${database}?host=${encodeURIComponent(folder)}`
  let server: ChildProcess | undefined

  async function start(): Promise<void> {
    server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings], {
      ...owner,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await untilReady(server)
  }
  async function stop(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    // PostgreSQL's "immediate shutdown": it recovers from its log at the next start.
    server.kill('SIGQUIT')
    await ended
  }

  await start()
  await makeOwner(urlAs('root', 'postgres'))
  return {
    url: urlAs('foyer'),
    start,
    stop,
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root. */
function findOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const ask = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }))
      return { uid: ask('-u'), gid: ask('-g') }
    } catch {
      // This machine does not know the name; the next one may.
    }
  }
  throw new Error(
    'PostgreSQL needs an account other than root: neither postgres nor nobody is here',
  )
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = ''
  for await (const chunk of server.stderr ?? []) {
    said += String(chunk)
    if (said.includes('database system is ready to accept connections')) {
      server.stderr?.resume()
      return
    }
  }
  throw new Error(`PostgreSQL did not start: ${said}`)
}

async function makeOwner(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE ROLE foyer LOGIN CREATEDB CREATEROLE')
  await client.query('CREATE DATABASE foyer OWNER foyer')
  await client.end()
}
