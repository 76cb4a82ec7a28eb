import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { groupCalls } from './group-calls.ts'
import { dayMs, hourMs, list, minuteMs, withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T09:00:00Z'), world: 'optimist' })
const calls = groupCalls(world)
const readers = ['User.Read.All', 'GroupMember.Read.All']

type Notification = Record<string, unknown> & { readonly resourceData: Record<string, unknown> }

/** Where notifications arrive; by path it answers otherwise than it should. */
const endpoint = createServer((request, reply) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://endpoint')
  const token = searchParams.get('validationToken')
  let text = ''
  request.on('data', (piece: Buffer) => (text += piece.toString()))
  request.on('end', () => {
    if (token !== null) {
      handshakes.push(pathname)
      if (pathname === '/wrong') reply.setHeader('content-type', 'text/plain').end('something else')
      else if (pathname === '/as-html') reply.setHeader('content-type', 'text/html').end(token)
      else if (pathname === '/created')
        reply.writeHead(201, { 'content-type': 'text/plain' }).end(token)
      else if (pathname === '/moved') reply.writeHead(302, { location: '/taken' }).end()
      else reply.setHeader('content-type', 'text/plain').end(token)
      return
    }
    const { value } = JSON.parse(text) as { value: Notification[] }
    arrived.push({ path: pathname, value })
    reply.writeHead(isDown ? 503 : 202).end()
  })
})
let url = ''
let handshakes: string[] = []
let arrived: { path: string; value: Notification[] }[] = []
let isDown = false
beforeAll(async () => {
  await new Promise<void>((listening) => endpoint.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`
})
beforeEach(() => {
  handshakes = []
  arrived = []
  isDown = false
})
afterAll(() => endpoint.close())

const inMinutes = (minutes: number) =>
  new Date(world.simulator.clock.now().getTime() + minutes * minuteMs).toISOString()

async function asReader(method: string, path: string, body?: object, roles = readers) {
  return calls.send(await calls.asApp('contoso', ...roles), method, path, body)
}
function wish(change: object = {}) {
  return {
    changeType: 'updated,deleted',
    notificationUrl: `${url}/taken`,
    resource: '/users',
    expirationDateTime: inMinutes(60),
    clientState: 'what only we two know',
    ...change,
  }
}
async function subscribe(change: object = {}) {
  const answer = await asReader('POST', '/subscriptions', wish(change))
  expect(answer.status).toBe(201)
  return String(answer.body['id'])
}
async function rename(jobTitle = 'Buyer', name: 'Jonas Weber' | 'Grace Adeyemi' = 'Jonas Weber') {
  const path = `/users/${world.userId(name)}`
  expect((await calls.admin('PATCH', path, { jobTitle })).status).toBe(204)
}
async function notified(times = 1) {
  await expect.poll(() => arrived.length).toBe(times)
  return arrived.flatMap(({ value }) => value)
}

describe('a subscription', () => {
  test('is there after its address has sent back the token', async () => {
    const answer = await asReader('POST', '/subscriptions', wish())
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ resource: '/users', changeType: 'updated,deleted' })
    expect(handshakes).toEqual(['/taken'])
    const id = String(answer.body['id'])
    expect((await asReader('GET', `/subscriptions/${id}`)).body['id']).toBe(id)
    expect(list((await asReader('GET', '/subscriptions')).body)).toHaveLength(1)
  })

  test.each(['/wrong', '/as-html', '/created', '/moved'])(
    'is refused where the address %s does not answer as it should',
    async (path) => {
      const answer = await asReader('POST', '/subscriptions', wish({ notificationUrl: url + path }))
      expect(answer.status).toBe(400)
      expect(answer.body['error']).toMatchObject({ code: 'InvalidRequest' })
      expect(list((await asReader('GET', '/subscriptions')).body)).toEqual([])
    },
  )

  test.each<[string, () => object, number]>([
    ['an address elsewhere', () => ({ notificationUrl: 'https://example.com/' }), 400],
    [
      'an address that only looks local',
      () => ({ notificationUrl: 'http://127.0.0.1.example/' }),
      400,
    ],
    ['creations', () => ({ changeType: 'created' }), 400],
    ['no end', () => ({ expirationDateTime: null }), 400],
    ['an end that is over', () => ({ expirationDateTime: inMinutes(-1) }), 400],
    ['an end beyond 41,760 minutes', () => ({ expirationDateTime: inMinutes(41_761) }), 400],
    ['a day as end', () => ({ expirationDateTime: '2026-11-24' }), 400],
    ['a long client state', () => ({ clientState: 'x'.repeat(129) }), 400],
    ['mail', () => ({ resource: "me/mailFolders('Inbox')/messages" }), 501],
    ['no resource', () => ({ resource: '' }), 400],
  ])('is refused for %s', async (_what, change, status) => {
    const answer = await asReader('POST', '/subscriptions', wish(change()))
    expect(answer.status).toBe(status)
    expect(handshakes).toEqual([])
  })

  test('wants the right to read what it is about', async () => {
    const answer = await asReader('POST', '/subscriptions', wish(), ['GroupMember.Read.All'])
    expect(answer.status).toBe(403)
  })

  test('is nobody else’s', async () => {
    const id = await subscribe()
    const other = await world.appToken('contoso', 'reader')
    expect((await world.graph(other, `/v1.0/subscriptions/${id}`)).status).toBe(404)
    expect(list((await world.graph(other, '/v1.0/subscriptions')).body)).toEqual([])
    const gone = await world.graph(other, `/v1.0/subscriptions/${id}`, { method: 'DELETE' })
    expect(gone.status).toBe(404)
  })

  test('is one of a hundred at most', async () => {
    for (let one = 0; one < 100; one += 1) await subscribe()
    const answer = await asReader('POST', '/subscriptions', wish())
    expect(answer.status).toBe(403)
  })

  test('ends at its time, and later when it was renewed', async () => {
    const id = await subscribe()
    const renewed = await asReader('PATCH', `/subscriptions/${id}`, {
      expirationDateTime: inMinutes(120),
    })
    expect(renewed.status).toBe(200)
    expect(handshakes).toEqual(['/taken', '/taken'])
    world.simulator.clock.advance(119 * minuteMs)
    expect((await asReader('GET', `/subscriptions/${id}`)).status).toBe(200)
    world.simulator.clock.advance(minuteMs)
    expect((await asReader('GET', `/subscriptions/${id}`)).status).toBe(404)
    await rename()
    world.simulator.clock.advance(hourMs)
    expect(arrived).toEqual([])
  })
})

describe('a notification', () => {
  test('tells what changed, with the client state', async () => {
    const id = await subscribe()
    await rename()
    const jonas = world.userId('Jonas Weber')
    expect(await notified()).toMatchObject([
      {
        subscriptionId: id,
        clientState: 'what only we two know',
        changeType: 'updated',
        tenantId: world.organization('contoso').tenantId,
        resource: `Users/${jonas}`,
        resourceData: { '@odata.type': '#Microsoft.Graph.User', id: jonas },
      },
    ])
  })

  test('of a group names the member that came, and the one that went', async () => {
    await subscribe({ resource: '/groups' })
    const group = await calls.groupId('Supplier Forum')
    const jonas = world.userId('Jonas Weber')
    await calls.admin('POST', `/groups/${group}/members/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${jonas}`,
    })
    await notified(1)
    await calls.admin('DELETE', `/groups/${group}/members/${jonas}/$ref`)
    const [came, went] = await notified(2)
    expect(came?.resourceData['members@delta']).toEqual([{ id: jonas }])
    expect(went?.resourceData['members@delta']).toEqual([{ id: jonas, '@removed': 'deleted' }])
  })

  test('comes for one object only, where one is named', async () => {
    await subscribe({ resource: `users/${world.userId('Grace Adeyemi')}` })
    await rename('Buyer', 'Jonas Weber')
    await rename('Welder', 'Grace Adeyemi')
    const told = await notified()
    expect(told.map(({ resource }) => resource)).toEqual([`Users/${world.userId('Grace Adeyemi')}`])
  })

  test('says updated of a deletion that can be undone, deleted of the purge', async () => {
    await subscribe({ expirationDateTime: inMinutes(41_000), changeType: 'deleted' })
    const path = `/users/${world.userId('Jonas Weber')}`
    await calls.send(await calls.asApp('contoso', 'User.ReadWrite.All'), 'DELETE', path)
    world.simulator.clock.advance(27 * dayMs)
    expect(arrived).toEqual([])
    const [{ id } = { id: '' }] = list((await asReader('GET', '/subscriptions')).body)
    await asReader('PATCH', `/subscriptions/${String(id)}`, {
      expirationDateTime: inMinutes(41_000),
    })
    world.simulator.clock.advance(4 * dayMs)
    expect(await notified()).toMatchObject([{ changeType: 'deleted' }])
  })

  test('comes again until it is taken, and not after four hours', async () => {
    await subscribe({ expirationDateTime: inMinutes(41_000) })
    isDown = true
    await rename()
    await notified(1)
    world.simulator.clock.advance(minuteMs)
    await notified(2)
    isDown = false
    world.simulator.clock.advance(hourMs)
    await notified(3)
    world.simulator.clock.advance(hourMs)
    isDown = true
    await rename('Welder')
    await notified(4)
    isDown = false
    world.simulator.clock.advance(5 * hourMs)
    await rename('Painter')
    const told = await notified(5)
    expect(told).toHaveLength(5)
  })

  test('V-34: is half an hour late in the harmful world', async () => {
    world.simulator.choose({ noticesOfChanges: '30-minutes-late' })
    await subscribe()
    await rename()
    world.simulator.clock.advance(29 * minuteMs)
    expect(arrived).toEqual([])
    world.simulator.clock.advance(2 * minuteMs)
    await notified(1)
  })

  test('survives a saved state', async () => {
    world.simulator.choose({ noticesOfChanges: '30-minutes-late' })
    await subscribe({ expirationDateTime: inMinutes(600) })
    await rename()
    const state = world.simulator.save()
    world.simulator.reset()
    world.simulator.clock.advance(hourMs)
    expect(arrived).toEqual([])
    world.simulator.load(state)
    world.simulator.clock.advance(hourMs)
    await notified(1)
  })
})

describe('V-35: whoever gave an address for it', () => {
  const withLifecycle = () => ({
    lifecycleNotificationUrl: `${url}/lifecycle`,
    expirationDateTime: inMinutes(2 * 24 * 60),
  })

  test('is asked to reauthorize a day before the end, once', async () => {
    const id = await subscribe(withLifecycle())
    expect(handshakes).toEqual(['/taken', '/lifecycle'])
    world.simulator.clock.advance(dayMs + hourMs)
    expect(await notified(1)).toMatchObject([
      { subscriptionId: id, lifecycleEvent: 'reauthorizationRequired' },
    ])
    expect(arrived[0]?.path).toBe('/lifecycle')
    expect((await asReader('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204)
    world.simulator.clock.advance(hourMs)
    await rename()
    await notified(2)
    expect(arrived.map(({ path }) => path)).toEqual(['/lifecycle', '/taken'])
  })

  test('is not in the harmful world', async () => {
    world.simulator.choose({ reauthorizationNotice: 'never' })
    await subscribe(withLifecycle())
    world.simulator.clock.advance(dayMs + hourMs)
    await rename()
    await notified(1)
    expect(arrived.map(({ path }) => path)).toEqual(['/taken'])
  })
})
