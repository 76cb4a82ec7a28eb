import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { StorePlace } from '../src/configuration/store-place.ts'
import { findPostgres, startCluster } from '../test/support/cluster.ts'

export type Home = 'PostgreSQL' | 'PGlite'

/** Where a new and empty store can be. */
export interface Place extends AsyncDisposable {
  readonly home: Home
  readonly store: StorePlace
}

/** The homes that can be measured here; without any PostgreSQL only PGlite. */
export function homes(): readonly Home[] {
  if (process.env['DATABASE_URL'] || findPostgres()) return ['PostgreSQL', 'PGlite']
  console.warn(
    'PostgreSQL is left out: install it, or name one that may be filled with DATABASE_URL.',
  )
  return ['PGlite']
}

/** A throw-away one: nothing of it is left, in the database of `DATABASE_URL` neither. */
export async function makePlace(home: Home): Promise<Place> {
  await using made = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
  made.defer(async () => rm(folder, { recursive: true, force: true }))
  const databaseUrl = home === 'PostgreSQL' ? await makeDatabase(made) : undefined
  const kept = made.move()
  return {
    home,
    store: { databaseUrl, folder: join(folder, 'store') },
    [Symbol.asyncDispose]: async () => kept.disposeAsync(),
  }
}

async function makeDatabase(made: AsyncDisposableStack): Promise<string> {
  const server = process.env['DATABASE_URL'] ?? (await startOwn(made))
  const name = `foyer_bench_${randomBytes(8).toString('hex')}`
  await atServer(server, `CREATE DATABASE ${name}`)
  made.defer(async () => atServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
  const url = new URL(server)
  url.pathname = name
  return url.href
}

async function startOwn(made: AsyncDisposableStack): Promise<string> {
  const binaries = findPostgres()
  if (!binaries) throw new Error('there is no PostgreSQL')
  return made.use(await startCluster(binaries)).url
}

async function atServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
