import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Kysely, sql, type Transaction } from 'kysely'
import { type BackupEnd, BackupError, type BackupHead } from './backup-line.ts'
import { migrations, schemaVersion } from './migrate.ts'
import type { OwnedStore } from './store.ts'
import type { Tables } from './tables.ts'

const rowsAtOnce = 500

/** Called with how many rows were written, or read, so far. */
export type Progress = (table: string, rows: number) => void

/**
 * Writes everything that a store remembers into a file that only this account can read, as of one
 * moment, while others go on writing. The file has its name once it is whole.
 *
 * @returns how many rows it holds.
 * @throws {BackupError} for a file that is there already, and a store of another version.
 * @throws {StoreError}
 */
export async function backUp(
  { database }: Pick<OwnedStore, 'database'>,
  file: string,
  progress: Progress = () => {},
): Promise<number> {
  if (existsSync(file)) throw new BackupError(`${file} is there already`)
  const unfinished = `${file}.unfinished`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    const rows = await writeAll(database, handle, progress)
    await rename(unfinished, file)
    return rows
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function writeAll(
  database: Kysely<Tables>,
  handle: FileHandle,
  progress: Progress,
): Promise<number> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await requireCurrentSchema(transaction)
      let count = 0
      await pipeline(
        async function* () {
          const sum = createHash('sha256')
          for await (const { line, rows } of linesOf(transaction, progress)) {
            count += rows
            sum.update(line)
            yield line
          }
          const end: BackupEnd = { rows: count, sha256: sum.digest('hex') }
          yield `${JSON.stringify(end)}\n`
        },
        createGzip(),
        async (chunks: AsyncIterable<Buffer>) => {
          for await (const chunk of chunks) await handle.write(chunk)
        },
      )
      await handle.sync()
      return count
    })
}

async function* linesOf(transaction: Transaction<Tables>, progress: Progress) {
  const head: BackupHead = {
    foyerBackup: 1,
    schema: schemaVersion,
    at: new Date().toISOString(),
  }
  yield { line: `${JSON.stringify(head)}\n`, rows: 0 }
  yield* rowsOf(transaction, 'organization', null)
  const organizations = await transaction
    .selectFrom('organization')
    .select('organizationId')
    .orderBy('organizationId')
    .execute()
  const tables = await protectedTables(transaction)
  for (const { organizationId } of organizations) {
    await actAs(transaction, organizationId)
    for (const table of tables) {
      let count = 0
      for await (const written of rowsOf(transaction, table, organizationId)) {
        count += written.rows
        progress(table, count)
        yield written
      }
    }
  }
}

/** A cursor of the database, so that no table is ever whole in memory. */
async function* rowsOf(
  transaction: Transaction<Tables>,
  table: string,
  organization: string | null,
) {
  const own = organization === null ? sql`` : sql`WHERE organization_id = ${sql.lit(organization)}`
  await sql`DECLARE backup NO SCROLL CURSOR FOR
    SELECT to_jsonb(kept)::text AS line FROM ${sql.table(table)} AS kept ${own}`.execute(
    transaction,
  )
  for (;;) {
    const { rows } = await sql<{ line: string }>`
      FETCH ${sql.lit(rowsAtOnce)} FROM backup`.execute(transaction)
    if (rows.length === 0) break
    const place = `"table":${JSON.stringify(table)},"organization":${JSON.stringify(organization)}`
    const line = `{${place},"rows":[${rows.map((row) => row.line).join(',')}]}\n`
    yield { line, rows: rows.length }
  }
  await sql`CLOSE backup`.execute(transaction)
}

/** The tables that row-level security holds, whose rows are of one organization each. */
export async function protectedTables(transaction: Transaction<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname::text AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity
    ORDER BY 1`.execute(transaction)
  return rows.map(({ name }) => name)
}

/** Row-level security holds the owner of the tables as well. */
export async function actAs(
  transaction: Transaction<Tables>,
  organizationId: string,
): Promise<void> {
  await sql`SELECT set_config('foyer.organization', ${organizationId}, true)`.execute(transaction)
}

/** The names of the migrations that a store has seen. */
export async function migrationsOf(database: Kysely<Tables>): Promise<string[]> {
  const { rows: tables } = await sql<{ isThere: boolean }>`
    SELECT to_regclass('migration') IS NOT NULL AS is_there`.execute(database)
  if (!tables[0]?.isThere) return []
  const { rows } = await sql<{ name: string }>`SELECT name FROM migration ORDER BY name`.execute(
    database,
  )
  return rows.map(({ name }) => name)
}

async function requireCurrentSchema(database: Kysely<Tables>): Promise<void> {
  const done = await migrationsOf(database)
  if (done.length === Object.keys(migrations).length && done.at(-1) === schemaVersion) return
  throw new BackupError('the store has the schema of another version: run "migrate" first')
}
