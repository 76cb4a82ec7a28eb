import { describe, expect, it } from 'vitest'
import { addressOf, errorOf, groupCalls, within } from './group-calls.ts'
import { withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T08:00:00Z') })
const { asApp, asPerson, send, admin, groupId, namesIn, effects } = groupCalls(world)

const security = {
  displayName: 'Harbour Surveyors',
  mailEnabled: false,
  mailNickname: 'surveyors',
  securityEnabled: true,
}
const unified = { ...security, groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false }

describe('a new group', () => {
  it('of Microsoft 365 has an address, is public and expires where a policy says so', async () => {
    const { status, headers, body } = await admin('POST', '/groups', unified, 'fabrikam')
    expect(status).toBe(201)
    expect(headers.get('location')).toContain(`/v1.0/groups/${String(body['id'])}`)
    expect(body).toMatchObject({
      '@odata.context': expect.stringMatching(/\/v1\.0\/\$metadata#groups\/\$entity$/) as string,
      createdDateTime: within('2026-11-23T08:0'),
      deletedDateTime: null,
      expirationDateTime: within('2027-05-22T08:0'),
      groupTypes: ['Unified'],
      mail: 'surveyors@fabrikam.com',
      proxyAddresses: ['SMTP:surveyors@fabrikam.com'],
      renewedDateTime: within('2026-11-23T08:0'),
      resourceProvisioningOptions: [],
      visibility: 'Public',
    })
  })

  it('of security has neither address nor end', async () => {
    const { status, body } = await admin('POST', '/groups', security, 'fabrikam')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      expirationDateTime: null,
      groupTypes: [],
      mail: null,
      proxyAddresses: [],
      securityEnabled: true,
      visibility: null,
    })
    expect(body['securityIdentifier']).toMatch(/^S-1-12-1-\d+-\d+-\d+-\d+$/)
  })

  it('comes with its owners and members, and the world notes each', async () => {
    const sam = world.userId('Sam Okafor')
    const grace = world.userId('Grace Adeyemi')
    const { status, body } = await admin('POST', '/groups', {
      ...security,
      'owners@odata.bind': [addressOf(sam, 'users')],
      'members@odata.bind': [addressOf(sam, 'users'), addressOf(grace)],
    })
    const id = String(body['id'])
    expect(status).toBe(201)
    expect(await namesIn(id, 'owners')).toEqual(['Sam Okafor'])
    expect(await namesIn(id, 'members')).toEqual(['Sam Okafor', 'Grace Adeyemi'])
    expect((await effects()).map(({ what, targets }) => [what, targets])).toEqual([
      ['group-created', { groupId: id }],
      ['owner-added', { groupId: id, ownerId: sam }],
      ['member-added', { groupId: id, memberId: sam }],
      ['member-added', { groupId: id, memberId: grace }],
    ])
  })

  it('belongs to the person who makes it, and to nobody where an app does', async () => {
    const token = await asPerson('contoso', 'Ada Lindqvist', 'Group.ReadWrite.All')
    const hers = await send(token, 'POST', '/groups', security)
    expect(await namesIn(String(hers.body['id']), 'owners')).toEqual(['Ada Lindqvist'])
    const its = await admin('POST', '/groups', security)
    expect(await namesIn(String(its.body['id']), 'owners')).toEqual([])
  })

  it('with a rule keeps the rule as it is, and has no members of its own making', async () => {
    const rule = '(user.companyName -eq "Adatum")'
    const dynamic = { ...security, groupTypes: ['DynamicMembership'], membershipRule: rule }
    const { body } = await admin('POST', '/groups', dynamic)
    expect(body).toMatchObject({ membershipRule: rule, membershipRuleProcessingState: 'On' })
    expect(await namesIn(String(body['id']), 'members')).toEqual([])
    const withMember = await admin('POST', '/groups', {
      ...dynamic,
      'members@odata.bind': [addressOf(world.userId('Sam Okafor'))],
    })
    expect(withMember.status).toBe(403)
  })

  it('that can carry roles is private, and needs a permission more', async () => {
    const assignable = { ...security, isAssignableToRole: true }
    expect((await admin('POST', '/groups', assignable)).status).toBe(403)
    const token = await asApp(
      'contoso',
      'Group.ReadWrite.All',
      'RoleManagement.ReadWrite.Directory',
    )
    const { status, body } = await send(token, 'POST', '/groups', assignable)
    expect(status).toBe(201)
    expect(body).toMatchObject({ isAssignableToRole: true, visibility: 'Private' })
  })
})

describe('no group is made', () => {
  it.each([
    [{ displayName: undefined }, "A value is required for property 'displayName'"],
    [{ mailNickname: undefined }, "A value is required for property 'mailNickname'"],
    [{ mailEnabled: undefined }, "A value is required for property 'mailEnabled'"],
    [{ securityEnabled: undefined }, "A value is required for property 'securityEnabled'"],
    [{ mailEnabled: true }, 'Cannot Create a mail-enabled security groups'],
    [{ securityEnabled: false }, "property 'securityEnabled'"],
    [{ groupTypes: ['Unified'] }, "property 'mailEnabled'"],
    [{ groupTypes: ['Bowling'] }, "property 'groupTypes'"],
    [{ groupTypes: ['DynamicMembership'] }, "A value is required for property 'membershipRule'"],
    [{ membershipRule: 'user.city -eq "Oslo"' }, "property 'membershipRule'"],
    [{ mailNickname: 'two words' }, "property 'mailNickname'"],
    [{ mailNickname: 'hafen@süd' }, "property 'mailNickname'"],
    [{ displayName: 'x'.repeat(257) }, "property 'displayName'"],
    [{ displayName: 7 }, "property 'displayName'"],
    [{ visibility: 'HiddenMembership' }, "property 'visibility'"],
    [{ visibility: 'Secret' }, "property 'visibility'"],
    [{ mail: 'a@contoso.com' }, "Property 'mail' is read-only and cannot be set."],
    [{ 'members@odata.bind': 'Sam' }, "'@odata.id' of the reference"],
  ])('from %j', async (change, words) => {
    const before = await admin('GET', '/groups?$top=999')
    const answer = await admin('POST', '/groups', { ...security, ...change })
    expect(answer.status).toBe(400)
    expect(errorOf(answer).message).toContain(words)
    expect((await admin('GET', '/groups?$top=999')).body['value']).toEqual(before.body['value'])
    expect(await effects()).toEqual([])
  })

  it('from nothing, and from a property that is not simulated', async () => {
    expect((await admin('POST', '/groups')).status).toBe(400)
    const answer = await admin('POST', '/groups', { ...security, theme: 'Teal' })
    expect(answer.status).toBe(501)
  })

  it('with a nickname that another Microsoft 365 group has', async () => {
    const taken = { ...unified, mailNickname: 'SupplierForum' }
    const answer = await admin('POST', '/groups', taken)
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toMatchObject({
      code: 'Request_BadRequest',
      message: 'Another object with the same value for property mailNickname already exists.',
    })
  })

  it('with more than twenty owners and members together', async () => {
    const { body } = await admin('GET', '/groups?$top=1')
    const group = (body['value'] as { id: string }[])[0]?.id ?? ''
    const people = Array.from({ length: 20 }, () => addressOf(group))
    const answer = await admin('POST', '/groups', {
      ...security,
      'owners@odata.bind': [addressOf(world.userId('Sam Okafor'))],
      'members@odata.bind': people,
    })
    expect(answer.status).toBe(400)
    expect(errorOf(answer).message).toBe('A resource cannot contain more than 20 link changes')
  })

  it('with somebody twice, somebody unknown, or a group as owner', async () => {
    const sam = addressOf(world.userId('Sam Okafor'))
    const twice = await admin('POST', '/groups', { ...security, 'members@odata.bind': [sam, sam] })
    expect(twice.status).toBe(400)
    expect(errorOf(twice).message).toContain('can only be present once as an add/remove change.')
    const unknown = addressOf('00000000-0000-4000-8000-000000000000', 'users')
    const lost = await admin('POST', '/groups', { ...security, 'members@odata.bind': [unknown] })
    expect(lost.status).toBe(404)
    const group = addressOf(await groupId('Harbour Drawings'))
    const owned = await admin('POST', '/groups', { ...security, 'owners@odata.bind': [group] })
    expect(owned.status).toBe(400)
    expect(await effects()).toEqual([])
  })

  it('by an app that may create only, and not read the members it names', async () => {
    const member = [addressOf(world.userId('Sam Okafor'))]
    const creator = await asApp('contoso', 'Group.Create')
    const body = { ...security, 'members@odata.bind': member }
    expect((await send(creator, 'POST', '/groups', body)).status).toBe(403)
    expect((await send(creator, 'POST', '/groups', security)).status).toBe(201)
    const reader = await asApp('contoso', 'Group.Create', 'User.Read.All')
    expect((await send(reader, 'POST', '/groups', body)).status).toBe(201)
  })
})
