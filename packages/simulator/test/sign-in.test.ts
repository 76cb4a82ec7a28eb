import { describe, expect, it } from 'vitest'
import { claimsOf, hourMs, minuteMs, portalOrigin, redirectUri, withSimulator } from './world.ts'

const world = withSimulator()
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

function authorizeQuery(change: Record<string, string | undefined> = {}): string {
  const { web, api } = world.simulator.registrations()
  const parameters: Record<string, string | undefined> = {
    client_id: web.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'query',
    scope: `${api.scope} openid profile offline_access`,
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...change,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value)
  return query.toString()
}

async function authorize(change: Record<string, string | undefined> = {}, init?: RequestInit) {
  const { tenantId } = world.organization('contoso')
  return world.send(`/${tenantId}/oauth2/v2.0/authorize?${authorizeQuery(change)}`, init)
}

async function choose(mail: string, slug = 'contoso', change = {}, form = {}) {
  const { tenantId } = world.organization(slug)
  return world.send(`/${tenantId}/login?${authorizeQuery(change)}`, {
    method: 'POST',
    headers: { origin: world.simulator.url },
    body: new URLSearchParams({ mail, ...form }),
  })
}

async function getCode(mail: string): Promise<string> {
  const answer = await choose(mail)
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
}

async function redeem(code: string, change: Record<string, string> = {}, headers = {}) {
  return world.requestToken(
    world.organization('contoso').tenantId,
    {
      grant_type: 'authorization_code',
      client_id: world.simulator.registrations().web.clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      ...change,
    },
    { origin: portalOrigin, ...headers },
  )
}

describe('the account picker', () => {
  it('offers Grace her account, and brings her back with code, state and client_info', async () => {
    const page = await authorize()
    expect(page.status).toBe(200)
    expect(page.text).toContain('grace@adatum.com')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")

    const answer = await choose('grace@adatum.com')
    const location = new URL(answer.headers.get('location') ?? '')
    expect(location.origin + location.pathname).toBe(redirectUri)
    expect(location.searchParams.get('state')).toBe('the-state')
    expect(location.searchParams.get('code')).toBeTruthy()
    expect(location.searchParams.get('client_info')).toBeTruthy()
  })

  it('answers in the fragment when asked to', async () => {
    const answer = await choose('grace@adatum.com', 'contoso', { response_mode: 'fragment' })
    const location = new URL(answer.headers.get('location') ?? '')
    expect(new URLSearchParams(location.hash.slice(1)).get('state')).toBe('the-state')
    expect(location.search).toBe('')
  })

  it('remembers Grace in this browser and asks her nothing the second time', async () => {
    const { cookie } = await world.signIn('contoso', 'grace@adatum.com')
    const again = await authorize({}, { headers: { cookie } })
    expect(again.status).toBe(302)
    const picker = await authorize({ prompt: 'select_account' }, { headers: { cookie } })
    expect(picker.status).toBe(200)
  })

  it('asks Grace when somebody else is signed in and the hint is hers', async () => {
    const { cookie } = await world.signIn('contoso', 'omar@outlook.example')
    const page = await authorize({ login_hint: 'grace@adatum.com' }, { headers: { cookie } })
    expect(page.status).toBe(200)
    expect(page.text).toContain('The account that was asked for')
  })

  it('refuses a form that another site has sent', async () => {
    const { tenantId } = world.organization('contoso')
    const answer = await world.send(`/${tenantId}/login?${authorizeQuery()}`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new URLSearchParams({ mail: 'grace@adatum.com' }),
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('escapes what stands in the address', async () => {
    const page = await authorize({ state: '"><script>alert(1)</script>' })
    expect(page.text).not.toContain('<script>')
    const error = await authorize({ redirect_uri: '<script>alert(1)</script>' })
    expect(error.text).not.toContain('<script>')
    expect(error.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

describe('errors of authorize are pages that do not lead back', () => {
  it.each([
    ['a foreign redirect URI', { redirect_uri: 'https://evil.example/' }, 'AADSTS50011'],
    ['a redirect URI that only begins alike', { redirect_uri: `${redirectUri}x` }, 'AADSTS50011'],
    ['an unknown client', { client_id: 'nobody' }, 'AADSTS700016'],
    ['a missing challenge', { code_challenge: undefined }, 'AADSTS9002325'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'AADSTS50147'],
    ['an implicit flow', { response_type: 'token' }, 'AADSTS700054'],
    ['a scope nobody offers', { scope: 'api://nobody/read' }, 'AADSTS500011'],
  ])('%s', async (_case, change, code) => {
    const page = await authorize(change)
    expect(page.headers.get('location')).toBeNull()
    expect(page.status).toBe(400)
    expect(page.text).toContain(code)
    expect(page.text).toMatch(/Request Id: <code>[0-9a-f-]{36}/)
    expect(page.text).toMatch(/Timestamp: <code>\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ/)
  })

  it('a scope without consent, once Grace has been recognized', async () => {
    const page = await choose('grace@adatum.com', 'contoso', { scope: 'User.Read openid' })
    expect(page.headers.get('location')).toBeNull()
    expect(page.text).toContain('AADSTS65001')
  })

  it('tells Omar that he is no guest at Fabrikam', async () => {
    const page = await choose('omar@outlook.example', 'fabrikam')
    expect(page.status).toBe(400)
    expect(page.headers.get('location')).toBeNull()
    expect(page.text).toContain('AADSTS50020')
    expect(page.text).toContain('omar@outlook.example')
  })

  it('tells Pierre that Woodgrove Bank has blocked him', async () => {
    const page = await choose('pierre@marchand.example', 'woodgrove-bank')
    expect(page.text).toContain('AADSTS50057')
  })

  it('says that Tailspin has not connected the app', async () => {
    const page = await world.send(`/tailspin.com/oauth2/v2.0/authorize?${authorizeQuery()}`)
    expect(page.text).toContain('AADSTS700016')
  })

  it('says that a tenant does not exist', async () => {
    const page = await world.send(`/nowhere.example/oauth2/v2.0/authorize?${authorizeQuery()}`)
    expect(page.text).toContain('AADSTS90002')
  })
})

describe('prompt', () => {
  it('none: answers login_required to a stranger, by redirect', async () => {
    const answer = await authorize({ prompt: 'none' })
    const location = new URL(answer.headers.get('location') ?? '')
    expect(location.searchParams.get('error')).toBe('login_required')
    expect(location.searchParams.get('state')).toBe('the-state')
  })

  it('none: answers a code where Grace is signed in', async () => {
    const { cookie } = await world.signIn('contoso', 'grace@adatum.com')
    const answer = await authorize({ prompt: 'none' }, { headers: { cookie } })
    expect(new URL(answer.headers.get('location') ?? '').searchParams.get('code')).toBeTruthy()
  })

  it('none: sends back that Omar is no guest at Fabrikam', async () => {
    const { cookie } = await world.signIn('contoso', 'omar@outlook.example')
    const { tenantId } = world.organization('fabrikam')
    const answer = await world.send(
      `/${tenantId}/oauth2/v2.0/authorize?${authorizeQuery({ prompt: 'none' })}`,
      { headers: { cookie } },
    )
    const location = new URL(answer.headers.get('location') ?? '')
    expect(location.searchParams.get('error')).toBe('interaction_required')
    expect(location.searchParams.get('error_description')).toContain('AADSTS50020')
  })

  it('any: answers login_required in a frame, even to Grace', async () => {
    const { cookie } = await world.signIn('contoso', 'grace@adatum.com')
    const answer = await authorize({}, { headers: { cookie, 'sec-fetch-dest': 'iframe' } })
    const location = new URL(answer.headers.get('location') ?? '')
    expect(location.searchParams.get('error')).toBe('login_required')
  })

  it('login: asks Sam, who is at home, again', async () => {
    const { cookie } = await world.signIn('contoso', 'sam@contoso.com')
    const page = await authorize({ prompt: 'login' }, { headers: { cookie } })
    expect(page.status).toBe(200)
  })

  it('consent: asks, and Cancel goes back as access_denied', async () => {
    const page = await choose('grace@adatum.com', 'contoso', { prompt: 'consent' })
    expect(page.text).toContain('Permissions requested')
    const cancelled = await choose(
      'grace@adatum.com',
      'contoso',
      { prompt: 'consent' },
      { decline: 'yes' },
    )
    const location = new URL(cancelled.headers.get('location') ?? '')
    expect(location.searchParams.get('error')).toBe('access_denied')
  })
})

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
    expect(claimsOf(signedIn.accessToken)).toMatchObject({ idp: 'mail', name: 'Lena Vogel' })
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
