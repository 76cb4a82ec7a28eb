import { describe, expect, it } from 'vitest'
import { addressOf, errorOf, groupCalls } from './group-calls.ts'
import { list, withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T08:00:00Z') })
const { asApp, asPerson, send, admin, groupId, getGroup, namesIn, effects } = groupCalls(world)

const change = async (name: string, body: object) =>
  admin('PATCH', `/groups/${await groupId(name)}`, body)

describe('properties of a group', () => {
  it('change, and only what differs is noted', async () => {
    const before = await getGroup('Supplier Forum')
    const answer = await change('Supplier Forum', {
      description: 'Suppliers and we',
      displayName: 'Supplier Forum',
      groupTypes: ['Unified'],
      mailEnabled: true,
      visibility: 'Public',
    })
    expect(answer.status).toBe(204)
    expect(answer.text).toBe('')
    expect(await getGroup('Supplier Forum')).toEqual({
      ...before,
      description: 'Suppliers and we',
      visibility: 'Public',
    })
    expect(await effects()).toMatchObject([
      {
        what: 'group-updated',
        targets: { groupId: before['id'] },
        properties: ['description', 'visibility'],
      },
    ])
  })

  it('said again change nothing', async () => {
    expect((await change('Supplier Forum', { displayName: 'Supplier Forum' })).status).toBe(204)
    expect(await effects()).toEqual([])
  })

  it('include the rule, which a group can also get and lose', async () => {
    const rule = '(user.department -eq "Harbour")'
    await change('All Partners', { membershipRule: rule, membershipRuleProcessingState: 'Paused' })
    expect(await getGroup('All Partners')).toMatchObject({
      membershipRule: rule,
      membershipRuleProcessingState: 'Paused',
    })
    await change('All Partners', { groupTypes: [] })
    expect(await getGroup('All Partners')).toMatchObject({
      groupTypes: [],
      membershipRule: null,
      membershipRuleProcessingState: null,
    })
    await change('All Partners', { groupTypes: ['DynamicMembership'], membershipRule: rule })
    expect(await getGroup('All Partners')).toMatchObject({ membershipRuleProcessingState: 'On' })
  })

  it.each([
    ['Supplier Forum', { displayName: '' }, "property 'displayName'"],
    ['Supplier Forum', { displayName: null }, "property 'displayName'"],
    ['Supplier Forum', { mailNickname: 'PartnerDesk' }, 'property mailNickname already exists'],
    ['Supplier Forum', { groupTypes: [] }, "property 'groupTypes'"],
    ['Supplier Forum', { visibility: 'HiddenMembership' }, "property 'visibility'"],
    ['Quiet Circle', { visibility: 'Public' }, "property 'visibility'"],
    ['Supplier Forum', { renewedDateTime: '2030-01-01T00:00:00Z' }, 'is read-only'],
    ['Supplier Forum', { mailEnabled: false }, "property 'mailEnabled'"],
    ['Harbour Drawings', { groupTypes: ['Unified'] }, "property 'groupTypes'"],
    ['Harbour Drawings', { securityEnabled: false }, "property 'securityEnabled'"],
    ['Harbour Drawings', { membershipRule: 'user.city -eq "Oslo"' }, "property 'membershipRule'"],
    ['Harbour Drawings', { isAssignableToRole: true }, 'Value for IsAssignableToRole'],
    ['All Partners', { membershipRule: null }, "property 'membershipRule'"],
    ['Site Access East', { description: 'Gate' }, 'on-premises mastered'],
    ['Site Safety', { description: 'Safe' }, 'Cannot Update a mail-enabled security groups'],
    ['Contoso Announcements', { description: 'News' }, 'distribution list'],
  ])('of %s do not become %j', async (name, body, words) => {
    const before = await getGroup(name)
    const answer = await change(name, body)
    expect(answer.status).toBe(400)
    expect(errorOf(answer).message).toContain(words)
    expect(await getGroup(name)).toEqual(before)
  })

  it('of a role-assignable group need a permission more, of a restricted unit a role', async () => {
    expect((await change('Report Readers', { description: 'x' })).status).toBe(403)
    const id = await groupId('Report Readers')
    const token = await asApp(
      'contoso',
      'Group.ReadWrite.All',
      'RoleManagement.ReadWrite.Directory',
    )
    expect((await send(token, 'PATCH', `/groups/${id}`, { description: 'x' })).status).toBe(204)
    const restricted = await change('Board Papers', { description: 'x' })
    expect(restricted.status).toBe(403)
    expect(errorOf(restricted).message).toContain('restricted management administrative unit')
  })

  it('are not for an app that may write members only', async () => {
    const token = await asApp('contoso', 'GroupMember.ReadWrite.All')
    const path = `/groups/${await groupId('Harbour Drawings')}`
    expect((await send(token, 'PATCH', path, { description: 'x' })).status).toBe(403)
    const members = { 'members@odata.bind': [addressOf(world.userId('Bea Novotna'))] }
    expect((await send(token, 'PATCH', path, { ...members, description: 'x' })).status).toBe(403)
    expect((await send(token, 'PATCH', path, members)).status).toBe(204)
  })
})

describe('members added by PATCH', () => {
  const bind = async (...references: string[]) =>
    change('Harbour Drawings', { 'members@odata.bind': references })
  const members = async () => namesIn(await groupId('Harbour Drawings'), 'members')

  it('come all together', async () => {
    const people = ['Bea Novotna', 'Omar Haddad', 'Noor Rahman']
    expect((await bind(...people.map((name) => addressOf(world.userId(name))))).status).toBe(204)
    expect(await members()).toEqual(['Sam Okafor', 'Grace Adeyemi', ...people])
  })

  it.each([
    ['one is there already', 'Grace Adeyemi', 400],
    ['one is twice', 'Bea Novotna', 400],
    ['one does not exist', undefined, 404],
  ])('or not at all, where %s', async (_, person, status) => {
    const last = person ? world.userId(person) : '00000000-0000-4000-8000-000000000000'
    const answer = await bind(addressOf(world.userId('Bea Novotna')), addressOf(last))
    expect(answer.status).toBe(status)
    expect(await members()).toEqual(['Sam Okafor', 'Grace Adeyemi'])
    expect(await effects()).toEqual([])
  })

  it('are twenty at most', async () => {
    const { body } = await admin('GET', '/groups?$top=1')
    const reader = await asApp('contoso', 'User.Read.All')
    const users = list((await send(reader, 'GET', '/users?$top=60&$select=id')).body)
    expect(list(body)).toHaveLength(1)
    const twentyOne = users.slice(-21).map(({ id }) => addressOf(String(id)))
    const tooMany = await bind(...twentyOne)
    expect(tooMany.status).toBe(400)
    expect(errorOf(tooMany).message).toBe('A resource cannot contain more than 20 link changes')
    expect((await bind(...twentyOne.slice(1))).status).toBe(204)
    expect(await members()).toHaveLength(22)
  })

  it('are refused by a dynamic group', async () => {
    const answer = await change('All Partners', {
      'members@odata.bind': [addressOf(world.userId('Omar Haddad'))],
    })
    expect(answer.status).toBe(403)
  })

  it('in a body of megabytes change nothing', async () => {
    const answer = await bind(...Array.from({ length: 60_000 }, () => addressOf('x'.repeat(36))))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await members()).toEqual(['Sam Okafor', 'Grace Adeyemi'])
  })
})

describe('a person', () => {
  it('needs the scope to change a group', async () => {
    const path = `/groups/${await groupId('Supplier Forum')}`
    const without = await asPerson('contoso', 'Grace Adeyemi', 'User.Read')
    expect((await send(without, 'PATCH', path, { description: 'x' })).status).toBe(403)
    const token = await asPerson('contoso', 'Grace Adeyemi', 'Group.ReadWrite.All')
    expect((await send(token, 'PATCH', path, { description: 'x' })).status).toBe(204)
    expect(await effects()).toMatchObject([{ by: { kind: 'person', name: 'Grace Adeyemi' } }])
  })
})
