import { setTimeout as sleep } from 'node:timers/promises'
import type { Scene } from './scene.ts'

/** What went wrong on purpose, counted: a run without enough of it shows nothing. */
export interface Troubles {
  kills: number
  databaseRestarts: number
}

/** From when the process that was killed works again: how long that takes is the machine's affair. */
const betweenKillsMs = { postgres: 1_000, embedded: 3_000 }
/** Of those who start, some are killed as they do. */
const startsKilled = 0.2
const betweenRestartsMs = 20_000

/** How often the directory fails; harsh is for those whose mistake shall come to light soon. */
const shares = {
  usual: { drop: 0.1, busy: 0.05, down: 0.02 },
  harsh: { drop: 0.2, busy: 0.15, down: 0.15 },
}

/** Makes everything fail at random until it is ended. */
export function makeTrouble(
  scene: Scene,
  random: () => number,
  weather: keyof typeof shares,
): AsyncDisposable & Troubles {
  const { drop, busy, down } = shares[weather]
  const ending = new AbortController()
  const counted: Troubles = { kills: 0, databaseRestarts: 0 }
  const { faults } = scene.simulator
  const graph = { path: '/v1.0/*' }
  faults.add({ ...graph, method: 'DELETE', drop: 'after', probability: drop })
  faults.add({
    ...graph,
    status: 429,
    headers: { 'retry-after': '0.3' },
    probability: busy,
  })
  faults.add({ ...graph, status: 503, probability: down })

  async function repeat(everyMs: number, act: () => Promise<void>): Promise<void> {
    while (!ending.signal.aborted) {
      const pauseMs = everyMs * (0.5 + random())
      await sleep(pauseMs, undefined, { signal: ending.signal }).catch(() => {})
      if (!ending.signal.aborted) await act()
    }
  }

  const running = [
    repeat(betweenKillsMs[scene.cluster ? 'postgres' : 'embedded'], async () => {
      const worker = scene.workers[Math.floor(random() * scene.workers.length)]
      await worker?.kill()
      counted.kills += 1
      if (random() >= startsKilled) await worker?.ready(ending.signal)
    }),
    ...(scene.cluster ? [repeat(betweenRestartsMs, async () => restart(scene.cluster))] : []),
  ]

  async function restart(cluster: Scene['cluster']): Promise<void> {
    await cluster?.stop()
    await cluster?.start()
    counted.databaseRestarts += 1
  }

  return Object.assign(counted, {
    async [Symbol.asyncDispose]() {
      ending.abort()
      await Promise.all(running)
      faults.clear()
    },
  })
}

/** The same run again for whoever has its seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
