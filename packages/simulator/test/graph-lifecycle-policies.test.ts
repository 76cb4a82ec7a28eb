import { describe, expect, it } from 'vitest'
import { errorOf, groupCalls, within } from './group-calls.ts'
import { dayMs, list, withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T08:00:00Z') })
const { asApp, send, admin, groupId, getGroup, namesIn, effects } = groupCalls(world)

const policies = '/groupLifecyclePolicies'
const policyOf = async (slug: string) => {
  const { body } = await admin('GET', policies, undefined, slug)
  return list(body)[0] ?? {}
}
const changePolicy = async (slug: string, body: object) =>
  admin('PATCH', `${policies}/${String((await policyOf(slug))['id'])}`, body, slug)
const select = async (action: 'addGroup' | 'removeGroup', name: string) => {
  const path = `${policies}/${String((await policyOf('contoso'))['id'])}/${action}`
  return admin('POST', path, { groupId: await groupId(name) })
}

describe("Fabrikam's policy", () => {
  it('is the only one, and manages every Microsoft 365 group', async () => {
    const { status, body } = await admin('GET', policies, undefined, 'fabrikam')
    expect(status).toBe(200)
    expect(list(body)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        groupLifetimeInDays: 180,
        managedGroupTypes: 'All',
        alternateNotificationEmails: 'ines@fabrikam.com',
      },
    ])
    const path = (id: string) => `/groups/${id}/groupLifecyclePolicies`
    const winter = await groupId('Winter Works', 'fabrikam')
    const ofWinter = await admin('GET', path(winter), undefined, 'fabrikam')
    expect(list(ofWinter.body)).toEqual(list(body))
    const maps = await groupId('Plant Maps', 'fabrikam')
    expect(list((await admin('GET', path(maps), undefined, 'fabrikam')).body)).toEqual([])
  })

  it('says when each group ends', async () => {
    expect(await getGroup('Winter Works', 'fabrikam')).toMatchObject({
      renewedDateTime: '2026-11-03T09:00:00Z',
      expirationDateTime: '2027-05-02T09:00:00Z',
    })
    expect(await getGroup('Plant Maps', 'fabrikam')).toMatchObject({ expirationDateTime: null })
  })

  it('cannot have another beside it', async () => {
    const second = { groupLifetimeInDays: 365, managedGroupTypes: 'None' }
    const answer = await admin('POST', policies, second, 'fabrikam')
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toMatchObject({
      code: 'MaxExpirationPoliciesCountReached',
      message: 'Tenant already has maximum allowed 1 policy',
    })
  })

  it('with a longer life moves every end, and tells it of each group', async () => {
    const { status, body } = await changePolicy('fabrikam', { groupLifetimeInDays: 365 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ groupLifetimeInDays: 365, managedGroupTypes: 'All' })
    expect(await getGroup('Winter Works', 'fabrikam')).toMatchObject({
      expirationDateTime: '2027-11-03T09:00:00Z',
    })
    expect((await effects()).map(({ what, properties }) => [what, properties])).toEqual([
      ['lifecycle-policy-updated', ['groupLifetimeInDays']],
      ['group-updated', ['expirationDateTime']],
      ['group-updated', ['expirationDateTime']],
    ])
  })

  it('with a life that has passed leaves a group thirty-five days', async () => {
    await changePolicy('fabrikam', { groupLifetimeInDays: 30 })
    expect(await getGroup('Wellbeing Circle', 'fabrikam')).toMatchObject({
      renewedDateTime: '2026-07-12T09:00:00Z',
      expirationDateTime: within('2026-12-28T08:0'),
    })
  })

  it('for nobody, or deleted, lets no group end', async () => {
    await changePolicy('fabrikam', { managedGroupTypes: 'None' })
    const end = async () => (await getGroup('Winter Works', 'fabrikam'))['expirationDateTime']
    expect(await end()).toBeNull()
    await changePolicy('fabrikam', { managedGroupTypes: 'All' })
    expect(await end()).not.toBeNull()
    const path = `${policies}/${String((await policyOf('fabrikam'))['id'])}`
    expect((await admin('DELETE', path, undefined, 'fabrikam')).status).toBe(204)
    expect(await end()).toBeNull()
    expect((await admin('GET', path, undefined, 'fabrikam')).status).toBe(404)
    expect((await effects()).map(({ what }) => what)).toContain('lifecycle-policy-deleted')
  })

  it.each([
    [{ groupLifetimeInDays: 29 }, 'groupLifetimeInDays'],
    [{ groupLifetimeInDays: 30.5 }, 'groupLifetimeInDays'],
    [{ groupLifetimeInDays: '90' }, 'groupLifetimeInDays'],
    [{ managedGroupTypes: 'Some' }, 'managedGroupTypes'],
    [{ alternateNotificationEmails: 'ines, sam' }, 'alternateNotificationEmails'],
  ])('does not become %j', async (body, property) => {
    const before = await policyOf('fabrikam')
    const answer = await changePolicy('fabrikam', body)
    expect(answer.status).toBe(400)
    expect(errorOf(answer).message).toContain(`property '${property}'`)
    expect(await policyOf('fabrikam')).toEqual(before)
  })

  it('is read and written by nobody without the permission', async () => {
    const groups = await asApp('fabrikam', 'Group.ReadWrite.All')
    expect((await send(groups, 'GET', policies)).status).toBe(403)
    const reader = await asApp('fabrikam', 'Directory.Read.All')
    expect((await send(reader, 'GET', policies)).status).toBe(200)
    expect((await send(reader, 'POST', policies, {})).status).toBe(403)
  })
})

describe("Woodgrove Bank's first policy", () => {
  it('is made from a lifetime and a kind of groups', async () => {
    const body = { groupLifetimeInDays: 30, managedGroupTypes: 'selected' }
    const answer = await admin('POST', policies, body, 'woodgrove-bank')
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      groupLifetimeInDays: 30,
      managedGroupTypes: 'Selected',
      alternateNotificationEmails: null,
    })
    expect((await effects()).map(({ what }) => what)).toEqual(['lifecycle-policy-created'])
  })

  it('is not made from less', async () => {
    for (const body of [{}, { groupLifetimeInDays: 90 }, { managedGroupTypes: 'All' }]) {
      expect((await admin('POST', policies, body, 'woodgrove-bank')).status).toBe(400)
    }
  })
})

describe('the selection of Contoso', () => {
  it('takes a group in once and lets it out once', async () => {
    const end = async () => (await getGroup('Supplier Forum'))['expirationDateTime']
    expect(await end()).toBeNull()
    const { status, body } = await select('addGroup', 'Supplier Forum')
    expect([status, body['value']]).toEqual([200, true])
    expect(await end()).toEqual(within('2026-12-28T08:0'))
    expect((await select('addGroup', 'Supplier Forum')).body['value']).toBe(false)
    expect((await select('removeGroup', 'Supplier Forum')).body['value']).toBe(true)
    expect(await end()).toBeNull()
    expect((await select('removeGroup', 'Supplier Forum')).body['value']).toBe(false)
  })

  it('takes no security group, and no group that does not exist', async () => {
    expect((await select('addGroup', 'Harbour Drawings')).body['value']).toBe(false)
    const path = `${policies}/${String((await policyOf('contoso'))['id'])}/addGroup`
    expect((await admin('POST', path, { groupId: 'nothing' })).status).toBe(404)
    expect((await admin('POST', path)).status).toBe(404)
  })

  it('is empty while the policy manages all', async () => {
    await changePolicy('contoso', { managedGroupTypes: 'All' })
    expect((await select('addGroup', 'Supplier Quality')).body['value']).toBe(false)
    expect((await getGroup('Supplier Quality'))['expirationDateTime']).not.toBeNull()
  })
})

describe('Tender 2026, which ends on 18 December', () => {
  const renew = async (name: string) => admin('POST', `/groups/${await groupId(name)}/renew`)

  const happenedTo = async (id: string) =>
    (await effects()).filter(({ targets }) => targets['groupId'] === id).map(({ what }) => what)

  it('is there for one day more, then deleted by the directory, and can come back', async () => {
    const id = await groupId('Tender 2026')
    expect(await getGroup('Tender 2026')).toMatchObject({
      expirationDateTime: '2026-12-18T09:00:00Z',
    })
    world.simulator.clock.set(new Date('2026-12-19T08:59:00Z'))
    expect((await admin('GET', `/groups/${id}`)).status).toBe(200)
    world.simulator.clock.set(new Date('2026-12-19T09:00:00Z'))
    expect((await admin('GET', `/groups/${id}`)).status).toBe(404)
    const deleted = await admin('GET', `/directory/deletedItems/${id}`)
    expect(deleted.body['deletedDateTime']).toBe('2026-12-19T09:00:00Z')
    expect(await effects()).toMatchObject([
      {
        what: 'group-deleted',
        by: { kind: 'directory', name: 'Microsoft Entra' },
        targets: { groupId: id },
      },
    ])
    expect((await admin('POST', `/directory/deletedItems/${id}/restore`)).status).toBe(200)
    expect(await namesIn(id, 'members')).toEqual(['Noor Rahman', 'Grace Adeyemi'])
    expect((await getGroup('Tender 2026'))['expirationDateTime']).toEqual(within('2027-06-17T09:0'))
  })

  it('lives on when it is renewed', async () => {
    expect((await renew('Tender 2026')).status).toBe(204)
    expect(await getGroup('Tender 2026')).toMatchObject({
      renewedDateTime: within('2026-11-23T08:0'),
      expirationDateTime: within('2027-05-22T08:0'),
    })
    world.simulator.clock.advance(60 * dayMs)
    expect((await getGroup('Tender 2026'))['deletedDateTime']).toBeNull()
    expect(await happenedTo(await groupId('Tender 2026'))).toEqual(['group-renewed'])
  })

  it('is deleted and purged at once by a jump over both', async () => {
    const id = await groupId('Tender 2026')
    world.simulator.clock.advance(90 * dayMs)
    expect(await happenedTo(id)).toEqual(['group-deleted', 'group-purged'])
  })

  it('is renewed by nobody without the permission, and no security group is', async () => {
    const grouper = await asApp('contoso', 'GroupMember.ReadWrite.All')
    const path = `/groups/${await groupId('Tender 2026')}/renew`
    expect((await send(grouper, 'POST', path)).status).toBe(403)
    expect((await renew('Harbour Drawings')).status).toBe(400)
    expect((await renew('Report Readers')).status).toBe(403)
    expect((await renew('Supplier Forum')).status).toBe(204)
    expect((await getGroup('Supplier Forum'))['expirationDateTime']).toBeNull()
  })
})
