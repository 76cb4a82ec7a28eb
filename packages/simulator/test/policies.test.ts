import { describe, expect, it } from 'vitest'
import { list, withSimulator } from './world.ts'

const world = withSimulator()

async function send(method: string, path: string, body?: object, slug = 'contoso') {
  const bearer = await world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.organization(slug).tenantId,
    appid: 'a script',
    roles: [
      'Policy.Read.All',
      'Policy.ReadWrite.Authorization',
      'Policy.ReadWrite.ExternalIdentities',
      'CrossTenantInformation.ReadBasic.All',
      'Domain.Read.All',
    ],
    exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
  })
  return world.graph(bearer, path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

describe('the authorization policy', () => {
  const path = '/v1.0/policies/authorizationPolicy'
  const restricted = '2af84b1e-32c8-42b7-82bc-daa82404023b'

  it('restricts what guests see, and who invites', async () => {
    const change = { guestUserRoleId: restricted, allowInvitesFrom: 'none' }
    expect((await send('PATCH', path, change)).status).toBe(204)
    expect((await send('GET', path)).body).toMatchObject(change)
    expect((await send('GET', path, undefined, 'fabrikam')).body).not.toMatchObject(change)
    world.simulator.reset()
    expect((await send('GET', path)).body).not.toMatchObject(change)
  })

  it.each([
    { guestUserRoleId: 'everything' },
    { allowInvitesFrom: 'friends' },
    { allowInvitesFrom: 'none', colour: 'green' },
  ])('refuses %j, and stays as it was', async (change) => {
    expect((await send('PATCH', path, change)).status).toBe(400)
    const { allowInvitesFrom } = (await send('GET', path)).body
    expect(allowInvitesFrom).toBe('adminsGuestInvitersAndAllMembers')
  })
})

describe('the policy of external identities', () => {
  const path = '/beta/policies/externalIdentitiesPolicy'
  const allow = (allowExternalIdentitiesToLeave: unknown) => ({ allowExternalIdentitiesToLeave })

  it('lets people leave, or not, where privacy information is set', async () => {
    expect((await send('PATCH', path, allow(false))).status).toBe(204)
    expect((await send('GET', path)).body).toMatchObject(allow(false))
    expect((await send('PATCH', path, allow('yes'))).status).toBe(400)
    expect((await send('PATCH', path, allow(true), 'northwind')).status).toBe(400)
    const effects = (await world.send('/simulator/effects')).text
    expect(effects).toContain('policy-updated')
  })

  it('is beta only', async () => {
    expect((await send('GET', path.replace('beta', 'v1.0'))).status).toBe(400)
  })
})

describe('cross-tenant access', () => {
  it('is open by default, and closed to direct connection', async () => {
    const { body } = await send('GET', '/v1.0/policies/crossTenantAccessPolicy/default')
    expect(body).toMatchObject({
      b2bCollaborationInbound: { usersAndGroups: { accessType: 'allowed' } },
      b2bDirectConnectInbound: { usersAndGroups: { accessType: 'blocked' } },
    })
    const whole = await send('GET', '/v1.0/policies/crossTenantAccessPolicy')
    expect(whole.body).toMatchObject({ displayName: 'CrossTenantAccessPolicy' })
  })
})

describe('tenant information', () => {
  const folder = '/v1.0/tenantRelationships'

  it('names Adatum by id and by domain', async () => {
    const byName = await send(
      'GET',
      `${folder}/findTenantInformationByDomainName(domainName='adatum.com')`,
    )
    expect(byName.body).toMatchObject({ displayName: 'Adatum', defaultDomainName: 'adatum.com' })
    const tenantId = String(byName.body['tenantId'])
    const byId = await send(
      'GET',
      `${folder}/findTenantInformationByTenantId(tenantId='${tenantId}')`,
    )
    expect(byId.body).toEqual(byName.body)
  })

  it('does not know nobody, and lists the own domains', async () => {
    const nobody = await send('GET', `${folder}/findTenantInformationByTenantId(tenantId='x')`)
    expect(nobody.status).toBe(404)
    const domains = list((await send('GET', '/v1.0/domains')).body)
    expect(domains).toMatchObject([{ id: 'contoso.com', isDefault: true }, { isInitial: true }])
  })
})
