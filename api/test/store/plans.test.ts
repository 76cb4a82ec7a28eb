import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepMemberships } from '../../src/projection/keep-groups.ts'
import { openStore, type OwnedStore } from '../../src/store/store.ts'
import type { Tables } from '../../src/store/tables.ts'
import { fillStore, fullOrganizations, guestIdOf } from '../support/full-store.ts'
import { makePlace, type TestPlace } from '../support/place.ts'

const organizations = fullOrganizations(3_000, 400)
/** A guest has five groups; none of the ways to a page needs to look at more rows than this. */
const mostRows = 100

let place: TestPlace
let store: OwnedStore

beforeAll(async () => {
  place = await makePlace()
  store = await openStore({ store: place.store, organizations })
})
afterAll(async () => {
  await store[Symbol.asyncDispose]()
  await place[Symbol.asyncDispose]()
})

/** In this order: statistics cannot be taken back. */
test.each([
  ['there are no statistics yet', fill],
  ['the statistics are those of an empty store', analyzeWhileEmpty],
  ['the statistics are right', analyze],
  ['one organization has gone from the statistics', forgetAllButNorthwind],
])(
  'where %s, pages are read by index, whoever asks',
  async (_, prepare) => {
    await prepare()
    for (const setting of ['random_page_cost = 1.1', 'random_page_cost = 1000']) {
      for (const { slug, organizationId, guests } of organizations) {
        // Some are in a group that is in another one.
        for (const asked of [[0], [1], [6], [guests - 1], [0, 1, 6, guests - 1]]) {
          const people = asked.map((each) => guestIdOf(slug, each))
          const reads = await readsOf(setting, organizationId, people)
          expect(reads, `${slug} ${asked.join(' ')}, ${setting}`).toEqual({
            tables: [],
            isFew: true,
            found: 2 * people.length,
          })
        }
      }
    }
    for (const { slug, organizationId, guests } of organizations) {
      const people = [0, 1, 6, guests - 1].map((each) => guestIdOf(slug, each) as PersonId)
      expect(await readsOfPage(organizationId, people), `a page of ${slug}`).toBeLessThan(mostRows)
    }
  },
  60_000,
)

/** How many guests are read for a page of a feed that tells of a few in one group. */
async function readsOfPage(organizationId: OrganizationId, people: readonly PersonId[]) {
  return store.asOrganization(organizationId, async (transaction) => {
    const readOf = async () =>
      (await countsOf(transaction)).find(({ table }) => table === 'guest')?.rows ?? 0
    const before = await readOf()
    const links = people.map((id) => ({ id, groupId: randomUUID() as GroupId }))
    await keepMemberships(transaction, links, { organizationId, crawl: new Date() })
    const { rows: kept } = await sql`SELECT FROM membership
      WHERE group_id = ANY(${links.map(({ groupId }) => groupId)}::uuid[])`.execute(transaction)
    expect(kept).toHaveLength(people.length)
    // None, where the index alone answers because the table was just vacuumed.
    return (await readOf()) - before
  })
}

/** What both functions read, counted by the database itself; planned anew. */
async function readsOf(setting: string, organizationId: string, people: readonly string[]) {
  return store.database.transaction().execute(async (transaction) => {
    await sql.raw(`SET LOCAL ${setting}`).execute(transaction)
    await sql`DISCARD PLANS`.execute(transaction)
    const before = await countsOf(transaction)
    const whom = sql`(${organizationId}, ${`{${people.join(',')}}`}::text::uuid[])`
    const me = await sql`SELECT * FROM recall_me_together${whom}`.execute(transaction)
    const groups = await sql`SELECT * FROM recall_groups_together${whom}`.execute(transaction)
    const after = await countsOf(transaction)
    const rows = after.map(({ rows: read }, place) => read - (before[place]?.rows ?? 0))
    return {
      tables: after
        .filter(({ scans }, place) => scans > (before[place]?.scans ?? 0))
        .map(({ table }) => table),
      isFew: rows.every((read) => read < mostRows * people.length) && rows.some((read) => read > 0),
      found: me.rows.length + groups.rows.length,
    }
  })
}

async function countsOf(transaction: Transaction<Tables>) {
  const { rows } = await sql<{ table: string; scans: number; rows: number }>`
    SELECT relname::text AS table, seq_scan AS scans,
      coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) AS rows
    FROM pg_stat_xact_user_tables WHERE schemaname = 'public' ORDER BY relname`.execute(transaction)
  return rows
}

async function fill() {
  await fillStore(store, organizations)
}

async function analyze() {
  await sql`ANALYZE`.execute(store.database)
}

/** As of a moment at which everything was gone, and is back. */
async function analyzeWhileEmpty() {
  await onlyOf([], async (transaction) => sql`ANALYZE`.execute(transaction))
}

async function forgetAllButNorthwind() {
  await onlyOf(['northwind'], async (transaction) => sql`ANALYZE`.execute(transaction))
}

/** What is done while the rows of the others are gone stays; the rows come back. */
async function onlyOf(
  kept: readonly string[],
  work: (transaction: Transaction<Tables>) => Promise<unknown>,
) {
  const tables = [
    'guest',
    'directory_group',
    'membership',
    'nesting',
    'owner',
    'person',
    'guest_sponsor',
    'feed',
    'organization_profile',
  ]
  await store.database.transaction().execute(async (transaction) => {
    const others = organizations.filter(({ slug }) => !kept.includes(slug))
    for (const { organizationId, slug } of others) {
      await sql`SELECT set_config('foyer.organization', ${organizationId}, true)`.execute(
        transaction,
      )
      for (const table of tables) {
        await sql`CREATE TEMP TABLE ${sql.table(`${slug}_${table}`)} ON COMMIT DROP AS
          SELECT * FROM ${sql.table(table)} WHERE organization_id = ${organizationId}`.execute(
          transaction,
        )
        await sql`DELETE FROM ${sql.table(table)}
          WHERE organization_id = ${organizationId}`.execute(transaction)
      }
    }
    await work(transaction)
    for (const { organizationId, slug } of others) {
      await sql`SELECT set_config('foyer.organization', ${organizationId}, true)`.execute(
        transaction,
      )
      for (const table of tables) {
        await sql`INSERT INTO ${sql.table(table)}
          SELECT * FROM ${sql.table(`${slug}_${table}`)}`.execute(transaction)
      }
    }
  })
}
