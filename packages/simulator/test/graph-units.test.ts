import { describe, expect, it } from 'vitest'
import { groupCalls } from './group-calls.ts'
import { hourMs, list, withSimulator } from './world.ts'

const world = withSimulator({ variants: { unitMembershipDelay: '24-hours' } })
const { asApp, send } = groupCalls(world)
const units = '/directory/administrativeUnits'
const everyGuest = '(user.userType -eq "Guest")'

async function admin(method: string, path: string, body?: object) {
  const permissions = ['AdministrativeUnit.ReadWrite.All', 'User.ReadWrite.All'] as const
  return send(await asApp('contoso', ...permissions), method, path, body)
}
async function membersOf(unitId: string): Promise<unknown[]> {
  const { body } = await admin('GET', `${units}/${unitId}/members?$top=999`)
  return list(body).map(({ id }) => id)
}

describe('administrative units', () => {
  it('are made by Ada, renamed, and taken away with what they held', async () => {
    const made = await admin('POST', units, { displayName: 'Harbour', description: 'The harbour' })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      displayName: 'Harbour',
      isMemberManagementRestricted: false,
      membershipType: 'Assigned',
    })
    const one = `${units}/${String(made.body['id'])}`
    const grace = `https://graph.microsoft.com/v1.0/users/${world.userId('Grace Adeyemi')}`
    expect((await admin('POST', `${one}/members/$ref`, { '@odata.id': grace })).status).toBe(204)
    expect((await admin('PATCH', one, { displayName: 'Port' })).status).toBe(204)
    expect((await admin('GET', one)).body).toMatchObject({ displayName: 'Port' })
    expect((await admin('DELETE', one)).status).toBe(204)
    expect((await admin('GET', one)).status).toBe(404)
    expect((await admin('PATCH', one, { displayName: 'Port' })).status).toBe(404)
  })

  it('end together with the roles that were held over them', async () => {
    const { body } = await admin('POST', units, { displayName: 'Harbour' })
    const roles = '/roleManagement/directory/roleAssignments'
    const bearer = await asApp('contoso', 'RoleManagement.ReadWrite.Directory')
    const directoryScopeId = `/administrativeUnits/${String(body['id'])}`
    const over = await send(bearer, 'POST', roles, {
      principalId: world.userId('Noor Rahman'),
      roleDefinitionId: 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
      directoryScopeId,
    })
    expect(over.status).toBe(201)
    await admin('DELETE', `${units}/${String(body['id'])}`)
    const path = `${roles}?$filter=directoryScopeId eq '${directoryScopeId}'`
    expect(list((await send(bearer, 'GET', path)).body)).toEqual([])
  })

  it('of the rule of all guests hold Grace, and somebody new after a day', async () => {
    const rule = { membershipType: 'Dynamic', membershipRule: everyGuest }
    const made = await admin('POST', units, { displayName: 'Guests', ...rule })
    expect(made.body).toMatchObject({ ...rule, membershipRuleProcessingState: 'On' })
    const unitId = String(made.body['id'])
    expect(await membersOf(unitId)).toContain(world.userId('Grace Adeyemi'))
    expect(await membersOf(unitId)).not.toContain(world.userId('Sam Okafor'))

    const { body: guest } = await admin('POST', '/users', {
      accountEnabled: false,
      displayName: 'A new guest',
      mailNickname: 'new-guest',
      userPrincipalName: 'new-guest@contoso.com',
      userType: 'Guest',
      passwordProfile: { password: 'not used by anybody' },
    })
    expect(await membersOf(unitId)).not.toContain(guest['id'])
    world.simulator.clock.advance(24 * hourMs)
    expect(await membersOf(unitId)).toContain(guest['id'])

    const other = { membershipRule: '(user.department -eq "Harbour")' }
    expect((await admin('PATCH', `${units}/${unitId}`, other)).status).toBe(204)
    expect(await membersOf(unitId)).toEqual([])
  })

  it.each([
    ['no name', {}],
    ['an empty name', { displayName: '' }],
    ['a rule that is no text', { displayName: 'Harbour', membershipRule: 1 }],
    ['a type that its rule does not have', { displayName: 'Harbour', membershipType: 'Dynamic' }],
  ])('are not made with %s', async (_, body) => {
    expect((await admin('POST', units, body)).status).toBe(400)
  })

  it('never change whether their members are restricted', async () => {
    const [board] = list((await admin('GET', units)).body)
    const one = `${units}/${String(board?.['id'])}`
    const restricted = { isMemberManagementRestricted: true }
    expect((await admin('PATCH', one, restricted)).status).toBe(204)
    expect((await admin('PATCH', one, { isMemberManagementRestricted: false })).status).toBe(400)
  })

  it('are not written by the reader, nor with properties that nothing is known of', async () => {
    const reader = await asApp('contoso', 'AdministrativeUnit.Read.All')
    expect((await send(reader, 'POST', units, { displayName: 'Harbour' })).status).toBe(403)
    const odd = { displayName: 'Harbour', colour: 'blue' }
    expect((await admin('POST', units, odd)).status).toBe(501)
  })
})
