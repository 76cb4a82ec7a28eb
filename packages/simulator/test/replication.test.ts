import { beforeEach, describe, expect, it } from 'vitest'
import { groupCalls, referenceTo } from './group-calls.ts'
import { list, minuteMs, withSimulator } from './world.ts'

const world = withSimulator({ variants: { deltaReplays: 'none' } })
const { send, groupId, namesIn } = groupCalls(world)
const admin = async (method: string, path: string, body?: object) =>
  send(await world.toolToken('contoso'), method, path, body)
const grace = () => world.userId('Grace Adeyemi')
const groupsOfGrace = async () =>
  list((await admin('GET', `/users/${grace()}/memberOf`)).body).map((one) => one['displayName'])
const namesOfUsers = async () =>
  list((await admin('GET', '/users?$top=999')).body).map((one) => one['displayName'])
const remove = async () => expect((await admin('DELETE', `/users/${grace()}`)).status).toBe(204)
const lag = async (body: object) =>
  world.send('/simulator/replication', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

describe('while replication lags by five minutes', () => {
  beforeEach(async () => {
    await lag({ lagMs: 5 * minuteMs })
  })
  const replicate = () => world.simulator.clock.advance(5 * minuteMs)

  it('a deleted guest is in lists, and not found by id', async () => {
    await remove()
    expect((await admin('GET', `/users/${grace()}`)).status).toBe(404)
    expect((await admin('GET', `/directory/deletedItems/${grace()}`)).status).toBe(200)
    expect(await namesOfUsers()).toContain('Grace Adeyemi')
    const deleted = '/directory/deletedItems/microsoft.graph.user'
    expect(list((await admin('GET', deleted)).body)).toEqual([])
    replicate()
    expect(await namesOfUsers()).not.toContain('Grace Adeyemi')
    expect(list((await admin('GET', deleted)).body)).toHaveLength(1)
  })

  it('a restored guest is still among the deleted ones', async () => {
    await remove()
    replicate()
    expect((await admin('POST', `/directory/deletedItems/${grace()}/restore`)).status).toBe(200)
    expect((await admin('GET', `/users/${grace()}`)).status).toBe(200)
    expect(await namesOfUsers()).not.toContain('Grace Adeyemi')
    replicate()
    expect(await namesOfUsers()).toContain('Grace Adeyemi')
  })

  it('a new member is in the group for nobody who lists, from either end', async () => {
    const id = await groupId('Atelier Exchange')
    const before = await namesIn(id, 'members')
    expect(before).not.toContain('Grace Adeyemi')
    expect((await admin('POST', `/groups/${id}/members/$ref`, referenceTo(grace()))).status).toBe(
      204,
    )
    expect(await namesIn(id, 'members')).toEqual(before)
    expect(await groupsOfGrace()).not.toContain('Atelier Exchange')
    const again = await admin('POST', `/groups/${id}/members/$ref`, referenceTo(grace()))
    expect(again.status).toBe(400)
    replicate()
    expect(await namesIn(id, 'members')).toEqual([...before, 'Grace Adeyemi'])
    expect(await groupsOfGrace()).toContain('Atelier Exchange')
  })

  it('a member who was removed, and one who came and went, are told as before', async () => {
    const id = await groupId('Supplier Forum')
    const before = await namesIn(id, 'members')
    expect(before).toContain('Grace Adeyemi')
    await admin('DELETE', `/groups/${id}/members/${grace()}/$ref`)
    await admin('POST', `/groups/${id}/members/$ref`, referenceTo(grace()))
    await admin('DELETE', `/groups/${id}/members/${grace()}/$ref`)
    expect((await namesIn(id, 'members')).toSorted()).toEqual(before.toSorted())
    expect(await groupsOfGrace()).toContain('Supplier Forum')
    replicate()
    expect(await namesIn(id, 'members')).not.toContain('Grace Adeyemi')
  })

  it('a new group answers by its id, and not yet in lists', async () => {
    const made = await admin('POST', '/groups', {
      displayName: 'Night Shift',
      mailEnabled: false,
      mailNickname: 'nightshift',
      securityEnabled: true,
    })
    expect((await admin('GET', `/groups/${String(made.body['id'])}`)).status).toBe(200)
    await expect(groupId('Night Shift')).rejects.toThrow('no group')
    replicate()
    expect(await groupId('Night Shift')).toBe(made.body['id'])
  })

  it('a feed tells what replicas have heard of, and the rest in a later round', async () => {
    const round = async (path: string) => {
      const { body } = await world.graph(await world.toolToken('contoso'), path)
      const link = String(body['@odata.deltaLink']).replace(world.simulator.url, '')
      return { rows: list(body), link }
    }
    const begun = await round('/v1.0/users/delta?$deltaToken=latest')
    await remove()
    const early = await round(begun.link)
    expect(early.rows).toEqual([])
    replicate()
    expect((await round(early.link)).rows).toEqual([
      { id: grace(), '@removed': { reason: 'changed' } },
    ])
  })
})

describe('the lag', () => {
  it('is of one organization where it is named', async () => {
    await lag({ lagMs: 5 * minuteMs, organization: 'fabrikam' })
    await remove()
    expect(await namesOfUsers()).not.toContain('Grace Adeyemi')
  })

  it('ends with a reset', async () => {
    await lag({ lagMs: 5 * minuteMs })
    world.simulator.reset()
    await remove()
    expect(await namesOfUsers()).not.toContain('Grace Adeyemi')
  })

  it.each([{}, { lagMs: -1 }, { lagMs: '5' }, { lagMs: 5, organization: 7 }])(
    'is refused as %j',
    async (body) => expect((await lag(body)).status).toBe(400),
  )
})
