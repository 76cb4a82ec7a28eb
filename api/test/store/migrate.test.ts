import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requireSafeAppRole } from '../../src/store/app-role.ts'
import { migrate, migrations } from '../../src/store/migrate.ts'
import { keepOrganizations } from '../../src/store/connected-organizations.ts'
import { openUnmigrated } from '../../src/store/store.ts'
import { makePlace } from '../support/place.ts'
import {
  fabrikamId,
  guestRow,
  openTestStore,
  organizations,
  type TestStore,
} from '../support/test-store.ts'

let opened: TestStore

beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(async () => opened[Symbol.asyncDispose]())

test('a store that is up to date is left as it is', async () => {
  expect(await migrate(opened.store.database)).toEqual([])
})

test('of two that migrate at once, one does and the other finds it done', async () => {
  await using place = await makePlace()
  await using one = await openUnmigrated(place.store)
  // The embedded store has one process, and PostgreSQL any number.
  await using other = one.kind === 'postgres' ? await openUnmigrated(place.store) : undefined
  const done = await Promise.all([migrate(one.database), migrate((other ?? one).database)])
  expect(done.flat()).toEqual(Object.keys(migrations))
}, 30_000)

test('a store that a later version has migrated is refused, and stays as it is', async () => {
  const { database } = opened.store
  const later = '9999-later'
  await sql`INSERT INTO migration (name, timestamp) VALUES (${later}, now()::text)`.execute(
    database,
  )
  await expect(migrate(database)).rejects.toThrow(/is of a later version than this program/)
  await sql`DELETE FROM migration WHERE name = ${later}`.execute(database)
})

test.each([
  ['ALTER ROLE foyer_app LOGIN', /foyer_app may log in, so that rows of one organization/],
  ['ALTER TABLE guest NO FORCE ROW LEVEL SECURITY', /is not forced on guest/],
  ['ALTER TABLE guest DISABLE ROW LEVEL SECURITY', /is not forced on guest/],
  ['CREATE TABLE unprotected (id int)', /is not forced on unprotected/],
])('after %s nothing starts', async (statement, sentence) => {
  const start = opened.store.database.transaction().execute(async (transaction) => {
    await sql.raw(statement).execute(transaction)
    await requireSafeAppRole(transaction)
  })
  await expect(start).rejects.toThrow(sentence)
})

test('Fabrikam is marked when it disconnects, keeps its rows, and comes back to them', async () => {
  const { store } = opened
  const pierre = guestRow(fabrikamId, '91e00000-0000-4000-8000-000000000001', 'Pierre Marchand')
  await store.asOrganization(fabrikamId, async (fabrikam) =>
    fabrikam.insertInto('guest').values(pierre).execute(),
  )
  const connect = async (connected: typeof organizations) => {
    await keepOrganizations(store.database, connected)
    const rows = await store.database.selectFrom('organization').selectAll().execute()
    return rows.find(({ organizationId }) => organizationId === fabrikamId)
  }
  const contosoAlone = organizations.filter(({ slug }) => slug === 'contoso')
  expect((await connect(contosoAlone))?.disconnectedAt).toBeInstanceOf(Date)
  expect(await connect(organizations)).toMatchObject({ disconnectedAt: null, name: 'Fabrikam' })
  const guests = await store.asOrganization(fabrikamId, async (fabrikam) =>
    fabrikam.selectFrom('guest').select('name').execute(),
  )
  expect(guests).toEqual([{ name: 'Pierre Marchand' }])
})
