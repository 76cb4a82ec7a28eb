import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GroupId } from '@foyer/contracts/ids'
import { leaveGroup, type Memberships } from '@foyer/contracts/me'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetWork, receiptOf } from './support/leaving.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

let world: World
let impatient: Awaited<ReturnType<World['openAnotherPortal']>>
let grace: Visitor
/** Of the impatient portal: what is told of failures must not hang on how quick the machine is. */
const deadlineMs = 900

beforeAll(async () => {
  world = await openWorld()
  impatient = await world.openAnotherPortal({ directoryDeadlineMs: deadlineMs })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'contoso')
  grace = await world.enter('grace@adatum.com')
})
afterAll(async () => {
  await impatient[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

async function harbourId(): Promise<string> {
  const reply = (await grace.get('/v1/me/groups')).json<Memberships>()
  const groups = reply.visibility === 'names' ? reply.memberships : []
  return groups.find(({ name }) => name === 'Harbour Redevelopment')?.groupId ?? ''
}

async function timed<T>(work: Promise<T>): Promise<[T, number]> {
  const startedAt = performance.now()
  return [await work, performance.now() - startedAt]
}

async function countOf(path: RegExp): Promise<number> {
  const counts = (await world.requests()).filter((each) => path.test(each.path))
  return counts.reduce((sum, { count }) => sum + count, 0)
}

const html = { status: 500, body: '<html><body>An error grace@adatum.com</body></html>' }

test('a directory that fails in HTML is asked again, and then said to have failed', async () => {
  world.fail({ path: '/v1.0/users/*', ...html })
  const reply = await grace.get('/v1/me')
  expect(reply.json()).toMatchObject({ status: 502, code: 'directory-failed' })
  expect(reply.body).not.toContain('adatum')
  expect(await countOf(/^\/v1\.0\/users\/[\w-]+$/)).toBeGreaterThan(1)
})

test('a directory that fails once is asked again, and nobody notices', async () => {
  world.fail({ path: '/v1.0/users/*', count: 1, ...html })
  world.fail({ path: '/v1.0/organization', count: 1, drop: 'before' })
  expect((await grace.get('/v1/me')).statusCode).toBe(200)
})

test('a directory that does not answer is waited for until the deadline and no longer', async () => {
  world.fail({ path: '/v1.0/organization', hang: true })
  const [reply, waitedMs] = await timed(impatient.comeWith(grace.token).get('/v1/me'))
  expect(reply.json()).toMatchObject({ status: 504, code: 'directory-timeout' })
  expect(waitedMs).toBeGreaterThan(deadlineMs - 50)
  expect(waitedMs).toBeLessThan(3_000)
})

test('a directory that asks to wait for part of a second is given that time', async () => {
  world.fail({
    path: '/v1.0/organization',
    count: 1,
    status: 429,
    headers: { 'retry-after': '0.25' },
  })
  const [reply, waitedMs] = await timed(grace.get('/v1/me'))
  expect(reply.statusCode).toBe(200)
  expect(waitedMs).toBeGreaterThan(250)
})

test('a directory that asks to wait past the deadline is said to be busy, at once and for how long', async () => {
  world.fail({ path: '/v1.0/organization', status: 429, headers: { 'retry-after': '2.128' } })
  const [reply, waitedMs] = await timed(impatient.comeWith(grace.token).get('/v1/me'))
  expect(reply.json()).toMatchObject({ status: 503, code: 'directory-busy', retryAfterSeconds: 3 })
  expect(reply.headers['retry-after']).toBe('3')
  expect(waitedMs).toBeLessThan(2_128)
  expect(await countOf(/^\/v1\.0\/organization$/)).toBe(1)
})

test('one part of a batch that has to wait is asked again alone', async () => {
  const path = '/v1.0/users/*/ownedObjects/microsoft.graph.group'
  world.fail({ path, count: 1, status: 429, headers: { 'retry-after': '0.1' } })
  expect((await grace.get('/v1/me/groups')).statusCode).toBe(200)
  expect(await countOf(/ownedObjects/)).toBe(2)
  expect(await countOf(/users\/[\w-]+\/memberOf/)).toBe(1)
})

const leaves = async (groupId: string) => {
  const params = { groupId: groupId as GroupId }
  return receiptOf(world, await grace.call(leaveGroup, { params }))
}

test('a connection that breaks after the work was done: Grace has left, once, and is told so', async () => {
  const groupId = await harbourId()
  world.fail({ method: 'DELETE', count: 1, drop: 'after' })
  expect((await leaves(groupId)).state).toBe('done')
  expect(await world.effects('member-removed')).toHaveLength(1)
  expect(await harbourId()).toBe('')
})

test('a connection that breaks before the work was done is tried again', async () => {
  const groupId = await harbourId()
  world.fail({ method: 'DELETE', count: 1, drop: 'before' })
  expect((await leaves(groupId)).state).toBe('done')
  expect(await world.effects('member-removed')).toHaveLength(1)
})

test.each([
  [404, 'Request_ResourceNotFound', 'Resource does not exist'],
  [400, 'Request_BadRequest', 'One or more removed object references do not exist for it.'],
])(
  'a membership that ended meanwhile, said as %i, is the wish fulfilled',
  async (status, code, message) => {
    const groupId = await harbourId()
    world.fail({ method: 'DELETE', status, body: { error: { code, message } } })
    expect((await leaves(groupId)).state).toBe('done')
  },
)

test('another bad request is none', async () => {
  const groupId = await harbourId()
  const body = { error: { code: 'Request_BadRequest', message: 'Invalid object identifier' } }
  world.fail({ method: 'DELETE', status: 400, body })
  const { state, because } = await leaves(groupId)
  expect([state, because]).toEqual(['under-way', 'directory-failed'])
})

test('a directory that does not let Foyer act is said to refuse, and Grace is still in', async () => {
  const groupId = await harbourId()
  world.fail({
    method: 'DELETE',
    status: 403,
    body: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' } },
  })
  const { state, because } = await leaves(groupId)
  expect([state, because]).toEqual(['under-way', 'directory-refused'])
  expect(await harbourId()).toBe(groupId)
  expect(world.portal.log()).toContain('Authorization_RequestDenied')
})

test('when the live look fails, nothing is done', async () => {
  const groupId = await harbourId()
  world.fail({ path: '/v1.0/policies/authorizationPolicy', ...html })
  const reply = await grace.delete(`/v1/me/groups/${groupId}`)
  expect(reply.json()).toMatchObject({ status: 502, code: 'directory-failed' })
  expect(await countOf(/\$ref$/)).toBe(0)
})

test('a token of Foyer’s own that is no longer taken is renewed', async () => {
  await grace.get('/v1/me')
  const before = await countOf(/token$/)
  world.fail({
    path: '/v1.0/organization',
    count: 1,
    status: 401,
    body: { error: { code: 'InvalidAuthenticationToken', message: 'Access token has expired.' } },
  })
  expect((await grace.get('/v1/me')).statusCode).toBe(200)
  expect(await countOf(/token$/)).toBe(before + 1)
})

test('answers that are not what Graph says are failures, never half a page', async () => {
  for (const body of [{}, [], { value: 'x' }, { value: [{}] }, '<html></html>']) {
    const undo = world.fail({ path: '/v1.0/organization', status: 200, body })
    expect((await grace.get('/v1/me')).json()).toMatchObject({ code: 'directory-failed' })
    undo()
  }
})

test('a link to the next page that leads elsewhere is not followed, and no token goes there', async () => {
  const visits: string[] = []
  const elsewhere = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end('{"value":[]}')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  for (const next of [
    `${origin}/v1.0/x`,
    `${origin}/v1.0/organization?$select=id`,
    `${world.simulator.url}/beta/organization`,
    `${world.simulator.url}@evil.test/v1.0/x`,
    '/v1.0/x',
    'x',
  ]) {
    const body = { value: [], '@odata.nextLink': next }
    const undo = world.fail({ path: '/v1.0/organization', status: 200, body })
    expect((await grace.get('/v1/me')).json()).toMatchObject({ code: 'directory-failed' })
    undo()
  }
  world.fail({ path: '/v1.0/organization', status: 302, headers: { location: `${origin}/` } })
  expect((await grace.get('/v1/me')).json()).toMatchObject({ code: 'directory-failed' })
  expect(visits).toEqual([])
  await new Promise((resolve) => elsewhere.close(resolve))
})

test.each([
  ['down', { status: 500 }, 3_000, 'directory-failed'],
  ['slow', { hang: true }, 500, 'directory-timeout'],
  ['busy', { status: 429, headers: { 'retry-after': '30' } }, 500, 'directory-busy'],
  ['unwilling', { status: 401, body: { error: 'invalid_client' } }, 500, 'directory-refused'],
] as const)('a sign-in service that is %s is told as such', async (_name, fault, ms, code) => {
  await using fresh = await openWorld({ directoryDeadlineMs: ms })
  const visitor = await fresh.enter('grace@adatum.com')
  fresh.fail({ path: '*/oauth2/v2.0/token', ...fault })
  expect((await visitor.get('/v1/me')).json()).toMatchObject({ code })
})

test('no log of all this holds a token, a name or an address', async () => {
  await grace.get(`/v1/organizations/lookup?name=grace@adatum.com`)
  await grace.get(`/v1/me?access_token=${grace.token}`)
  await grace.get(`/o/grace@adatum.com`)
  const log = world.portal.log()
  expect(log.length).toBeGreaterThan(5_000)
  expect(log).not.toMatch(/eyJ|Bearer/)
  expect(log).not.toMatch(/adatum|Adeyemi|Okafor|contoso\.com|Harbour/i)
})
