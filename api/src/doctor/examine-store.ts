import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Configuration } from '../configuration/configuration.ts'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import { requireOwner, requireSafeAppRole } from '../store/app-role.ts'
import { leastFreeBytes, measureFreeBytes, type MeasureFreeBytes } from '../store/free-space.ts'
import { migrations, schemaVersion } from '../store/migrate.ts'
import { openUnmigrated } from '../store/store.ts'
import { StoreError, storeErrorOf } from '../store/store-error.ts'
import type { Tables } from '../store/tables.ts'
import { compare } from './examine-clock.ts'
import type { Finding } from './finding.ts'

const about = 'store'
const megabyte = 1024 * 1024

/** Looks at the store as it stands: makes none, and migrates nothing. */
export async function examineStore(
  { store: place }: Pick<Configuration, 'store'>,
  measure: MeasureFreeBytes = measureFreeBytes,
): Promise<readonly Finding[]> {
  const isEmbedded = place.databaseUrl === undefined
  const findings: Finding[] = isEmbedded ? [await examineDisk(place.folder, measure)] : []
  if (findings.some(({ level }) => level === 'wrong')) return findings
  if (isEmbedded && !existsSync(place.folder)) {
    return [
      ...findings,
      { level: 'note', about, said: 'there is none yet: the first start makes it' },
    ]
  }
  try {
    await using store = await openUnmigrated(place, { measureFreeBytes: measure })
    findings.push(await examineSchema(store.database))
    await requireOwner(store.database)
    await requireSafeAppRole(store.database)
    findings.push({ level: 'ok', about, said: `${store.kind}, whose roles are safe` })
    if (!isEmbedded) findings.push(await examineItsClock(store.database))
  } catch (error) {
    findings.push(findingOf(storeErrorOf(error)))
  }
  return findings
}

async function examineDisk(folder: string, measure: MeasureFreeBytes): Promise<Finding> {
  let existing = folder
  while (!existsSync(existing)) existing = dirname(existing)
  const free = await measure(existing)
  const said = `${Math.floor(free / megabyte)} MB are free on the disk of ${folder}`
  if (free >= leastFreeBytes) return { level: 'ok', about, said }
  const fix = `make room: below ${leastFreeBytes / megabyte} MB nothing is written`
  return { level: 'wrong', about, said, fix }
}

async function examineSchema(database: Kysely<Tables>): Promise<Finding> {
  const { rows } = await sql<{ found: boolean }>`
    SELECT to_regclass('public.migration') IS NOT NULL AS found`.execute(database)
  if (!rows[0]?.found) {
    return { level: 'note', about, said: 'it is empty: the first start makes its schema' }
  }
  const ran = await sql<{ name: string }>`SELECT name FROM migration ORDER BY name`.execute(
    database,
  )
  const names = ran.rows.map(({ name }) => name)
  const unknown = names.filter((name) => !(name in migrations))
  if (unknown.length > 0) {
    return {
      level: 'wrong',
      about,
      said: `its schema is that of a later version (${unknown.join(', ')})`,
      fix: 'run the version of Foyer that it belongs to',
    }
  }
  const isBehind = names.at(-1) !== schemaVersion
  const said = isBehind
    ? `its schema is at ${names.at(-1)}: the next start brings it to ${schemaVersion}`
    : `its schema is at ${schemaVersion}`
  return { level: isBehind ? 'note' : 'ok', about, said }
}

async function examineItsClock(database: Kysely<Tables>): Promise<Finding> {
  const askedAt = Date.now()
  const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(database)
  const theirs = rows[0]?.now.getTime() ?? Number.NaN
  return compare((askedAt + Date.now()) / 2, theirs, "the database's")
}

function findingOf(error: unknown): Finding {
  if (error instanceof StoreError) {
    const fix = 'look at DATABASE_URL and at the server'
    return { level: 'wrong', about, said: error.message, fix }
  }
  if (!(error instanceof ConfigurationError)) throw error
  if (error.message.includes('is in use by process')) {
    const said = `${error.message}; what is in it was not looked at`
    return { level: 'note', about, said }
  }
  return { level: 'wrong', about, said: error.message, fix: 'docs/operations.md, The store' }
}
