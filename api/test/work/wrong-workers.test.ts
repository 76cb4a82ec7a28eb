import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unmask } from '../../soak/run.ts'

// What never finds anything shows nothing: each of these is wrong in one way, and is seen.

const wrongs = readdirSync(join(import.meta.dirname, '..', '..', 'soak', 'wrong'))
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'mutate')

test('all that are wrong in a known way are tried', () => {
  expect(wrongs).toHaveLength(6)
})

test.each(wrongs)(
  'workers with %s are seen within a minute',
  async (wrong) => {
    const { faults, seconds } = await unmask(wrong, {
      departures: 200,
      groupLeavings: 100,
      seed: 7,
    })
    expect(faults).not.toEqual([])
    expect(seconds).toBeLessThan(60)
  },
  120_000,
)

test('workers that are right are never seen to be wrong', async () => {
  const { faults } = await unmask(undefined, { departures: 24, groupLeavings: 12, seed: 7 })
  expect(faults).toEqual([])
}, 180_000)
