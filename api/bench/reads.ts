import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMe, listMyGroups } from '@foyer/contracts/me'
import { sql } from 'kysely'
import { actAs } from '../src/store/backup.ts'
import { openStore } from '../src/store/store.ts'
import { type Callers, makeCallers } from './callers.ts'
import { count, percent, quantile, quartilesOf } from './figures.ts'
import { fillStore } from '../test/support/full-store.ts'
import { organizations } from './organizations.ts'
import { type Load, load } from './load.ts'
import { type Home, homes, makePlace } from './place.ts'
import type { Part, Row } from './report.ts'
import { processorTime } from './processor-time.ts'
import { startServer } from './server-process.ts'

const connections = 64
const rounds = Number(process.env['ROUNDS'] ?? 30)
/** Short and in turn, so that whatever else the machine does hits all alike. */
const sliceMs = 700
const warmUpMs = 4_000

/** The pages that are opened most, beside the least that could answer them. */
export async function measureReads(): Promise<Part[]> {
  const callers = makeCallers()
  const rows: Row[] = []
  for (const home of homes()) rows.push(...(await measureHome(home, callers)))
  const head = [
    'read',
    'of the limit, by processor time',
    'of the limit, by the clock',
    'requests/s',
    'p50',
    'p99',
    'processor time',
  ]
  return [{ name: 'reads', head, rows }]
}

async function measureHome(home: Home, callers: Callers): Promise<Row[]> {
  await using place = await makePlace(home)
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
  await using made = new AsyncDisposableStack()
  made.defer(async () => rm(folder, { recursive: true, force: true }))
  await fill(place.store)
  // The embedded store has one process.
  const copy = { ...place.store, folder: join(folder, 'store') }
  if (home === 'PGlite') await cp(place.store.folder, copy.folder, { recursive: true })

  const { tokens } = callers
  const limit = made.use(await startServer({ role: 'limit', store: copy, folder, tokens }))
  const foyer = made.use(await startServer({ role: 'foyer', store: place.store, folder, tokens }))
  const targets = [
    { what: 'limit', server: limit, path: '/limit' },
    { what: 'GET /v1/me', server: foyer, path: getMe.path },
    { what: 'GET /v1/me/groups', server: foyer, path: listMyGroups.path },
  ].map((target) => ({ ...target, requests: requestsOf(target.path, callers) }))

  const ask = async ({ server, requests }: (typeof targets)[number], ms: number) =>
    load({ port: server.port, requests, connections, ms })
  const { databaseUrl } = place.store
  const told: Slice[][] = targets.map(() => [])
  for (const target of targets) {
    await requireAnswer(target.server.port, target.path, callers)
    await ask(target, warmUpMs)
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [which, target] of targets.entries()) {
      const before = await processorTime(target.server, databaseUrl)
      const slice = await ask(target, sliceMs)
      const after = await processorTime(target.server, databaseUrl)
      const work = before === undefined || after === undefined ? Number.NaN : after - before
      told[which]?.push({ ...slice, work: work / ((slice.perSecond * sliceMs) / 1000) })
    }
  }
  const limits = told[0] ?? []
  return targets.map(({ what }, which) => rowOf(`${what}, ${home}`, told[which] ?? [], limits))
}

interface Slice extends Load {
  /** Seconds of the processors of server and database for one request. */
  readonly work: number
}

/** Each round by itself: what else the machine did then was the same for all. */
function rowOf(what: string, slices: readonly Slice[], limits: readonly Slice[]): Row {
  const share = (of: (slice: Slice, limit: Slice) => number) =>
    quartilesOf(slices.flatMap((slice, round) => (limits[round] ? [of(slice, limits[round])] : [])))
  const middle = (of: (slice: Slice) => number) => quartilesOf(slices.map(of)).median
  const work = middle((slice) => slice.work)
  return [
    what,
    Number.isNaN(work) ? 'unknown' : percent(share((slice, limit) => limit.work / slice.work)),
    percent(share((slice, limit) => slice.perSecond / limit.perSecond)),
    count(middle(({ perSecond }) => perSecond)),
    `${middle(({ p50Ms }) => p50Ms).toFixed(1)} ms`,
    `${middle(({ p99Ms }) => p99Ms).toFixed(1)} ms`,
    `${(work * 1e6).toFixed(0)} µs`,
  ]
}

async function fill(place: Parameters<typeof openStore>[0]['store']): Promise<void> {
  await using store = await openStore({ store: place, organizations })
  await fillStore(store, organizations)
  // Row-level security would hide the rows from a statement that says no organization first.
  const { database } = store
  await sql`CREATE SCHEMA bench`.execute(database)
  await sql`CREATE TABLE bench.guest (organization_id uuid, guest_id uuid, name text, mail text,
    company text, signs_in_with text, created_at timestamptz,
    PRIMARY KEY (organization_id, guest_id))`.execute(database)
  for (const { organizationId } of organizations) {
    await database.transaction().execute(async (transaction) => {
      await actAs(transaction, organizationId)
      await sql`INSERT INTO bench.guest SELECT organization_id, guest_id, name, mail, company,
        signs_in_with, created_at FROM guest WHERE organization_id = ${organizationId}`.execute(
        transaction,
      )
    })
  }
  await sql`VACUUM ANALYZE`.execute(database)
}

function requestsOf(path: string, { bearers }: Callers): Buffer[] {
  return bearers.map((bearer) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nhost: portal.test\r\nauthorization: Bearer ${bearer}\r\n\r\n`,
    ),
  )
}

/** Before the time is taken, whether it is the answer that is meant: from the store, and not empty. */
async function requireAnswer(port: number, path: string, { bearers }: Callers): Promise<void> {
  const sizes: number[] = []
  for (const bearer of bearers.slice(0, 50)) {
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { authorization: `Bearer ${bearer}` },
    })
    const text = await reply.text()
    const body = JSON.parse(text) as { asOf?: string; count?: number; name?: string }
    const isWhole = path === '/limit' ? body.name : body.asOf && (body.name ?? body.count)
    if (reply.status !== 200 || !isWhole) throw new Error(`${path}: ${reply.status} ${text}`)
    sizes.push(text.length)
  }
  const sorted = sizes.toSorted((one, other) => one - other)
  console.log(`${path} answers with ${quantile(sorted, 0.5)} bytes`)
}
