import { describe, expect, it } from 'vitest'
import { clientOf, verifier } from './client.ts'
import { claimsOf, hourMs, minuteMs, portalOrigin, redirectUri, withSimulator } from './world.ts'

const world = withSimulator()
const { authorize, choose, getCode, redeem } = clientOf(world)

describe('a code', () => {
  it('serves once', async () => {
    const code = await getCode('grace@adatum.com')
    const first = await redeem(code)
    expect(first.status).toBe(200)
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const second = await redeem(code)
    expect(second.status).toBe(400)
    expect(second.body).toMatchObject({ error: 'invalid_grant', error_codes: [54005] })
  })

  it.each([
    ['a wrong verifier', { code_verifier: 'x'.repeat(43) }, 50148],
    ['another redirect URI', { redirect_uri: `${redirectUri}other` }, 70000],
    ['no verifier', { code_verifier: '' }, 9002325],
  ])('is refused with %s', async (_case, change, code) => {
    const answer = await redeem(await getCode('grace@adatum.com'), change)
    expect(answer.status).toBe(400)
    expect(answer.body['error_codes']).toEqual([code])
  })

  it('is refused at another tenant', async () => {
    const code = await getCode('grace@adatum.com')
    const answer = await world.requestToken(
      world.organization('fabrikam').tenantId,
      {
        grant_type: 'authorization_code',
        client_id: world.simulator.registrations().web.clientId,
        redirect_uri: redirectUri,
        code,
        code_verifier: verifier,
      },
      { origin: portalOrigin },
    )
    expect(answer.body).toMatchObject({ error: 'invalid_grant', error_codes: [70000] })
  })

  it('ends after a minute', async () => {
    const code = await getCode('grace@adatum.com')
    world.simulator.clock.advance(minuteMs + 1000)
    expect((await redeem(code)).body['error_codes']).toEqual([70008])
  })

  it('of a single-page app is redeemed from its own origin only', async () => {
    const code = await getCode('grace@adatum.com')
    const foreign = await redeem(code, {}, { origin: 'https://evil.example' })
    expect(foreign.body['error_codes']).toEqual([9002326])
    const form = { grant_type: 'authorization_code', code, code_verifier: verifier }
    const without = await world.requestToken(world.organization('contoso').tenantId, {
      ...form,
      client_id: world.simulator.registrations().web.clientId,
      redirect_uri: redirectUri,
    })
    expect(without.body['error_codes']).toEqual([9002327])
  })

  it('and its error carry ids and times that a help desk asks for', async () => {
    const { body } = await redeem('nothing')
    expect(body['error_description']).toMatch(
      /^AADSTS70000: .*\r\nTrace ID: .*\r\nCorrelation ID: .*\r\nTimestamp: /,
    )
    expect(body['timestamp']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/)
  })
})

describe('Lena, who signs in by a code to her mailbox', () => {
  it('types the code that arrives', async () => {
    const signedIn = await world.signIn('contoso', 'lena@atelier-vogel.example')
    expect(claimsOf(signedIn.accessToken)).toMatchObject({
      name: 'Lena Vogel',
      preferred_username: 'lena@atelier-vogel.example',
    })
  })

  it('is told that a code is wrong, and after five tries that it is over', async () => {
    const first = await choose('lena@atelier-vogel.example')
    expect(first.text).toContain('name="code"')
    for (const expected of ['not the code', 'not the code', 'not the code', 'not the code']) {
      const page = await choose('lena@atelier-vogel.example', 'contoso', {}, { code: '00000000' })
      expect(page.text).toContain(expected)
    }
    const last = await choose('lena@atelier-vogel.example', 'contoso', {}, { code: '00000000' })
    expect(last.text).toContain('works no more')
  })

  it('is asked for a new one after half an hour', async () => {
    await choose('lena@atelier-vogel.example')
    const mails = (await world.send('/simulator/mails')).text
    const code = /\d{8}/.exec(mails)?.[0] ?? ''
    world.simulator.clock.advance(31 * minuteMs)
    const page = await choose('lena@atelier-vogel.example', 'contoso', {}, { code })
    expect(page.text).toContain('works no more')
  })

  it('signs in anew after a day, when a Microsoft account still need not', async () => {
    const lena = await world.signIn('contoso', 'lena@atelier-vogel.example')
    const grace = await world.signIn('contoso', 'grace@adatum.com')
    world.simulator.clock.advance(25 * hourMs)
    const forLena = await authorize({}, { headers: { cookie: lena.cookie } })
    const forGrace = await authorize({}, { headers: { cookie: grace.cookie } })
    expect([forLena.status, forGrace.status]).toEqual([200, 302])
  })
})

describe('signing out', () => {
  it('ends the session and leads back where the client has registered', async () => {
    const { cookie } = await world.signIn('contoso', 'grace@adatum.com')
    const { tenantId } = world.organization('contoso')
    const to = encodeURIComponent(redirectUri)
    const out = await world.send(
      `/${tenantId}/oauth2/v2.0/logout?post_logout_redirect_uri=${to}&state=s`,
      { headers: { cookie } },
    )
    expect(out.headers.get('location')).toBe(`${redirectUri}?state=s`)
    expect((await authorize({}, { headers: { cookie } })).status).toBe(200)
  })

  it('shows a page instead of leading anywhere else', async () => {
    const { tenantId } = world.organization('contoso')
    const path = `/${tenantId}/oauth2/v2.0/logout?post_logout_redirect_uri=https%3A%2F%2Fevil.example`
    const out = await world.send(path)
    expect(out.headers.get('location')).toBeNull()
    expect(out.text).toContain('Nobody was signed in here')
  })
})
