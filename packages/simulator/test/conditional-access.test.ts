import { describe, expect, it } from 'vitest'
import { clientOf } from './client.ts'
import { byText, claimsOf, list, withSimulator } from './world.ts'

const world = withSimulator()
const client = clientOf(world)
const policies = '/v1.0/identity/conditionalAccess/policies'
const [grace, sam] = ['grace@adatum.com', 'sam@contoso.com']

async function send(method: string, path: string, body?: object, slug = 'contoso') {
  const bearer = await world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.organization(slug).tenantId,
    appid: 'a script',
    roles: ['Policy.Read.All', 'Policy.ReadWrite.ConditionalAccess'],
    exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
  })
  return world.graph(bearer, path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

/** A policy for everybody and everything, with what a test changes about it. */
function policyOf(control: string, users: object, applications: object = {}, more: object = {}) {
  return {
    displayName: 'Story',
    state: 'enabled',
    conditions: {
      users,
      applications: { includeApplications: ['All'], ...applications },
    },
    grantControls: { operator: 'OR', builtInControls: [control] },
    ...more,
  }
}
const create = async (body: object) => {
  const answer = await send('POST', policies, body)
  expect([answer.status, answer.text]).toMatchObject([201, expect.any(String)])
  return String(answer.body['id'])
}
const guests = { includeUsers: ['GuestsOrExternalUsers'] }

describe('a policy that blocks', () => {
  it('guests: Grace ends at a page, her refresh token serves no more, Sam comes in', async () => {
    const { refreshToken } = await world.signIn('contoso', grace)
    await create(policyOf('block', guests))
    await expect(world.signIn('contoso', grace)).rejects.toThrow('AADSTS53003')
    const refused = await world.refresh('contoso', refreshToken)
    expect(refused.body).toMatchObject({ error: 'invalid_grant', error_codes: [53003] })
    expect((await world.signIn('contoso', sam)).accessToken).toBeTruthy()
  })

  it('only while it is enabled', async () => {
    const id = await create(policyOf('block', guests))
    for (const state of ['disabled', 'enabledForReportingButNotEnforced']) {
      expect((await send('PATCH', `${policies}/${id}`, { state })).status).toBe(204)
      expect((await world.signIn('contoso', grace)).accessToken).toBeTruthy()
    }
    await send('PATCH', `${policies}/${id}`, { state: 'enabled' })
    await expect(world.signIn('contoso', grace)).rejects.toThrow('AADSTS53003')
    expect((await send('DELETE', `${policies}/${id}`)).status).toBe(204)
    expect((await world.signIn('contoso', grace)).accessToken).toBeTruthy()
    const effects = (await world.send('/simulator/effects')).text
    for (const what of ['created', 'updated', 'deleted'])
      expect(effects).toContain(`policy-${what}`)
  })

  const external = (guestOrExternalUserTypes: string, members?: string[]) => ({
    includeGuestsOrExternalUsers: {
      guestOrExternalUserTypes,
      externalTenants: members
        ? {
            '@odata.type': '#microsoft.graph.conditionalAccessEnumeratedExternalTenants',
            membershipKind: 'enumerated',
            members,
          }
        : null,
    },
  })
  it.each([
    [
      'guests by type',
      () => external('internalGuest,b2bCollaborationGuest'),
      [grace, 'rosa@adatum.com', 'tom@contoso.com'],
    ],
    ['external members', () => external('b2bCollaborationMember'), ['yuki@adatum.com']],
    ['internal guests', () => external('internalGuest'), ['tom@contoso.com']],
    ['guests of another tenant', () => external('b2bCollaborationGuest', ['x']), []],
    ['one person', () => ({ includeUsers: [world.userId('Grace Adeyemi')] }), [grace]],
    [
      'all but one',
      () => ({ includeUsers: ['All'], excludeUsers: [world.userId('Grace Adeyemi')] }),
      ['yuki@adatum.com', 'tom@contoso.com', sam, 'rosa@adatum.com'],
    ],
    [
      'holders of a role',
      () => ({ includeRoles: ['95e79109-95c0-4d8e-aee3-d01accf2d47b'] }),
      ['rosa@adatum.com'],
    ],
    ['nobody', () => ({ includeUsers: ['None'] }), []],
  ])('%s', async (_name, users, blocked) => {
    await create(policyOf('block', users()))
    const everybody = [grace, 'yuki@adatum.com', 'tom@contoso.com', 'rosa@adatum.com', sam]
    const stopped: string[] = []
    for (const mail of everybody) {
      const page = await client.choose(mail)
      if (page.text.includes('AADSTS53003')) stopped.push(mail)
    }
    expect(stopped.toSorted(byText)).toEqual(blocked.toSorted(byText))
  })

  it('V-23: everything but Foyer’s API, when Foyer’s API is asked for', async () => {
    world.simulator.choose({ excludedResource: 'blocked-all-the-same' })
    const { api } = world.simulator.registrations()
    await create(policyOf('block', guests, { excludeApplications: [api.clientId] }))
    await expect(world.signIn('contoso', grace)).rejects.toThrow('AADSTS53003')
    const alone = await client.choose(grace, 'contoso', { scope: api.scope })
    expect(alone.status).toBe(302)
    world.simulator.choose({ excludedResource: 'let-through' })
    expect((await world.signIn('contoso', grace)).accessToken).toBeTruthy()
    const directory = await client.choose(grace, 'contoso', { scope: 'openid profile' })
    expect(directory.text).toContain('AADSTS53003')
  })
})

describe('a policy that wants', () => {
  it('a second factor asks for it once in a session, and silently answers 50076', async () => {
    const { refreshToken, cookie } = await world.signIn('contoso', grace)
    await create(policyOf('mfa', guests))
    const silent = await world.refresh('contoso', refreshToken)
    expect(silent.body).toMatchObject({ error_codes: [50076], suberror: 'basic_action' })
    const none = await client.authorize({ prompt: 'none' }, { headers: { cookie } })
    expect(none.headers.get('location')).toContain('AADSTS50076')
    const page = await client.choose(grace)
    expect(page.text).toContain('Approve sign-in request')
    const approved = await world.signIn('contoso', grace)
    expect((await world.refresh('contoso', approved.refreshToken)).status).toBe(200)
    const again = await client.authorize({}, { headers: { cookie: approved.cookie } })
    expect(again.status).toBe(302)
  })

  it('a compliant device shuts out every guest, unless a second factor does too', async () => {
    const id = await create(policyOf('compliantDevice', guests))
    await expect(world.signIn('contoso', grace)).rejects.toThrow('AADSTS53000')
    const grantControls = { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] }
    await send('PATCH', `${policies}/${id}`, { grantControls })
    expect((await world.signIn('contoso', grace)).accessToken).toBeTruthy()
    await send('PATCH', `${policies}/${id}`, {
      grantControls: { ...grantControls, operator: 'AND' },
    })
    await expect(world.signIn('contoso', grace)).rejects.toThrow('AADSTS53000')
  })
})

describe('a policy that wants a sign-in every time', () => {
  const sessionControls = { signInFrequency: { isEnabled: true, frequencyInterval: 'everyTime' } }
  const behindContext = {
    conditions: {
      users: guests,
      applications: { includeAuthenticationContextClassReferences: ['c9'] },
    },
    grantControls: null,
    sessionControls,
  }
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c9' } } })
  const signInFor = async (parameters: Record<string, string>) =>
    world.signIn('contoso', grace, { parameters })

  it('behind a context: its token serves for five minutes, and then only a new sign-in does', async () => {
    await create(policyOf('mfa', guests, {}, behindContext))
    const { accessToken, refreshToken } = await signInFor({ claims })
    expect(claimsOf(accessToken)).toMatchObject({ acrs: ['c9'] })
    world.simulator.clock.advance(4 * 60_000)
    expect((await world.refresh('contoso', refreshToken)).status).toBe(200)
    world.simulator.clock.advance(2 * 60_000)
    const late = await world.refresh('contoso', refreshToken)
    expect(late.body).toMatchObject({ error: 'invalid_grant', error_codes: [70043] })
    expect((await signInFor({ claims })).accessToken).toBeTruthy()
  })

  it('leaves whoever asks for nothing of the kind alone', async () => {
    await create(policyOf('mfa', guests, {}, behindContext))
    const { accessToken, refreshToken } = await signInFor({})
    expect(claimsOf(accessToken)).not.toHaveProperty('acrs')
    world.simulator.clock.advance(60 * 60_000)
    expect((await world.refresh('contoso', refreshToken)).status).toBe(200)
  })

  it('is shown as Graph shows it, and refused where it says nothing known', async () => {
    const id = await create(policyOf('mfa', guests, {}, behindContext))
    const { body } = await send('GET', `${policies}/${id}`)
    expect(body).toMatchObject({ sessionControls })
    const wrong = { sessionControls: { signInFrequency: { frequencyInterval: 'sometimes' } } }
    const answer = await send('POST', policies, policyOf('mfa', guests, {}, wrong))
    expect(answer.status).toBe(400)
  })
})

describe('the policies themselves', () => {
  it('are listed: Woodgrove Bank has one behind its authentication context', async () => {
    const [policy] = list((await send('GET', policies, undefined, 'woodgrove-bank')).body)
    expect(policy).toMatchObject({ state: 'enabled', grantControls: { builtInControls: ['mfa'] } })
    const one = await send(
      'GET',
      `${policies}/${String(policy?.['id'])}`,
      undefined,
      'woodgrove-bank',
    )
    expect(one.body).toMatchObject({ displayName: policy?.['displayName'] })
    expect((await send('GET', `${policies}/nowhere`)).status).toBe(404)
  })

  it.each([
    ['no name', { displayName: '' }],
    ['an unknown state', { state: 'on' }],
    ['no applications', { conditions: { users: guests, applications: {} } }],
    [
      'users that are no list',
      {
        conditions: {
          users: { includeUsers: 'All' },
          applications: { includeApplications: ['All'] },
        },
      },
    ],
    ['a control that is not simulated', { grantControls: { builtInControls: ['passwordChange'] } }],
  ])('are refused with %s', async (_name, change) => {
    const answer = await send('POST', policies, { ...policyOf('block', guests), ...change })
    expect([answer.status, answer.body['error']]).toMatchObject([400, { code: 'BadRequest' }])
  })

  it('are not written by the reader', async () => {
    const answer = await world.graph(await world.appToken('contoso', 'reader'), policies, {
      method: 'POST',
    })
    expect(answer.status).toBe(403)
  })
})
