import { describe, expect, it } from 'vitest'
import { claimsOf, dayMs, hourMs, portalOrigin, withSimulator } from './world.ts'

const world = withSimulator()

function infoOf(clientInfo: string): unknown {
  return JSON.parse(Buffer.from(clientInfo, 'base64url').toString('utf8'))
}

describe('what nobody has documented is a variant', () => {
  it('V-01: a refresh token of Omar at another organization', async () => {
    const { refreshToken } = await world.signIn('contoso', 'omar@outlook.example')
    const code = async () => (await world.refresh('fabrikam', refreshToken)).body['error_codes']
    expect(await code()).toEqual([70000])
    world.simulator.choose({ refreshTokenElsewhere: 'every-account' })
    expect(await code()).toEqual([50020])
  })

  it('V-02: the home that client_info names for Mei', async () => {
    const here = await world.signIn('fabrikam', 'mei@gmail.example')
    expect(infoOf(here.clientInfo)).toEqual({
      uid: world.userId('Mei Tanaka'),
      utid: world.organization('fabrikam').tenantId,
    })
    world.simulator.choose({ clientInfoWithoutEntraHome: 'own' })
    const own = await world.signIn('fabrikam', 'mei@gmail.example')
    expect(infoOf(own.clientInfo)).not.toEqual(infoOf(here.clientInfo))
  })

  it('V-02: is always Adatum for Grace', async () => {
    const contoso = await world.signIn('contoso', 'grace@adatum.com')
    const fabrikam = await world.signIn('fabrikam', 'grace@adatum.com')
    expect(infoOf(contoso.clientInfo)).toEqual(infoOf(fabrikam.clientInfo))
  })

  it('V-03: the error for an account that is no guest', async () => {
    const { refreshToken } = await world.signIn('contoso', 'rosa@adatum.com')
    const error = async () => (await world.refresh('fabrikam', refreshToken)).body
    expect(await error()).toMatchObject({ error: 'invalid_grant', error_codes: [50020] })
    world.simulator.choose({ noGuestHere: 'interaction_required' })
    expect(await error()).toMatchObject({ error: 'interaction_required', error_codes: [50020] })
  })

  it('V-04 and V-05: auth_time absent, stale and fresh after prompt=login', async () => {
    const authTime = async (cookie?: string, parameters?: Record<string, string>) => {
      const more = { ...(cookie ? { cookie } : {}), ...(parameters ? { parameters } : {}) }
      const signedIn = await world.signIn('contoso', 'grace@adatum.com', more)
      return { ...signedIn, at: claimsOf(signedIn.accessToken)['auth_time'] }
    }
    const seconds = () => Math.floor(world.simulator.clock.now().getTime() / 1000)
    const everyKind = <V extends string>(value: V) => ({
      work: value,
      microsoft: value,
      google: value,
      'mail-code': value,
      saml: value,
    })
    expect((await authTime()).at).toBeUndefined()

    world.simulator.choose({ authTime: everyKind('stale') })
    const first = await authTime()
    const begun = Number(first.at)
    world.simulator.clock.advance(hourMs)
    const stale = await authTime(first.cookie, { prompt: 'login' })
    expect(stale.at).toBe(begun)

    world.simulator.choose({ authTime: everyKind('fresh') })
    const fresh = await authTime(first.cookie, { prompt: 'login' })
    expect(seconds() - Number(fresh.at)).toBeLessThan(5)
    const silent = await authTime(first.cookie)
    expect(seconds() - Number(silent.at)).toBeGreaterThan(3000)
  })

  it('V-04: is always fresh for Sam, who is at home', async () => {
    const sam = claimsOf((await world.signIn('contoso', 'sam@contoso.com')).accessToken)
    expect(sam['auth_time']).toBeTypeOf('number')
  })

  it('V-05: prompt=login returns at once, or asks', async () => {
    const { cookie } = await world.signIn('contoso', 'grace@adatum.com')
    const { web, api } = world.simulator.registrations()
    const query = new URLSearchParams({
      client_id: web.clientId,
      redirect_uri: `${portalOrigin}/`,
      response_type: 'code',
      scope: api.scope,
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
      prompt: 'login',
    })
    const path = `/${world.organization('contoso').tenantId}/oauth2/v2.0/authorize?${query.toString()}`
    expect((await world.send(path, { headers: { cookie } })).status).toBe(302)
    world.simulator.choose({ promptLogin: 'asks' })
    expect((await world.send(path, { headers: { cookie } })).status).toBe(200)
  })

  it('V-06: acct', async () => {
    const acct = async () =>
      claimsOf((await world.signIn('contoso', 'grace@adatum.com')).accessToken)['acct']
    expect(await acct()).toBeUndefined()
    world.simulator.choose({ acct: 'number' })
    expect(await acct()).toBe(1)
    world.simulator.choose({ acct: 'string' })
    expect(await acct()).toBe('1')
  })

  it('V-07: the life of a refresh token', async () => {
    world.simulator.choose({ refreshTokenLife: '90-days' })
    const { refreshToken } = await world.signIn('contoso', 'grace@adatum.com')
    world.simulator.clock.advance(30 * dayMs)
    expect((await world.refresh('contoso', refreshToken)).status).toBe(200)
  })

  it('V-22: Grace at Northwind, whose invitation she has not taken up', async () => {
    const { refreshToken } = await world.signIn('contoso', 'grace@adatum.com')
    const answer = async () => (await world.refresh('northwind', refreshToken)).body
    expect(await answer()).toMatchObject({ error: 'invalid_grant', error_codes: [50014] })
    world.simulator.choose({ pendingGuest: '65001' })
    expect(await answer()).toMatchObject({ suberror: 'consent_required', error_codes: [65001] })
    world.simulator.choose({ pendingGuest: 'interaction_required' })
    expect(await answer()).toMatchObject({ error: 'interaction_required' })
  })

  it('and a reset brings back what the world began with', async () => {
    world.simulator.choose({ acct: 'number' })
    world.simulator.reset()
    expect((await world.send('/simulator/variants')).body['acct']).toBe('absent')
  })
})
