import { beforeEach, describe, expect, it } from 'vitest'
import { hourMs, list, minuteMs, withSimulator } from './world.ts'

const world = withSimulator({ world: 'optimist', scopedRoles: ['fabrikam'] })
type Identity = 'reader' | 'keeper' | 'grouper'

async function call(identity: Identity, method: string, path: string, body?: object) {
  return world.graph(await world.appToken('fabrikam', identity), path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}
const pathOf = (name: string) => `/v1.0/users/${world.userId(name)}`
const restorePath = (name: string) => `/v1.0/directory/deletedItems/${world.userId(name)}/restore`

async function objectId(kind: 'group' | 'unit', name: string): Promise<string> {
  if (kind === 'unit') return String((await unitNamed(name))['id'])
  const groups = await call('reader', 'GET', `${pathOf('Mei Tanaka')}/memberOf`)
  const found = list(groups.body).find((group) => group['displayName'] === name)
  return String(found?.['id'])
}
async function unitNamed(displayName: string) {
  const path = `/v1.0/directory/administrativeUnits?$filter=displayName eq '${displayName}'`
  return list((await call('keeper', 'GET', path)).body)[0] ?? {}
}

describe('the keeper, who is User Administrator over the unit of guests', () => {
  it('has no permission of Graph, and reads the directory by its role', async () => {
    const claims = await world.appToken('fabrikam', 'keeper')
    expect(
      JSON.parse(Buffer.from(claims.split('.')[1] ?? '', 'base64url').toString()),
    ).not.toHaveProperty('roles')
    const mei = await call('keeper', 'GET', pathOf('Mei Tanaka'))
    expect(mei.body).toMatchObject({ displayName: 'Mei Tanaka' })
  })

  it('deletes Mei, and restores her', async () => {
    expect((await call('keeper', 'DELETE', pathOf('Mei Tanaka'))).status).toBe(204)
    expect((await call('keeper', 'POST', restorePath('Mei Tanaka'))).status).toBe(200)
    expect((await call('reader', 'GET', pathOf('Mei Tanaka'))).status).toBe(200)
  })

  it('writes what stands in the profile of Mei, and of nobody who is no guest', async () => {
    const jobTitle = { jobTitle: 'Surveyor' }
    expect((await call('keeper', 'PATCH', pathOf('Mei Tanaka'), jobTitle)).status).toBe(204)
    expect((await call('keeper', 'PATCH', pathOf('Ines Duarte'), jobTitle)).status).toBe(403)
  })

  it('does not delete Ines, who is no guest', async () => {
    const answer = await call('keeper', 'DELETE', pathOf('Ines Duarte'))
    expect(answer.status).toBe(403)
    expect(answer.body['error']).toMatchObject({ code: 'Authorization_RequestDenied' })
    expect((await call('reader', 'GET', pathOf('Ines Duarte'))).status).toBe(200)
  })

  it('writes no memberships', async () => {
    const groupId = await objectId('group', 'Winter Works')
    const path = `/v1.0/groups/${groupId}/members/${world.userId('Mei Tanaka')}/$ref`
    expect((await call('keeper', 'DELETE', path)).status).toBe(403)
  })

  it('may nothing without Directory Readers over the whole', async () => {
    const admin = await administratorToken()
    const path = '/v1.0/roleManagement/directory/roleAssignments'
    const everything = await world.graph(admin, `${path}?$filter=directoryScopeId eq '/'`)
    for (const { id } of list(everything.body)) {
      await world.graph(admin, `${path}/${String(id)}`, { method: 'DELETE' })
    }
    expect((await call('keeper', 'DELETE', pathOf('Mei Tanaka'))).status).toBe(403)
  })

  it('V-12: may each thing only where the variant has it', async () => {
    const refused = { delete: 'refused', restore: 'refused', sponsors: 'refused' } as const
    world.simulator.choose({ unitScopedKeeper: refused })
    expect((await call('keeper', 'DELETE', pathOf('Mei Tanaka'))).status).toBe(403)
    world.simulator.choose({ unitScopedKeeper: { ...refused, delete: 'allowed' } })
    expect((await call('keeper', 'DELETE', pathOf('Mei Tanaka'))).status).toBe(204)
    expect((await call('keeper', 'POST', restorePath('Mei Tanaka'))).status).toBe(403)
    world.simulator.choose({ unitScopedKeeper: { ...refused, restore: 'allowed' } })
    expect((await call('keeper', 'POST', restorePath('Mei Tanaka'))).status).toBe(200)
  })

  it('V-13: does not yet reach a guest who has just been made', async () => {
    world.simulator.clock.set(new Date('2026-03-02T09:04:00Z'))
    expect((await call('keeper', 'DELETE', pathOf('Mei Tanaka'))).status).toBe(403)
    world.simulator.clock.advance(minuteMs)
    world.simulator.choose({ unitMembershipDelay: '24-hours' })
    expect((await call('keeper', 'DELETE', pathOf('Mei Tanaka'))).status).toBe(403)
    world.simulator.clock.advance(24 * hourMs)
    expect((await call('keeper', 'DELETE', pathOf('Mei Tanaka'))).status).toBe(204)
  })
})

describe('the grouper, who is Groups Administrator over the unit of groups', () => {
  it('takes Mei out of Winter Works, and in again', async () => {
    const groupId = await objectId('group', 'Winter Works')
    const members = `/v1.0/groups/${groupId}/members`
    const mei = world.userId('Mei Tanaka')
    expect((await call('grouper', 'DELETE', `${members}/${mei}/$ref`)).status).toBe(204)
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${mei}` }
    expect((await call('grouper', 'POST', `${members}/$ref`, reference)).status).toBe(204)
    expect(list((await call('reader', 'GET', members)).body)).toHaveLength(3)
  })

  it('deletes nobody, even by a slip of the address', async () => {
    const groupId = await objectId('group', 'Winter Works')
    const slip = `/v1.0/groups/${groupId}/members/${world.userId('Mei Tanaka')}`
    expect((await call('grouper', 'DELETE', slip)).status).toBe(403)
    expect((await call('reader', 'GET', pathOf('Mei Tanaka'))).status).toBe(200)
  })

  it('does not reach a group that was taken out of the unit', async () => {
    const [groupId, unitId] = [
      await objectId('group', 'Winter Works'),
      await objectId('unit', 'Foyer groups'),
    ]
    const admin = await administratorToken()
    const member = `/v1.0/directory/administrativeUnits/${unitId}/members/${groupId}/$ref`
    expect((await world.graph(admin, member, { method: 'DELETE' })).status).toBe(204)
    const path = `/v1.0/groups/${groupId}/members/${world.userId('Mei Tanaka')}/$ref`
    expect((await call('grouper', 'DELETE', path)).status).toBe(403)
    const effects = await world.send('/simulator/effects')
    expect(effects.text).toContain('unit-member-removed')
  })
})

describe('the organizations', () => {
  beforeEach(() =>
    world.simulator.choose({
      unitScopedKeeper: { delete: 'refused', restore: 'refused', sponsors: 'refused' },
    }),
  )

  it('keep their permissions where nothing was said: Contoso', async () => {
    const path = `/v1.0/users/${world.userId('Omar Haddad')}`
    const token = await world.appToken('contoso', 'keeper')
    expect((await world.graph(token, path, { method: 'DELETE' })).status).toBe(204)
  })

  it('change to roles by the control door until the next reset', async () => {
    const switchTo = async (organization: string) =>
      world.send('/simulator/scoped-roles', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ organization }),
      })
    const deleteOmar = async () =>
      world.graph(
        await world.appToken('contoso', 'keeper'),
        `/v1.0/users/${world.userId('Omar Haddad')}`,
        { method: 'DELETE' },
      )
    expect((await switchTo('contoso')).status).toBe(200)
    expect((await deleteOmar()).status).toBe(403)
    world.simulator.reset()
    expect((await deleteOmar()).status).toBe(204)
    expect((await switchTo('nowhere')).body['message']).toBe('There is no organization nowhere.')
    expect((await switchTo('adatum')).status).toBe(400)
  })
})

/** A token of an app with the broadest permissions, as an administrator's script has. */
async function administratorToken(): Promise<string> {
  const { tenantId } = world.organization('fabrikam')
  return world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: tenantId,
    appid: 'administrator',
    roles: ['RoleManagement.ReadWrite.Directory', 'AdministrativeUnit.ReadWrite.All'],
    exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
  })
}
