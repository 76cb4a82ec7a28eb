import { beforeEach, describe, expect, it } from 'vitest'
import { groupCalls, referenceTo } from './group-calls.ts'
import { dayMs, list, withSimulator } from './world.ts'

const world = withSimulator()
const { asApp, send } = groupCalls(world)

let token: string
beforeEach(async () => {
  token = await asApp('contoso', 'User.ReadWrite.All', 'Directory.ReadWrite.All')
})

async function createUser(userPrincipalName: string): Promise<string> {
  const { status, body } = await send(token, 'POST', '/users', {
    accountEnabled: true,
    displayName: 'Kim Vos',
    mailNickname: 'kim',
    userPrincipalName,
    passwordProfile: { password: 'Only-for-a-test-1' },
  })
  expect(status).toBe(201)
  return String(body['id'])
}
const remove = async (id: string) =>
  expect((await send(token, 'DELETE', `/users/${id}`)).status).toBe(204)
const restore = async (id: string, body?: object) =>
  send(token, 'POST', `/directory/deletedItems/${id}/restore`, body)

describe('a restored user', () => {
  it('needs a name that nobody has taken, or another', async () => {
    const first = await createUser('kim@contoso.com')
    await remove(first)
    const second = await createUser('KIM@contoso.com')
    const refused = await restore(first)
    expect(refused.status).toBe(400)
    expect(refused.body['error']).toMatchObject({
      code: 'Request_BadRequest',
      message: 'Another object with the same value for property userPrincipalName already exists.',
      details: [{ code: 'ObjectConflict', target: 'userPrincipalName' }],
    })
    expect((await send(token, 'GET', `/users/${first}`)).status).toBe(404)

    const renamed = await restore(first, { newUserPrincipalName: 'kim.vos@contoso.com' })
    expect(renamed.body).toMatchObject({ id: first, userPrincipalName: 'kim.vos@contoso.com' })
    expect((await send(token, 'GET', '/users/kim.vos@contoso.com')).body['id']).toBe(first)
    expect((await send(token, 'GET', '/users/kim@contoso.com')).body['id']).toBe(second)
  })

  it('needs addresses that nobody has taken, or gives them up', async () => {
    // Both are guests by synchronization in Fabrikam: one deleted, one made anew in the next cycle.
    world.simulator.choose({ syncedGuestAfterDeletion: 're-created' })
    token = await asApp('fabrikam', 'User.ReadWrite.All', 'Directory.ReadWrite.All')
    const select = '$select=id,displayName,mail,proxyAddresses'
    const everyone = async () => list((await send(token, 'GET', `/users?$top=999&${select}`)).body)
    const emil = (await everyone()).find(({ displayName }) => displayName === 'Emil Novak')
    await remove(String(emil?.['id']))
    world.simulator.clock.advance(dayMs)
    const again = (await everyone()).find(({ mail }) => mail === emil?.['mail'])
    expect(again?.['proxyAddresses']).toEqual(emil?.['proxyAddresses'])

    const name = { newUserPrincipalName: 'emil.novak@fabrikam.com' }
    const refused = await restore(String(emil?.['id']), name)
    expect(refused.status).toBe(400)
    expect(refused.body['error']).toMatchObject({
      details: [{ code: 'ObjectConflict', target: 'proxyAddresses' }],
    })
    const wishes = { ...name, autoReconcileProxyConflict: true }
    expect((await restore(String(emil?.['id']), wishes)).status).toBe(200)
    const path = `/users/${String(emil?.['id'])}?${select}`
    expect((await send(token, 'GET', path)).body).toMatchObject({ proxyAddresses: [] })
  })

  it.each([
    [{ newUserPrincipalName: 'kim@elsewhere.example' }],
    [{ newUserPrincipalName: 'nobody' }],
    [{ newUserPrincipalName: 7 }],
    [{ autoReconcileProxyConflict: 'yes' }],
  ])('does not come back by %o', async (body) => {
    const id = await createUser('kim@contoso.com')
    await remove(id)
    expect((await restore(id, body)).status).toBe(400)
    expect((await restore(id)).status).toBe(200)
    expect((await restore(id)).status).toBe(404)
  })
})

describe('a purged user', () => {
  it('counts no longer among the five sponsors of somebody', async () => {
    const guest = `/users/${await createUser('kim.vos@contoso.com')}/sponsors/$ref`
    const ids: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      ids.push(await createUser(`kim.${name}@contoso.com`))
    }
    const statuses: number[] = []
    for (const id of ids) statuses.push((await send(token, 'POST', guest, referenceTo(id))).status)
    expect(statuses).toEqual([204, 204, 204, 204, 204, 400])
    await remove(String(ids[0]))
    const sixth = referenceTo(String(ids[5]))
    expect((await send(token, 'POST', guest, sixth)).status).toBe(400)
    world.simulator.clock.advance(30 * dayMs)
    expect((await send(token, 'POST', guest, sixth)).status).toBe(204)
  })
})
