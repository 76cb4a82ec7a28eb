import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { chooseLeavers, type Leaver } from '../soak/guests.ts'
import { openScene, type Scene } from '../soak/scene.ts'
import { visit } from '../soak/visits.ts'
import type { OwnedStore } from '../src/store/store.ts'
import { setHalt } from '../src/work/halt.ts'
import type { RemovalsSetting } from './bare-removals.ts'
import { count, percent, quartilesOf } from './figures.ts'
import { tokenOf } from './graph-token.ts'
import type { Part, Row } from './report.ts'

const rounds = Number(process.env['ROUNDS'] ?? 5)
const people = 200
/** As many at once as two workers have places in two organizations. */
const atOnce = 32
/** How long the directory takes for each answer: not at all, as over a network, and as a busy one. */
const delays = [0, 50, 200]
const lookEveryMs = 100

/** How many guests leave in a second by two workers, beside the one request that all of it is about. */
export async function measureDepartures(): Promise<Part[]> {
  await using scene = await openScene({ home: 'postgres' })
  const leavers = await chooseLeavers(scene.simulator, {
    departures: people * rounds * 2 * delays.length,
    groupLeavings: 0,
  })
  await using store = await scene.openStore()
  const rows: Row[] = []
  for (const [at, delayMs] of delays.entries()) {
    const { faults } = scene.simulator
    if (delayMs > 0) {
      for (const path of ['/v1.0/*', '/beta/*']) faults.add({ path, within: 'alone', delayMs })
    }
    const own = leavers.filter((_, place) => place % delays.length === at)
    rows.push(...(await measureBeside(scene, store, own, delayMs)))
    faults.clear()
  }
  const head = ['guests who leave', 'the directory answers', 'a second', 'of the bare request']
  return [{ name: 'departures', head, rows }]
}

async function measureBeside(
  scene: Scene,
  store: OwnedStore,
  leavers: readonly Leaver[],
  delayMs: number,
): Promise<Row[]> {
  const bare: number[] = []
  const departures: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const own = leavers.filter((_, place) => place % rounds === round)
    // They come organization by organization: each way has half of both.
    const half = (which: number) => own.filter((_, place) => place % 2 === which)
    const [first, second] = [half(0), half(1)]
    bare.push(first.length / (await removeBare(scene, first)))
    departures.push(second.length / (await letLeave(scene, store, second)))
  }
  const shares = departures.map((perSecond, round) => perSecond / (bare[round] ?? Number.NaN))
  const answers = delayMs === 0 ? 'at once' : `after ${delayMs} ms`
  return [
    ['one DELETE each', answers, count(quartilesOf(bare).median), '100 %'],
    ['by Foyer', answers, count(quartilesOf(departures).median), percent(quartilesOf(shares))],
  ]
}

/** @returns seconds. */
async function removeBare({ simulator }: Scene, leavers: readonly Leaver[]): Promise<number> {
  const tokens = new Map<string, string>()
  const registrations = simulator.registrations()
  for (const { organizationId } of leavers) {
    if (tokens.has(organizationId)) continue
    tokens.set(organizationId, await tokenOf({ url: simulator.url, registrations }, organizationId))
  }
  const setting: RemovalsSetting = {
    atOnce,
    requests: leavers.map(({ organizationId, personId }) => ({
      url: `${simulator.url}/v1.0/users/${personId}`,
      token: tokens.get(organizationId) ?? '',
    })),
  }
  const program = join(import.meta.dirname, 'bare-removals.ts')
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the bare requests ended with ${code}`)
  })
  child.send(setting)
  const [seconds] = (await Promise.race([once(child, 'message'), ended])) as [number]
  await ended.catch(() => {})
  return seconds
}

/** Everybody has asked before the time is taken. @returns seconds. */
async function letLeave(
  { simulator, portals }: Scene,
  store: OwnedStore,
  leavers: readonly Leaver[],
): Promise<number> {
  await setHalt(store, 'the bench begins')
  await visit(simulator, portals, leavers)
  const before = await countLeft(store, leavers)
  const startedAt = performance.now()
  await setHalt(store, undefined)
  while ((await countLeft(store, leavers)) < before + leavers.length) await sleep(lookEveryMs)
  return (performance.now() - startedAt) / 1000
}

async function countLeft(store: OwnedStore, leavers: readonly Leaver[]): Promise<number> {
  let left = 0
  for (const organizationId of new Set(leavers.map((each) => each.organizationId))) {
    left += await store.database.transaction().execute(async (transaction) => {
      await sql`SELECT set_config('foyer.organization', ${organizationId}, true)`.execute(
        transaction,
      )
      const { rows } = await sql<{ left: number }>`
        SELECT count(*)::int AS left FROM leaving
        WHERE organization_id = ${organizationId} AND state = 'done'`.execute(transaction)
      return rows[0]?.left ?? 0
    })
  }
  return left
}
