import { createRemoteJWKSet, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { claimsOf, hourMs, portalOrigin, withSimulator } from './world.ts'

const world = withSimulator()

describe('the access token of the API', () => {
  it('is what Entra sends for Grace, a guest with an Entra home', async () => {
    const { tenantId } = world.organization('contoso')
    const { web, api } = world.simulator.registrations()
    const signedIn = await world.signIn('contoso', 'grace@adatum.com')
    const claims = claimsOf(signedIn.accessToken)
    expect(claims).toMatchObject({
      aud: api.clientId,
      iss: `${world.simulator.authority}/${tenantId}/v2.0`,
      azp: web.clientId,
      azpacr: '0',
      email: 'grace@adatum.com',
      idtyp: 'user',
      name: 'Grace Adeyemi',
      oid: world.userId('Grace Adeyemi'),
      preferred_username: 'grace@adatum.com',
      scp: 'access_as_user',
      tid: tenantId,
      ver: '2.0',
    })
    expect(claims['idp']).toMatch(/^https:\/\/sts\.windows\.net\/[0-9a-f-]{36}\/$/)
    expect(claims['nbf']).toBe(claims['iat'])
    const life = Number(claims['exp']) - Number(claims['iat'])
    expect(life).toBe(signedIn.expiresIn)
    expect(life).toBeGreaterThanOrEqual(hourMs / 1000)
    expect(life).toBeLessThan((1.5 * hourMs) / 1000)
    expect(claims).not.toHaveProperty('upn')
    expect(claims).not.toHaveProperty('nonce')
  })

  it.each([
    ['Omar', 'contoso', 'omar@outlook.example', 'live.com'],
    ['Mei', 'fabrikam', 'mei@gmail.example', 'google.com'],
    ['Pierre', 'fabrikam', 'pierre@marchand.example', 'https://sso.marchand.example/saml'],
  ])('names the home of %s', async (_name, slug, mail, idp) => {
    world.simulator.choose({ idpOfOthers: 'as-recorded', personalAccounts: 'accepted' })
    expect(claimsOf((await world.signIn(slug, mail)).accessToken)['idp']).toBe(idp)
  })

  it.each(['sam@contoso.com', 'tom@contoso.com'])(
    'names no home for %s, who is at home',
    async (mail) => {
      const claims = claimsOf((await world.signIn('contoso', mail)).accessToken)
      expect(claims).not.toHaveProperty('idp')
      expect(claims).not.toHaveProperty('email')
    },
  )

  it('carries the app role of Ada and none of Sam', async () => {
    const ada = claimsOf((await world.signIn('contoso', 'ada@contoso.com')).accessToken)
    const sam = claimsOf((await world.signIn('contoso', 'sam@contoso.com')).accessToken)
    expect(ada['roles']).toEqual(['Operator'])
    expect(sam).not.toHaveProperty('roles')
  })

  it('has another oid and another sub at another organization', async () => {
    const contoso = claimsOf((await world.signIn('contoso', 'grace@adatum.com')).accessToken)
    const fabrikam = claimsOf((await world.signIn('fabrikam', 'grace@adatum.com')).accessToken)
    expect(fabrikam['oid']).not.toBe(contoso['oid'])
    expect(fabrikam['sub']).not.toBe(contoso['sub'])
  })

  it('carries acrs and xms_cc only where they were asked for and can be given', async () => {
    const claims = JSON.stringify({
      access_token: { acrs: { essential: true, value: 'c1' }, xms_cc: { values: ['cp1'] } },
    })
    const bank = await world.signIn('woodgrove-bank', 'grace@adatum.com', {
      parameters: { claims },
    })
    const contoso = await world.signIn('contoso', 'grace@adatum.com', { parameters: { claims } })
    expect(claimsOf(bank.accessToken)).toMatchObject({ acrs: ['c1'], xms_cc: ['cp1'] })
    expect(claimsOf(contoso.accessToken)).not.toHaveProperty('acrs')
  })

  it('verifies with the published keys, by a library that nobody here wrote', async () => {
    const { tenantId } = world.organization('contoso')
    const keys = createRemoteJWKSet(
      new URL(`${world.simulator.url}/${tenantId}/discovery/v2.0/keys`),
    )
    const { accessToken, idToken } = await world.signIn('contoso', 'grace@adatum.com')
    const issuer = `${world.simulator.authority}/${tenantId}/v2.0`
    const { api, web } = world.simulator.registrations()
    await expect(
      jwtVerify(accessToken, keys, { issuer, audience: api.clientId }),
    ).resolves.toBeTruthy()
    const id = await jwtVerify(idToken, keys, { issuer, audience: web.clientId })
    expect(id.payload).not.toHaveProperty('scp')
  })
})

describe('a refresh token', () => {
  it('renews, and its successor ends when it would have ended itself', async () => {
    world.simulator.choose({ refreshTokenLife: '12-hours-saml-24-hours-spa' })
    const { refreshToken } = await world.signIn('contoso', 'grace@adatum.com')
    world.simulator.clock.advance(23 * hourMs)
    const renewed = await world.refresh('contoso', refreshToken)
    expect(renewed.status).toBe(200)
    world.simulator.clock.advance(2 * hourMs)
    const late = await world.refresh('contoso', String(renewed.body['refresh_token']))
    expect(late.body).toMatchObject({ error: 'invalid_grant', error_codes: [700084] })
    expect(late.body['error_description']).toContain('1.00:00:00')
  })

  it('of Pierre, who comes by SAML, ends after 12 hours', async () => {
    world.simulator.choose({ refreshTokenLife: '12-hours-saml-24-hours-spa' })
    const { refreshToken } = await world.signIn('fabrikam', 'pierre@marchand.example')
    world.simulator.clock.advance(11 * hourMs)
    expect((await world.refresh('fabrikam', refreshToken)).status).toBe(200)
    world.simulator.clock.advance(2 * hourMs)
    expect((await world.refresh('fabrikam', refreshToken)).body['error_codes']).toEqual([700084])
  })

  it('of Grace serves every organization where she is a guest', async () => {
    const { refreshToken } = await world.signIn('contoso', 'grace@adatum.com')
    const answer = await world.refresh('fabrikam', refreshToken)
    expect(answer.status).toBe(200)
    expect(claimsOf(String(answer.body['access_token']))['tid']).toBe(
      world.organization('fabrikam').tenantId,
    )
  })

  it('is refused when nobody gave it out', async () => {
    expect((await world.refresh('contoso', 'garbage')).body['error_codes']).toEqual([70000])
  })

  it('serves nobody once Grace has been deleted', async () => {
    world.simulator.choose({ noGuestHere: 'invalid_grant' })
    const { refreshToken } = await world.signIn('contoso', 'grace@adatum.com')
    const token = await world.toolToken('contoso')
    await world.graph(token, `/v1.0/users/${world.userId('Grace Adeyemi')}`, { method: 'DELETE' })
    const answer = await world.refresh('contoso', refreshToken)
    expect(answer.body).toMatchObject({ error: 'invalid_grant', error_codes: [50020] })
  })

  it('answers 700016 at Tailspin, which has not connected the app', async () => {
    const { refreshToken } = await world.signIn('contoso', 'grace@adatum.com')
    const { web } = world.simulator.registrations()
    const answer = await world.requestToken(
      'tailspin.com',
      { grant_type: 'refresh_token', client_id: web.clientId, refresh_token: refreshToken },
      { origin: portalOrigin },
    )
    expect(answer.body).toMatchObject({ error: 'unauthorized_client', error_codes: [700016] })
  })
})

describe('Grace at Northwind', () => {
  it('takes up her invitation on the page that asks her, and is a guest from then on', async () => {
    const signedIn = await world.signIn('northwind', 'grace@adatum.com')
    const oid = String(claimsOf(signedIn.accessToken)['oid'])
    const token = await world.appToken('northwind', 'reader')
    const path = `/v1.0/users/${oid}?$select=externalUserState`
    expect((await world.graph(token, path)).body['externalUserState']).toBe('Accepted')
  })
})
