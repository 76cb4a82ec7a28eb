import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { proposedPolicy } from '@foyer/lifecycle/policy'
import { sql } from 'kysely'
import { keepNextStandings } from '../src/standing/keep-standings.ts'
import { actAs } from '../src/store/backup.ts'
import { openStore, type OwnedStore } from '../src/store/store.ts'
import { count, seconds } from './figures.ts'
import { type Home, homes, makePlace } from './place.ts'
import type { Part, Row } from './report.ts'

const organizationId = '5eed0000-0000-4000-8000-000000000001' as OrganizationId
const organizations = [{ organizationId, slug: 'contoso', name: 'Contoso' }]
const pageSize = 1_000
const share = Number(process.env['SHARE'] ?? 1)

/** Where every guest stands, told anew after a change of the policy, beside writing the columns alone. */
export async function measureStanding(): Promise<Part[]> {
  const rows: Row[] = []
  for (const home of homes()) {
    rows.push(
      await measureHome(home, Math.round((home === 'PGlite' ? 100_000 : 1_000_000) * share)),
    )
  }
  const head = [
    'guests',
    'of writing alone',
    'told',
    'written',
    'guests/s',
    'memory, early and late',
  ]
  return [{ name: 'standing', head, rows }]
}

async function measureHome(home: Home, guests: number): Promise<Row> {
  await using place = await makePlace(home)
  await using store = await openStore({ store: place.store, organizations })
  await fill(store, guests)
  // Once before, so that both find the rows as an organization has them that is under way.
  await tell(store, 1)
  const written = await timed(async () => write(store))
  const { early, late, ms } = await tell(store, 2)
  return [
    `${count(guests)}, ${home}`,
    (ms / written).toFixed(2),
    seconds(ms / 1000),
    seconds(written / 1000),
    count(guests / (ms / 1000)),
    `${megabytes(early)}, ${megabytes(late)}`,
  ]
}

/** A version of the policy is made, and every standing told by it, as the step does it. */
async function tell(store: OwnedStore, version: number) {
  await store.asOrganization(organizationId, async (transaction) =>
    transaction
      .insertInto('policy')
      .values({
        organizationId,
        version,
        policy: JSON.stringify({ ...proposedPolicy, accessDays: 100 + version }),
        madeAt: new Date(),
        madeBy: organizationId,
      })
      .execute(),
  )
  let after: PersonId | undefined
  let pages = 0
  let early = 0
  const ms = await timed(async () => {
    do {
      const from = after
      after = await store.asOrganization(organizationId, async (transaction) =>
        keepNextStandings(transaction, new Date(), from),
      )
      pages += 1
      if (pages === 10) early = process.memoryUsage().rss
    } while (after)
  })
  return { early, late: process.memoryUsage().rss, ms }
}

/** The same columns of the same rows, in the same pages, with nothing to be found out. */
async function write(store: OwnedStore): Promise<void> {
  let after: string | undefined
  do {
    const from: string | null = after ?? null
    const { rows } = await store.asOrganization(organizationId, async (transaction) =>
      sql<{ guestId: string }>`
        UPDATE guest SET standing_of = 0, ends_on = '2027-01-01', ends_because = 'first-stay',
          next_kind = 'remind', next_on = '2026-12-02', few_sponsors_since = NULL
        WHERE guest_id IN (SELECT guest_id FROM guest
          WHERE organization_id = ${organizationId} AND (${from}::uuid IS NULL OR guest_id > ${from}::uuid)
          ORDER BY organization_id, guest_id LIMIT ${pageSize}) RETURNING guest_id`.execute(
        transaction,
      ),
    )
    const last = rows.map(({ guestId }) => guestId).toSorted()
    after = rows.length < pageSize ? undefined : last.at(-1)
  } while (after)
}

async function fill({ database }: OwnedStore, guests: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await actAs(transaction, organizationId)
    await sql`
      INSERT INTO guest (organization_id, guest_id, name, mail, signs_in_with, is_redeemed, is_enabled,
        is_synced, is_protected, created_at, last_sign_in_at, sponsor_count, sponsors_as_of)
      SELECT ${organizationId}, md5('guest ' || n)::uuid, 'Guest ' || n,
        'guest' || n || '@partner.example', 'work-account', n % 20 > 0, true, false, false,
        now() - make_interval(days => n % 900), now() - make_interval(days => n % 300), n % 3, now()
      FROM generate_series(1, ${guests}::integer) AS made (n)`.execute(transaction)
  })
  await sql`ANALYZE guest`.execute(database)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
