import { setTimeout as sleep } from 'node:timers/promises'
import { check, type Truth, type Verdict } from './checker.ts'
import { chooseLeavers, type Leaver } from './guests.ts'
import { chooseInvitees, type Invitees } from './invitees.ts'
import { type Home, openScene, type Scene } from './scene.ts'
import { makeTrouble, randomOf, type Troubles } from './trouble.ts'
import { sendFile, visit } from './visits.ts'

export interface Crowd {
  readonly departures: number
  readonly groupLeavings: number
  readonly seed: number
}

export interface SoakSetting extends Crowd {
  /** How many are invited by a file meanwhile. */
  readonly invitees: number
  readonly home: Home
  /** How long to wait for what is still open once everybody has asked. */
  readonly patienceMs: number
}

export interface SoakReport extends Verdict, Troubles {
  readonly seconds: number
  readonly starts: number
  /** Requests to remove, for each that there had to be. */
  readonly removalsAsked: number
  readonly tail: string
}

const mostAttempts = 15

/** What is wrong, by name, though work may be under way; nothing where all is well. */
function faultsOf({ never, mostAttempts: most }: Verdict): string[] {
  const faults = Object.entries(never).flatMap(([name, count]) => (count > 0 ? [name] : []))
  return most > mostAttempts ? [...faults, 'mostAttempts'] : faults
}

/** What is wrong, by name, once all work has ended. */
export function remainsOf(verdict: Verdict): string[] {
  const open = Object.entries(verdict.notYet).flatMap(([name, count]) => (count > 0 ? [name] : []))
  return [...faultsOf(verdict), ...open]
}

/** Everybody leaves while everything fails; then what is true is held against what is said. */
export async function soak(setting: SoakSetting): Promise<SoakReport> {
  await using scene = await openScene(setting)
  const leavers = await chooseLeavers(scene.simulator, setting)
  const invitees = await chooseInvitees(scene.simulator, setting.invitees)
  const startedAt = performance.now()
  const effectsBefore = (await truthOf(scene)).effects.length
  const troubles: Troubles = { kills: 0, databaseRestarts: 0 }
  {
    await using trouble = makeTrouble(scene, randomOf(setting.seed), 'usual')
    await Promise.all([
      visit(scene.simulator, scene.portals, leavers),
      sendFile(scene.simulator, scene.portals[0] ?? '', invitees),
    ]).catch((error: unknown) => {
      throw new Error(scene.tail(), { cause: error })
    })
    await untilQuiet(scene, leavers, invitees, setting.patienceMs)
    Object.assign(troubles, { kills: trouble.kills, databaseRestarts: trouble.databaseRestarts })
  }
  // Whoever was killed last leaves leases that have to run out.
  await sleep(longerThanALeaseMs)
  await untilQuiet(scene, leavers, invitees, setting.patienceMs)
  const seconds = (performance.now() - startedAt) / 1000
  const truth = await truthOf(scene, effectsBefore)
  await scene.end()
  await using store = await scene.openStore()
  const verdict = await check(store, async () => truth, leavers, invitees)
  return {
    ...verdict,
    ...troubles,
    seconds,
    starts: scene.workers.reduce((sum, worker) => sum + worker.starts, 0),
    removalsAsked: (await countRemovals(scene)) / leavers.length,
    tail: scene.tail(),
  }
}

/**
 * Lets workers that are wrong on purpose work, until it is seen.
 *
 * @param wrong a file of soak/wrong; undefined for workers that are right, of whom nothing is seen.
 * @returns what was seen first and after how many seconds of work; nothing where nobody saw it.
 */
export async function unmask(
  wrong: string | undefined,
  crowd: Crowd,
): Promise<{ readonly faults: readonly string[]; readonly seconds: number }> {
  await using scene = await openScene({ home: 'postgres', wrong })
  const leavers = await chooseLeavers(scene.simulator, crowd)
  const effectsBefore = (await truthOf(scene)).effects.length
  await using store = await scene.openStore()
  const startedAt = performance.now()
  const leaving = new AbortController()
  await using troubles = new AsyncDisposableStack()
  troubles.use(makeTrouble(scene, randomOf(crowd.seed), 'harsh'))
  const visits = visit(scene.simulator, scene.portals, leavers, leaving.signal).finally(() =>
    leaving.abort(),
  )
  let faults: readonly string[] = []
  let busyAt = performance.now()
  while (faults.length === 0 && performance.now() - busyAt < quietMs) {
    await sleep(lookEveryMs)
    if (!leaving.signal.aborted) busyAt = performance.now()
    // The database is restarted as well: what was not seen now is seen at the next look.
    faults = await check(store, async () => truthOf(scene, effectsBefore), leavers).then(
      faultsOf,
      () => [],
    )
  }
  const seconds = (performance.now() - startedAt) / 1000
  leaving.abort()
  await visits
  return { faults, seconds }
}

async function truthOf({ simulator: { url } }: Scene, effectsBefore = 0): Promise<Truth> {
  const read = async <T>(path: string) => (await fetch(`${url}/simulator/${path}`)).json() as T
  return {
    effects: await read<Truth['effects']>(`effects?since=${effectsBefore}`),
    mails: await read<Truth['mails']>('mails'),
    repeats: await read<Truth['repeats']>('mails/repeats'),
  }
}

/** As the directory was asked, whatever it answered. */
async function countRemovals({ simulator: { url } }: Scene): Promise<number> {
  const { counts } = (await (await fetch(`${url}/simulator/requests`)).json()) as {
    counts: readonly { readonly method: string; readonly count: number }[]
  }
  return counts.reduce((sum, { method, count }) => sum + (method === 'DELETE' ? count : 0), 0)
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
  invitees: Invitees,
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
    const everybody = [...leavers.map(({ mail }) => mail), ...invitees.mails]
    const isDone = acts.length >= leavers.length && everybody.every((mail) => told.has(mail))
    if (performance.now() - since >= (isDone ? doneQuietMs : quietMs)) return
    await sleep(lookEveryMs)
  }
}
