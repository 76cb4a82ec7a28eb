import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { listGuests } from '@foyer/contracts/guest'
import { sql } from 'kysely'
import { actAs } from '../src/store/backup.ts'
import { openStore, type OwnedStore } from '../src/store/store.ts'
import { callerOf, type Callers, makeCallers } from './callers.ts'
import { count, quartilesOf } from './figures.ts'
import { type Load, load } from './load.ts'
import { processorTime } from './processor-time.ts'
import type { Row } from './report.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { type Sam, type Scene, sponsored } from './sponsor-scene.ts'

const rounds = Number(process.env['ROUNDS'] ?? 15)
const sliceMs = 1_000
const connections = 4

/** What is told of each guest, ready. */
const answered = sql.raw(`guest_id uuid, name text, mail text, company text, is_enabled boolean,
  is_redeemed boolean, since timestamptz, end_owner text, ends_on date, ends_because text,
  end_set_at timestamptz, confirmed_at timestamptz, last_sign_in_at timestamptz,
  visited_at timestamptz, group_count integer, new_groups integer, gone_groups integer`)

/** The same rows by one index and nothing else, in the name of the first caller. */
async function fillLimit(store: OwnedStore, { organizationId, personId }: Sam, callers: Callers) {
  const { database } = store
  const caller = callerOf(callers)
  await sql`CREATE SCHEMA bench`.execute(database)
  await sql`CREATE TABLE bench.sponsored (organization_id uuid, sponsor_id uuid, ${answered})`.execute(
    database,
  )
  await database.transaction().execute(async (transaction) => {
    await actAs(transaction, organizationId)
    await sql`INSERT INTO bench.sponsored SELECT ${caller.tid}, ${caller.oid}, guest_id, name, mail,
        company, is_enabled, is_redeemed, created_at, 'foyer', ends_on, ends_because, NULL, NULL,
        last_sign_in_at, NULL, (SELECT count(*) FROM membership
          WHERE membership.organization_id = guest.organization_id
            AND membership.guest_id = guest.guest_id), 0, 0
      FROM guest WHERE EXISTS (SELECT FROM guest_sponsor link
        WHERE link.guest_id = guest.guest_id AND link.sponsor_id = ${personId})`.execute(
      transaction,
    )
  })
  await sql`CREATE INDEX ON bench.sponsored (organization_id, sponsor_id)`.execute(database)
  await sql`VACUUM ANALYZE`.execute(database)
}

/** His list, beside the least that could answer it. */
export async function measureList(scene: Scene, sam: Sam): Promise<Row[]> {
  const { home, folder, configuration } = scene
  const callers = makeCallers()
  {
    await using store = await openStore(configuration)
    await fillLimit(store, sam, callers)
  }
  const { tokens, bearers } = callers
  const { databaseUrl } = configuration.store
  // The embedded store has one process.
  const copy = { ...configuration.store, folder: join(folder, 'copy') }
  if (home === 'PGlite') await cp(configuration.store.folder, copy.folder, { recursive: true })
  const common = { folder, tokens }
  await using limit = await startServer({ ...common, role: 'limit-of-many', store: copy })
  await using foyer = await startServer({
    ...common,
    role: 'foyer',
    store: configuration.store,
    file: join(folder, 'foyer.json'),
  })
  const targets = [
    { what: 'limit', server: limit, path: '/limit', bearer: bearers[0] },
    { what: 'GET /v1/guests', server: foyer, path: listGuests.path, bearer: sam.token },
  ]
  const counts: number[] = []
  for (const target of targets) counts.push(await countGuests(target))
  const slices: Slice[][] = [[], []]
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [which, target] of targets.entries()) {
      const slice = await measureSlice(target, databaseUrl)
      if (round > 0) slices[which]?.push(slice)
    }
  }
  const [limits = []] = slices
  return targets.map(({ what }, which) =>
    rowOf(`${what}, ${count(counts[which] ?? 0)} guests, ${home}`, slices[which] ?? [], limits),
  )
}

interface Target {
  readonly server: ServerProcess
  readonly path: string
  readonly bearer: string | undefined
}

/** Before the time is taken, whether it is the answer that is meant. */
async function countGuests({ server, path, bearer }: Target): Promise<number> {
  const reply = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    headers: { authorization: `Bearer ${bearer}` },
  })
  const body = (await reply.json()) as { guests?: unknown[] } | unknown[]
  const { length } = Array.isArray(body) ? body : (body.guests ?? [])
  if (length < sponsored) throw new Error(`${path} answers ${reply.status} with ${length} guests`)
  return length
}

async function measureSlice(
  { server, path, bearer }: Target,
  databaseUrl: string | undefined,
): Promise<Slice> {
  const head = `GET ${path} HTTP/1.1\r\nhost: portal.test\r\nauthorization: Bearer ${bearer}`
  const requests = [Buffer.from(`${head}\r\n\r\n`)]
  const before = await processorTime(server, databaseUrl)
  const slice = await load({ port: server.port, requests, connections, ms: sliceMs })
  const after = await processorTime(server, databaseUrl)
  const work = before === undefined || after === undefined ? Number.NaN : after - before
  return { ...slice, work: work / slice.perSecond }
}

/** Each round by itself: what else the machine did then was the same for both. */
function rowOf(what: string, slices: readonly Slice[], limits: readonly Slice[]): Row {
  const times = (of: (slice: Slice) => number) => {
    const each = slices.flatMap((slice, round) =>
      limits[round] ? [of(slice) / of(limits[round])] : [],
    )
    const { median, lower, upper } = quartilesOf(each)
    return `${median.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})`
  }
  const middle = (of: (slice: Slice) => number) => quartilesOf(slices.map(of)).median
  return [
    what,
    times(({ perSecond }) => 1 / perSecond),
    times(({ work }) => work),
    count(middle(({ perSecond }) => perSecond)),
    `${middle(({ p50Ms }) => p50Ms).toFixed(1)} ms`,
    `${middle(({ p99Ms }) => p99Ms).toFixed(1)} ms`,
  ]
}

interface Slice extends Load {
  /** Of the processors of server and database for one request. */
  readonly work: number
}
