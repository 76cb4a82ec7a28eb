import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { list, withSimulator } from './world.ts'

const world = withSimulator()
const now = () => Math.floor(world.simulator.clock.now().getTime() / 1000)

/** An app of Contoso that was granted exactly these permissions. */
async function appWith(...roles: string[]) {
  return world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.organization('contoso').tenantId,
    appid: randomUUID(),
    roles,
    exp: now() + 3600,
  })
}
async function personWith(name: string, ...scopes: string[]) {
  return world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.organization('contoso').tenantId,
    appid: randomUUID(),
    oid: world.userId(name),
    name,
    scp: scopes.join(' '),
    exp: now() + 3600,
  })
}
async function send(token: string, method: string, path: string, body?: unknown) {
  return world.graph(token, `/v1.0${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
}
const pathOf = (name: string) => `/users/${world.userId(name)}`
async function effects() {
  return JSON.parse((await world.send('/simulator/effects')).text) as Record<string, unknown>[]
}

describe('a user is changed', () => {
  it('by whoever holds the permission of each property, all of it or nothing', async () => {
    const blocker = await appWith('User.EnableDisableAccount.All', 'User.Read.All')
    const path = pathOf('Grace Adeyemi')
    expect((await send(blocker, 'PATCH', path, { accountEnabled: false })).status).toBe(204)
    const both = { accountEnabled: true, jobTitle: 'Architect' }
    expect((await send(blocker, 'PATCH', path, both)).status).toBe(403)
    const { body } = await send(blocker, 'GET', `${path}?$select=accountEnabled,jobTitle`)
    expect(body).toMatchObject({ accountEnabled: false })
    expect(body['jobTitle']).not.toBe('Architect')
    expect(await effects()).toMatchObject([
      { what: 'user-updated', properties: ['accountEnabled'] },
    ])
  })

  it.each([
    ['User.EnableDisableAccount.All', { accountEnabled: false }],
    ['User-Mail.ReadWrite.All', { jobTitle: 'Architect' }],
    ['User-Phone.ReadWrite.All', { otherMails: ['grace@home.example'] }],
    ['User.ReadWrite.All', { employeeLeaveDateTime: '2027-01-31T00:00:00Z' }],
  ])('not by %s alone with %o', async (role, body) => {
    expect((await send(await appWith(role), 'PATCH', pathOf('Grace Adeyemi'), body)).status).toBe(
      403,
    )
  })

  it.each([
    [{ createdDateTime: '2020-01-01T00:00:00Z' }, "Property 'createdDateTime' is read-only"],
    [{ displayName: '' }, "Invalid value specified for property 'displayName'"],
    [{ otherMails: 'grace@home.example' }, "property 'otherMails'"],
    [{ userType: 'Visitor' }, "property 'userType'"],
    [{ userPrincipalName: 'grace@elsewhere.example' }, 'verified domain names'],
    [{ userPrincipalName: 'sam@contoso.com' }, 'property userPrincipalName already exists'],
    [{ extension_0_shoeSize: '44' }, 'extension properties are not available'],
    [[], 'StartObject'],
  ])('not to %o', async (body, message) => {
    const token = await appWith('User.ReadWrite.All')
    const answer = await send(token, 'PATCH', pathOf('Grace Adeyemi'), body)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(message)
    expect(await effects()).toEqual([])
  })

  it('found under the new name, and no more under the old', async () => {
    const token = await appWith('User.ReadWrite.All')
    const change = { userPrincipalName: 'sam.okafor@contoso.com' }
    expect((await send(token, 'PATCH', pathOf('Sam Okafor'), change)).status).toBe(204)
    expect((await send(token, 'GET', '/users/sam.okafor@contoso.com')).status).toBe(200)
    expect((await send(token, 'GET', '/users/sam@contoso.com')).status).toBe(404)
  })

  it('in nothing sensitive while holding a role', async () => {
    const token = await appWith('User.ReadWrite.All')
    const path = pathOf('Rosa Lima')
    expect((await send(token, 'PATCH', path, { accountEnabled: false })).status).toBe(403)
    expect((await send(token, 'PATCH', path, { jobTitle: 'Auditor' })).status).toBe(204)
  })

  it('and found by an extension that an app has defined', async () => {
    const { clientId } = world.simulator.registrations().api
    const name = `extension_${clientId.replaceAll('-', '')}_accessEndsOn`
    const token = await appWith('User.ReadWrite.All')
    await send(token, 'PATCH', pathOf('Grace Adeyemi'), { [name]: '2027-03-31' })
    const { body } = await send(
      token,
      'GET',
      `/users?$filter=${name} eq '2027-03-31'&$select=${name}`,
    )
    expect(list(body)).toEqual([{ [name]: '2027-03-31' }])
  })

  it('by herself, in her own profile', async () => {
    const token = await personWith('Noor Rahman', 'User.ReadWrite')
    expect((await send(token, 'PATCH', '/me', { officeLocation: '18/2111' })).status).toBe(204)
    expect((await send(token, 'GET', '/me')).body).toMatchObject({ officeLocation: '18/2111' })
    const app = await send(await appWith('User.ReadWrite.All'), 'GET', '/me')
    expect(app.status).toBeGreaterThanOrEqual(400)
  })
})

describe('a user is made', () => {
  const adele = {
    accountEnabled: true,
    displayName: 'Adele Vance',
    mailNickname: 'AdeleV',
    userPrincipalName: 'AdeleV@contoso.onmicrosoft.com',
    passwordProfile: { forceChangePasswordNextSignIn: true, password: 'xWwvJ]6NMw+bWH-d' },
  }

  it('with what an account needs', async () => {
    const token = await appWith('User.ReadWrite.All')
    const made = await send(token, 'POST', '/users', adele)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ displayName: 'Adele Vance', businessPhones: [] })
    const found = await send(token, 'GET', `/users/${adele.userPrincipalName}?$select=id,userType`)
    expect(found.body).toMatchObject({ id: made.body['id'], userType: 'Member' })
    expect(await effects()).toMatchObject([
      { what: 'user-created', targets: { userId: made.body['id'] } },
    ])
    expect((await send(token, 'POST', '/users', adele)).text).toContain('already exists')
  })

  it.each([
    'accountEnabled',
    'displayName',
    'mailNickname',
    'userPrincipalName',
    'passwordProfile',
  ])('not without %s', async (name) => {
    const { [name as keyof typeof adele]: _, ...rest } = adele
    const answer = await send(await appWith('User.ReadWrite.All'), 'POST', '/users', rest)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(name)
  })
})

describe('a sponsor', () => {
  const refer = (name: string) => ({
    '@odata.id': `https://graph.microsoft.com/v1.0${pathOf(name)}`,
  })

  it('is added once, and taken away', async () => {
    const token = await appWith('User.ReadWrite.All')
    const path = `${pathOf('Grace Adeyemi')}/sponsors`
    expect((await send(token, 'POST', `${path}/$ref`, refer('Noor Rahman'))).status).toBe(204)
    const twice = await send(token, 'POST', `${path}/$ref`, refer('Noor Rahman'))
    expect(twice.text).toContain("properties: 'sponsors'.")
    const vouched = await send(token, 'GET', `${pathOf('Noor Rahman')}/sponsorOf`)
    expect(list(vouched.body)).toMatchObject([{ displayName: 'Grace Adeyemi' }])
    const reference = `${path}/${world.userId('Noor Rahman')}/$ref`
    expect((await send(token, 'DELETE', reference)).status).toBe(204)
    expect((await send(token, 'DELETE', reference)).status).toBe(404)
    expect((await effects()).map(({ what }) => what)).toEqual(['sponsor-added', 'sponsor-removed'])
  })

  it('is one of five at most', async () => {
    const token = await appWith('User.ReadWrite.All')
    const path = `${pathOf('Grace Adeyemi')}/sponsors/$ref`
    const more = ['Noor Rahman', 'Ada Lindqvist', 'Jonas Weber', 'Yuki Sato', 'Tom Becker']
    const statuses: number[] = []
    for (const name of more) statuses.push((await send(token, 'POST', path, refer(name))).status)
    expect(statuses).toEqual([204, 204, 204, 204, 400])
  })

  it('is deleted whole by whoever forgets the $ref', async () => {
    const token = await appWith('User.ReadWrite.All')
    const sponsor = `${pathOf('Grace Adeyemi')}/sponsors/${world.userId('Sam Okafor')}`
    expect((await send(token, 'DELETE', sponsor)).status).toBe(204)
    expect((await send(token, 'GET', pathOf('Sam Okafor'))).status).toBe(404)
  })
})

describe('revoked sessions', () => {
  it.each([
    ['Grace Adeyemi', 'object'],
    ['Noor Rahman', 'string'],
  ])('of %s leave a %s', async (name, type) => {
    const token = await appWith('User.RevokeSessions.All', 'User.Read.All')
    const answer = await send(token, 'POST', `${pathOf(name)}/revokeSignInSessions`)
    expect(answer.body).toMatchObject({ value: true })
    const path = `${pathOf(name)}?$select=signInSessionsValidFromDateTime`
    const { body } = await send(token, 'GET', path)
    expect(typeof body['signInSessionsValidFromDateTime']).toBe(type)
  })
})

describe('sign-in activity', () => {
  it('comes in pages of 120 to whoever may read it', async () => {
    const token = await appWith('User.Read.All', 'AuditLog.Read.All')
    const page = await send(token, 'GET', '/users?$select=id,signInActivity&$top=999')
    expect(list(page.body)).toHaveLength(120)
    expect(page.body['@odata.nextLink']).toBeTruthy()
  })

  it('is filtered alone', async () => {
    const token = await appWith('User.Read.All', 'AuditLog.Read.All')
    const filter = 'signInActivity/lastSuccessfulSignInDateTime le 2026-06-01T00:00:00Z'
    const { body } = await send(token, 'GET', `/users?$filter=${filter}&$select=signInActivity`)
    const seen = list(body).map(
      (user) =>
        (user['signInActivity'] as Record<string, string>)['lastSuccessfulSignInDateTime'] ?? '',
    )
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every((at) => at <= '2026-06-01T00:00:00Z')).toBe(true)
    const joined = await send(token, 'GET', `/users?$filter=${filter} and userType eq 'Guest'`)
    expect(joined.text).toContain("property 'signInActivity' of resource 'User'")
  })
})
