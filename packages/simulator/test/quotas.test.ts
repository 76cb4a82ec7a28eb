import { describe, expect, it } from 'vitest'
import { withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T09:00:00Z') })
const choose = async (body: unknown) =>
  world.send('/simulator/quotas', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const organization = async (token: string) => world.graph(token, '/v1.0/organization')

describe('quotas', () => {
  it('are off until somebody asks for them', async () => {
    const token = await world.appToken('contoso', 'reader')
    for (let round = 0; round < 30; round += 1) {
      const { status, headers } = await organization(token)
      expect(status).toBe(200)
      expect(headers.get('x-ms-throttle-limit-percentage')).toBeNull()
    }
  })

  it('warn near the limit, refuse above it, and say how long', async () => {
    await choose({ resourceUnits: 10 })
    const token = await world.appToken('contoso', 'reader')
    const shares: (string | null)[] = []
    let refused = await organization(token)
    // The clock runs on between two requests, so that their number is not quite certain.
    while (refused.status === 200 && shares.length < 1000) {
      shares.push(refused.headers.get('x-ms-throttle-limit-percentage'))
      refused = await organization(token)
    }
    expect(refused.status).toBe(429)
    expect(shares.length).toBeGreaterThanOrEqual(10)
    expect(shares.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => null))
    expect(Number(shares.at(-1))).toBeGreaterThan(0.8)
    expect(refused.body['error']).toMatchObject({
      code: 'TooManyRequests',
      message: 'Please retry again later.',
      innerError: { code: '429', message: 'Please retry after', status: '429' },
    })
    const { clientId } = world.identity('contoso', 'reader')
    const { tenantId } = world.organization('contoso')
    expect(refused.headers.get('x-ms-throttle-scope')).toBe(
      `Tenant_Application/ReadWrite/${clientId}/${tenantId}`,
    )
    expect(refused.headers.get('x-ms-throttle-information')).toBe('ResourceUnitLimitExceeded')
    const retryAfter = refused.headers.get('retry-after') ?? ''
    expect(retryAfter).toMatch(/^\d+\.\d{3}$/)
    world.simulator.clock.advance(Number(retryAfter) * 1000)
    expect((await organization(token)).status).toBe(200)
  })

  it('are of each app in each organization', async () => {
    await choose({ resourceUnits: 1 })
    const token = await world.appToken('contoso', 'reader')
    await organization(token)
    expect((await organization(token)).status).toBe(429)
    const others = [await world.appToken('fabrikam', 'reader'), await world.toolToken('contoso')]
    for (const other of others) expect((await organization(other)).status).toBe(200)
  })

  it('count dear requests for more', async () => {
    await choose({ resourceUnits: 2 })
    const token = await world.appToken('contoso', 'reader')
    expect((await world.graph(token, '/v1.0/users')).headers.get('x-ms-resource-unit')).toBe('2')
    expect((await world.graph(token, '/v1.0/users')).status).toBe(429)
  })

  it('count writes by themselves', async () => {
    await choose({ writes: 1 })
    const token = await world.toolToken('contoso')
    const remove = async (name: string) =>
      world.graph(token, `/v1.0/users/${world.userId(name)}`, { method: 'DELETE' })
    expect((await remove('Grace Adeyemi')).status).toBe(204)
    const refused = await remove('Omar Haddad')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('x-ms-throttle-information')).toBe('WriteLimitExceeded')
    expect((await organization(token)).status).toBe(200)
    const omar = await world.graph(token, `/v1.0/users/${world.userId('Omar Haddad')}`)
    expect(omar.status).toBe(200)
  })

  it('of the logs are their own: five requests in ten seconds', async () => {
    await choose({ resourceUnits: 1 })
    const token = await world.simulator.issueToken({
      aud: 'https://graph.microsoft.com',
      tid: world.organization('contoso').tenantId,
      appid: 'a script',
      roles: ['AuditLog.Read.All', 'User.Read.All'],
      exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
    })
    const audits = async () => world.graph(token, '/v1.0/auditLogs/directoryAudits?$top=1')
    const statuses: number[] = []
    let last = await audits()
    while (last.status === 200 && statuses.length < 1000) {
      statuses.push(last.status)
      last = await audits()
    }
    // The clock runs on between two requests, so that their number is not quite certain.
    expect(statuses.length).toBeGreaterThanOrEqual(5)
    expect(last.headers.get('x-ms-throttle-information')).toBeNull()
    expect((await organization(token)).status).toBe(200)
    world.simulator.clock.advance(Number(last.headers.get('retry-after')) * 1000)
    expect((await audits()).status).toBe(200)

    await choose({ reports: 1 })
    await audits()
    expect((await world.graph(token, '/v1.0/auditLogs/signIns?$top=1')).status).toBe(429)
  })

  it('refuse single items of a batch, inside a 200', async () => {
    await choose({ resourceUnits: 2 })
    const token = await world.appToken('contoso', 'reader')
    const requests = ['1', '2', '3'].map((id) => ({ id, method: 'GET', url: '/organization' }))
    const { status, body } = await world.graph(token, '/v1.0/$batch', {
      method: 'POST',
      body: JSON.stringify({ requests }),
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(200)
    const items = body['responses'] as { status: number; headers: Record<string, string> }[]
    expect(items.map((item) => item.status)).toEqual([200, 200, 429])
    expect(Number(items[2]?.headers['Retry-After'])).toBeGreaterThan(0)
  })

  it('end with a word, and with a reset', async () => {
    const token = await world.appToken('contoso', 'reader')
    await choose({ resourceUnits: 1 })
    await organization(token)
    expect((await organization(token)).status).toBe(429)
    await choose('off')
    expect((await organization(token)).status).toBe(200)
  })

  it('that make no sense are refused', async () => {
    expect((await choose({ resourceUnits: 0 })).status).toBe(400)
    expect((await choose({ reads: 5 })).status).toBe(400)
  })
})
