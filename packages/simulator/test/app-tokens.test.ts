import { ConfidentialClientApplication } from '@azure/msal-node'
import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { claimsOf, graphScope, portalOrigin, withSimulator } from './world.ts'

const world = withSimulator()
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

async function prove(
  change: { claims?: object; form?: Record<string, string>; headers?: object } = {},
) {
  const { tenantId } = world.organization('contoso')
  return world.requestToken(
    tenantId,
    {
      grant_type: 'client_credentials',
      client_id: world.identity('contoso', 'reader').clientId,
      client_assertion_type: assertionType,
      client_assertion: await world.assertion('contoso', 'reader', change.claims),
      scope: graphScope,
      ...change.form,
    },
    { ...change.headers },
  )
}

describe('an app that proves itself by a certificate', () => {
  it('gets a token with the permissions of its tenant, and no scope', async () => {
    const answer = await prove()
    expect(answer.status).toBe(200)
    const claims = claimsOf(String(answer.body['access_token']))
    expect(claims).toMatchObject({
      aud: 'https://graph.microsoft.com',
      appid: world.identity('contoso', 'reader').clientId,
      appidacr: '2',
      idtyp: 'app',
      tid: world.organization('contoso').tenantId,
      roles: [
        'User.Read.All',
        'GroupMember.Read.All',
        'RoleManagement.Read.Directory',
        'Policy.Read.All',
        'Directory.Read.All',
        'AuditLog.Read.All',
        'Policy.Read.B2BManagementPolicy',
      ],
    })
    expect(claims['sub']).toBe(claims['oid'])
    expect(claims).not.toHaveProperty('scp')
  })

  it('is refused when the assertion was used before', async () => {
    const client_assertion = await world.assertion('contoso', 'reader')
    expect((await prove({ form: { client_assertion } })).status).toBe(200)
    const again = await prove({ form: { client_assertion } })
    expect(again.status).toBe(401)
    expect(again.body['error_description']).toContain('The jti was used before')
  })

  it.each([
    ['for another audience', { aud: 'https://evil.example' }, 700023],
    ['for another app', { iss: 'somebody' }, 700021],
    ['that has ended', { exp: 1000 }, 700024],
    ['that has not begun', { nbf: 4_000_000_000, exp: 4_000_000_300 }, 700024],
    ['without an identifier', { jti: undefined }, 700027],
  ])('is refused with an assertion %s', async (_case, claims, code) => {
    const answer = await prove({ claims })
    expect(answer.status).toBe(401)
    expect(answer.body).toMatchObject({ error: 'invalid_client', error_codes: [code] })
  })

  it("is refused with another identity's certificate, and with another organization's", async () => {
    const byGrouper = await prove({
      form: { client_assertion: await world.assertion('contoso', 'grouper') },
    })
    expect(byGrouper.body['error_codes']).toEqual([700027])
    const byFabrikam = await prove({
      form: { client_assertion: await world.assertion('fabrikam', 'reader') },
    })
    expect(byFabrikam.body['error_codes']).toEqual([700027])
  })

  it('is refused when the signature is not of its key', async () => {
    const [header, payload] = (await world.assertion('contoso', 'reader')).split('.')
    const [, , signature] = (await world.assertion('contoso', 'grouper')).split('.')
    const client_assertion = `${header}.${payload}.${signature}`
    expect((await prove({ form: { client_assertion } })).body['error_codes']).toEqual([50013])
  })

  it('is unknown in another tenant', async () => {
    const answer = await world.requestToken(world.organization('fabrikam').tenantId, {
      grant_type: 'client_credentials',
      client_id: world.identity('contoso', 'reader').clientId,
      client_assertion_type: assertionType,
      client_assertion: await world.assertion('contoso', 'reader'),
      scope: graphScope,
    })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: 'unauthorized_client', error_codes: [700016] })
  })

  it('is refused from a browser', async () => {
    const answer = await prove({ headers: { origin: portalOrigin } })
    expect(answer.body['error_codes']).toEqual([9002326])
  })

  it('asks for everything it was granted, and not for single scopes', async () => {
    const answer = await prove({ form: { scope: 'https://graph.microsoft.com/User.Read.All' } })
    expect(answer.body).toMatchObject({ error: 'invalid_scope', error_codes: [70011] })
  })

  it("gets a token without roles for Foyer's own API", async () => {
    const { api } = world.simulator.registrations()
    const answer = await prove({ form: { scope: `api://${api.clientId}/.default` } })
    const claims = claimsOf(String(answer.body['access_token']))
    expect(claims).toMatchObject({ aud: api.clientId, idtyp: 'app', ver: '2.0', azpacr: '2' })
    expect(claims).not.toHaveProperty('roles')
    expect(claims).not.toHaveProperty('scp')
  })
})

describe('an app that proves itself by a secret', () => {
  const ask = async (secret: string, headers = {}) => {
    const { tenantId } = world.organization('contoso')
    const tool = world.simulator.registrations().tools.find((one) => one.tenantId === tenantId)
    return world.requestToken(
      tenantId,
      {
        grant_type: 'client_credentials',
        scope: graphScope,
        client_id: tool?.clientId ?? '',
        ...(secret ? { client_secret: secret } : {}),
      },
      headers,
    )
  }

  it('gets a token that says so', async () => {
    const answer = await ask('not-a-secret-contoso')
    expect(claimsOf(String(answer.body['access_token']))['appidacr']).toBe('1')
  })

  it('is refused with a wrong one and with none', async () => {
    const wrong = await ask('not-a-secret-fabrikam')
    expect(wrong.status).toBe(401)
    expect(wrong.body).toMatchObject({ error: 'invalid_client', error_codes: [7000215] })
    expect((await ask('')).body['error_codes']).toEqual([7000218])
  })
})

describe('the token endpoint', () => {
  it.each([
    ['without a grant type', { client_id: 'x' }, 900144],
    ['with one that it does not have', { grant_type: 'password' }, 70003],
  ])('refuses a request %s', async (_case, form, code) => {
    const { web } = world.simulator.registrations()
    const answer = await world.requestToken(
      world.organization('contoso').tenantId,
      { client_id: web.clientId, ...form },
      { origin: portalOrigin },
    )
    expect(answer.body['error_codes']).toEqual([code])
  })

  it('says that a tenant does not exist, and that common is none', async () => {
    const form = { grant_type: 'client_credentials' }
    expect((await world.requestToken('nowhere.example', form)).body['error_codes']).toEqual([90002])
    expect((await world.requestToken('common', form)).body['error_codes']).toEqual([9001023])
  })

  it('lets a browser ask first', async () => {
    const { tenantId } = world.organization('contoso')
    const answer = await world.send(`/${tenantId}/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: { origin: portalOrigin, 'access-control-request-method': 'POST' },
    })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('@azure/msal-node, a client that nobody here wrote', () => {
  it.each(['thumbprintSha256', 'thumbprint'] as const)(
    'gets a token by a certificate known by its %s',
    async (by) => {
      const { tenantId } = world.organization('contoso')
      const { clientId, pem } = world.identity('contoso', 'reader')
      const { fingerprint, fingerprint256 } = new X509Certificate(pem)
      const thumbprint = (by === 'thumbprint' ? fingerprint : fingerprint256).replaceAll(':', '')
      const { url, authority } = world.simulator
      const discovery = await world.send(`/${tenantId}/v2.0/.well-known/openid-configuration`)
      const client = new ConfidentialClientApplication({
        auth: {
          clientId,
          authority: `${authority}/${tenantId}`,
          knownAuthorities: [new URL(url).host],
          authorityMetadata: discovery.text,
          clientCertificate: { [by]: thumbprint, privateKey: pem, x5c: pem },
        },
      })
      const result = await client.acquireTokenByClientCredential({ scopes: [graphScope] })
      const answer = await world.graph(result?.accessToken ?? '', '/v1.0/organization')
      expect(answer.status).toBe(200)
    },
  )
})
