import { describe, expect, it } from 'vitest'
import { guidOf } from '../src/world/guid.ts'
import { addressOf, errorOf, groupCalls, referenceTo } from './group-calls.ts'
import { withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T08:00:00Z') })
const { asApp, send, admin, groupId, namesIn, effects } = groupCalls(world)
const nobody = '00000000-0000-4000-8000-000000000000'

const addTo = async (name: string, relation: 'members' | 'owners', body: object) =>
  admin('POST', `/groups/${await groupId(name)}/${relation}/$ref`, body)
const remove = async (name: string, relation: 'members' | 'owners', id: string) =>
  admin('DELETE', `/groups/${await groupId(name)}/${relation}/${id}/$ref`)

describe('a reference to Bea', () => {
  it.each([
    ['directoryObjects', (id: string) => addressOf(id)],
    ['users', (id: string) => addressOf(id, 'users')],
    ['beta', (id: string) => addressOf(id).replace('v1.0', 'beta')],
    ['an OData key', (id: string) => `https://graph.microsoft.com/v1.0/directoryObjects('${id}')`],
    ['this Graph', (id: string) => `${world.simulator.url}/v1.0/users/${id}`],
  ])('by %s', async (_, address) => {
    const reference = { '@odata.id': address(world.userId('Bea Novotna')) }
    expect((await addTo('Harbour Drawings', 'members', reference)).status).toBe(204)
    const names = await namesIn(await groupId('Harbour Drawings'), 'members')
    expect(names).toContain('Bea Novotna')
  })

  it.each([
    ['as if she were a group', (id: string) => addressOf(id, 'groups'), 404],
    ['at another origin', (id: string) => `https://graph.example/v1.0/users/${id}`, 400],
    ['without a version', (id: string) => `https://graph.microsoft.com/users/${id}`, 400],
    ['in a set that has none', (id: string) => addressOf(id, 'teams'), 400],
    ['with more behind her', (id: string) => `${addressOf(id)}/manager`, 400],
    ['as no address', (id: string) => id, 400],
    ['as a number', () => 7, 400],
  ])('%s is refused', async (_, address, status) => {
    const reference = { '@odata.id': address(world.userId('Bea Novotna')) }
    const answer = await addTo('Harbour Drawings', 'members', reference)
    expect(answer.status).toBe(status)
    const names = await namesIn(await groupId('Harbour Drawings'), 'members')
    expect(names).toEqual(['Sam Okafor', 'Grace Adeyemi'])
  })

  it('of another organization finds nobody', async () => {
    const ines = world.userId('Ines Duarte')
    const answer = await addTo('Harbour Drawings', 'members', referenceTo(ines))
    expect(answer.status).toBe(404)
    expect(errorOf(answer).code).toBe('Request_ResourceNotFound')
  })

  it('that is missing is asked for', async () => {
    const path = `/groups/${await groupId('Harbour Drawings')}/members/$ref`
    const answer = await admin('POST', path)
    expect(answer.status).toBe(400)
    expect(errorOf(answer).message).toContain("A 'StartObject' node was expected.")
  })
})

describe('groups in groups', () => {
  const nest = async (inner: string, outer: string) =>
    addTo(outer, 'members', referenceTo(await groupId(inner)))

  it('pass on whom they hold', async () => {
    expect((await nest('Harbour Reviewers', 'Board Papers')).status).toBe(403)
    const { body } = await admin('POST', '/groups', {
      displayName: 'Harbour Everybody',
      mailEnabled: false,
      mailNickname: 'everybody',
      securityEnabled: true,
    })
    expect((await nest('Harbour Reviewers', 'Harbour Everybody')).status).toBe(204)
    expect(await namesIn(String(body['id']), 'members')).toEqual(['Harbour Reviewers'])
    expect(await namesIn(String(body['id']), 'transitiveMembers')).toEqual([
      'Harbour Reviewers',
      'Harbour Drawings',
      'Sam Okafor',
      'Grace Adeyemi',
    ])
    const drawings = await groupId('Harbour Drawings')
    expect(await namesIn(drawings, 'memberOf')).toEqual(['Harbour Reviewers'])
    expect(await namesIn(drawings, 'transitiveMemberOf')).toEqual([
      'Harbour Reviewers',
      'Harbour Everybody',
    ])
  })

  it('may form a circle, which nobody walks for ever', async () => {
    expect((await nest('Harbour Reviewers', 'Harbour Drawings')).status).toBe(204)
    const drawings = await groupId('Harbour Drawings')
    expect(await namesIn(drawings, 'transitiveMembers')).toEqual([
      'Sam Okafor',
      'Grace Adeyemi',
      'Harbour Reviewers',
      'Harbour Drawings',
    ])
    expect(await namesIn(drawings, 'transitiveMemberOf')).toEqual([
      'Harbour Reviewers',
      'Harbour Drawings',
    ])
  })

  it.each([
    ['Supplier Forum', 'Supplier Quality', 'Unified Groups cannot be added to Unified Groups.'],
    ['Harbour Drawings', 'Supplier Forum', 'Security Groups cannot be added to Unified Groups.'],
    ['Supplier Forum', 'Harbour Drawings', 'Unified Groups cannot be added to Security Groups.'],
    ['Site Safety', 'Harbour Drawings', 'Mail-enabled Groups cannot be added'],
  ])('%s does not go into %s', async (inner, outer, words) => {
    const answer = await nest(inner, outer)
    expect(answer.status).toBe(400)
    expect(errorOf(answer).message).toContain(words)
  })

  it('go into no group that can carry roles', async () => {
    const token = await asApp(
      'contoso',
      'GroupMember.ReadWrite.All',
      'RoleManagement.ReadWrite.Directory',
    )
    const path = `/groups/${await groupId('Report Readers')}/members/$ref`
    const reference = referenceTo(await groupId('Harbour Drawings'))
    const answer = await send(token, 'POST', path, reference)
    expect(answer.status).toBe(400)
    expect(errorOf(answer).message).toContain('Nesting is currently not supported')
    const omar = referenceTo(world.userId('Omar Haddad'))
    expect((await send(token, 'POST', path, omar)).status).toBe(204)
  })
})

describe('owners', () => {
  it('are added once, and need not be members', async () => {
    const noor = referenceTo(world.userId('Noor Rahman'), 'users')
    expect((await addTo('Supplier Forum', 'owners', noor)).status).toBe(204)
    const id = await groupId('Supplier Forum')
    expect(await namesIn(id, 'owners')).toEqual(['Grace Adeyemi', 'Noor Rahman'])
    const again = await addTo('Supplier Forum', 'owners', noor)
    expect(again.status).toBe(400)
    expect(errorOf(again)).toMatchObject({
      code: 'Request_BadRequest',
      message:
        "One or more added object references already exist for the following modified properties: 'owners'.",
    })
    expect(await effects()).toMatchObject([{ what: 'owner-added', targets: { groupId: id } }])
  })

  it('are no groups, and nobody who does not exist', async () => {
    const group = referenceTo(await groupId('Harbour Drawings'))
    expect((await addTo('Supplier Forum', 'owners', group)).status).toBe(400)
    expect((await addTo('Supplier Forum', 'owners', referenceTo(nobody))).status).toBe(404)
  })

  it('may be apps, which do not count when the last person would go', async () => {
    const grace = world.userId('Grace Adeyemi')
    const { clientId } = world.identity('contoso', 'grouper')
    const appId = guidOf(`contoso service principal ${clientId}`)
    expect(
      (await addTo('Supplier Forum', 'owners', referenceTo(appId, 'servicePrincipals'))).status,
    ).toBe(204)
    expect(await namesIn(await groupId('Supplier Forum'), 'owners')).toContain('Foyer grouper')
    const last = await remove('Supplier Forum', 'owners', grace)
    expect(last.status).toBe(400)
    expect(errorOf(last).message).toBe(
      'The group must have at least one owner, hence this owner cannot be removed.',
    )
    expect((await remove('Supplier Forum', 'owners', appId)).status).toBe(204)
  })

  it('who are not there cannot be taken away', async () => {
    const noor = world.userId('Noor Rahman')
    expect((await remove('Supplier Forum', 'owners', noor)).status).toBe(404)
  })

  it('who were deleted do not count either', async () => {
    const tool = await asApp('contoso', 'User.ReadWrite.All')
    await send(tool, 'DELETE', `/users/${world.userId('Omar Haddad')}`)
    const answer = await remove('Supplier Quality', 'owners', world.userId('Sam Okafor'))
    expect(answer.status).toBe(400)
  })

  it('of synced and Exchange groups are not written here', async () => {
    const sam = referenceTo(world.userId('Sam Okafor'))
    for (const name of ['Site Access East', 'Contoso Announcements']) {
      expect((await addTo(name, 'owners', sam)).status).toBe(400)
    }
  })
})

describe('without $ref', () => {
  it('a DELETE of an owner deletes the user, one of a nested group the group', async () => {
    const tool = await asApp('contoso', 'User.ReadWrite.All', 'Group.ReadWrite.All')
    const grace = world.userId('Grace Adeyemi')
    const forum = await groupId('Supplier Forum')
    expect((await send(tool, 'DELETE', `/groups/${forum}/owners/${grace}`)).status).toBe(204)
    const reader = await asApp('contoso', 'User.Read.All')
    expect((await send(reader, 'GET', `/users/${grace}`)).status).toBe(404)
    const reviewers = await groupId('Harbour Reviewers')
    const drawings = await groupId('Harbour Drawings')
    const path = `/groups/${reviewers}/members/${drawings}`
    expect((await send(tool, 'DELETE', path)).status).toBe(204)
    expect((await admin('GET', `/groups/${drawings}`)).status).toBe(404)
  })

  it('nobody deletes more than they may', async () => {
    const grouper = await asApp('contoso', 'Group.ReadWrite.All')
    const forum = await groupId('Supplier Forum')
    const path = `/groups/${forum}/owners/${world.userId('Grace Adeyemi')}`
    expect((await send(grouper, 'DELETE', path)).status).toBe(403)
    const keeper = await asApp('contoso', 'User.ReadWrite.All')
    const nested = `/groups/${await groupId('Harbour Reviewers')}/members/${await groupId('Harbour Drawings')}`
    expect((await send(keeper, 'DELETE', nested)).status).toBe(403)
    expect(await effects()).toEqual([])
  })
})

describe('hidden members', () => {
  it('are listed only to whoever may read them', async () => {
    const id = await groupId('Quiet Circle')
    const reader = await asApp('contoso', 'Group.Read.All')
    for (const relation of ['members', 'transitiveMembers', 'members/microsoft.graph.user']) {
      expect((await send(reader, 'GET', `/groups/${id}/${relation}`)).status).toBe(403)
    }
    expect((await send(reader, 'GET', `/groups/${id}/owners`)).status).toBe(200)
    expect(await namesIn(id, 'members')).toEqual(['Sam Okafor', 'Omar Haddad'])
  })
})

describe('casts and counts', () => {
  it('tell users from groups', async () => {
    await addTo('Harbour Reviewers', 'members', referenceTo(world.userId('Omar Haddad')))
    const id = await groupId('Harbour Reviewers')
    expect(await namesIn(id, 'members/microsoft.graph.user')).toEqual(['Omar Haddad'])
    expect(await namesIn(id, 'members/graph.group')).toEqual(['Harbour Drawings'])
    const token = await asApp('contoso', 'Group.Read.All')
    const eventual = { headers: { consistencylevel: 'eventual' } }
    const count = async (path: string) =>
      (await world.graph(token, `/v1.0/groups/${id}/${path}/$count`, eventual)).text
    expect(await count('members')).toBe('2')
    expect(await count('members/microsoft.graph.user')).toBe('1')
    expect(await count('transitiveMembers')).toBe('4')
    expect((await send(token, 'GET', `/groups/${id}/members/$count`)).status).toBe(400)
  })
})
