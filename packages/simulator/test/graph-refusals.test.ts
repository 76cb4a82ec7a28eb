import { describe, expect, it } from 'vitest'
import { hourMs, list, withSimulator } from './world.ts'

const world = withSimulator()

async function read(path: string, slug = 'contoso', headers: Record<string, string> = {}) {
  return world.graph(await world.appToken(slug, 'reader'), path, { headers })
}

describe('whoever may not', () => {
  it.each([
    [undefined, 'Access token is empty.'],
    ['Bearer garbage', 'IDX14100'],
    ['Bearer a.b.c', 'Access token validation failure.'],
  ])('with %s is told so', async (authorization, message) => {
    const answer = await world.send('/v1.0/users', {
      headers: authorization ? { authorization } : {},
    })
    expect(answer.status).toBe(401)
    expect(answer.body['error']).toMatchObject({ code: 'InvalidAuthenticationToken' })
    expect(answer.text).toContain(message)
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  })

  it('with a token that has ended', async () => {
    const token = await world.appToken('contoso', 'reader')
    world.simulator.clock.advance(2 * hourMs)
    const answer = await world.graph(token, '/v1.0/organization')
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Access token has expired.')
  })

  it("with Grace's token for Foyer's API", async () => {
    const { accessToken } = await world.signIn('contoso', 'grace@adatum.com')
    const answer = await world.graph(accessToken, '/v1.0/users')
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Invalid audience.')
  })

  it("with Grace's own token for Graph, which reads nobody", async () => {
    const { accessToken } = await world.signIn('contoso', 'grace@adatum.com', {
      scope: 'openid profile offline_access',
    })
    expect((await world.graph(accessToken, '/v1.0/users')).status).toBe(403)
  })

  it('as mailer reads nobody, in the words of Graph', async () => {
    const answer = await world.graph(await world.appToken('contoso', 'mailer'), '/v1.0/users')
    expect(answer.status).toBe(403)
    const { error } = answer.body as { error: Record<string, unknown> }
    expect(error).toMatchObject({
      code: 'Authorization_RequestDenied',
      message: 'Insufficient privileges to complete the operation.',
    })
    const inner = error['innerError'] as Record<string, string>
    expect(inner['date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    expect(inner['request-id']).toBe(answer.headers.get('request-id'))
  })

  it('as reader of activity lacks AuditLog.Read.All, which Contoso gave its own', async () => {
    const activityOf = (name: string) => `/v1.0/users/${world.userId(name)}?$select=signInActivity`
    expect((await read(activityOf('Pierre Marchand'), 'fabrikam')).status).toBe(403)
    expect((await read(activityOf('Grace Adeyemi'))).status).toBe(200)
  })

  it('as grouper sees of members only that they are there', async () => {
    const path = `/v1.0/users/${world.userId('Grace Adeyemi')}/memberOf`
    const group = list((await read(path)).body)[0]
    const token = await world.appToken('contoso', 'grouper')
    const { body } = await world.graph(token, `/v1.0/groups/${String(group?.['id'])}/members`)
    expect(list(body)[0]).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      displayName: null,
    })
    expect(list(body)[0]?.['id']).toBeTruthy()
  })
})

describe('Graph speaks of what it does not have', () => {
  it.each([
    ['/v1.0/users/00000000-0000-4000-8000-000000000000', 404, 'Request_ResourceNotFound'],
    ['/v1.0/groups/00000000-0000-4000-8000-000000000000', 404, 'Request_ResourceNotFound'],
    ['/v1.0/nothing/here', 400, 'BadRequest'],
    ['/v1.0/users?$select=shoeSize', 400, 'BadRequest'],
    ["/v1.0/users?$filter=companyName eq 'Adatum'", 400, 'Request_UnsupportedQuery'],
    ['/v1.0/users?$apply=aggregate', 501, 'NotImplemented'],
    ['/v1.0/users?$select=skills', 501, 'NotImplemented'],
  ])('%s', async (path, status, code) => {
    const answer = await read(path)
    expect(answer.status).toBe(status)
    expect(answer.body['error']).toMatchObject({ code })
  })

  it('with 405 for a method, and notes that it is not simulated', async () => {
    const token = await world.appToken('contoso', 'reader')
    const answer = await world.graph(token, '/v1.0/organization', { method: 'DELETE' })
    expect(answer.status).toBe(405)
    await read('/v1.0/planner/tasks')
    const { body } = await world.send('/simulator/requests')
    expect(body['notSimulated']).toEqual([
      'DELETE /v1.0/organization: no such method',
      'GET /v1.0/planner/tasks: no such address',
    ])
  })
})

describe('headers', () => {
  it('carry ids, the version of OData and what the request cost', async () => {
    const id = world.userId('Grace Adeyemi')
    const { headers } = await read(`/v1.0/users/${id}/memberOf`, 'contoso', {
      'client-request-id': 'mine',
    })
    expect(headers.get('client-request-id')).toBe('mine')
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('odata-version')).toBe('4.0')
    expect(headers.get('x-ms-resource-unit')).toBe('2')
    const selected = await read(`/v1.0/users/${id}/memberOf?$select=id`)
    expect(selected.headers.get('x-ms-resource-unit')).toBe('1')
  })
})
