import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { emptyStore, makeEmptyStore } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openUnmigrated } from '../../src/store/store.ts'
import { findPostgres, startCluster } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a PostgreSQL in which every test file makes a database of its own; else PGlite is used. */
    databaseUrl: string | undefined
    /** Of PGlite, the folder of a store of this version that holds nothing: most files begin with a copy. */
    migratedStore: string | undefined
  }
}

/** Prepares, once for all test files, the home that the project's name says. */
export async function setup({ name, provide }: TestProject) {
  if (name === 'api on PGlite') {
    provide('databaseUrl', undefined)
    if (!existsSync(emptyStore)) await makeEmptyStore(emptyStore)
    const folder = await mkdtemp(join(tmpdir(), 'foyer-migrated-'))
    const store = await openUnmigrated({ databaseUrl: undefined, folder })
    await migrate(store.database)
    await store[Symbol.asyncDispose]()
    provide('migratedStore', folder)
    return async () => rm(folder, { recursive: true })
  }
  provide('migratedStore', undefined)
  const own = process.env['DATABASE_URL']
  if (own) {
    provide('databaseUrl', own)
    return undefined
  }
  const binaries = findPostgres()
  if (!binaries) throw new Error('there is no PostgreSQL')
  const cluster = await startCluster(binaries)
  provide('databaseUrl', cluster.url)
  return async () => cluster[Symbol.asyncDispose]()
}
