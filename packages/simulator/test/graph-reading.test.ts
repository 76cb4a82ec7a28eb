import { describe, expect, it } from 'vitest'
import { byText, hourMs, list, withSimulator } from './world.ts'

const world = withSimulator()

async function read(path: string, slug = 'contoso', headers: Record<string, string> = {}) {
  return world.graph(await world.appToken(slug, 'reader'), path, { headers })
}
const names = (body: Record<string, unknown>) => list(body).map((one) => one['displayName'])

describe('what the reader sees of Grace', () => {
  it('is the usual eleven properties', async () => {
    const { body } = await read(`/v1.0/users/${world.userId('Grace Adeyemi')}`)
    expect(Object.keys(body).toSorted()).toEqual(
      [
        '@odata.context',
        'businessPhones',
        'displayName',
        'givenName',
        'id',
        'jobTitle',
        'mail',
        'mobilePhone',
        'officeLocation',
        'preferredLanguage',
        'surname',
        'userPrincipalName',
      ].toSorted(),
    )
  })

  it('is what was selected, in whatever case', async () => {
    const path = `/v1.0/users/${world.userId('Grace Adeyemi')}?$select=id,UserType,identities,createdDateTime,isManagementRestricted`
    const { body } = await read(path)
    expect(body).toMatchObject({
      userType: 'Guest',
      createdDateTime: '2024-03-14T09:00:00Z',
      isManagementRestricted: false,
      identities: [
        { signInType: 'federated', issuer: 'ExternalAzureAD', issuerAssignedId: null },
        { signInType: 'userPrincipalName' },
      ],
    })
    expect(body).not.toHaveProperty('displayName')
    expect(body['@odata.context']).toContain(
      '$metadata#users(id,UserType,identities,createdDateTime,isManagementRestricted)/$entity',
    )
  })

  it('can be found by her principal name, its # encoded', async () => {
    const upn = encodeURIComponent('grace_adatum.com#EXT#@contoso.onmicrosoft.com')
    expect((await read(`/v1.0/users/${upn}`)).body['displayName']).toBe('Grace Adeyemi')
  })

  it('are her seven groups, one of them through another', async () => {
    const id = world.userId('Grace Adeyemi')
    const direct = await read(
      `/v1.0/users/${id}/memberOf/microsoft.graph.group?$select=displayName`,
    )
    expect(names(direct.body)).toHaveLength(6)
    const all = await read(`/v1.0/users/${id}/transitiveMemberOf?$select=id,displayName`)
    expect(names(all.body).toSorted(byText)).toEqual([
      'All Partners',
      'Harbour Drawings',
      'Harbour Redevelopment',
      'Harbour Reviewers',
      'Site Access East',
      'Supplier Forum',
      'Tender 2026',
    ])
    expect(list(all.body)[0]?.['@odata.type']).toBe('#microsoft.graph.group')
    const owned = await read(`/v1.0/users/${id}/ownedObjects/microsoft.graph.group`)
    expect(names(owned.body)).toEqual(['Supplier Forum'])
  })

  it('is that Sam vouches for her', async () => {
    const { body } = await read(`/v1.0/users/${world.userId('Grace Adeyemi')}/sponsors`)
    expect(list(body)).toMatchObject([
      {
        '@odata.type': '#microsoft.graph.user',
        displayName: 'Sam Okafor',
        mail: 'sam@contoso.com',
      },
    ])
  })

  it('and for Omar a group does as well', async () => {
    const { body } = await read(`/v1.0/users/${world.userId('Omar Haddad')}/sponsors`)
    expect(list(body).map((one) => one['@odata.type'])).toEqual([
      '#microsoft.graph.user',
      '#microsoft.graph.group',
    ])
  })
})

describe('groups of every kind', () => {
  const groupNamed = async (name: string, person: string, slug = 'contoso') => {
    const { body } = await read(`/v1.0/users/${world.userId(person)}/transitiveMemberOf`, slug)
    return list(body).find((group) => group['displayName'] === name)
  }

  it.each([
    ['Harbour Redevelopment', { groupTypes: ['Unified'], resourceProvisioningOptions: ['Team'] }],
    ['Harbour Drawings', { groupTypes: [], securityEnabled: true, mailEnabled: false }],
    ['All Partners', { membershipRule: '(user.companyName -eq "Adatum")' }],
    ['Site Access East', { onPremisesSyncEnabled: true }],
    ['Tender 2026', { expirationDateTime: '2026-12-18T09:00:00Z' }],
  ])('%s of Grace', async (name, properties) => {
    expect(await groupNamed(name, 'Grace Adeyemi')).toMatchObject(properties)
  })

  it.each([
    ['Contoso Announcements', { mailEnabled: true, securityEnabled: false, groupTypes: [] }],
    ['Site Safety', { mailEnabled: true, securityEnabled: true, groupTypes: [] }],
  ])('%s of Omar', async (name, properties) => {
    expect(await groupNamed(name, 'Omar Haddad')).toMatchObject(properties)
  })

  it('one that carries a role, of Priya', async () => {
    expect(await groupNamed('Report Readers', 'Priya Raman')).toMatchObject({
      isAssignableToRole: true,
    })
  })

  it('one that is protected, of Omar', async () => {
    const group = await groupNamed('Board Papers', 'Omar Haddad')
    const path = `/v1.0/groups/${String(group?.['id'])}?$select=isManagementRestricted`
    expect((await read(path)).body['isManagementRestricted']).toBe(true)
  })

  it('a hidden one is told at Fabrikam, whose reader may know, and not at Contoso', async () => {
    expect(await groupNamed('Quiet Circle', 'Omar Haddad')).toBeUndefined()
    expect(await groupNamed('Wellbeing Circle', 'Mei Tanaka', 'fabrikam')).toMatchObject({
      visibility: 'HiddenMembership',
    })
  })

  it('Supplier Forum has twelve members and one owner', async () => {
    const id = String((await groupNamed('Supplier Forum', 'Grace Adeyemi'))?.['id'])
    const members = await read(`/v1.0/groups/${id}/members?$select=id`)
    expect(list(members.body)).toHaveLength(12)
    expect(names((await read(`/v1.0/groups/${id}/owners`)).body)).toEqual(['Grace Adeyemi'])
  })

  it('Bea is in none', async () => {
    const { body } = await read(`/v1.0/users/${world.userId('Bea Novotna')}/transitiveMemberOf`)
    expect(list(body)).toEqual([])
  })

  it('members of members count once', async () => {
    const id = String((await groupNamed('Harbour Reviewers', 'Grace Adeyemi'))?.['id'])
    expect(names((await read(`/v1.0/groups/${id}/members`)).body)).toEqual(['Harbour Drawings'])
    const all = await read(`/v1.0/groups/${id}/transitiveMembers/microsoft.graph.user`)
    expect(names(all.body).toSorted(byText)).toEqual(['Grace Adeyemi', 'Sam Okafor'])
  })
})

describe('lists', () => {
  it('come in pages whose link carries the whole question', async () => {
    const seen = new Set<unknown>()
    let path = "/v1.0/users?$filter=userType eq 'Guest'&$select=id,userType&$top=50"
    let pages = 0
    while (path) {
      const { status, body } = await read(path)
      expect(status).toBe(200)
      for (const user of list(body)) {
        expect(user['userType']).toBe('Guest')
        seen.add(user['id'])
      }
      const next = body['@odata.nextLink'] as string | undefined
      expect(next ?? `${world.simulator.url}/v1.0/users?`).toContain(
        `${world.simulator.url}/v1.0/users?`,
      )
      path = next ? next.slice(world.simulator.url.length) : ''
      pages += 1
    }
    expect(pages).toBeGreaterThan(2)
    expect(seen.size).toBeGreaterThan(120)
  })

  it('of members lose nobody when somebody leaves between two pages', async () => {
    const grace = world.userId('Grace Adeyemi')
    const groups = await read(`/v1.0/users/${grace}/memberOf`)
    const team = list(groups.body).find((one) => one['displayName'] === 'Harbour Redevelopment')
    const members = `/v1.0/groups/${String(team?.['id'])}/members`
    const everybody = list((await read(`${members}?$select=id`)).body).map(({ id }) => id)
    const first = await read(`${members}?$select=id&$top=5`)
    const grouper = await world.appToken('contoso', 'grouper')
    await world.graph(grouper, `${members}/${String(everybody[2])}/$ref`, { method: 'DELETE' })
    const next = String(first.body['@odata.nextLink']).slice(world.simulator.url.length)
    const rest = await read(next.replace('$top=5', '$top=100'))
    expect(list(rest.body).map(({ id }) => id)).toEqual(everybody.slice(5))
  })

  it('are counted only for whoever accepts that it may be late', async () => {
    const path = `/v1.0/users/${world.userId('Grace Adeyemi')}/memberOf`
    const eventual = { consistencylevel: 'eventual' }
    expect((await read(`${path}?$count=true`)).body).not.toHaveProperty('@odata.count')
    expect((await read(`${path}?$count=true`, 'contoso', eventual)).body['@odata.count']).toBe(6)
    const plain = await read(`${path}/$count`)
    expect(plain.status).toBe(400)
    expect(plain.text).toContain('$count is not currently supported.')
    const counted = await read(`${path}/$count`, 'contoso', eventual)
    expect(counted.text).toBe('6')
    expect(counted.headers.get('content-type')).toContain('text/plain')
  })

  it.each(['0', '1000', 'many'])('refuse a page of %s', async (top) => {
    const answer = await read(`/v1.0/users?$top=${top}`)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(`Invalid page size specified: '${top}'`)
  })

  it('refuse a mark that was not given out', async () => {
    expect((await read('/v1.0/users?$skiptoken=abc')).status).toBe(400)
  })
})

describe('the organization and its policies', () => {
  it('name who answers for privacy', async () => {
    const { body } = await read('/v1.0/organization', 'woodgrove-bank')
    expect(list(body)[0]).toMatchObject({
      displayName: 'Woodgrove Bank',
      privacyProfile: { contactEmail: 'privacy@woodgrovebank.com' },
    })
  })

  it.each([
    ['contoso', '10dae51f-b6af-4016-8d66-8c2a99b929b3'],
    ['northwind', '2af84b1e-32c8-42b7-82bc-daa82404023b'],
  ])('%s says what guests may see', async (slug, role) => {
    const { body } = await read('/v1.0/policies/authorizationPolicy', slug)
    expect(body['guestUserRoleId']).toBe(role)
  })

  it.each([
    ['contoso', true],
    ['fabrikam', true],
    ['woodgrove-bank', false],
  ])('%s says whether guests may leave, in beta only', async (slug, allowed) => {
    const path = 'policies/externalIdentitiesPolicy'
    const { body } = await read(`/beta/${path}`, slug)
    expect(body['allowExternalIdentitiesToLeave']).toBe(allowed)
    expect((await read(`/v1.0/${path}`, slug)).status).toBe(400)
  })
})

describe('whoever may not', () => {
  it.each([
    [undefined, 'Access token is empty.'],
    ['Bearer garbage', 'IDX14100'],
    ['Bearer a.b.c', 'Access token validation failure.'],
  ])('with %s is told so', async (authorization, message) => {
    const answer = await world.send('/v1.0/users', {
      headers: authorization ? { authorization } : {},
    })
    expect(answer.status).toBe(401)
    expect(answer.body['error']).toMatchObject({ code: 'InvalidAuthenticationToken' })
    expect(answer.text).toContain(message)
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  })

  it('with a token that has ended', async () => {
    const token = await world.appToken('contoso', 'reader')
    world.simulator.clock.advance(2 * hourMs)
    const answer = await world.graph(token, '/v1.0/organization')
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Access token has expired.')
  })

  it("with Grace's token for Foyer's API", async () => {
    const { accessToken } = await world.signIn('contoso', 'grace@adatum.com')
    const answer = await world.graph(accessToken, '/v1.0/users')
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Invalid audience.')
  })

  it("with Grace's own token for Graph, which reads nobody", async () => {
    const { accessToken } = await world.signIn('contoso', 'grace@adatum.com', {
      scope: 'openid profile offline_access',
    })
    expect((await world.graph(accessToken, '/v1.0/users')).status).toBe(403)
  })

  it('as mailer reads nobody, in the words of Graph', async () => {
    const answer = await world.graph(await world.appToken('contoso', 'mailer'), '/v1.0/users')
    expect(answer.status).toBe(403)
    const { error } = answer.body as { error: Record<string, unknown> }
    expect(error).toMatchObject({
      code: 'Authorization_RequestDenied',
      message: 'Insufficient privileges to complete the operation.',
    })
    const inner = error['innerError'] as Record<string, string>
    expect(inner['date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    expect(inner['request-id']).toBe(answer.headers.get('request-id'))
  })

  it('as reader of activity lacks AuditLog.Read.All', async () => {
    const path = `/v1.0/users/${world.userId('Grace Adeyemi')}?$select=signInActivity`
    expect((await read(path)).status).toBe(403)
  })

  it('as grouper sees of members only that they are there', async () => {
    const path = `/v1.0/users/${world.userId('Grace Adeyemi')}/memberOf`
    const group = list((await read(path)).body)[0]
    const token = await world.appToken('contoso', 'grouper')
    const { body } = await world.graph(token, `/v1.0/groups/${String(group?.['id'])}/members`)
    expect(list(body)[0]).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      displayName: null,
    })
    expect(list(body)[0]?.['id']).toBeTruthy()
  })
})

describe('Graph speaks of what it does not have', () => {
  it.each([
    ['/v1.0/users/00000000-0000-4000-8000-000000000000', 404, 'Request_ResourceNotFound'],
    ['/v1.0/groups/00000000-0000-4000-8000-000000000000', 404, 'Request_ResourceNotFound'],
    ['/v1.0/nothing/here', 400, 'BadRequest'],
    ['/v1.0/users?$select=shoeSize', 400, 'BadRequest'],
    ["/v1.0/users?$filter=companyName eq 'Adatum'", 400, 'Request_UnsupportedQuery'],
    ['/v1.0/users?$expand=manager', 501, 'NotImplemented'],
  ])('%s', async (path, status, code) => {
    const answer = await read(path)
    expect(answer.status).toBe(status)
    expect(answer.body['error']).toMatchObject({ code })
  })

  it('with 405 for a method, and notes that it is not simulated', async () => {
    const token = await world.appToken('contoso', 'reader')
    const answer = await world.graph(token, '/v1.0/organization', { method: 'DELETE' })
    expect(answer.status).toBe(405)
    await read('/v1.0/planner/tasks')
    const { body } = await world.send('/simulator/requests')
    expect(body['notSimulated']).toEqual([
      'DELETE /v1.0/organization: DELETE /v1.0/organization',
      'GET /v1.0/planner/tasks: GET /v1.0/planner/tasks',
    ])
  })
})

describe('headers', () => {
  it('carry ids, the version of OData and what the request cost', async () => {
    const id = world.userId('Grace Adeyemi')
    const { headers } = await read(`/v1.0/users/${id}/memberOf`, 'contoso', {
      'client-request-id': 'mine',
    })
    expect(headers.get('client-request-id')).toBe('mine')
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('odata-version')).toBe('4.0')
    expect(headers.get('x-ms-resource-unit')).toBe('2')
    const selected = await read(`/v1.0/users/${id}/memberOf?$select=id`)
    expect(selected.headers.get('x-ms-resource-unit')).toBe('1')
  })
})
