import { describe, expect, it } from 'vitest'
import { byText, list, withSimulator } from './world.ts'

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
      '$metadata#users(id,userType,identities,createdDateTime,isManagementRestricted)/$entity',
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

  it('Harbour Drawings is in Harbour Reviewers', async () => {
    const id = String((await groupNamed('Harbour Drawings', 'Grace Adeyemi'))?.['id'])
    const { body } = await read(`/v1.0/groups/${id}/memberOf`)
    expect(names(body)).toEqual(['Harbour Reviewers'])
  })

  it('members of members count once', async () => {
    const id = String((await groupNamed('Harbour Reviewers', 'Grace Adeyemi'))?.['id'])
    expect(names((await read(`/v1.0/groups/${id}/members`)).body)).toEqual(['Harbour Drawings'])
    const all = await read(`/v1.0/groups/${id}/transitiveMembers/microsoft.graph.user`)
    expect(names(all.body).toSorted(byText)).toEqual(['Grace Adeyemi', 'Sam Okafor'])
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
