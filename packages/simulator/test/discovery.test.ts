import { describe, expect, it } from 'vitest'
import { graphScope, withSimulator } from './world.ts'

const world = withSimulator()
const document = async (tenant: string) =>
  world.send(`/${tenant}/v2.0/.well-known/openid-configuration`)

describe('discovery', () => {
  it('of a tenant, by id and by domain, names its own issuer', async () => {
    const { tenantId } = world.organization('contoso')
    const { url, authority } = world.simulator
    for (const name of [tenantId, 'contoso.com']) {
      const { status, body, headers } = await document(name)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        issuer: `${authority}/${tenantId}/v2.0`,
        token_endpoint: `${url}/${name}/oauth2/v2.0/token`,
        jwks_uri: `${url}/${name}/discovery/v2.0/keys`,
        subject_types_supported: ['pairwise'],
      })
      expect(headers.get('access-control-allow-origin')).toBe('*')
    }
  })

  it.each(['common', 'organizations'])('of %s has an issuer to fill in', async (name) => {
    expect((await document(name)).body['issuer']).toBe(
      `${world.simulator.authority}/{tenantid}/v2.0`,
    )
  })

  it('of consumers names the tenant of personal accounts', async () => {
    expect((await document('consumers')).body['issuer']).toContain(
      '9188040d-6c67-4c5b-b112-36a304b66dad',
    )
  })

  it('of a tenant that does not exist is 400 invalid_tenant', async () => {
    const { status, body } = await document('nowhere.example')
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] })
  })

  it('of the instance knows this host only', async () => {
    const { authority } = world.simulator
    const path = (host: string) =>
      `/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(`${host}/common/oauth2/v2.0/authorize`)}`
    const known = await world.send(path(authority))
    expect(known.body['metadata']).toMatchObject([{ preferred_network: new URL(authority).host }])
    const unknown = await world.send(path('https://evil.example'))
    expect(unknown.body).toMatchObject({ error: 'invalid_instance', error_codes: [50049] })
  })
})

describe('the keys', () => {
  const keys = async () => {
    const { tenantId } = world.organization('contoso')
    const { body } = await world.send(`/${tenantId}/discovery/v2.0/keys`)
    return body['keys'] as Record<string, string>[]
  }
  const change = async (body: object) =>
    world.send('/simulator/keys', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('say for whom they sign, with a certificate', async () => {
    const [key] = await keys()
    expect(key).toMatchObject({
      kty: 'RSA',
      use: 'sig',
      issuer: `${world.simulator.authority}/{tenantid}/v2.0`,
    })
    expect(key?.['x5c']).toHaveLength(1)
    expect(key?.['kid']).toBe(key?.['x5t'])
  })

  it('are rotated: the old one stays until it is withdrawn', async () => {
    const before = (await keys()).map(({ kid }) => kid)
    const token = await world.appToken('contoso', 'reader')
    await change({ rotate: true })
    const during = (await keys()).map(({ kid }) => kid)
    expect(during).toHaveLength(before.length + 1)
    expect(during).toEqual(expect.arrayContaining(before))
    expect((await world.graph(token, '/v1.0/organization')).status).toBe(200)

    await change({ rotate: true, withdrawOld: true })
    const after = (await keys()).map(({ kid }) => kid)
    expect(after).toHaveLength(1)
    expect(during).not.toEqual(expect.arrayContaining(after))
    expect((await world.graph(token, '/v1.0/organization')).status).toBe(401)
  })

  it('can hold an entry that a test has published', async () => {
    await change({ publish: { kid: 'odd', kty: 'EC', use: 'enc' } })
    expect(await keys()).toEqual(expect.arrayContaining([{ kid: 'odd', kty: 'EC', use: 'enc' }]))
  })

  it('sign what the control door is given, for tests of who must refuse it', async () => {
    const { body } = await world.send('/simulator/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        claims: { aud: graphScope, tid: 'nobody' },
        header: { typ: 'at+jwt' },
      }),
    })
    const [header] = String(body['token']).split('.')
    expect(Buffer.from(header ?? '', 'base64url').toString()).toContain('at+jwt')
  })
})
