import { describe, expect, it } from 'vitest'
import { byText, list, withSimulator } from './world.ts'

const world = withSimulator()
const assignments = '/v1.0/roleManagement/directory/roleAssignments'
const guestInviter = '95e79109-95c0-4d8e-aee3-d01accf2d47b'
const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1'

async function read(path: string, headers = {}) {
  return world.graph(await world.appToken('contoso', 'reader'), path, { headers })
}

/** An app with these permissions at Contoso, or a person with these scopes. */
async function token(claims: Record<string, unknown>): Promise<string> {
  return world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.organization('contoso').tenantId,
    appid: 'a script',
    exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
    ...claims,
  })
}
const administrator = async () =>
  token({ roles: ['RoleManagement.ReadWrite.Directory', 'AdministrativeUnit.ReadWrite.All'] })
const personToken = async (name: string, scp: string) =>
  token({ oid: world.userId(name), name, scp })

async function send(bearer: string, method: string, path: string, body?: object) {
  return world.graph(bearer, path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}
const assign = async (principalId: string, roleDefinitionId: string, directoryScopeId = '/') =>
  send(await administrator(), 'POST', assignments, {
    '@odata.type': '#microsoft.graph.unifiedRoleAssignment',
    principalId,
    roleDefinitionId,
    directoryScopeId,
  })

describe('role assignments', () => {
  it('name Rosa, and the group that Priya has a role through', async () => {
    const rosa = await read(`${assignments}?$filter=principalId eq '${world.userId('Rosa Lima')}'`)
    expect(list(rosa.body)).toMatchObject([
      { principalId: world.userId('Rosa Lima'), directoryScopeId: '/' },
    ])
    const priya = world.userId('Priya Raman')
    const direct = await read(`${assignments}?$filter=principalId eq '${priya}'`)
    expect(list(direct.body)).toEqual([])
    const transitive = await read(
      `/beta/roleManagement/directory/transitiveRoleAssignments?$count=true&$filter=principalId eq '${priya}'`,
      { consistencylevel: 'eventual' },
    )
    expect(list(transitive.body)).toMatchObject([{ principalId: priya }])
  })

  it.each([
    'roleAssignments',
    'roleAssignmentSchedules',
    'roleAssignmentScheduleInstances',
    'roleEligibilitySchedules',
    'roleEligibilityScheduleInstances',
  ])('%s show together with each who holds which role', async (set) => {
    const path = `/v1.0/roleManagement/directory/${set}?$expand=`
    const everything = list((await read(`${path}principal($select=displayName)`)).body)
    const who = set.includes('Eligibility') ? 'Hugo Silva' : 'Rosa Lima'
    const one = everything.find(({ principalId }) => principalId === world.userId(who))
    expect(one?.['principal']).toEqual({
      '@odata.type': '#microsoft.graph.user',
      displayName: who,
    })
    const [role] = list((await read(`${path}roleDefinition&$select=id`)).body)
    expect(role).toMatchObject({ roleDefinition: { isBuiltIn: true } })
    expect(Object.keys(role ?? {}).toSorted(byText)).toEqual(['id', 'roleDefinition'])
    expect((await read(`${path}colour`)).status).toBe(400)
  })

  it('show the part of the directory that they are about', async () => {
    const grace = world.userId('Grace Adeyemi')
    await assign(world.userId('Noor Rahman'), guestInviter, `/${grace}`)
    const { body } = await read(`${assignments}?$expand=directoryScope`)
    const scopes = list(body).map(({ directoryScope }) => directoryScope)
    expect(scopes).toContainEqual(expect.objectContaining({ id: grace }))
    expect(scopes).toContain(null)
    const one = list(body).find(({ directoryScopeId }) => directoryScopeId === '/')
    const alone = await read(`${assignments}/${String(one?.['id'])}?$expand=principal`)
    expect(alone.body['principal']).toMatchObject({ id: one?.['principalId'] })
  })

  it('are made at any scope, shown, and taken away', async () => {
    const scopes = ['/', `/${world.userId('Grace Adeyemi')}`]
    for (const scope of scopes) {
      const made = await assign(world.userId('Noor Rahman'), userAdministrator, scope)
      expect(made.status).toBe(201)
      expect(made.body).toMatchObject({ directoryScopeId: scope })
      const path = `${assignments}/${String(made.body['id'])}`
      expect((await read(path)).body).toMatchObject({ roleDefinitionId: userAdministrator })
      expect((await send(await administrator(), 'DELETE', path)).status).toBe(204)
      expect((await read(path)).status).toBe(404)
    }
    const effects = (await world.send('/simulator/effects')).text
    expect(effects).toContain('role-assignment-created')
    expect(effects).toContain('role-assignment-deleted')
  })

  it.each([
    ['nobody', { principalId: '7c0a4e4e-0000-4000-8000-000000000000' }, 404],
    ['an unknown role', { roleDefinitionId: '7c0a4e4e-0000-4000-8000-000000000000' }, 404],
    ['an unknown unit', { directoryScopeId: '/administrativeUnits/nowhere' }, 404],
    ['a scope that is none', { directoryScopeId: 'everywhere' }, 404],
    ['no principal', { principalId: '' }, 400],
    ['a number for a role', { roleDefinitionId: 7 }, 400],
  ])('are refused for %s', async (_name, change, status) => {
    const body = {
      principalId: world.userId('Noor Rahman'),
      roleDefinitionId: guestInviter,
      directoryScopeId: '/',
      ...change,
    }
    const answer = await send(await administrator(), 'POST', assignments, body)
    expect(answer.status).toBe(status)
  })

  it('are refused twice, to whoever may not, and to a group that takes none', async () => {
    expect((await assign(world.userId('Rosa Lima'), guestInviter)).status).toBe(400)
    const groups = list((await read(`/v1.0/users/${world.userId('Omar Haddad')}/memberOf`)).body)
    const quality = groups.find((group) => group['displayName'] === 'Supplier Quality')
    expect((await assign(String(quality?.['id']), guestInviter)).text).toContain(
      'isAssignableToRole',
    )
    const reader = await world.appToken('contoso', 'reader')
    expect((await send(reader, 'POST', assignments, {})).status).toBe(403)
  })

  it('are not filtered by what cannot be', async () => {
    const answer = await read(`${assignments}?$filter=appScopeId eq '/'`)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain("Could not find a property named 'appScopeId'")
  })
})

describe('eligibilities and schedules', () => {
  it.each(['roleEligibilitySchedules', 'roleEligibilityScheduleInstances'])(
    '%s name Hugo, who may take up a role',
    async (set) => {
      const hugo = world.userId('Hugo Silva')
      const path = `/v1.0/roleManagement/directory/${set}?$filter=principalId eq '${hugo}'`
      expect(list((await read(path)).body)).toMatchObject([{ roleDefinitionId: guestInviter }])
    },
  )

  it.each(['roleAssignmentSchedules', 'roleAssignmentScheduleInstances'])(
    '%s name Rosa, who holds one, and not Hugo',
    async (set) => {
      const { body } = await read(`/v1.0/roleManagement/directory/${set}`)
      const principals = list(body).map(({ principalId }) => principalId)
      expect(principals).toContain(world.userId('Rosa Lima'))
      expect(principals).not.toContain(world.userId('Hugo Silva'))
    },
  )
})

describe('roles', () => {
  it('are defined, and say what they allow', async () => {
    const path =
      "/v1.0/roleManagement/directory/roleDefinitions?$filter=displayName eq 'User Administrator'"
    const [definition] = list((await read(path)).body)
    expect(definition).toMatchObject({ id: userAdministrator, isBuiltIn: true })
    expect(JSON.stringify(definition)).toContain('microsoft.directory/users/delete')
    const one = await read(`/v1.0/roleManagement/directory/roleDefinitions/${guestInviter}`)
    expect(one.body).toMatchObject({ displayName: 'Guest Inviter' })
    expect((await read('/v1.0/roleManagement/directory/roleDefinitions/none')).status).toBe(404)
  })

  it('are activated where somebody holds them, with their members', async () => {
    const roles = list((await read('/v1.0/directoryRoles')).body)
    const names = roles.map(({ displayName }) => displayName).toSorted(byText)
    expect(names).toEqual(['Guest Inviter', 'Reports Reader'])
    const byTemplate = await read(`/v1.0/directoryRoles(roleTemplateId='${guestInviter}')`)
    const members = await read(`/v1.0/directoryRoles/${String(byTemplate.body['id'])}/members`)
    expect(list(members.body)).toMatchObject([
      { '@odata.type': '#microsoft.graph.user', displayName: 'Rosa Lima' },
    ])
    expect((await read('/v1.0/directoryRoles/none')).status).toBe(404)
  })
})

describe('a person with a token of their own', () => {
  it('Noor, who is a member, reads whom she likes within her app’s scopes', async () => {
    const grace = `/v1.0/users/${world.userId('Grace Adeyemi')}`
    expect(
      (await send(await personToken('Noor Rahman', 'User.Read.All'), 'GET', grace)).status,
    ).toBe(200)
    expect((await send(await personToken('Noor Rahman', 'Mail.Send'), 'GET', grace)).status).toBe(
      403,
    )
  })

  it('Omar, who is a guest, reads himself and nobody else', async () => {
    const omar = await personToken('Omar Haddad', 'User.Read.All')
    expect((await send(omar, 'GET', `/v1.0/users/${world.userId('Omar Haddad')}`)).status).toBe(200)
    expect((await send(omar, 'GET', `/v1.0/users/${world.userId('Grace Adeyemi')}`)).status).toBe(
      403,
    )
    expect((await send(omar, 'GET', '/v1.0/users')).status).toBe(403)
  })

  it('Noor deletes Grace only once she holds a role over her', async () => {
    const grace = `/v1.0/users/${world.userId('Grace Adeyemi')}`
    const noor = await personToken('Noor Rahman', 'User.DeleteRestore.All')
    expect((await send(noor, 'DELETE', grace)).status).toBe(403)
    await assign(world.userId('Noor Rahman'), userAdministrator, `/${world.userId('Omar Haddad')}`)
    expect((await send(noor, 'DELETE', grace)).status).toBe(403)
    await assign(world.userId('Noor Rahman'), userAdministrator)
    const scopeless = await personToken('Noor Rahman', 'User.Read.All')
    expect((await send(scopeless, 'DELETE', grace)).status).toBe(403)
    expect((await send(noor, 'DELETE', grace)).status).toBe(204)
  })

  it('Priya reads roles by the one that a group gives her, and Hugo by none', async () => {
    const priya = await personToken('Priya Raman', 'RoleManagement.Read.Directory')
    expect((await send(priya, 'GET', assignments)).status).toBe(200)
    const hugo = await personToken('Hugo Silva', 'RoleManagement.Read.Directory')
    expect((await send(hugo, 'GET', assignments)).status).toBe(403)
  })
})

describe('administrative units', () => {
  const units = '/v1.0/directory/administrativeUnits'

  it('protect what a restricted one holds, except from a role over it', async () => {
    const admin = await administrator()
    const [board] = list((await send(admin, 'GET', units)).body)
    expect(board).toMatchObject({ displayName: 'Board', isMemberManagementRestricted: true })
    const unitId = String(board?.['id'])
    const members = list((await send(admin, 'GET', `${units}/${unitId}/members`)).body)
    expect(members.map(({ id }) => id)).toContain(world.userId('Ravi Menon'))

    const noor = await personToken('Noor Rahman', 'User.DeleteRestore.All')
    const ravi = `/v1.0/users/${world.userId('Ravi Menon')}`
    await assign(world.userId('Noor Rahman'), userAdministrator)
    const refused = await send(noor, 'DELETE', ravi)
    expect(refused.text).toContain('restricted management administrative unit')
    await assign(world.userId('Noor Rahman'), userAdministrator, `/administrativeUnits/${unitId}`)
    expect((await send(noor, 'DELETE', ravi)).status).toBe(204)
  })

  it('take members in and let them go', async () => {
    const admin = await administrator()
    const unitId = String(list((await send(admin, 'GET', units)).body)[0]?.['id'])
    const grace = world.userId('Grace Adeyemi')
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/users/${grace}` }
    const add = async (body: object) =>
      (await send(admin, 'POST', `${units}/${unitId}/members/$ref`, body)).status
    expect(await add(reference)).toBe(204)
    expect(await add(reference)).toBe(400)
    expect(await add({})).toBe(400)
    const path = `${units}/${unitId}/members/${grace}/$ref`
    expect((await send(admin, 'DELETE', path)).status).toBe(204)
    expect((await send(admin, 'DELETE', path)).status).toBe(404)
    expect((await send(admin, 'GET', `${units}/nowhere`)).status).toBe(404)
  })
})

describe('service principals', () => {
  const principals = '/v1.0/servicePrincipals'
  const tool = async (path: string) => world.graph(await world.toolToken('contoso'), path)

  it('are found by client id, and have been assigned their roles', async () => {
    const { api } = world.simulator.registrations()
    const [found] = list((await tool(`${principals}?$filter=appId eq '${api.clientId}'`)).body)
    expect(found).toMatchObject({ displayName: 'Foyer API', signInAudience: 'AzureADMultipleOrgs' })
    const same = await tool(`${principals}(appId='${api.clientId}')`)
    expect(same.body['id']).toBe(found?.['id'])
    const { body } = await tool(`${principals}/${String(found?.['id'])}/appRoleAssignedTo`)
    const names = list(body).map(({ principalDisplayName }) => principalDisplayName)
    expect(names.toSorted(byText)).toEqual(['Ada Lindqvist', 'Jonas Weber'])
  })

  it('show who was granted which permission of Graph', async () => {
    const graph = await tool(`${principals}(appId='00000003-0000-0000-c000-000000000000')`)
    const { body } = await tool(`${principals}/${String(graph.body['id'])}/appRoleAssignedTo`)
    const keeper = list(body).filter((one) => one['principalDisplayName'] === 'Foyer keeper')
    expect(keeper).toHaveLength(3)
    expect(keeper[0]).toMatchObject({ principalType: 'ServicePrincipal' })
  })

  it('are not there for a reader who may not read apps', async () => {
    const reader = await world.appToken('fabrikam', 'reader')
    expect((await world.graph(reader, principals)).status).toBe(403)
    expect((await read(principals)).status).toBe(200)
    expect((await tool(`${principals}/nowhere`)).status).toBe(404)
    expect((await tool(`${principals}(appId='nobody')`)).status).toBe(404)
  })
})
