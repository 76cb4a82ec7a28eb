import { describe, expect, it } from 'vitest'
import { hourMs, list, portalOrigin, withSimulator } from './world.ts'

const world = withSimulator({ world: 'optimist' })
const path = '/tenants?api-version=2022-12-01'
const scope = 'https://management.azure.com/user_impersonation openid profile offline_access'

async function tenantsOf(slug: string, mail: string) {
  const { accessToken } = await world.signIn(slug, mail, { scope })
  return world.graph(accessToken, path)
}

describe("Resource Manager's list of tenants", () => {
  it('names every organization that knows Grace, but not the one that waits for her', async () => {
    const { status, body, headers } = await tenantsOf('contoso', 'grace@adatum.com')
    expect(status).toBe(200)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(list(body).map((one) => [one['displayName'], one['tenantCategory']])).toEqual([
      ['Contoso', 'ProjectedBy'],
      ['Fabrikam', 'ProjectedBy'],
      ['Woodgrove Bank', 'ProjectedBy'],
      ['Adatum', 'Home'],
      ['Tailspin', 'ProjectedBy'],
    ])
    const { tenantId } = world.organization('contoso')
    expect(list(body)[0]).toMatchObject({
      id: `/tenants/${tenantId}`,
      tenantId,
      countryCode: 'NL',
      defaultDomain: 'contoso.com',
      tenantType: 'AAD',
    })
  })

  it('comes by .default and by a refresh token as well', async () => {
    const { refreshToken } = await world.signIn('contoso', 'grace@adatum.com')
    const answer = await world.requestToken(
      world.organization('contoso').tenantId,
      {
        grant_type: 'refresh_token',
        client_id: world.simulator.registrations().web.clientId,
        refresh_token: refreshToken,
        scope: 'https://management.azure.com/.default',
      },
      { origin: portalOrigin },
    )
    const token = String(answer.body['access_token'])
    expect(list((await world.graph(token, path)).body)).toHaveLength(5)
  })

  it('is empty in a silent world', async () => {
    world.simulator.choose({ resourceManager: 'silent' })
    expect((await tenantsOf('contoso', 'grace@adatum.com')).body).toEqual({ value: [] })
  })

  it('can be asked for by a page of another origin', async () => {
    const answer = await world.send('/tenants', {
      method: 'OPTIONS',
      headers: { origin: portalOrigin, 'access-control-request-headers': 'authorization' },
    })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization')
  })

  it('needs a version, and a token of its own that has not ended', async () => {
    expect((await world.send('/tenants')).body['error']).toMatchObject({
      code: 'MissingApiVersionParameter',
    })
    expect((await world.send('/tenants?api-version=1')).status).toBe(400)
    expect((await world.send(path)).status).toBe(401)
    const forApi = await world.signIn('contoso', 'grace@adatum.com')
    expect((await world.graph(forApi.accessToken, path)).status).toBe(401)
    const own = await world.signIn('contoso', 'grace@adatum.com', { scope })
    world.simulator.clock.advance(2 * hourMs)
    expect((await world.graph(own.accessToken, path)).status).toBe(401)
  })
})
