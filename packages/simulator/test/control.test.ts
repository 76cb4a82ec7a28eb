import { describe, expect, it } from 'vitest'
import { dayMs, withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T09:00:00Z') })

async function tell(path: string, body?: object, method = 'POST', headers = {}) {
  return world.send(path, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
  })
}
const organization = async () =>
  world.graph(await world.appToken('contoso', 'reader'), '/v1.0/organization')

describe('the clock', () => {
  it('begins where it was told to, and runs', async () => {
    const { body } = await world.send('/simulator/clock')
    expect(String(body['now'])).toMatch(/^2026-11-23T09:00:/)
  })

  it('jumps, and comes back with a reset', async () => {
    await tell('/simulator/clock', { advanceMs: 3 * dayMs })
    expect(world.simulator.clock.now().toISOString()).toMatch(/^2026-11-26/)
    await tell('/simulator/clock', { set: '2027-01-01T00:00:00Z' })
    expect(world.simulator.clock.now().toISOString()).toMatch(/^2027-01-01/)
    await tell('/simulator/reset')
    expect(world.simulator.clock.now().toISOString()).toMatch(/^2026-11-23/)
  })

  it('refuses what is no time', async () => {
    expect((await tell('/simulator/clock', { set: 'tomorrow' })).status).toBe(400)
    expect((await tell('/simulator/clock', {})).status).toBe(400)
  })

  it('tells its jumps to whoever listens', async () => {
    const ended = new AbortController()
    const reply = await fetch(`${world.simulator.url}/simulator/clock/stream`, {
      signal: ended.signal,
    })
    const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
    const next = async () => JSON.parse((await reader?.read())?.value ?? '{}') as { now: string }
    expect((await next()).now).toMatch(/^2026-11-23/)
    world.simulator.clock.advance(dayMs)
    expect((await next()).now).toMatch(/^2026-11-24/)
    ended.abort()
  })
})

describe('faults', () => {
  it('answer instead, as often as they are told', async () => {
    await tell('/simulator/faults', {
      path: '/v1.0/*',
      status: 429,
      count: 1,
      headers: { 'Retry-After': '1.5' },
    })
    const throttled = await organization()
    expect(throttled.status).toBe(429)
    expect(throttled.headers.get('retry-after')).toBe('1.5')
    expect(throttled.body['error']).toMatchObject({ code: 'TooManyRequests' })
    expect((await organization()).status).toBe(200)
  })

  it('answer with something that is no JSON', async () => {
    world.simulator.faults.add({ path: '/v1.0/*', status: 500, body: '<html>Oops</html>' })
    const answer = await organization()
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.text).toBe('<html>Oops</html>')
  })

  it('concern one organization and one method only', async () => {
    world.simulator.faults.add({ organization: 'fabrikam', path: '/v1.0/*', status: 503 })
    world.simulator.faults.add({ method: 'DELETE', status: 500 })
    expect((await organization()).status).toBe(200)
    const token = await world.appToken('fabrikam', 'reader')
    expect((await world.graph(token, '/v1.0/organization')).status).toBe(503)
  })

  it('take the keys and the tokens of one organization away', async () => {
    const { tenantId } = world.organization('contoso')
    const undo = world.simulator.faults.add({ organization: 'contoso', status: 503 })
    expect((await world.send(`/${tenantId}/discovery/v2.0/keys`)).status).toBe(503)
    expect((await world.requestToken(tenantId, {})).body['error']).toBe('temporarily_unavailable')
    undo()
    expect((await world.send(`/${tenantId}/discovery/v2.0/keys`)).status).toBe(200)
  })

  const removeGrace = async () => {
    const token = await world.toolToken('contoso')
    return world.graph(token, `/v1.0/users/${world.userId('Grace Adeyemi')}`, { method: 'DELETE' })
  }

  it.each([
    ['before', []],
    ['after', ['user-deleted']],
  ] as const)('cut the connection %s the work', async (drop, expected) => {
    world.simulator.faults.add({ method: 'DELETE', drop })
    await expect(removeGrace()).rejects.toThrow('fetch failed')
    const effects = JSON.parse((await world.send('/simulator/effects')).text) as { what: string }[]
    expect(effects.map(({ what }) => what)).toEqual(expected)
  })

  it('never answer, until the caller gives up', async () => {
    world.simulator.faults.add({ path: '/v1.0/organization', hang: true })
    const token = await world.appToken('contoso', 'reader')
    const signal = AbortSignal.timeout(100)
    await expect(world.graph(token, '/v1.0/organization', { signal })).rejects.toThrow('timeout')
  })

  it('answer late', async () => {
    world.simulator.faults.add({ path: '/v1.0/organization', delayMs: 120 })
    const begun = performance.now()
    expect((await organization()).status).toBe(200)
    expect(performance.now() - begun).toBeGreaterThan(100)
  })

  it('happen never at probability 0 and always at 1', async () => {
    world.simulator.faults.add({ path: '/v1.0/*', probability: 0, status: 500 })
    expect((await organization()).status).toBe(200)
    world.simulator.faults.add({ path: '/v1.0/*', probability: 1, status: 500 })
    expect((await organization()).status).toBe(500)
  })

  it('happen by chance in the same way after each reset', async () => {
    const happen = async () => {
      await tell('/simulator/reset')
      world.simulator.faults.add({ path: '/v1.0/*', probability: 0.5, status: 500 })
      const token = await world.appToken('contoso', 'reader')
      const statuses: number[] = []
      for (let round = 0; round < 24; round += 1) {
        statuses.push((await world.graph(token, '/v1.0/organization')).status)
      }
      return statuses
    }
    const first = await happen()
    expect(new Set(first)).toEqual(new Set([200, 500]))
    expect(await happen()).toEqual(first)
  })

  it('are refused when they are misspelt', async () => {
    expect((await tell('/simulator/faults', { stauts: 500 })).status).toBe(400)
    expect((await tell('/simulator/faults', { drop: 'sometimes' })).status).toBe(400)
  })

  it('end', async () => {
    world.simulator.faults.add({ path: '/v1.0/*', status: 500 })
    await tell('/simulator/faults', undefined, 'DELETE')
    expect((await organization()).status).toBe(200)
  })
})

describe('the log of effects', () => {
  it('is read on from where one stopped', async () => {
    const token = await world.toolToken('contoso')
    for (const name of ['Grace Adeyemi', 'Omar Haddad', 'Lena Vogel']) {
      await world.graph(token, `/v1.0/users/${world.userId(name)}`, { method: 'DELETE' })
    }
    const read = async (query: string) =>
      JSON.parse((await world.send(`/simulator/effects${query}`)).text) as {
        sequence: number
        targets: { userId: string }
      }[]
    const [first, ...others] = await read('')
    expect(others).toHaveLength(2)
    expect(await read(`?since=${first?.sequence}`)).toEqual(others)
    expect(await read(`?since=${first?.sequence}&limit=1`)).toEqual(others.slice(0, 1))
    expect(await read(`?since=${others[1]?.sequence}`)).toEqual([])
    expect((await world.send('/simulator/effects?since=yesterday')).status).toBe(400)
  })
})

describe('the door', () => {
  it('counts requests, such as those for keys', async () => {
    const { tenantId } = world.organization('contoso')
    const path = `/${tenantId}/discovery/v2.0/keys`
    await world.send(path)
    await world.send(path)
    const { body } = await world.send('/simulator/requests')
    expect(body['counts']).toContainEqual({ method: 'GET', path, count: 2 })
  })

  it('gives the registrations of connected organizations only', async () => {
    const { body } = await world.send('/simulator/registrations')
    const organizations = body['organizations'] as { slug: string; listed: boolean }[]
    expect(organizations.map(({ slug }) => slug)).toEqual([
      'contoso',
      'fabrikam',
      'woodgrove-bank',
      'northwind',
    ])
  })

  it('is not for other sites', async () => {
    const answer = await tell('/simulator/reset', undefined, 'POST', {
      'sec-fetch-site': 'cross-site',
    })
    expect(answer.status).toBe(403)
  })

  it('refuses a variant that nobody has named', async () => {
    expect((await tell('/simulator/variants', { weather: 'fine' })).status).toBe(400)
    expect((await tell('/simulator/variants', { acct: 'number' })).body['acct']).toBe('number')
  })
})
