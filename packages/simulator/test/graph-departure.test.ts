import { describe, expect, it } from 'vitest'
import { dayMs, list, withSimulator } from './world.ts'

const world = withSimulator()

async function call(
  identity: 'reader' | 'keeper' | 'grouper',
  method: string,
  path: string,
  slug = 'contoso',
) {
  return world.graph(await world.appToken(slug, identity), path, { method })
}
const pathOf = (name: string) => `/v1.0/users/${world.userId(name)}`
const deleted = '/v1.0/directory/deletedItems'

describe('the keeper deletes', () => {
  it('Grace, softly: nobody finds her, and deletedItems has her', async () => {
    expect((await call('keeper', 'DELETE', pathOf('Grace Adeyemi'))).status).toBe(204)
    expect((await call('reader', 'GET', pathOf('Grace Adeyemi'))).status).toBe(404)
    const { body } = await call('reader', 'GET', `${deleted}/microsoft.graph.user`)
    expect(list(body)).toMatchObject([{ id: world.userId('Grace Adeyemi') }])
    const one = await call('reader', 'GET', `${deleted}/${world.userId('Grace Adeyemi')}`)
    expect(one.body).toMatchObject({ displayName: 'Grace Adeyemi' })
    expect(one.body['deletedDateTime']).toMatch(/Z$/)
  })

  it('Grace, who is then in no list of members', async () => {
    const groups = await call('reader', 'GET', `${pathOf('Grace Adeyemi')}/memberOf`)
    const drawings = list(groups.body).find((one) => one['displayName'] === 'Harbour Drawings')
    const members = `/v1.0/groups/${String(drawings?.['id'])}/members`
    const before = list((await call('reader', 'GET', members)).body)
    await call('keeper', 'DELETE', pathOf('Grace Adeyemi'))
    const after = list((await call('reader', 'GET', members)).body)
    expect([before.length, after.length]).toEqual([2, 1])
  })

  it('and restores Grace with her groups, her sponsor and what she owns', async () => {
    const things = async () => {
      const relations = ['transitiveMemberOf', 'sponsors', 'ownedObjects']
      const answers = await Promise.all(
        relations.map((name) => call('reader', 'GET', `${pathOf('Grace Adeyemi')}/${name}`)),
      )
      return answers.map(({ body }) => list(body).map(({ id }) => id))
    }
    world.simulator.choose({ restoreBrings: 'everything' })
    const before = await things()
    await call('keeper', 'DELETE', pathOf('Grace Adeyemi'))
    const path = `${deleted}/${world.userId('Grace Adeyemi')}/restore`
    const restored = await call('keeper', 'POST', path)
    expect(restored.status).toBe(200)
    expect(restored.body).toMatchObject({ '@odata.type': '#microsoft.graph.user' })
    expect(await things()).toEqual(before)
    expect((await call('keeper', 'POST', path)).status).toBe(404)
  })

  it('nobody for good, and after 30 days the directory does', async () => {
    await call('keeper', 'DELETE', pathOf('Grace Adeyemi'))
    const path = `${deleted}/${world.userId('Grace Adeyemi')}`
    expect((await call('keeper', 'DELETE', path)).status).toBe(403)
    world.simulator.clock.advance(29 * dayMs)
    expect((await call('reader', 'GET', path)).status).toBe(200)
    world.simulator.clock.advance(dayMs)
    expect((await call('reader', 'GET', path)).status).toBe(404)
    expect((await call('keeper', 'POST', `${path}/restore`)).status).toBe(404)
  })

  it.each([
    ['Rosa Lima', 'who holds a role'],
    ['Priya Raman', 'who holds one through a group'],
    ['Ravi Menon', 'whom a restricted unit protects'],
  ])('not %s, %s', async (name) => {
    expect((await call('keeper', 'DELETE', pathOf(name))).status).toBe(403)
    expect((await call('reader', 'GET', pathOf(name))).status).toBe(200)
  })

  it('Hugo, who may only take up a role: Graph does not mind', async () => {
    expect((await call('keeper', 'DELETE', pathOf('Hugo Silva'))).status).toBe(204)
  })

  it('and nobody else may', async () => {
    for (const identity of ['reader', 'grouper'] as const) {
      expect((await call(identity, 'DELETE', pathOf('Grace Adeyemi'))).status).toBe(403)
    }
    // It reads people, as blocking one asks for, and nothing else.
    expect((await call('keeper', 'GET', '/v1.0/groups')).status).toBe(403)
  })
})

describe('roles', () => {
  const rolePath = (set: string, principalId: string) =>
    `/v1.0/roleManagement/directory/${set}?$filter=principalId eq '${principalId}'`
  const principals = async (set: string, id: string) =>
    list((await call('reader', 'GET', rolePath(set, id))).body).map((one) => one['principalId'])

  it('of Rosa stand under her own name', async () => {
    const id = world.userId('Rosa Lima')
    expect(await principals('roleAssignments', id)).toEqual([id])
    expect(await principals('roleEligibilitySchedules', id)).toEqual([])
  })

  it('of Priya stand under her group, which can carry them', async () => {
    const id = world.userId('Priya Raman')
    expect(await principals('roleAssignments', id)).toEqual([])
    const groups = await call('reader', 'GET', `/v1.0/users/${id}/memberOf/microsoft.graph.group`)
    const group = list(groups.body).find((one) => one['isAssignableToRole'] === true)
    expect(await principals('roleAssignments', String(group?.['id']))).toEqual([group?.['id']])
  })

  it('that Hugo may take up are eligibilities, and no membership', async () => {
    const id = world.userId('Hugo Silva')
    expect(await principals('roleAssignments', id)).toEqual([])
    expect(await principals('roleEligibilitySchedules', id)).toEqual([id])
    const roles = await call(
      'reader',
      'GET',
      `/v1.0/users/${id}/memberOf/microsoft.graph.directoryRole`,
    )
    expect(list(roles.body)).toEqual([])
  })

  it('that are held appear among memberships', async () => {
    const names = async (person: string, relation: string) => {
      const path = `${pathOf(person)}/${relation}/microsoft.graph.directoryRole`
      return list((await call('reader', 'GET', path)).body).map((one) => one['displayName'])
    }
    expect(await names('Rosa Lima', 'memberOf')).toEqual(['Guest Inviter'])
    expect(await names('Priya Raman', 'memberOf')).toEqual([])
    expect(await names('Priya Raman', 'transitiveMemberOf')).toEqual(['Reports Reader'])
  })

  it('are read by whoever may, and filtered by what can be', async () => {
    const path = rolePath('roleAssignments', world.userId('Rosa Lima'))
    expect((await call('grouper', 'GET', path)).status).toBe(403)
    const odd = "/v1.0/roleManagement/directory/roleAssignments?$filter=condition eq 'x'"
    expect((await call('reader', 'GET', odd)).status).toBe(400)
  })
})

describe('what else stands in the way of leaving', () => {
  it('Ravi lies in a restricted unit, which says no more than that it is there', async () => {
    const { body } = await call(
      'reader',
      'GET',
      `${pathOf('Ravi Menon')}?$select=isManagementRestricted`,
    )
    expect(body['isManagementRestricted']).toBe(true)
    const { tenantId } = world.organization('contoso')
    const reader = await world.simulator.issueToken({
      aud: 'https://graph.microsoft.com',
      tid: tenantId,
      appid: 'a script',
      roles: ['User.Read.All', 'GroupMember.Read.All'],
      exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
    })
    const units = await world.graph(reader, `${pathOf('Ravi Menon')}/memberOf`)
    expect(list(units.body)).toMatchObject([
      { '@odata.type': '#microsoft.graph.administrativeUnit', displayName: null },
    ])
  })

  it('Emil is brought to Fabrikam by synchronization from Adatum', async () => {
    const partners = '/v1.0/policies/crossTenantAccessPolicy/partners'
    const { body } = await call('reader', 'GET', partners, 'fabrikam')
    const [adatum] = list(body)
    const path = `${partners}/${String(adatum?.['tenantId'])}/identitySynchronization`
    const synchronization = await call('reader', 'GET', path, 'fabrikam')
    expect(synchronization.body).toMatchObject({
      displayName: 'Adatum',
      userSyncInbound: { isSyncAllowed: true },
    })
    expect((await call('reader', 'GET', path)).status).toBe(404)
    expect(list((await call('reader', 'GET', partners)).body)).toEqual([])
  })
})
