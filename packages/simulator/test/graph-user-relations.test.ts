import { describe, expect, it } from 'vitest'
import { errorOf, groupCalls, referenceTo } from './group-calls.ts'
import { type Answer, list, withSimulator } from './world.ts'

const world = withSimulator()
const { asApp, asPerson, send, groupId, effects } = groupCalls(world)
const nobody = '00000000-0000-4000-8000-000000000000'
const pathOf = (name: string) => `/users/${world.userId(name)}`
const valuesOf = ({ body }: Answer) => body['value'] as string[]

describe('a manager', () => {
  it('is given to a user, takes the place of another, and is taken away', async () => {
    const token = await asApp('contoso', 'User.ReadWrite.All')
    const manager = `${pathOf('Sam Okafor')}/manager`
    const none = await send(token, 'GET', manager)
    expect(none.status).toBe(404)
    expect(errorOf(none).message).toContain("Resource 'manager' does not exist")
    for (const name of ['Noor Rahman', 'Ada Lindqvist']) {
      const reference = referenceTo(world.userId(name), 'users')
      expect((await send(token, 'PUT', `${manager}/$ref`, reference)).status).toBe(204)
      expect((await send(token, 'GET', manager)).body).toMatchObject({
        '@odata.type': '#microsoft.graph.user',
        displayName: name,
      })
    }
    const ofNoor = await send(token, 'GET', `${pathOf('Noor Rahman')}/directReports`)
    expect(list(ofNoor.body)).toEqual([])
    const ofAda = await send(token, 'GET', `${pathOf('Ada Lindqvist')}/directReports`)
    expect(list(ofAda.body)).toMatchObject([{ displayName: 'Sam Okafor' }])
    expect((await send(token, 'DELETE', `${manager}/$ref`)).status).toBe(204)
    expect((await send(token, 'DELETE', `${manager}/$ref`)).status).toBe(404)
    expect((await effects()).map(({ what }) => what)).toEqual([
      'manager-added',
      'manager-removed',
      'manager-added',
      'manager-removed',
    ])
  })

  it.each([
    ['nobody', async () => referenceTo(nobody), 404],
    ['a group', async () => referenceTo(await groupId('Partner Desk')), 400],
    ['no reference', async () => ({}), 400],
  ])('is not %s', async (_, reference, status) => {
    const token = await asApp('contoso', 'User.ReadWrite.All')
    const path = `${pathOf('Sam Okafor')}/manager/$ref`
    expect((await send(token, 'PUT', path, await reference())).status).toBe(status)
    expect(await effects()).toEqual([])
  })

  it('is not given by whoever only reads', async () => {
    const token = await asApp('contoso', 'User.Read.All')
    const path = `${pathOf('Sam Okafor')}/manager/$ref`
    const reference = referenceTo(world.userId('Noor Rahman'))
    expect((await send(token, 'PUT', path, reference)).status).toBe(403)
  })
})

describe('who invited a user', () => {
  const ask = async (name: string, token?: string) =>
    world.graph(
      token ?? (await asApp('contoso', 'User.Read.All')),
      `/beta${pathOf(name)}/invitedBy`,
    )

  it('is told in beta only, as an object or in a list (V-36)', async () => {
    world.simulator.choose({ inviterReply: 'object' })
    expect((await ask('Omar Haddad')).body).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      displayName: 'Noor Rahman',
    })
    const none = await ask('Lena Vogel')
    expect(none.status).toBe(404)
    expect(errorOf(none).message).toContain("Resource 'invitedBy' does not exist")
    world.simulator.choose({ inviterReply: 'list' })
    expect(list((await ask('Omar Haddad')).body)).toMatchObject([{ displayName: 'Noor Rahman' }])
    expect(list((await ask('Lena Vogel')).body)).toEqual([])
    const token = await asApp('contoso', 'User.Read.All')
    expect((await send(token, 'GET', `${pathOf('Omar Haddad')}/invitedBy`)).status).toBe(400)
  })

  it('may be an app, of which nothing but its id is told to who may not read apps', async () => {
    world.simulator.choose({ inviterReply: 'object' })
    const { body } = await ask('Bea Novotna')
    expect(body).toMatchObject({
      '@odata.type': '#microsoft.graph.servicePrincipal',
      id: expect.any(String) as string,
      displayName: null,
    })
  })

  it('is told to who reads all users, and to nobody else', async () => {
    const token = await asApp('contoso', 'User.ReadBasic.All', 'GroupMember.Read.All')
    expect((await ask('Omar Haddad', token)).status).toBe(403)
  })
})

describe('what somebody is in', () => {
  const idsIn = async (token: string, path: string) =>
    list((await send(token, 'GET', `${path}?$top=999`)).body).map(({ id }) => id as string)

  it('is told by ids, as transitiveMemberOf tells it', async () => {
    const token = await asApp('contoso', 'Directory.Read.All')
    for (const name of ['Grace Adeyemi', 'Priya Raman', 'Rosa Lima']) {
      const path = pathOf(name)
      const groups = await idsIn(token, `${path}/transitiveMemberOf/microsoft.graph.group`)
      const everything = await idsIn(token, `${path}/transitiveMemberOf`)
      const all = { securityEnabledOnly: false }
      for (const door of [path, path.replace('users', 'directoryObjects')]) {
        expect(valuesOf(await send(token, 'POST', `${door}/getMemberGroups`, all))).toEqual(groups)
        const objects = valuesOf(await send(token, 'POST', `${door}/getMemberObjects`, all))
        expect(objects.toSorted()).toEqual(everything.toSorted())
        const check = { groupIds: [...groups.slice(0, 19), nobody] }
        const checked = await send(token, 'POST', `${door}/checkMemberGroups`, check)
        expect(valuesOf(checked)).toEqual(groups.slice(0, 19))
        const ids = { ids: everything.slice(0, 20) }
        const found = await send(token, 'POST', `${door}/checkMemberObjects`, ids)
        expect(valuesOf(found)).toEqual(everything.slice(0, 20))
      }
    }
  })

  it('is checked by the template of a role as well', async () => {
    const token = await asApp('contoso', 'Directory.Read.All')
    const path = `${pathOf('Rosa Lima')}/transitiveMemberOf/microsoft.graph.directoryRole`
    const [role] = list((await send(token, 'GET', path)).body)
    const ids = [String(role?.['roleTemplateId']), nobody]
    const check = `${pathOf('Rosa Lima')}/checkMemberObjects`
    expect(valuesOf(await send(token, 'POST', check, { ids }))).toEqual([ids[0]])
  })

  it('is cut to groups that secure something', async () => {
    const token = await asApp('contoso', 'Directory.Read.All')
    const answer = await send(token, 'POST', `${pathOf('Grace Adeyemi')}/getMemberGroups`, {
      securityEnabledOnly: true,
    })
    expect(answer.body['@odata.context']).toMatch(/#Collection\(Edm\.String\)$/)
    const groups = await Promise.all(
      valuesOf(answer).map(async (id) => (await send(token, 'GET', `/groups/${id}`)).body),
    )
    expect(groups.length).toBeGreaterThan(0)
    expect(groups.every((group) => group['securityEnabled'])).toBe(true)
  })

  it('is told to guests of themselves, and not of others', async () => {
    const token = await asPerson('contoso', 'Grace Adeyemi', 'User.Read', 'GroupMember.Read.All')
    const body = { securityEnabledOnly: false }
    expect((await send(token, 'POST', '/me/getMemberGroups', body)).status).toBe(200)
    const own = `${pathOf('Grace Adeyemi')}/getMemberObjects`
    expect((await send(token, 'POST', own, body)).status).toBe(200)
    const others = `${pathOf('Omar Haddad')}/getMemberObjects`
    expect((await send(token, 'POST', others, body)).status).toBe(403)
  })

  it.each([
    ['getMemberGroups', { securityEnabledOnly: 'no' }],
    ['checkMemberGroups', {}],
    ['checkMemberGroups', { groupIds: 'all' }],
    ['checkMemberGroups', { groupIds: [1] }],
    ['checkMemberGroups', { groupIds: Array.from({ length: 21 }, () => nobody) }],
    ['checkMemberObjects', { groupIds: [nobody] }],
  ])('is not told by %s %o', async (action, body) => {
    const token = await asApp('contoso', 'Directory.Read.All')
    const answer = await send(token, 'POST', `${pathOf('Grace Adeyemi')}/${action}`, body)
    expect(answer.status).toBe(400)
  })
})

describe('objects by id', () => {
  it('are found whatever they are, by whoever may read their type', async () => {
    const users = await asApp('contoso', 'User.Read.All')
    const grace = world.userId('Grace Adeyemi')
    expect((await send(users, 'GET', `/directoryObjects/${grace}`)).body).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      displayName: 'Grace Adeyemi',
    })
    const desk = await groupId('Partner Desk')
    expect((await send(users, 'GET', `/directoryObjects/${desk}`)).status).toBe(403)
    const groups = await asApp('contoso', 'Group.Read.All')
    expect((await send(groups, 'GET', `/directoryObjects/${desk}`)).body).toMatchObject({
      '@odata.type': '#microsoft.graph.group',
      displayName: 'Partner Desk',
    })
    expect((await send(groups, 'GET', `/directoryObjects/${nobody}`)).status).toBe(404)
  })

  it('come together, each once, of the types that are asked for', async () => {
    const token = await asApp('contoso', 'Directory.Read.All')
    const desk = await groupId('Partner Desk')
    const grace = world.userId('Grace Adeyemi')
    const ids = [desk, grace.toUpperCase(), nobody, grace, 'not an id']
    const namesOf = async (body: object) =>
      list((await send(token, 'POST', '/directoryObjects/getByIds', body)).body).map(
        (one) => one['displayName'],
      )
    expect(await namesOf({ ids })).toEqual(['Partner Desk', 'Grace Adeyemi'])
    expect(await namesOf({ ids, types: ['User'] })).toEqual(['Grace Adeyemi'])
    expect(await namesOf({ ids, types: ['directoryObject'] })).toHaveLength(2)
    expect(await namesOf({ ids, types: ['device'] })).toEqual([])
  })

  it('come whole', async () => {
    const token = await asApp('contoso', 'Directory.Read.All')
    const body = { ids: [world.userId('Grace Adeyemi')] }
    const answer = await send(token, 'POST', '/directoryObjects/getByIds', body)
    expect(list(answer.body)).toMatchObject([
      { '@odata.type': '#microsoft.graph.user', accountEnabled: true, userType: 'Guest' },
    ])
  })

  it.each([
    [{}],
    [{ ids: 'x' }],
    [{ ids: [] }],
    [{ ids: Array(1001).fill(nobody) }],
    [{ ids: [nobody], types: 'user' }],
  ])('are not given for a bad body %#', async (body) => {
    const token = await asApp('contoso', 'Directory.Read.All')
    expect((await send(token, 'POST', '/directoryObjects/getByIds', body)).status).toBe(400)
  })
})

describe('app role assignments of a user', () => {
  it('are their own and their groups’, and can be taken away', async () => {
    const token = await asApp('contoso', 'AppRoleAssignment.ReadWrite.All', 'Directory.Read.All')
    const path = `${pathOf('Ada Lindqvist')}/appRoleAssignments`
    const [own] = list((await send(token, 'GET', path)).body)
    expect(own).toMatchObject({ principalType: 'User', principalDisplayName: 'Ada Lindqvist' })
    const resourceId = String(own?.['resourceId'])
    const found = await send(token, 'GET', `${path}?$filter=resourceId eq ${resourceId}`)
    expect(list(found.body)).toHaveLength(1)
    const others = await send(token, 'GET', `${path}?$filter=resourceId eq ${nobody}`)
    expect(list(others.body)).toEqual([])

    const reader = await asApp('contoso', 'Directory.Read.All')
    const one = `${path}/${String(own?.['id'])}`
    expect((await send(reader, 'DELETE', one)).status).toBe(403)
    expect((await send(token, 'DELETE', one)).status).toBe(204)
    expect((await send(token, 'DELETE', one)).status).toBe(404)
    expect(list((await send(token, 'GET', path)).body)).toEqual([])
    expect((await effects()).map(({ what }) => what)).toEqual(['app-role-removed'])
  })

  it('name the group through which they came', async () => {
    const token = await asApp('contoso', 'Directory.Read.All')
    const path = `${pathOf('Sam Okafor')}/appRoleAssignments`
    expect(list((await send(token, 'GET', path)).body)).toMatchObject([
      { principalType: 'Group', principalDisplayName: 'Partner Desk' },
      { principalType: 'Group', principalDisplayName: 'Harbour Drawings' },
    ])
  })
})

describe('User.ReadBasic.All', () => {
  it('shows the basic profile of others, and nothing for the rest', async () => {
    world.simulator.choose({ beyondBasicProfile: 'null' })
    const token = await asApp('contoso', 'User.ReadBasic.All')
    const { body } = await send(token, 'GET', pathOf('Noor Rahman'))
    expect(body).toMatchObject({ displayName: 'Noor Rahman', jobTitle: null, businessPhones: [] })
    const path = "/users?$filter=displayName eq 'Noor Rahman'&$select=displayName,accountEnabled"
    expect(list((await send(token, 'GET', path)).body)).toEqual([
      { displayName: 'Noor Rahman', accountEnabled: null },
    ])
    const wide = await asApp('contoso', 'User.ReadBasic.All', 'User.Read.All')
    expect(list((await send(wide, 'GET', path)).body)).toEqual([
      { displayName: 'Noor Rahman', accountEnabled: true },
    ])
  })

  it('or refuses to select more (V-32)', async () => {
    world.simulator.choose({ beyondBasicProfile: 'refused' })
    const token = await asApp('contoso', 'User.ReadBasic.All')
    const path = pathOf('Noor Rahman')
    expect((await send(token, 'GET', `${path}?$select=mail,surname`)).status).toBe(200)
    expect((await send(token, 'GET', `${path}?$select=mail,userType`)).status).toBe(403)
    expect((await send(token, 'GET', '/users?$select=userType')).status).toBe(403)
  })

  it('hides nothing of oneself', async () => {
    const token = await asPerson('contoso', 'Noor Rahman', 'User.ReadBasic.All', 'User.Read')
    const { body } = await send(token, 'GET', '/me?$select=userType')
    expect(body).toMatchObject({ userType: 'Member' })
  })
})
