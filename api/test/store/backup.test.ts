import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { PersonId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { backUp } from '../../src/store/backup.ts'
import { keepOrganizations } from '../../src/store/connected-organizations.ts'
import { migrate, schemaVersion } from '../../src/store/migrate.ts'
import { restore } from '../../src/store/restore.ts'
import { openUnmigrated, type OwnedStore } from '../../src/store/store.ts'
import { makePlace, type TestPlace } from '../support/place.ts'
import {
  contosoId,
  fabrikamId,
  guestRow,
  openTestStore,
  organizations,
  type TestStore,
} from '../support/test-store.ts'

const graceId = '91e00000-0000-4000-8000-0000000000a1'
const asOf = new Date('2026-11-23T08:00:00.123Z')

let filled: TestStore
let folder: string
let file: string

beforeAll(async () => {
  filled = await openTestStore()
  for (const organizationId of [contosoId, fabrikamId]) {
    await filled.store.asOrganization(organizationId, async (own) => {
      await own
        .insertInto('guest')
        .values([
          { ...guestRow(organizationId, graceId, 'Grace "Ace"\nAdeyemi 👋'), lastSignInAt: asOf },
          ...Array.from({ length: 1200 }, (_, at) =>
            guestRow(organizationId, `91e00000-0000-4000-8000-${String(at).padStart(12, '0')}`, ''),
          ),
        ])
        .execute()
      await own
        .insertInto('feed')
        .values({ organizationId, kind: 'guests', cursor: 'https://old', crawledAt: asOf, asOf })
        .execute()
    })
  }
})
afterAll(async () => filled[Symbol.asyncDispose]())

let place: TestPlace
let target: OwnedStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-backup-'))
  file = join(folder, 'backup.gz')
  place = await makePlace()
  target = await openUnmigrated(place.store)
})
afterEach(async () => {
  await target[Symbol.asyncDispose]()
  await place[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

async function rowsOf({ database }: OwnedStore, organizationId: string, table: string) {
  return database.transaction().execute(async (transaction) => {
    await sql`SELECT set_config('foyer.organization', ${organizationId}, true)`.execute(transaction)
    const { rows } = await sql<{ row: string }>`
      SELECT to_jsonb(t)::text AS row FROM ${sql.table(table)} AS t
      WHERE organization_id = ${organizationId} ORDER BY 1`.execute(transaction)
    return rows.map(({ row }) => row)
  })
}

describe('a backup', () => {
  test('brings every row back into an empty store, to the last instant and sign', async () => {
    const written = await backUp(filled.store, file)
    expect(written).toBe(2 + 2 * 1202)
    expect(await restore(target, file)).toBe(written)
    for (const organizationId of [contosoId, fabrikamId]) {
      const guests = await rowsOf(target, organizationId, 'guest')
      expect(guests).toHaveLength(1201)
      expect(guests).toEqual(await rowsOf(filled.store, organizationId, 'guest'))
    }
    const kept = await target.database.selectFrom('organization').selectAll().execute()
    expect(kept.map(({ slug }) => slug).toSorted()).toEqual(['contoso', 'fabrikam'])
  })

  test('leads to feeds that are read anew, and say as of when the rows are', async () => {
    await backUp(filled.store, file)
    await restore(target, file)
    const feeds = await target.asOrganization(contosoId, async (contoso) =>
      contoso.selectFrom('feed').selectAll().execute(),
    )
    expect(feeds).toEqual([
      {
        organizationId: contosoId,
        kind: 'guests',
        cursor: null,
        crawlStartedAt: null,
        crawledAt: null,
        asOf,
      },
    ])
  })

  test('can be read by its account only, and never stands half beside its name', async () => {
    await backUp(filled.store, file)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['backup.gz'])
    await expect(backUp(filled.store, file)).rejects.toThrow('is there already')
  })

  test('is not made of a store of another version', async () => {
    await expect(backUp(target, file)).rejects.toThrow('run "migrate" first')
    expect(await readdir(folder)).toEqual([])
  })

  test('of the first schema is restored and migrated', async () => {
    const head = { foyerBackup: 1, schema: '0001-projection', at: asOf.toISOString() }
    const rows = [
      { organization_id: contosoId, slug: 'contoso', name: 'Contoso', connected_at: asOf },
    ]
    await writeLines([head, { table: 'organization', organization: null, rows }])
    expect(await restore(target, file)).toBe(1)
    expect(await migrate(target.database)).toEqual([])
  })
})

describe('nothing at all is restored', () => {
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['a file that was cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['a file that lost its last byte', (bytes) => bytes.subarray(0, -1)],
    ['a file without its last line', (bytes) => relined(bytes, (lines) => lines.slice(0, -2))],
    [
      'a file in which a name was changed',
      (bytes) => gzipSync(gunzipSync(bytes).toString().replace('Ace', 'Ada')),
    ],
    ['a file with a line too many', (bytes) => relined(bytes, (lines) => [...lines, '{}', ''])],
    [
      'a file with rows of a table that is none',
      (bytes) => gzipSync(gunzipSync(bytes).toString().replaceAll('"guest"', '"migration"')),
    ],
    ['a file that is no gzip', () => Buffer.from('Foyer')],
    ['an empty file', () => Buffer.alloc(0)],
  ])('from %s', async (_what, spoil) => {
    await backUp(filled.store, file)
    await writeFile(file, spoil(await readFile(file)))
    await expect(restore(target, file)).rejects.toThrow('no whole backup of Foyer, or was altered')
    await migrate(target.database)
    expect(await target.database.selectFrom('organization').selectAll().execute()).toEqual([])
  })

  test('from a backup of a later version', async () => {
    await writeLines([{ foyerBackup: 1, schema: '9999-later', at: asOf.toISOString() }])
    await expect(restore(target, file)).rejects.toThrow('is of a later version than this program')
  })

  test('from a file that is not there', async () => {
    await expect(restore(target, file)).rejects.toThrow('cannot be read')
  })

  test('into a store that is in use', async () => {
    await backUp(filled.store, file)
    await migrate(target.database)
    await keepOrganizations(target.database, organizations)
    await expect(restore(target, file)).rejects.toThrow('the store is not empty')
    const guests = await target.asOrganization(contosoId, async (contoso) =>
      contoso
        .selectFrom('guest')
        .selectAll()
        .where('guestId', '=', graceId as PersonId)
        .execute(),
    )
    expect(guests).toEqual([])
  })

  test('of an older schema into a store that has gone on', async () => {
    await migrate(target.database)
    await writeLines([{ foyerBackup: 1, schema: '0001-projection', at: asOf.toISOString() }])
    await expect(restore(target, file)).rejects.toThrow(`the store has the schema ${schemaVersion}`)
  })
})

function relined(bytes: Buffer, change: (lines: string[]) => string[]): Buffer {
  return gzipSync(change(gunzipSync(bytes).toString().split('\n')).join('\n'))
}

/** A whole backup of these lines. */
async function writeLines(lines: readonly Record<string, unknown>[]): Promise<void> {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const rows = lines.flatMap((line) => line['rows'] ?? []).length
  const end = { rows, sha256: createHash('sha256').update(text).digest('hex') }
  await writeFile(file, gzipSync(`${text}${JSON.stringify(end)}\n`))
}
