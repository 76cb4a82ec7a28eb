import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  contosoId,
  fabrikamId,
  guestRow,
  openTestStore,
  type TestStore,
} from '../support/test-store.ts'

const grace = '9ace0000-0000-4000-8000-000000000009'
const pierre = '91e00000-0000-4000-8000-000000000001'

let opened: TestStore

beforeAll(async () => {
  opened = await openTestStore()
  const { store } = opened
  await store.asOrganization(contosoId, async (contoso) =>
    contoso
      .insertInto('guest')
      .values(guestRow(contosoId, grace, 'Grace Adeyemi'))
      .execute(),
  )
  await store.asOrganization(fabrikamId, async (fabrikam) =>
    fabrikam
      .insertInto('guest')
      .values(guestRow(fabrikamId, pierre, 'Pierre Marchand'))
      .execute(),
  )
})
afterAll(async () => opened[Symbol.asyncDispose]())

test('Contoso sees Grace and nobody of Fabrikam, even when it asks for all', async () => {
  const names = await opened.store.asOrganization(contosoId, async (contoso) =>
    contoso.selectFrom('guest').select('name').execute(),
  )
  expect(names).toEqual([{ name: 'Grace Adeyemi' }])
})

test('Contoso cannot write, change or remove a row of Fabrikam', async () => {
  const foreign = opened.store.asOrganization(contosoId, async (contoso) =>
    contoso
      .insertInto('guest')
      .values(guestRow(fabrikamId, grace, 'Grace Adeyemi'))
      .execute(),
  )
  await expect(foreign).rejects.toThrow(/row-level security/)
  const moved = opened.store.asOrganization(contosoId, async (contoso) =>
    contoso.updateTable('guest').set({ organizationId: fabrikamId }).execute(),
  )
  await expect(moved).rejects.toThrow(/row-level security/)
  const touched = await opened.store.asOrganization(contosoId, async (contoso) => [
    await contoso
      .updateTable('guest')
      .set({ name: 'Nobody' })
      .where('guestId', '=', guestRow(fabrikamId, pierre, '').guestId)
      .executeTakeFirst(),
    await contoso.deleteFrom('guest').where('organizationId', '=', fabrikamId).executeTakeFirst(),
  ])
  expect(touched).toMatchObject([{ numUpdatedRows: 0n }, { numDeletedRows: 0n }])
})

test('where no organization is set, no row of any is seen, and none can be written', async () => {
  const { database } = opened.store
  const seen = await database.transaction().execute(async (transaction) => {
    await sql`SET LOCAL ROLE foyer_app`.execute(transaction)
    return transaction.selectFrom('guest').selectAll().execute()
  })
  expect(seen).toEqual([])
  const written = database.transaction().execute(async (transaction) => {
    await sql`SET LOCAL ROLE foyer_app`.execute(transaction)
    await transaction
      .insertInto('guest')
      .values(guestRow(contosoId, pierre, 'Pierre Marchand'))
      .execute()
  })
  await expect(written).rejects.toThrow(/row-level security/)
})

test('the next who gets the same connection is held by nothing that the last one set', async () => {
  const { store } = opened
  await store.asOrganization(contosoId, async () => {})
  await store
    .asOrganization(contosoId, async () => Promise.reject(new Error('undone')))
    .catch(() => {})
  const { rows } = await sql<{ role: string; organization: string; security: boolean }>`
    SELECT current_user = session_user AS own_role, current_organization() AS organization`.execute(
    store.database,
  )
  expect(rows).toEqual([{ ownRole: true, organization: null }])
})

test('an organization that is not connected has no rows, and can be given none', async () => {
  const tailspin = '7a115000-0000-4000-8000-000000000007' as typeof contosoId
  await expect(opened.store.asOrganization(tailspin, async () => 'in')).rejects.toMatchObject({
    reason: 'unknown-organization',
  })
})

test('requests cannot rename an organization, nor see which migrations were run', async () => {
  const act = async (statement: string) =>
    opened.store.asOrganization(contosoId, async (contoso) => sql.raw(statement).execute(contoso))
  await expect(act("UPDATE organization SET name = 'Ours'")).rejects.toThrow(/permission denied/)
  await expect(act('SELECT * FROM migration')).rejects.toThrow(/permission denied/)
  await expect(act('CREATE TABLE public.own (id int)')).rejects.toThrow(/permission denied/)
  await expect(act('TRUNCATE guest')).rejects.toThrow(/permission denied/)
})
