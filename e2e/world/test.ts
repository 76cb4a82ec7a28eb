import { test as base, expect } from '@playwright/test'
import { watchForQuiet } from './quiet.ts'
import type { SimulatorControl } from './simulator.ts'
import { createWorld, type World } from './world.ts'

export { expect }

export interface Console {
  /** Says that a page will write this to its console, because of what the test does to it. */
  expectError(pattern: RegExp): void
}

export interface WorldOption {
  worldName: string
  /** Whether directories are read in advance, which what is asked of Foyer's own rows needs. */
  followsFeeds: boolean
}

interface TestedSimulator extends SimulatorControl {
  /** Lets time pass, and Foyer do what is due after it. */
  letPass(ms: number): Promise<void>
}

/** Each worker has a world, which each test finds as it began, coming from another address. */
export const test = base.extend<
  { simulator: TestedSimulator; errors: Console },
  WorldOption & { world: World }
>({
  worldName: ['pessimist', { option: true, scope: 'worker' }],
  followsFeeds: [false, { option: true, scope: 'worker' }],
  world: [
    async ({ worldName, followsFeeds }, provide) => {
      const world = await createWorld(worldName, followsFeeds)
      await provide(world)
      await world.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ world }, provide) => provide(world.portal.origin),
  simulator: [
    async ({ world: { simulator, portal }, context }, provide) => {
      const quiet = watchForQuiet(context)
      await simulator.reset()
      // Where they are refused, they never come to the portal (V-11).
      await simulator.choose({ personalAccounts: 'accepted' })
      await portal.renew()
      async function advance(ms: number): Promise<void> {
        await quiet()
        await simulator.advance(ms)
      }
      await provide({
        ...simulator,
        advance,
        async letPass(ms) {
          await advance(ms)
          await portal.settle(await simulator.now())
        },
      })
    },
    // Starting processes takes none of the test's own time.
    { auto: true, timeout: 30_000 },
  ],
  errors: [
    async ({ context }, provide) => {
      const expected: RegExp[] = []
      const unexpected: string[] = []
      const note = (text: string) => {
        if (!expected.some((pattern) => pattern.test(text))) unexpected.push(text)
      }
      context.on('console', (message) => {
        if (message.type() !== 'error') return
        note(`${message.text()} ${message.location().url}`)
      })
      context.on('weberror', (error) => note(String(error.error())))
      await provide({ expectError: (pattern) => expected.push(pattern) })
      expect(unexpected).toEqual([])
    },
    { auto: true },
  ],
})
