import { getReceipt } from '@foyer/contracts/receipt'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createMetrics } from '../../src/metrics/metrics.ts'
import { startWork } from '../../src/start-work.ts'
import { forgetWork, idOf, leaveAfterSigningIn, readReceipt } from '../support/leaving.ts'
import { openWorld, type World } from '../support/world.ts'

// What others do between the click and the act.

let world: World

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'fabrikam')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function graceLeaves() {
  const accepted = await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  expect(accepted.status).toBe(202)
  return accepted.body
}
const removals = async () => world.effects('user-deleted')

test('Fabrikam makes Grace a member: she is no guest any more, and Foyer removes no member', async () => {
  const graceId = idOf(await world.enter('grace@adatum.com', 'fabrikam'))
  const accepted = await graceLeaves()
  await world.changeDirectory('PATCH', `/users/${graceId}`, { userType: 'Member' }, 'fabrikam')
  await world.portal.settle()
  expect(await readReceipt(world, accepted)).toMatchObject({
    state: 'refused',
    because: 'departure-not-a-guest',
  })
  expect(await removals()).toEqual([])
})

test('Fabrikam disconnects Foyer: nothing is done there, and all of it once it is back', async () => {
  const accepted = await graceLeaves()
  const { configuration, store, directory, clock, signing, app } = world.portal
  const metrics = createMetrics()
  const without = {
    ...configuration,
    organizations: configuration.organizations.filter(({ slug }) => slug !== 'fabrikam'),
  }
  {
    await using worker = startWork({
      configuration: without,
      store,
      directory,
      clock,
      signing,
      log: app.log,
    })
    await worker.settle()
  }
  expect(await removals()).toEqual([])

  await using apart = await createApp(without, { clock, store, directory, metrics, signing })
  const url = getReceipt.path.replace(
    '{token}',
    String(accepted['receipt']).split('/').at(-1) ?? '',
  )
  const reply = await apart.inject({ url })
  expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([
    404,
    'receipt-not-found',
  ])

  expect(await readReceipt(world, accepted)).toMatchObject({ state: 'under-way' })
  await world.portal.settle()
  expect(await readReceipt(world, accepted)).toMatchObject({ state: 'done' })
  expect(await removals()).toHaveLength(1)
})
