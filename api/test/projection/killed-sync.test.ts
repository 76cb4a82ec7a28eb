import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { createRandom, startChurn } from '../support/churn.ts'
import { readDirectory, readProjection } from '../support/directory-truth.ts'
import { makePlace, type TestPlace } from '../support/place.ts'
import { openWorld, type World } from '../support/world.ts'
import { processEnvironment } from '../../soak/process-environment.ts'

// Some rounds; KILLED_SYNC_ROUNDS says otherwise.
const rounds = Number(process.env['KILLED_SYNC_ROUNDS'] ?? 7)
const seed = Number(process.env['KILLED_SYNC_SEED'] ?? 20_261_125)
const program = join(import.meta.dirname, '../../src/foyer.ts')

let world: World
let place: TestPlace
/** The process that reads, and how many answers of Graph it still gets before it is killed. */
let victim: { readonly child: ChildProcess; answersLeft: number } | undefined

beforeAll(async () => {
  world = await openWorld({ onExchange: countDown })
  place = await makePlace()
  // Many small pages, each told twice: many points at which to be killed.
  world.simulator.choose({
    deltaPage: '7-objects-5-links',
    deltaReplays: 'every-change-twice',
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await place[Symbol.asyncDispose]()
})

/** The answer is under way, and the page before it is being kept: then the process is killed. */
function countDown(): void {
  if (!victim) return
  victim.answersLeft -= 1
  if (victim.answersLeft === 0) victim.child.kill('SIGKILL')
}

/** @returns how it ended: `SIGKILL`, or 0. */
async function sync(answers: number): Promise<NodeJS.Signals | number> {
  const child = spawn(process.execPath, [program, 'sync', '--organization', 'contoso'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...processEnvironment,
      ...world.portal.environment,
      ...place.environment,
      CLOCK_URL: `${world.simulator.url}/simulator/clock/stream`,
    },
  })
  let told = ''
  child.stderr.on('data', (data) => (told += String(data)))
  victim = { child, answersLeft: answers }
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  victim = undefined
  if (!signal && code !== 0) throw new Error(told)
  return signal ?? 0
}

test(`a process that is killed again and again (seed ${seed}) ends with what the directory says`, async () => {
  const random = createRandom(seed)
  const churn = await startChurn(world, 'contoso', random)
  const ends: (NodeJS.Signals | number)[] = []
  for (let round = 0; round < rounds; round += 1) {
    // Rarely: to read everything anew would heal what an earlier kill has lost.
    const forgets = random(8)
    const heal =
      forgets < 2
        ? world.fail({ delta: forgets ? 'reset' : 'expired', path: '*/delta', count: 1 })
        : () => {}
    ends.push(await sync(1 + random(round < 2 ? 20 : 5)))
    heal()
    await churn.step(15)
  }
  // Whoever came back meanwhile is asked for once more, when lists have caught up with feeds.
  expect(await sync(Infinity)).toBe(0)
  world.simulator.clock.advance(2 * 60 * 60_000)
  expect(await sync(Infinity)).toBe(0)

  await using store = await openStore({
    store: place.store,
    organizations: world.portal.configuration.organizations,
  })
  const remembered = await readProjection(store, world.tenantIdOf('contoso'))
  expect(remembered).toEqual(await readDirectory(world, 'contoso'))
  expect(remembered.guests.length).toBeGreaterThan(50)
  // A run in which hardly anybody was killed has shown nothing.
  expect(ends.filter((end) => end === 'SIGKILL').length).toBeGreaterThanOrEqual(rounds / 2)
}, 240_000)
