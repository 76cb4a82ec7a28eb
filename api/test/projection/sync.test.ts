import type { OrganizationId } from '@foyer/contracts/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syncOrganization } from '../../src/projection/projection.ts'
import { createRandom, startChurn } from '../support/churn.ts'
import { readDirectory, readProjection } from '../support/directory-truth.ts'
import { openWorld, type World } from '../support/world.ts'

// Some thousand steps; PROJECTION_STEPS says otherwise.
const stepsARound = 30
const rounds = Math.ceil(Number(process.env['PROJECTION_STEPS'] ?? 2_400) / stepsARound)

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => world[Symbol.asyncDispose]())

const sync = async (slug: 'contoso' | 'fabrikam' = 'contoso') =>
  syncOrganization(world.portal, world.tenantIdOf(slug) as OrganizationId)

const asked = async () =>
  (await world.requests())
    .filter(({ path }) => path.includes('/v1.0/') && !path.includes('effects'))
    .reduce((sum, { count }) => sum + count, 0)

test('after the first reading, all that the directory says of guests is remembered', async () => {
  const { guests, groups } = await sync()
  expect([guests.hasCrawled, groups.hasCrawled]).toEqual([true, true])
  const remembered = await readProjection(world.portal.store, world.tenantIdOf('contoso'))
  expect(remembered).toEqual(await readDirectory(world, 'contoso'))
  expect(remembered.guests.length).toBeGreaterThan(100)
})

test('an idle round asks twice, and changes nothing', async () => {
  await sync()
  const before = await asked()
  const { guests, groups, swept } = await sync()
  expect(await asked()).toBe(before + 2)
  expect([guests.hasCrawled, groups.hasCrawled, swept]).toEqual([false, false, 0])
})

test('after a long time of changes, failures and forgotten cursors, both say the same', async () => {
  const random = createRandom(20_261_124)
  const churn = await startChurn(world, 'contoso', random)
  const faults = [
    { delta: 'reset', path: '*/delta', count: 1 },
    { delta: 'expired', path: '*/delta', count: 1 },
    { drop: 'after', path: '*/delta', count: 3 },
    { status: 503, path: '*/delta', count: 9 },
    { status: 429, headers: { 'retry-after': '0.05' }, path: '*/delta', count: 2 },
    { status: 500, path: '*/$batch', count: 9 },
  ] as const
  let done = 0
  let failures = 0
  for (let round = 0; round < rounds; round += 1) {
    world.simulator.choose({ deltaPage: random(2) ? '7-objects-5-links' : '200-objects-500-links' })
    const heal = random(3) ? () => {} : world.fail(faults[random(faults.length)] ?? {})
    done += await churn.step(stepsARound)
    failures += await sync().then(
      () => 0,
      () => 1,
    )
    heal()
  }
  world.simulator.clock.advance(2 * 60 * 60_000)
  await sync()
  const remembered = await readProjection(world.portal.store, world.tenantIdOf('contoso'))
  expect(remembered).toEqual(await readDirectory(world, 'contoso'))
  expect(done).toBeGreaterThan((rounds * stepsARound) / 3)
  expect(failures).toBeGreaterThan(0)
}, 60_000)
