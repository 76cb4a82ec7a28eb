import { listMyGroups } from '@foyer/contracts/me'
import type { OrganizationId } from '@foyer/contracts/ids'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { measureFeedLag } from '../src/metrics/feed-lag.ts'
import { type MetricsServer, startMetricsServer } from '../src/metrics/metrics-server.ts'
import { syncOrganization } from '../src/projection/projection.ts'
import { idOf } from './support/leaving.ts'
import { openWorld, type Slug, type World } from './support/world.ts'

let world: World
let server: MetricsServer

beforeAll(async () => {
  world = await openWorld()
  const { app, metrics, store, clock, configuration } = world.portal
  const { organizations } = configuration
  measureFeedLag(metrics.registry, { store, clock, organizations })
  server = await startMetricsServer(metrics.registry, { port: 0, host: '127.0.0.1', log: app.log })
})
beforeEach(() => world.simulator.faults.clear())
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

const sync = async (slug: Slug) =>
  syncOrganization(world.portal, world.tenantIdOf(slug) as OrganizationId)
const numbers = async () => (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text()

/** The value of one series; undefined where nothing was counted or measured. */
async function valueOf(series: string): Promise<number | undefined> {
  const line = (await numbers()).split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length))
}

const requests = async (slug: Slug, status: string) =>
  (await valueOf(`foyer_directory_requests_total{organization="${slug}",status="${status}"}`)) ?? 0
const units = async (slug: Slug) =>
  (await valueOf(`foyer_directory_resource_units_total{organization="${slug}"}`)) ?? 0
const throttled = async (slug: Slug) =>
  (await valueOf(`foyer_directory_throttled_total{organization="${slug}"}`)) ?? 0
const lag = async (slug: Slug, feed: string) =>
  valueOf(`foyer_feed_lag_seconds{organization="${slug}",feed="${feed}"}`)

test('people who look for numbers at the portal find nothing there', async () => {
  expect((await world.portal.app.inject({ url: '/metrics' })).statusCode).toBe(404)
  const root = await fetch(`http://127.0.0.1:${server.port}/`)
  expect(root.status).toBe(404)
  const post = await fetch(`http://127.0.0.1:${server.port}/metrics`, { method: 'POST' })
  expect(post.status).toBe(404)
})

test('what Grace opens is counted by route and organization, and names neither her nor her groups', async () => {
  const grace = await world.enter('grace@adatum.com')
  const [before, unitsBefore] = [await requests('contoso', '200'), await units('contoso')]
  expect((await grace.call(listMyGroups, {})).status).toBe(200)
  await grace.delete('/v1/me/groups/aaaaaaaa-0000-4000-8000-00000000000a')
  expect(await requests('contoso', '200')).toBeGreaterThan(before)
  expect(await units('contoso')).toBeGreaterThan(unitsBefore)
  const told = await numbers()
  expect(told).toContain('route="/v1/me/groups/:groupId"')
  expect(told).toContain('foyer_key_fetches_total')
  for (const secret of [
    'aaaaaaaa-0000',
    idOf(grace),
    'adatum.com',
    'Grace',
    world.tenantIdOf('contoso'),
  ]) {
    expect(told).not.toContain(secret)
  }
})

test('an idle round is two requests of one unit each', async () => {
  await sync('northwind')
  const [before, unitsBefore] = [await requests('northwind', '200'), await units('northwind')]
  await sync('northwind')
  expect(await requests('northwind', '200')).toBe(before + 2)
  expect(await units('northwind')).toBe(unitsBefore + 2)
})

test('what Contoso refuses as too much is counted for Contoso only, in batches too', async () => {
  const grace = await world.enter('grace@adatum.com')
  const [before, elsewhere] = [await throttled('contoso'), await throttled('fabrikam')]
  const wait = { status: 429, headers: { 'retry-after': '0.05' } }
  world.fail({ organization: 'contoso', path: '/v1.0/users/*', within: 'batch', count: 2, ...wait })
  world.fail({ organization: 'contoso', path: '/v1.0/organization', count: 1, ...wait })
  expect((await grace.get('/v1/me')).statusCode).toBe(200)
  expect((await grace.call(listMyGroups, {})).status).toBe(200)
  expect(await throttled('contoso')).toBe(before + 3)
  expect(await throttled('fabrikam')).toBe(elsewhere)
})

test('a connection that breaks is counted as a request without status', async () => {
  const grace = await world.enter('grace@adatum.com')
  const before = await requests('contoso', 'none')
  world.fail({ organization: 'contoso', path: '/v1.0/organization', count: 1, drop: 'before' })
  expect((await grace.get('/v1/me')).statusCode).toBe(200)
  expect(await requests('contoso', 'none')).toBe(before + 1)
})

test('the lag of a feed grows by the clock of the world until the feed is read again', async () => {
  expect(await lag('fabrikam', 'guests')).toBeUndefined()
  await sync('fabrikam')
  expect(await lag('fabrikam', 'guests')).toBeLessThan(60)
  world.simulator.clock.advance(2 * 60 * 60_000)
  for (const feed of ['guests', 'groups', 'sponsors']) {
    expect(await lag('fabrikam', feed)).toBeGreaterThanOrEqual(2 * 60 * 60)
  }
  world.fail({ organization: 'fabrikam', path: '/v1.0/groups/delta', status: 403 })
  await expect(sync('fabrikam')).rejects.toThrow('directory-refused')
  expect(await lag('fabrikam', 'guests')).toBeLessThan(60)
  expect(await lag('fabrikam', 'groups')).toBeGreaterThanOrEqual(2 * 60 * 60)
})
