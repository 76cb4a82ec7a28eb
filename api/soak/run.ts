import { setTimeout as sleep } from 'node:timers/promises'
import { check, type Truth, type Verdict } from './checker.ts'
import { chooseLeavers, type Leaver } from './guests.ts'
import { type Home, openScene, type Scene } from './scene.ts'
import { makeTrouble, randomOf, type Troubles } from './trouble.ts'
import { visit } from './visits.ts'

export interface SoakSetting {
  readonly home: Home
  readonly departures: number
  readonly groupLeavings: number
  readonly seed: number
  /** What makes the workers wrong on purpose: a file of soak/wrong. */
  readonly wrong?: string | undefined
  /** How long to wait for what is still open once everybody has asked. */
  readonly patienceMs: number
}

export interface SoakReport extends Verdict, Troubles {
  readonly seconds: number
  readonly starts: number
  readonly tail: string
}

/** As the programs of a team that trusts nothing: what must be nothing is, and nobody tries for ever. */
export function isClean(report: Verdict): boolean {
  const { lost, twice, journalGaps, chainFaults, wrongSnapshots } = report
  const faults = [lost, twice, journalGaps, chainFaults, wrongSnapshots]
  const mails = [report.mailsMissing, report.mailsTwice]
  return (
    [...faults, ...mails, report.unended].every((count) => count === 0) &&
    report.mostAttempts <= mostAttempts
  )
}

/** Of one step, with every kill and restart counted. */
const mostAttempts = 15

/** Everybody leaves while everything fails; then what is true is held against what is said. */
export async function soak(setting: SoakSetting): Promise<SoakReport> {
  await using scene = await openScene(setting)
  const { simulator } = scene
  const leavers = await chooseLeavers(simulator, setting.departures, setting.groupLeavings)
  const startedAt = performance.now()
  const effectsBefore = (await truthOf(scene)).effects.length
  const troubles: Troubles = { kills: 0, databaseRestarts: 0 }
  {
    await using trouble = makeTrouble(scene, randomOf(setting.seed), setting.wrong !== undefined)
    await visit(simulator, scene.portals, leavers).catch((error: unknown) => {
      throw new Error(scene.tail(), { cause: error })
    })
    await untilQuiet(scene, leavers, setting.patienceMs)
    Object.assign(troubles, { kills: trouble.kills, databaseRestarts: trouble.databaseRestarts })
  }
  // Whoever was killed last leaves leases that have to run out.
  await sleep(longerThanALeaseMs)
  await untilQuiet(scene, leavers, setting.patienceMs)
  const seconds = (performance.now() - startedAt) / 1000
  const truth = await truthOf(scene)
  await scene.end()
  await using store = await scene.openStore()
  const effects = truth.effects.slice(effectsBefore)
  const verdict = await check(store, { ...truth, effects }, leavers)
  const starts = scene.workers.reduce((sum, worker) => sum + worker.starts, 0)
  return { ...verdict, ...troubles, seconds, starts, tail: scene.tail() }
}

async function truthOf({ simulator: { url } }: Scene): Promise<Truth> {
  const read = async <T>(path: string) => (await fetch(`${url}/simulator/${path}`)).json() as T
  const { effects, mails, repeats } = {
    effects: await read<Truth['effects']>('effects'),
    mails: await read<Truth['mails']>('mails'),
    repeats: await read<Truth['repeats']>('mails/repeats'),
  }
  return { effects, mails, repeats }
}

const lookEveryMs = 500
/** Longer than a lease, and than the pauses after a few failures. */
const quietMs = 20_000
/** Where everything seems to be done, what is done twice would come soon. */
const doneQuietMs = 3_000
const longerThanALeaseMs = 16_000

/** Nothing has happened in the simulator for a while, or patience has ended. */
async function untilQuiet(
  scene: Scene,
  leavers: readonly Leaver[],
  patienceMs: number,
): Promise<void> {
  const endsAt = performance.now() + patienceMs
  let before = ''
  let since = performance.now()
  while (performance.now() < endsAt) {
    const { effects, mails } = await truthOf(scene)
    const acts = effects.filter(({ what }) => ['user-deleted', 'member-removed'].includes(what))
    const now = `${acts.length} ${mails.length}`
    if (now !== before) since = performance.now()
    before = now
    const told = new Set(mails.map(({ to }) => to))
    const isDone = acts.length >= leavers.length && leavers.every(({ mail }) => told.has(mail))
    if (performance.now() - since >= (isDone ? doneQuietMs : quietMs)) return
    await sleep(lookEveryMs)
  }
}
