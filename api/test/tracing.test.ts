import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { listMyGroups } from '@foyer/contracts/me'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTracing, type Tracing } from '../src/tracing/tracing.ts'
import { idOf } from './support/leaving.ts'
import { openWorld, type World } from './support/world.ts'

interface Told {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[]
  readonly status?: { readonly code?: number }
}

let collector: Server
let tracing: Tracing
let world: World
const received: string[] = []

beforeAll(async () => {
  collector = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push(`${request.url} ${Buffer.concat(parts).toString('utf8')}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const { port } = collector.address() as AddressInfo
  const opened = await openTracing(`http://127.0.0.1:${port}`)
  if (!opened) throw new Error('no tracing')
  tracing = opened
  world = await openWorld({ tracing })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await tracing[Symbol.asyncDispose]()
  collector.close()
})

/** All spans so far; asking for them ends the tracing. */
async function everySpan(): Promise<readonly Told[]> {
  await tracing[Symbol.asyncDispose]()
  return received.flatMap((one) => {
    expect(one).toMatch(/^\/v1\/traces /)
    const body = JSON.parse(one.slice(one.indexOf('{'))) as {
      resourceSpans: { scopeSpans: { spans: Told[] }[] }[]
    }
    return body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
  })
}

const factsOf = ({ attributes }: Told) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

test.each([
  ['undefined', 0],
  ["'http://127.0.0.1:1'", 1],
])('a process whose collector is %s has loaded %i libraries of traces', (endpoint, least) => {
  const file = join(import.meta.dirname, '../src/tracing/tracing.ts')
  const program = `
    import { createRequire } from 'node:module'
    const { openTracing } = await import(${JSON.stringify(file)})
    await openTracing(${endpoint})
    const loaded = Object.keys(createRequire(${JSON.stringify(file)}).cache)
    console.log(loaded.filter((one) => one.includes('opentelemetry')).length)`
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program])
  expect(String(ran.stderr)).toBe('')
  expect(Math.min(1, Number(ran.stdout))).toBe(least)
})

test('a request of Grace leads to what was asked of the store and of the directory, and names her nowhere', async () => {
  const grace = await world.enter('grace@adatum.com')
  world.fail({ path: '/v1.0/organization', count: 1, status: 503 })
  const first = await grace.get('/v1/me?secret=of-the-query')
  const me = await grace.get('/v1/me')
  await grace.call(listMyGroups, {})
  await grace.delete('/v1/me/groups/aaaaaaaa-0000-4000-8000-00000000000a')
  world.fail({ path: '/v1.0/roleManagement/*', status: 500 })
  expect((await grace.get('/v1/me/notes')).statusCode).toBe(502)

  const spans = await everySpan()
  const request = spans.find(
    (one) => factsOf(one)['foyer.request_id'] === me.headers['x-request-id'],
  )
  if (!request) throw new Error('no span of the request')
  expect(request.name).toBe('GET /v1/me')
  expect(factsOf(request)).toEqual({
    'http.request.method': 'GET',
    'http.route': '/v1/me',
    'http.response.status_code': 200,
    'foyer.request_id': me.headers['x-request-id'],
    'foyer.organization_id': world.tenantIdOf('contoso'),
  })
  const under = spans.filter(({ parentSpanId }) => parentSpanId === request.spanId)
  expect(under.map(({ name }) => name).toSorted()).toEqual(
    expect.arrayContaining([
      'directory findPerson',
      'directory getOrganization',
      'store recall me',
    ]),
  )
  expect(new Set(under.map(({ traceId }) => traceId))).toEqual(new Set([request.traceId]))

  const retried = spans.find(
    (one) => one.name === 'directory getOrganization' && factsOf(one)['foyer.attempts'] === 2,
  )
  expect(retried && factsOf(retried)).toEqual({
    'foyer.operation': 'getOrganization',
    'foyer.identity': 'reader',
    'foyer.organization_id': world.tenantIdOf('contoso'),
    'foyer.attempts': 2,
    'http.response.status_code': 200,
  })
  const failed = spans.find((one) => one.name === 'directory holdsRole')
  expect(failed && factsOf(failed)['error.type']).toBe('directory-failed')
  expect(failed?.status?.code).toBe(2)
  expect(spans.map(({ name }) => name)).toContain('DELETE /v1/me/groups/:groupId')

  expect(first.statusCode).toBe(400)
  const everything = received.join('\n')
  for (const secret of [
    String(grace.token),
    idOf(grace),
    'adatum',
    'Grace',
    'of-the-query',
    'aaaaaaaa-0000',
  ]) {
    expect(everything).not.toContain(secret)
  }
})
