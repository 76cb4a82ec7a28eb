import { describe, expect, it } from 'vitest'
import type { Variants } from '../src/variants.ts'
import { claimsOf, dayMs, hourMs, list, minuteMs, portalOrigin, withSimulator } from './world.ts'

const world = withSimulator({ world: 'pessimist' })

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

  it('V-09: what prompt=none says of Pierre, who is blocked', async () => {
    const { cookie } = await world.signIn('fabrikam', 'pierre@marchand.example')
    const { web, api } = world.simulator.registrations()
    const query = new URLSearchParams({
      client_id: web.clientId,
      redirect_uri: `${portalOrigin}/`,
      response_type: 'code',
      scope: api.scope,
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
      prompt: 'none',
    })
    const path = `/${world.organization('woodgrove-bank').tenantId}/oauth2/v2.0/authorize?${query.toString()}`
    const page = await world.send(path, { headers: { cookie } })
    expect([page.status, page.text.includes('AADSTS50057')]).toEqual([400, true])
    world.simulator.choose({ silentErrors: 'returned' })
    const answer = await world.send(path, { headers: { cookie } })
    expect(answer.headers.get('location')).toContain('AADSTS50057')
  })

  it('V-11: Omar, a guest with a personal account, at the door and with a refresh token', async () => {
    const { refreshToken } = await world.signIn('contoso', 'omar@outlook.example')
    world.simulator.choose({ personalAccounts: 'refused' })
    await expect(world.signIn('contoso', 'omar@outlook.example')).rejects.toThrow('AADSTS500200')
    expect((await world.refresh('contoso', refreshToken)).body['error_codes']).toEqual([500200])
    expect((await world.signIn('contoso', 'lena@atelier-vogel.example')).accessToken).toBeTruthy()
  })

  it('V-14: whether memberOf shows a role over a single object', async () => {
    const [noor, grace] = [world.userId('Noor Rahman'), world.userId('Grace Adeyemi')]
    const bearer = await world.simulator.issueToken({
      aud: 'https://graph.microsoft.com',
      tid: world.organization('contoso').tenantId,
      appid: 'a script',
      roles: ['RoleManagement.ReadWrite.Directory'],
      exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 60,
    })
    await world.graph(bearer, '/v1.0/roleManagement/directory/roleAssignments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        principalId: noor,
        roleDefinitionId: '95e79109-95c0-4d8e-aee3-d01accf2d47b',
        directoryScopeId: `/${grace}`,
      }),
    })
    const roles = async () => {
      const path = `/v1.0/users/${noor}/memberOf/microsoft.graph.directoryRole`
      return list((await world.graph(await world.appToken('contoso', 'reader'), path)).body)
    }
    expect(await roles()).toEqual([])
    world.simulator.choose({ rolesInMemberOf: 'every-active' })
    expect(await roles()).toMatchObject([{ displayName: 'Guest Inviter' }])
  })

  it('V-15: Emil, whom synchronization brings again within 40 minutes, or not', async () => {
    const emil = world.userId('Emil Novak')
    const send = async (identity: 'keeper' | 'reader', method: string, path: string) =>
      world.graph(await world.appToken('fabrikam', identity), path, { method })
    const outcome = async (syncedGuestAfterDeletion: Variants['syncedGuestAfterDeletion']) => {
      world.simulator.reset()
      world.simulator.choose({ syncedGuestAfterDeletion })
      await send('keeper', 'DELETE', `/v1.0/users/${emil}`)
      world.simulator.clock.advance(40 * minuteMs)
      const { body } = await send('reader', 'GET', "/v1.0/users?$filter=mail eq 'emil@adatum.com'")
      return list(body).map(({ id }) => (id === emil ? 'the same' : 'another'))
    }
    expect(await outcome('re-created')).toEqual(['another'])
    expect(await outcome('restored')).toEqual(['the same'])
    expect(await outcome('stays-deleted')).toEqual([])
  })

  it('V-15: the new Emil signs in, and is brought a third time', async () => {
    const deleteEmil = async (id: string) =>
      world.graph(await world.appToken('fabrikam', 'keeper'), `/v1.0/users/${id}`, {
        method: 'DELETE',
      })
    await deleteEmil(world.userId('Emil Novak'))
    world.simulator.clock.advance(40 * minuteMs)
    const second = String(
      claimsOf((await world.signIn('fabrikam', 'emil@adatum.com')).accessToken)['oid'],
    )
    expect(second).not.toBe(world.userId('Emil Novak'))
    expect((await deleteEmil(second)).status).toBe(204)
    world.simulator.clock.advance(40 * minuteMs)
    const third = claimsOf((await world.signIn('fabrikam', 'emil@adatum.com')).accessToken)['oid']
    expect([world.userId('Emil Novak'), second]).not.toContain(third)
  })

  it('V-17: the sponsor of a restored guest', async () => {
    const send = async (identity: 'keeper' | 'reader', method: string, path: string) =>
      world.graph(await world.appToken('contoso', identity), path, { method })
    const grace = world.userId('Grace Adeyemi')
    const sponsorsAfter = async () => {
      await send('keeper', 'DELETE', `/v1.0/users/${grace}`)
      await send('keeper', 'POST', `/v1.0/directory/deletedItems/${grace}/restore`)
      return list((await send('reader', 'GET', `/v1.0/users/${grace}/sponsors`)).body)
    }
    world.simulator.choose({ restoreBrings: 'everything' })
    expect(await sponsorsAfter()).toHaveLength(1)
    world.simulator.choose({ restoreBrings: 'groups-only' })
    expect(await sponsorsAfter()).toEqual([])
  })

  it('V-21: the name of the home of Lena', async () => {
    const idp = async () =>
      claimsOf((await world.signIn('contoso', 'lena@atelier-vogel.example')).accessToken)['idp']
    expect(await idp()).toMatch(/^urn:idp:/)
    world.simulator.choose({ idpOfOthers: 'as-recorded' })
    expect(await idp()).toBe('mail')
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
