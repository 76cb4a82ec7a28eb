import { describe, expect, it } from 'vitest'
import { addressOf, errorOf, groupCalls, referenceTo, within } from './group-calls.ts'
import { dayMs, list, minuteMs, withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T08:00:00Z') })
const { asApp, asPerson, send, admin, groupId, getGroup, namesIn, effects } = groupCalls(world)

const items = '/directory/deletedItems'
const deletedNames = async () =>
  list((await admin('GET', `${items}/microsoft.graph.group`)).body).map((one) => one['displayName'])
const memberOf = async (person: string, relation = 'memberOf') => {
  const { body } = await admin('GET', `/users/${world.userId(person)}/${relation}`)
  return list(body).map((one) => one['displayName'])
}

async function remove(name: string): Promise<string> {
  const id = await groupId(name)
  expect((await admin('DELETE', `/groups/${id}`)).status).toBe(204)
  return id
}

describe('a deleted Microsoft 365 group', () => {
  it('is gone from every list but that of deleted items', async () => {
    const id = await remove('Supplier Forum')
    expect((await admin('GET', `/groups/${id}`)).status).toBe(404)
    expect(await memberOf('Grace Adeyemi')).not.toContain('Supplier Forum')
    expect(await memberOf('Grace Adeyemi', 'ownedObjects')).toEqual([])
    expect(await deletedNames()).toEqual(['Supplier Forum'])
    const { status, body } = await admin('GET', `${items}/${id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      '@odata.type': '#microsoft.graph.group',
      id,
      displayName: 'Supplier Forum',
      deletedDateTime: within('2026-11-23T08:0'),
    })
    expect(await effects()).toMatchObject([{ what: 'group-deleted', targets: { groupId: id } }])
  })

  it('comes back with its members and owner, and its time begins anew', async () => {
    const before = await getGroup('Tender 2026')
    const id = await remove('Tender 2026')
    world.simulator.clock.advance(5 * dayMs)
    const { status, body } = await admin('POST', `${items}/${id}/restore`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ '@odata.type': '#microsoft.graph.group', id })
    expect(await getGroup('Tender 2026')).toEqual({
      ...before,
      renewedDateTime: within('2026-11-28T08:0'),
      expirationDateTime: within('2027-05-27T08:0'),
    })
    expect(await namesIn(id, 'members')).toEqual(['Noor Rahman', 'Grace Adeyemi'])
    expect(await namesIn(id, 'owners')).toEqual(['Noor Rahman'])
    expect(await deletedNames()).toEqual([])
    expect((await effects()).map(({ what }) => what)).toEqual(['group-deleted', 'group-restored'])
  })

  it('does not come back beside another with its nickname', async () => {
    const id = await remove('Supplier Forum')
    await admin('POST', '/groups', {
      displayName: 'Supplier Forum II',
      groupTypes: ['Unified'],
      mailEnabled: true,
      mailNickname: 'supplierforum',
      securityEnabled: false,
    })
    const answer = await admin('POST', `${items}/${id}/restore`)
    expect(answer.status).toBe(400)
    expect(errorOf(answer).message).toContain('property mailNickname already exists')
    expect(await deletedNames()).toEqual(['Supplier Forum'])
  })

  it('is purged by the directory after thirty days, with its relations', async () => {
    const id = await remove('Supplier Forum')
    world.simulator.clock.advance(30 * dayMs - minuteMs)
    expect((await admin('GET', `${items}/${id}`)).status).toBe(200)
    world.simulator.clock.advance(minuteMs)
    expect((await admin('GET', `${items}/${id}`)).status).toBe(404)
    expect((await admin('POST', `${items}/${id}/restore`)).status).toBe(404)
    expect((await effects()).at(-1)).toMatchObject({
      what: 'group-purged',
      by: { kind: 'directory', name: 'Microsoft Entra' },
      targets: { groupId: id },
    })
  })

  it('is deleted for good by a person, and by no app', async () => {
    const id = await remove('Supplier Forum')
    expect((await admin('DELETE', `${items}/${id}`)).status).toBe(403)
    const token = await asPerson('contoso', 'Grace Adeyemi', 'Group.ReadWrite.All')
    expect((await send(token, 'DELETE', `${items}/${id}`)).status).toBe(204)
    expect(await deletedNames()).toEqual([])
    expect((await effects()).map(({ what }) => what)).toEqual(['group-deleted', 'group-purged'])
  })

  it('is not for whoever may handle users only', async () => {
    const id = await remove('Supplier Forum')
    const keeper = await asApp('contoso', 'User.ReadWrite.All', 'User.DeleteRestore.All')
    expect((await send(keeper, 'GET', `${items}/${id}`)).status).toBe(403)
    expect((await send(keeper, 'POST', `${items}/${id}/restore`)).status).toBe(403)
    const { body } = await send(keeper, 'GET', `${items}/microsoft.graph.user`)
    expect(list(body)).toEqual([])
  })
})

describe('a deleted security group', () => {
  it('is out of the groups it was in once it is lost, as feeds tell', async () => {
    world.simulator.choose({ deletedSecurityGroups: 'lost' })
    const token = await asApp('contoso', 'Group.ReadWrite.All', 'Directory.ReadWrite.All')
    const parent = await groupId('Harbour Reviewers')
    const id = await groupId('Harbour Drawings')
    expect(await namesIn(parent, 'members')).toEqual(['Harbour Drawings'])
    const begun = await send(token, 'GET', '/groups/delta?$deltaToken=latest')
    await remove('Harbour Drawings')
    const link = String(begun.body['@odata.deltaLink']).replace(`${world.simulator.url}/v1.0`, '')
    const told = list((await send(token, 'GET', link)).body)
    expect(told).toContainEqual({ id, '@removed': { reason: 'deleted' } })
    expect(told.find((row) => row['id'] === parent)?.['members@delta']).toEqual([
      { '@odata.type': '#microsoft.graph.group', id, '@removed': { reason: 'deleted' } },
    ])
  })

  const forget = async () => remove('Harbour Reviewers')

  it('is gone for good in the world of the pessimist', async () => {
    world.simulator.choose({ deletedSecurityGroups: 'lost' })
    const id = await forget()
    expect(await deletedNames()).toEqual([])
    expect((await admin('POST', `${items}/${id}/restore`)).status).toBe(404)
    expect((await effects()).map(({ what }) => what)).toEqual(['group-deleted', 'group-purged'])
  })

  it('can come back where the preview is taken at its word', async () => {
    world.simulator.choose({ deletedSecurityGroups: 'restorable' })
    const id = await forget()
    expect(await deletedNames()).toEqual(['Harbour Reviewers'])
    expect((await admin('POST', `${items}/${id}/restore`)).status).toBe(200)
    expect(await namesIn(id, 'members')).toEqual(['Harbour Drawings'])
  })

  it('no longer stands between others and what it was in', async () => {
    world.simulator.choose({ deletedSecurityGroups: 'restorable' })
    const { body } = await admin('POST', '/groups', {
      displayName: 'Harbour Everybody',
      mailEnabled: false,
      mailNickname: 'everybody',
      securityEnabled: true,
      'members@odata.bind': [addressOf(await groupId('Harbour Reviewers'))],
    })
    const id = String(body['id'])
    expect(await memberOf('Grace Adeyemi', 'transitiveMemberOf')).toContain('Harbour Everybody')
    await forget()
    expect(await memberOf('Grace Adeyemi', 'transitiveMemberOf')).not.toContain('Harbour Everybody')
    expect(await namesIn(id, 'transitiveMembers')).toEqual([])
  })
})

describe('no group is deleted', () => {
  it.each([
    ['Site Access East', 400, 'on-premises mastered'],
    ['Contoso Announcements', 400, 'distribution list'],
    ['Report Readers', 403, 'Insufficient privileges'],
    ['Board Papers', 403, 'restricted management administrative unit'],
  ])('that is %s', async (name, status, words) => {
    const answer = await admin('DELETE', `/groups/${await groupId(name)}`)
    expect(answer.status).toBe(status)
    expect(errorOf(answer).message).toContain(words)
    expect(await effects()).toEqual([])
  })

  it('by an app that may write members only, nor a second time', async () => {
    const path = `/groups/${await groupId('Supplier Forum')}`
    const grouper = await asApp('contoso', 'GroupMember.ReadWrite.All')
    expect((await send(grouper, 'DELETE', path)).status).toBe(403)
    await remove('Supplier Forum')
    expect((await admin('DELETE', path)).status).toBe(404)
    const bea = referenceTo(world.userId('Bea Novotna'))
    expect((await admin('POST', `${path}/members/$ref`, bea)).status).toBe(404)
  })
})
