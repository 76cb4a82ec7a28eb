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

let opened: TestStore

beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(async () => opened[Symbol.asyncDispose]())

test('what a transaction wrote before it failed is taken back', async () => {
  const { store } = opened
  const work = store.asOrganization(contosoId, async (contoso) => {
    await contoso
      .insertInto('guest')
      .values(guestRow(contosoId, grace, 'Grace'))
      .execute()
    throw new Error('the directory did not answer')
  })
  await expect(work).rejects.toThrow('the directory did not answer')
  const guests = await store.asOrganization(contosoId, async (contoso) =>
    contoso.selectFrom('guest').selectAll().execute(),
  )
  expect(guests).toEqual([])
})

test('inside a transaction the store itself is refused, in place of waiting for ever', async () => {
  const { store } = opened
  const nested = store.asOrganization(contosoId, async () =>
    store.asOrganization(fabrikamId, async () => 'reached'),
  )
  await expect(nested).rejects.toMatchObject({ reason: 'inside-transaction' })
  const later = store.asOrganization(contosoId, async () =>
    Promise.resolve().then(async () => store.asOrganization(contosoId, async () => 'reached')),
  )
  await expect(later).rejects.toMatchObject({ reason: 'inside-transaction' })
})

test('work that a transaction began and that outlives it may use the store', async () => {
  const { store } = opened
  const ended = Promise.withResolvers<undefined>()
  const afterwards = await store.asOrganization(contosoId, async () => ({
    outcome: ended.promise.then(async () => store.asOrganization(contosoId, async () => 'reached')),
  }))
  ended.resolve(undefined)
  expect(await afterwards.outcome).toBe('reached')
})

test('two organizations at once each have a transaction of their own', async () => {
  const { store } = opened
  const seen = await Promise.all(
    [contosoId, fabrikamId, contosoId, fabrikamId].map(async (organizationId) =>
      store.asOrganization(organizationId, async (transaction) => {
        const { rows } = await sql<{ id: string }>`SELECT current_organization() AS id`.execute(
          transaction,
        )
        return rows[0]?.id
      }),
    ),
  )
  expect(seen).toEqual([contosoId, fabrikamId, contosoId, fabrikamId])
})

test('numbers, days and instants come back as the same kind of value from both databases', async () => {
  const { rows } = await opened.store.asOrganization(contosoId, async (contoso) =>
    sql`SELECT count(*) AS how_many, 9007199254740991::bigint AS largest, '2026-11-22'::date AS day,
      '2026-11-22T10:00:00Z'::timestamptz AS instant, '{"aKey": {"b_key": [1]}}'::jsonb AS json,
      ARRAY['a', 'b'] AS words`.execute(contoso),
  )
  expect(rows).toEqual([
    {
      howMany: 1,
      largest: 9007199254740991,
      day: '2026-11-22',
      instant: new Date('2026-11-22T10:00:00Z'),
      json: { aKey: { b_key: [1] } },
      words: ['a', 'b'],
    },
  ])
})
