import { describe, expect, it } from 'vitest'
import { withSimulator } from './world.ts'

const world = withSimulator()

describe('$batch', () => {
  const batch = async (requests: object[], identity: 'reader' | 'grouper' = 'reader') =>
    world.graph(await world.appToken('contoso', identity), '/v1.0/$batch', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests }),
    })
  const get = (id: string, url: string, more = {}) => ({ id, method: 'GET', url, ...more })
  interface Item {
    id: string
    status: number
    headers: Record<string, string>
    body: Record<string, unknown>
  }
  const items = (body: Record<string, unknown>) => body['responses'] as Item[]

  it('answers each request with its own status', async () => {
    const { status, body } = await batch([
      get('1', '/organization'),
      get('2', `users/${world.userId('Grace Adeyemi')}?$select=id`),
      get('3', '/users/nobody'),
    ])
    expect(status).toBe(200)
    expect(items(body).map((item) => [item.id, item.status])).toEqual([
      ['1', 200],
      ['2', 200],
      ['3', 404],
    ])
    expect(items(body)[1]?.headers['x-ms-resource-unit']).toBe('1')
  })

  it('does not do what depends on a failure', async () => {
    const { body } = await batch([
      get('a', '/users/nobody'),
      get('b', '/organization', { dependsOn: ['a'] }),
    ])
    expect(items(body).map((item) => item.status)).toEqual([404, 424])
  })

  it('does what others depend on before them', async () => {
    const { status, body } = await batch([
      get('b', '/organization', { dependsOn: ['A'] }),
      get('a', '/users/nobody'),
      get('c', '/organization', { dependsOn: ['b'] }),
      get('d', '/organization'),
    ])
    expect(status).toBe(200)
    const statuses = new Map(items(body).map((item) => [item.id, item.status]))
    expect(Object.fromEntries(statuses)).toEqual({ a: 404, b: 424, c: 424, d: 200 })
  })

  it('refuses dependencies in a circle or on nothing, and bodies without a type', async () => {
    const circle = [
      get('a', '/organization', { dependsOn: ['b'] }),
      get('b', '/organization', { dependsOn: ['a'] }),
    ]
    expect((await batch(circle)).status).toBe(400)
    expect((await batch([get('a', '/organization', { dependsOn: ['z'] })])).status).toBe(400)
    const write = { id: '1', method: 'POST', url: '/groups/x/members/$ref', body: {} }
    expect((await batch([write])).status).toBe(400)
    const typed = { ...write, headers: { 'Content-Type': 'application/json' } }
    expect((await batch([typed])).status).toBe(200)
  })

  it('fails in part where a fault says so', async () => {
    world.simulator.faults.add({
      within: 'batch',
      path: '/v1.0/organization',
      status: 503,
      count: 1,
    })
    const token = await world.appToken('contoso', 'reader')
    expect((await world.graph(token, '/v1.0/organization')).status).toBe(200)
    const { status, body } = await batch([get('1', '/organization'), get('2', '/organization')])
    expect(status).toBe(200)
    expect(items(body).map((item) => item.status)).toEqual([503, 200])
  })

  it('breaks off as a whole where the connection does at one of its items', async () => {
    const token = await world.appToken('contoso', 'reader')
    const search = "/v1.0/groups?$filter=displayName eq 'Tender 2026'&$select=id"
    const [group] = (await world.graph(token, search)).body['value'] as { id: string }[]
    const members = `/groups/${group?.id}/members`
    const grace = world.userId('Grace Adeyemi')
    const isMember = async () => {
      const { body } = await world.graph(token, `/v1.0${members}?$select=id`)
      return (body['value'] as { id: string }[]).some(({ id }) => id === grace)
    }
    const leaving = { id: '1', method: 'DELETE', url: `${members}/${grace}/$ref` }
    for (const drop of ['before', 'after'] as const) {
      expect(await isMember()).toBe(true)
      const path = `/v1.0${leaving.url}`
      world.simulator.faults.add({ within: 'batch', path, drop, count: 1 })
      const broken = batch([leaving, get('2', '/organization')], 'grouper')
      await expect(broken).rejects.toThrow('fetch failed')
    }
    expect(await isMember()).toBe(false)
  })

  it('refuses more than twenty, and two of one name', async () => {
    const many = Array.from({ length: 21 }, (_, index) => get(String(index), '/organization'))
    expect((await batch(many)).status).toBe(400)
    expect((await batch([get('a', '/organization'), get('A', '/organization')])).status).toBe(400)
    expect((await batch([{ id: '1' }])).status).toBe(400)
  })

  it('lets one item be throttled while the others pass', async () => {
    world.simulator.faults.add({
      path: '/v1.0/users/*',
      status: 429,
      headers: { 'retry-after': '2.128' },
    })
    const { status, body } = await batch([
      get('1', '/organization'),
      get('2', `/users/${world.userId('Grace Adeyemi')}`),
    ])
    expect(status).toBe(200)
    expect(items(body).map((item) => item.status)).toEqual([200, 429])
    expect(items(body)[1]?.headers['Retry-After']).toBe('2.128')
  })
})
