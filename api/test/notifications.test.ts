import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listMyGroups } from '@foyer/contracts/me'
import type { OrganizationId } from '@foyer/contracts/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFollower } from '../src/projection/follower.ts'
import { notificationsPath } from '../src/routes/notifications.ts'
import { StoreError } from '../src/store/store-error.ts'
import { usualRateLimits } from '../src/http/rate-limit.ts'
import { openContoso } from './support/contoso.ts'
import { idOf } from './support/leaving.ts'
import { openWorld, type World } from './support/world.ts'

const hourMs = 60 * 60_000
const dayMs = 24 * hourMs

let door: Server
let world: World
let address: string

beforeAll(async () => {
  // The address has to be known before there is a portal behind it.
  door = createServer((request, response) => world.portal.app.routing(request, response))
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const origin = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
  address = `${origin}${notificationsPath}`
  world = await openWorld({
    without: ['fabrikam', 'northwind', 'woodgrove-bank'],
    environment: { NOTIFICATION_ORIGIN: origin },
  })
})
afterAll(async () => {
  door.closeAllConnections()
  door.close()
  await world[Symbol.asyncDispose]()
})

const contoso = () => world.tenantIdOf('contoso') as OrganizationId
/** Rounds are an hour apart: whatever is read sooner was called for. */
const follow = () =>
  startFollower({
    ...world.portal,
    organizations: world.portal.configuration.organizations,
    log: world.portal.app.log,
    pauseMs: hourMs,
    notificationAddress: address,
    lookMs: 20,
  })
const watches = async () =>
  world.portal.store.asOrganization(contoso(), async (transaction) =>
    transaction.selectFrom('watch').selectAll().orderBy('watched').execute(),
  )
const tell = async (value: unknown) =>
  world.portal.app.inject({ method: 'POST', url: notificationsPath, payload: { value } as object })
const watched = async () => (await watches()).map(({ watchId }) => watchId)
const countOf = async (outcome: string) => {
  const body = await world.portal.metrics.registry.metrics()
  return Number(
    new RegExp(`foyer_notifications_total{outcome="${outcome}"} (\\d+)`).exec(body)?.[1] ?? 0,
  )
}

test('a group that an administrator gives to Grace is on her page once the directory has told', async () => {
  await using following = new AsyncDisposableStack()
  following.use(follow())
  await expect.poll(watched, { timeout: 20_000 }).toEqual([expect.any(String), expect.any(String)])
  const grace = await world.enter('grace@adatum.com')
  const count = async () => (await grace.call(listMyGroups, {})).body['count']
  const before = Number(await count())
  const groupId = await makeGroup()
  await world.changeDirectory('POST', `/groups/${groupId}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${idOf(grace)}`,
  })
  // Some directories tell half an hour late (V-34).
  world.simulator.clock.advance(hourMs / 2)
  await expect.poll(count, { timeout: 20_000 }).toBe(before + 1)
  expect(await countOf('kept')).toBeGreaterThan(0)
}, 60_000)

test('of the secret only a hash is kept, and no answer and no log has it', async () => {
  const rows = await watches()
  expect(rows.map(({ secretHash }) => secretHash)).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ])
  expect(world.portal.log()).not.toContain('clientState')
})

test('what is not ours is answered like what is, and changes nothing', async () => {
  const [own] = await watches()
  const dropped = await countOf('dropped')
  const notification = {
    subscriptionId: own?.watchId,
    tenantId: contoso(),
    clientState: 'guessed',
    lifecycleEvent: 'subscriptionRemoved',
  }
  const foreign = [
    notification,
    { ...notification, clientState: own?.secretHash },
    { ...notification, subscriptionId: '00000000-0000-4000-8000-000000000000' },
    { ...notification, tenantId: '00000000-0000-4000-8000-000000000000' },
    { ...notification, clientState: undefined },
    'nothing of the kind',
  ]
  for (const one of foreign) {
    const { statusCode, body } = await tell([one])
    expect([statusCode, body]).toEqual([202, ''])
  }
  expect(await countOf('dropped')).toBe(dropped + foreign.length)
  expect((await watches())[0]).toEqual(own)
})

test('the question whether the address is ours is answered as plain text, and not without end', async () => {
  const ask = async (token: string) =>
    world.portal.app.inject({
      method: 'POST',
      url: `${notificationsPath}?validationToken=${encodeURIComponent(token)}`,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  const script = '<script>alert(1)</script> & more'
  const { statusCode, headers, body } = await ask(script)
  expect([statusCode, body]).toEqual([200, script])
  expect(headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  expect((await ask('a'.repeat(4097))).statusCode).toBe(400)
  expect((await ask('')).statusCode).toBe(400)
})

test.each([
  ['a body that is no collection', { payload: { value: 'x' } }, 400],
  ['no body', {}, 400],
  ['a body that is too large', { payload: { value: ['x'.repeat(300_000)] } }, 413],
  ['too many at once', { payload: { value: Array.from({ length: 1_001 }, () => 0) } }, 400],
])('%s is refused', async (_what, request, status) => {
  const { app } = world.portal
  const reply = await app.inject({ method: 'POST', url: notificationsPath, ...request })
  expect(reply.statusCode).toBe(status)
})

test('a watch is renewed before it ends, and made anew where the directory has lost it', async () => {
  const made = await watched()
  const effects = async (what: string) => (await world.effects(what)).length
  const renewals = await effects('subscription-updated')
  world.simulator.clock.advance(4 * dayMs)
  {
    await using following = new AsyncDisposableStack()
    following.use(follow())
    await expect
      .poll(async () => effects('subscription-updated'), { timeout: 20_000 })
      .toBe(renewals + 2)
  }
  expect(await watched()).toEqual(made)
  world.simulator.clock.advance(30 * dayMs)
  await using following = new AsyncDisposableStack()
  following.use(follow())
  await expect
    .poll(async () => (await watched()).some((one) => made.includes(one)), { timeout: 20_000 })
    .toBe(false)
  expect(await effects('subscription-created')).toBe(4)
}, 60_000)

test.each([
  ['reauthorizationRequired', false, true],
  ['missed', false, false],
  ['subscriptionRemoved', true, true],
])('with its secret, twice over, %s is heeded once', async (lifecycleEvent, isGone, isDue) => {
  const secret = 'of a test'
  const now = world.simulator.clock.now()
  const own = { watchId: '0f1d2c3b-0000-4000-8000-00000000000a', calledAt: null }
  await world.portal.store.asOrganization(contoso(), async (transaction) =>
    transaction
      .updateTable('watch')
      .set({
        ...own,
        secretHash: createHash('sha256').update(secret).digest('hex'),
        dueAt: new Date(now.getTime() + dayMs),
      })
      .where('watched', '=', 'people')
      .execute(),
  )
  const notification = {
    subscriptionId: own.watchId,
    tenantId: contoso(),
    clientState: secret,
    lifecycleEvent,
  }
  expect((await tell([notification, notification])).statusCode).toBe(202)
  expect((await tell([notification])).statusCode).toBe(202)
  const people = (await watches()).find(({ watched }) => watched === 'people')
  expect(people?.calledAt).toBeInstanceOf(Date)
  expect(people?.watchId === null).toBe(isGone)
  expect(Number(people?.dueAt) <= world.simulator.clock.now().getTime()).toBe(isDue)
})

test('what cannot be kept is not acknowledged, so that the directory tells it again', async () => {
  const { store } = world.portal
  const away = new StoreError('unreachable', 'the store cannot be reached')
  await using unkept = await world.openAnotherPortal({
    store: { ...store, asOrganization: async () => Promise.reject(away) },
    environment: { NOTIFICATION_ORIGIN: new URL(address).origin },
  })
  const notification = {
    subscriptionId: '0f1d2c3b-0000-4000-8000-00000000000a',
    tenantId: contoso(),
    clientState: 'of a test',
  }
  const ask = async (value: object[]) =>
    unkept.app.inject({ method: 'POST', url: notificationsPath, payload: { value } })
  const { statusCode, body } = await ask([notification])
  expect([statusCode, body]).toEqual([503, ''])
  // What concerns nobody needs no store.
  const foreign = { ...notification, tenantId: '00000000-0000-4000-8000-000000000000' }
  expect((await ask([foreign])).statusCode).toBe(202)
})

test('whoever tells too much is asked to wait, and the directory is not', async () => {
  await using limited = await world.openAnotherPortal({
    rateLimits: { ...usualRateLimits, notificationsPerMinute: 3 },
    environment: { NOTIFICATION_ORIGIN: new URL(address).origin },
  })
  const ask = async (remoteAddress: string) =>
    limited.app.inject({
      method: 'POST',
      url: notificationsPath,
      payload: { value: [] },
      remoteAddress,
    })
  const statuses: number[] = []
  for (let time = 0; time < 5; time += 1) statuses.push((await ask('192.0.2.1')).statusCode)
  expect(statuses).toEqual([202, 202, 202, 429, 429])
  expect(Number((await ask('192.0.2.1')).headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('192.0.2.2')).statusCode).toBe(202)
})

test('where no address is configured nothing listens', async () => {
  await using alone = await openContoso()
  const { app } = alone.portal
  const payload = { value: [] }
  const { statusCode } = await app.inject({ method: 'POST', url: notificationsPath, payload })
  expect(statusCode).toBe(404)
})

async function makeGroup(): Promise<string> {
  await world.changeDirectory('POST', '/groups', {
    displayName: 'Lobby',
    mailEnabled: false,
    mailNickname: 'lobby',
    securityEnabled: true,
  })
  const { value } = await world.graph<{ value: { id: string; displayName: string }[] }>(
    '/groups?$select=id,displayName&$top=999',
  )
  return value.find(({ displayName }) => displayName === 'Lobby')?.id ?? ''
}
