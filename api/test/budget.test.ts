import type { OrganizationId } from '@foyer/contracts/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { syncOrganization } from '../src/projection/projection.ts'
import { openWorld, type Slug, type World } from './support/world.ts'

const hourMs = 60 * 60_000

let world: World

// The smallest budget there is: 35 units at once, then three and a half a second.
const smallest = { budget: { share: 0.01 } }

beforeEach(async () => {
  world = await openWorld({ declared: { contoso: smallest } })
  world.simulator.choose({ deltaPage: '7-objects-5-links' })
})
afterEach(async () => world[Symbol.asyncDispose]())

const sync = async (slug: Slug, ending?: AbortSignal) =>
  syncOrganization(
    { ...world.portal, ...(ending ? { ending } : {}) },
    world.tenantIdOf(slug) as OrganizationId,
  )
const asked = async (path: RegExp) =>
  (await world.requests())
    .filter((each) => path.test(each.path))
    .reduce((sum, { count }) => sum + count, 0)
const feeds = async () => asked(/\/delta$/)
const heldSeconds = async () => {
  const told = await world.portal.metrics.registry.metrics()
  return Number(/foyer_directory_held_seconds_total{organization="contoso"} (\S+)/.exec(told)?.[1])
}

test('a budget slows a reading down, takes nothing from it, and gives nothing to refuse', async () => {
  world.simulator.seed('contoso', { members: 20, guests: 10, groups: 2 })
  // Twice the budget: for this process and one more like it.
  world.simulator.quotas.choose({ resourceUnits: 70 })
  const startedAt = performance.now()
  const { guests } = await sync('contoso')
  const seconds = (performance.now() - startedAt) / 1000
  expect(guests.changes).toBeGreaterThan(130)
  const told = await world.portal.metrics.registry.metrics()
  const units = Number(/resource_units_total{organization="contoso"} (\d+)/.exec(told)?.[1])
  expect(units).toBeGreaterThan(48)
  // What is over the first 35 units comes at three and a half a second; the last question may owe.
  expect(seconds).toBeGreaterThan((units - 35 - 10) / 3.5)
  expect(told).toContain('foyer_directory_throttled_total{organization="contoso"} 0')
}, 60_000)

test('while the feed of Contoso waits for its budget, Grace and Fabrikam do not', async () => {
  world.simulator.seed('contoso', { members: 100, guests: 100, groups: 20 })
  const grace = await world.enter('grace@adatum.com')
  await grace.get('/v1/me')
  const ending = new AbortController()
  const reading = sync('contoso', ending.signal).catch((error: unknown) => error)
  // The budget is used up; no clock of days fills it.
  await expect.poll(heldSeconds, { timeout: 20_000 }).toBeGreaterThan(0.2)
  world.simulator.clock.advance(hourMs / 4)
  const pages = await feeds()
  const startedAt = performance.now()
  expect((await grace.get('/v1/me')).statusCode).toBe(200)
  const tookMs = performance.now() - startedAt
  expect(await feeds()).toBeLessThan(pages + 2 + (4 * tookMs) / 1000)
  await sync('fabrikam')
  ending.abort()
  expect(await reading).toMatchObject({ code: 'directory-timeout' })
}, 60_000)

test('a feed that Contoso throttles is silent for as long as it was asked to, and nobody else is', async () => {
  const grace = await world.enter('grace@adatum.com')
  world.fail({
    organization: 'contoso',
    path: '*/delta',
    count: 1,
    status: 429,
    headers: { 'retry-after': '1.5' },
  })
  const startedAt = performance.now()
  let isOver = false
  const reading = sync('contoso', AbortSignal.timeout(20_000))
    .catch((error: unknown) => error)
    .finally(() => (isOver = true))
  await expect.poll(feeds, { interval: 10 }).toBe(1)
  expect((await grace.get('/v1/me')).statusCode).toBe(200)
  await sync('northwind')
  expect(isOver).toBe(false)
  const contoso = /^\/v1\.0\/(users|groups)\/delta$/
  const northwinds = (await asked(contoso)) - 1
  await expect
    .poll(async () => (await asked(contoso)) - northwinds, { timeout: 10_000, interval: 10 })
    .toBeGreaterThan(1)
  expect(performance.now() - startedAt).toBeGreaterThan(1_500)
  await reading
}, 60_000)

test('a person whom Contoso throttles silences its feed too', async () => {
  const grace = await world.enter('grace@adatum.com')
  world.fail({
    organization: 'contoso',
    path: '/v1.0/roleManagement/directory/roleAssignments',
    count: 1,
    status: 429,
    headers: { 'retry-after': '90' },
  })
  expect((await grace.get('/v1/me/notes')).statusCode).toBe(503)
  await expect(sync('contoso')).rejects.toMatchObject({
    code: 'directory-busy',
    facts: { reason: 'budget', retryAfterSeconds: 90 },
  })
  expect(await feeds()).toBe(0)
  await sync('fabrikam')
  expect((await grace.get('/v1/me/notes')).statusCode).toBe(200)
}, 60_000)
