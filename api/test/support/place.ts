import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { StorePlace } from '../../src/configuration/store-place.ts'

/** Where a new and empty store can be, in the home that the suite runs on. */
export interface TestPlace extends AsyncDisposable {
  readonly store: StorePlace
  /** The same place for a process of its own. */
  readonly environment: Readonly<Record<string, string>>
}

export async function makePlace(): Promise<TestPlace> {
  const server = inject('databaseUrl')
  const folder = await mkdtemp(join(tmpdir(), 'foyer-store-'))
  const removeFolder = async () => rm(folder, { recursive: true, force: true })
  const STORE_FOLDER = join(folder, 'store')
  if (server === undefined) {
    return {
      store: { databaseUrl: undefined, folder: STORE_FOLDER },
      environment: { STORE_FOLDER },
      [Symbol.asyncDispose]: removeFolder,
    }
  }
  const name = `foyer_test_${randomBytes(8).toString('hex')}`
  const url = new URL(server)
  url.pathname = name
  await atServer(server, `CREATE DATABASE ${name}`)
  return {
    store: { databaseUrl: url.href, folder: STORE_FOLDER },
    environment: { DATABASE_URL: url.href, STORE_FOLDER },
    async [Symbol.asyncDispose]() {
      await drop(server, name)
      await removeFolder()
    },
  }
}

/** PostgreSQL 15, DROP DATABASE: its own vacuuming ends for it; by force, only who may end it may drop. */
async function drop(server: string, name: string): Promise<void> {
  try {
    await atServer(server, `DROP DATABASE IF EXISTS ${name}`)
  } catch (error) {
    const isInUse = (error as { code?: string }).code === '55006'
    if (!isInUse) throw error
    await atServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
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
