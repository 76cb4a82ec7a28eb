import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Simulator, startSimulator } from '../src/simulator.ts'
import { dayMs, list, portalOrigin, withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T09:00:00Z') })

async function save(): Promise<Buffer> {
  const reply = await fetch(`${world.simulator.url}/simulator/state`)
  return Buffer.from(await reply.arrayBuffer())
}

async function load(state: Buffer) {
  return world.send('/simulator/state', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(state),
  })
}

async function read(path: string, slug = 'contoso') {
  return (await world.graph(await world.toolToken(slug), path)).body
}

/** What can be seen of a few people and of everybody in their groups, in order. */
async function look() {
  const grace = world.userId('Grace Adeyemi')
  return {
    everybody: list(await read('/v1.0/users?$top=999')),
    groups: list(await read(`/v1.0/users/${grace}/memberOf`)),
    sponsors: list(await read(`/v1.0/users/${grace}/sponsors`)),
    fabrikam: list(await read('/v1.0/users?$top=999', 'fabrikam')),
    effects: (await world.send('/simulator/effects')).text,
    registrations: (await world.send('/simulator/registrations')).body,
  }
}

async function removeGraceFromHerFirstGroup() {
  const grace = world.userId('Grace Adeyemi')
  const [group] = list(await read(`/v1.0/users/${grace}/memberOf`))
  const path = `/v1.0/groups/${String(group?.['id'])}/members/${grace}/$ref`
  const token = await world.appToken('contoso', 'grouper')
  expect((await world.graph(token, path, { method: 'DELETE' })).status).toBe(204)
}

describe('a saved state', () => {
  it('brings back everything that has changed since', async () => {
    await removeGraceFromHerFirstGroup()
    const before = await look()
    const state = await save()
    await world.send('/simulator/seed', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ organization: 'contoso', members: 3, guests: 3, groups: 3 }),
    })
    await removeGraceFromHerFirstGroup()
    world.simulator.clock.advance(40 * dayMs)
    expect(await look()).not.toEqual(before)

    expect((await load(state)).status).toBe(200)
    expect(await look()).toEqual(before)
    expect(world.simulator.clock.now().toISOString()).toMatch(/^2026-11-23/)
  })

  it('is left alone by what happens after it was loaded', async () => {
    const state = await save()
    await load(state)
    const before = await look()
    await removeGraceFromHerFirstGroup()
    await load(state)
    expect(await look()).toEqual(before)
  })

  it('keeps a deleted guest restorable', async () => {
    const omar = world.userId('Omar Haddad')
    const keeper = await world.appToken('contoso', 'keeper')
    await world.graph(keeper, `/v1.0/users/${omar}`, { method: 'DELETE' })
    const state = await save()
    world.simulator.reset()
    await load(state)
    expect(await read(`/v1.0/users/${omar}`)).toHaveProperty('error')
    const restore = `/v1.0/directory/deletedItems/${omar}/restore`
    expect((await world.graph(keeper, restore, { method: 'POST' })).status).toBe(200)
  })

  it('is refused when it is something else, of another version or cut off', async () => {
    await removeGraceFromHerFirstGroup()
    const before = await look()
    const state = await save()
    const title = state.subarray(0, state.indexOf('\n')).toString()
    const later = Buffer.concat([
      Buffer.from(title.replace(/\d+$/, '99')),
      state.subarray(title.length),
    ])
    const refusals = [
      [Buffer.from('{"users":[]}\n'), 'This is not a saved state of the simulator.'],
      [later, 'The state was saved in version 99, and this simulator reads version 1 only.'],
      [state.subarray(0, -30), 'The state is cut off before its end.'],
    ] as const
    for (const [bytes, sentence] of refusals) {
      const answer = await load(bytes)
      expect(answer.status).toBe(400)
      expect(answer.body['message']).toBe(sentence)
    }
    expect(await look()).toEqual(before)
  })
})

describe('a saved state in another process', () => {
  let other: Simulator
  beforeAll(async () => {
    other = await startSimulator({ portalOrigin })
  })
  afterAll(async () => other.close())

  it('goes on with its tokens, registered keys, grants and mails', async () => {
    const { refreshToken } = await world.signIn('contoso', 'lena@atelier-vogel.example')
    const authorization = `Bearer ${await world.appToken('contoso', 'reader')}`
    other.load(world.simulator.save())

    const ask = async (path: string, init?: RequestInit) => fetch(`${other.url}${path}`, init)
    const organization = await ask('/v1.0/organization', { headers: { authorization } })
    expect(organization.status).toBe(200)
    expect(other.registrations()).toEqual(world.simulator.registrations())
    const mails = (await world.send('/simulator/mails')).text
    expect(mails).toContain('lena@atelier-vogel.example')
    expect(await (await ask('/simulator/mails')).text()).toBe(mails)

    const { web, api } = other.registrations()
    const { tenantId } = world.organization('contoso')
    const refreshed = await ask(`/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { origin: portalOrigin },
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: web.clientId,
        refresh_token: refreshToken,
        scope: `${api.scope} openid`,
      }),
    })
    expect(refreshed.status).toBe(200)
  })
})
