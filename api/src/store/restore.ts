import { createHash, type Hash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { sql, type Transaction } from 'kysely'
import { actAs, migrationsOf, type Progress, protectedTables } from './backup.ts'
import { type BackupEnd, BackupError, type BackupHead, type BackupRows } from './backup-line.ts'
import { migrate, migrations, schemaVersion } from './migrate.ts'
import type { OwnedStore } from './store.ts'
import type { Tables } from './tables.ts'

/** Many times what a line of ours has; a longer one is none. */
const longestLine = 64 * 1024 * 1024

/**
 * Fills an empty store from a backup, wholly or not at all, and brings it to this program's schema.
 * The directories have gone on since: every feed begins anew, and until it has read everything
 * nothing is done on the word of what was restored.
 *
 * @returns how many rows there are.
 * @throws {BackupError} for a store that is not empty, and a file that is no whole backup, was
 *   altered, or comes from a later version.
 * @throws {StoreError}
 */
export async function restore(
  { database }: Pick<OwnedStore, 'database'>,
  file: string,
  progress: Progress = () => {},
): Promise<number> {
  const { schema } = await readHead(file)
  if (!(schema in migrations)) {
    throw new BackupError(
      `${file} is of a later version than this program, whose newest schema is ${schemaVersion}`,
    )
  }
  const done = await migrationsOf(database)
  if (done.length > 0 && done.at(-1) !== schema) {
    throw new BackupError(`the store has the schema ${done.at(-1)}, and ${file} has ${schema}`)
  }
  if (done.length === 0) await migrate(database, { upTo: schema })
  const rows = await database.transaction().execute(async (transaction) => {
    await requireEmpty(transaction)
    const count = await fill(transaction, file, progress)
    await beginFeedsAnew(transaction)
    await haltWork(transaction)
    return count
  })
  await migrate(database)
  return rows
}

async function readHead(file: string): Promise<BackupHead> {
  for await (const line of linesOf(file)) {
    const head = parse(file, line) as Partial<BackupHead>
    if (head.foyerBackup !== 1 || typeof head.schema !== 'string') break
    return head as BackupHead
  }
  throw notWhole(file)
}

/** What waited then may have been done since: somebody looks before anything goes on. */
async function haltWork(transaction: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ hasHalt: boolean }>`
    SELECT to_regclass('halt') IS NOT NULL AS has_halt`.execute(transaction)
  if (!rows[0]?.hasHalt) return
  await transaction
    .insertInto('halt')
    .values({ because: 'restored from a backup: see "work list", then "work resume"' })
    .execute()
}

async function requireEmpty(transaction: Transaction<Tables>): Promise<void> {
  await sql`LOCK TABLE organization IN EXCLUSIVE MODE`.execute(transaction)
  const kept = await transaction.selectFrom('organization').select('slug').executeTakeFirst()
  if (kept) throw new BackupError('the store is not empty: restore into a new one')
}

async function fill(
  transaction: Transaction<Tables>,
  file: string,
  progress: Progress,
): Promise<number> {
  const tables = new Set(await protectedTables(transaction))
  const counts = new Map<string, number>()
  const sum = createHash('sha256')
  let rows = 0
  let isHead = true
  let end: BackupEnd | undefined
  for await (const line of linesOf(file)) {
    if (end) throw notWhole(file)
    const read = parse(file, line) as Partial<BackupRows & BackupEnd>
    if (typeof read.sha256 === 'string') {
      end = read as BackupEnd
      continue
    }
    sum.update(`${line}\n`)
    if (isHead) {
      isHead = false
      continue
    }
    const { table, organization, rows: given } = read as BackupRows
    const isKnown = organization === null ? table === 'organization' : tables.has(table)
    if (!isKnown || !Array.isArray(given)) throw notWhole(file)
    if (organization !== null) await actAs(transaction, organization)
    await sql`INSERT INTO ${sql.table(table)}
      SELECT * FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(given)}::text::jsonb)`.execute(
      transaction,
    )
    rows += given.length
    counts.set(table, (counts.get(table) ?? 0) + given.length)
    progress(table, counts.get(table) ?? 0)
  }
  if (!end || end.rows !== rows || end.sha256 !== digestOf(sum)) throw notWhole(file)
  return rows
}

/** What the directories did since the backup is only known once they were read whole. */
async function beginFeedsAnew(transaction: Transaction<Tables>): Promise<void> {
  const organizations = await transaction
    .selectFrom('organization')
    .select('organizationId')
    .execute()
  for (const { organizationId } of organizations) {
    await actAs(transaction, organizationId)
    await transaction
      .updateTable('feed')
      .set({ cursor: null, crawlStartedAt: null, crawledAt: null })
      .where('organizationId', '=', organizationId)
      .execute()
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const handle = await open(file).catch((error: unknown) => {
    throw new BackupError(`${file} cannot be read`, { cause: error })
  })
  const gunzip = createGunzip()
  const feeding = pipeline(handle.createReadStream(), gunzip).catch(() => {})
  try {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const chunk of gunzip) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > longestLine) throw notWhole(file)
      yield* lines
    }
    if (rest !== '') throw notWhole(file)
  } catch (error) {
    throw isOfZip(error) ? notWhole(file, error) : error
  } finally {
    gunzip.destroy()
    await feeding
  }
}

function isOfZip(error: unknown): boolean {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith('Z_')
}

function parse(file: string, line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw notWhole(file, error)
  }
}

function digestOf(sum: Hash): string {
  return sum.digest('hex')
}

function notWhole(file: string, cause?: unknown): BackupError {
  return new BackupError(`${file} is no whole backup of Foyer, or was altered`, { cause })
}
