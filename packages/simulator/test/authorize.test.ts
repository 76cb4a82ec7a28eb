import { describe, expect, it } from 'vitest'
import { clientOf } from './client.ts'
import { redirectUri, withSimulator } from './world.ts'

const world = withSimulator()
const { authorizeQuery, authorize, choose } = clientOf(world)

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
    world.simulator.choose({ personalAccounts: 'accepted' })
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

  it('none: sends back that Omar is no guest at Fabrikam, in a kind world (V-09)', async () => {
    world.simulator.choose({ silentErrors: 'returned', personalAccounts: 'accepted' })
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
