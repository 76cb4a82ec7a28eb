import { describe, expect, it } from 'vitest'
import { list, withSimulator } from './world.ts'

const world = withSimulator()
const size = { members: 1800, guests: 1200, groups: 60 }
const eventual = { consistencylevel: 'eventual' }

async function fill(organization = 'contoso', wanted: object = size) {
  return world.send('/simulator/seed', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organization, ...wanted }),
  })
}

async function read(path: string, headers = {}) {
  return world.graph(await world.appToken('contoso', 'reader'), path, { headers })
}

async function count(filter: string): Promise<number> {
  return Number((await read(`/v1.0/users/$count?$filter=${filter}`, eventual)).text)
}

async function readAll(path: string) {
  const found: Record<string, unknown>[] = []
  for (let next: string | undefined = path; next;) {
    const { body } = await read(next)
    found.push(...list(body))
    const link = body['@odata.nextLink'] as string | undefined
    next = link?.slice(world.simulator.url.length)
  }
  return found
}

/** How many objects a relation of each of up to 20 users has, asked in one batch. */
async function countEach(users: readonly Record<string, unknown>[], relation: string) {
  const requests = users.map(({ id }) => ({
    id: String(id),
    method: 'GET',
    url: `/users/${String(id)}/${relation}`,
  }))
  const { body } = await world.graph(await world.appToken('contoso', 'reader'), '/v1.0/$batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ requests }),
  })
  const responses = body['responses'] as { status: number; body: Record<string, unknown> }[]
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]))
  return responses.map((response) => list(response.body).length)
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

describe('a generated directory', () => {
  it('has as many people and groups more as were wished', async () => {
    const before = await Promise.all([count("userType eq 'Member'"), count("userType eq 'Guest'")])
    const { users, groups } = (await fill()).body
    const after = await Promise.all([count("userType eq 'Member'"), count("userType eq 'Guest'")])
    expect(after).toEqual([before[0] + size.members, before[1] + size.guests])
    expect(users).toBe(after[0] + after[1])
    expect(groups).toBeGreaterThanOrEqual(size.groups)
  })

  it('is the same every time', async () => {
    await fill()
    const path = '/v1.0/users?$top=999&$select=id,displayName,mail,createdDateTime'
    const first = await readAll(path)
    world.simulator.reset()
    expect(await readAll(path)).not.toHaveLength(first.length)
    await fill()
    expect(await readAll(path)).toEqual(first)
  })

  it('can be filled again, with other people', async () => {
    await fill()
    await fill('contoso', { members: 10, guests: 5, groups: 1 })
    const names = (await readAll('/v1.0/users?$top=999')).map((user) => user['userPrincipalName'])
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(size.members + size.guests + 15)
  })

  it('mixes guests among members on every page', async () => {
    await fill()
    const pages = await readAll('/v1.0/users?$top=999&$select=userType')
    for (let at = 500; at + 100 <= pages.length; at += 100) {
      const guests = pages.slice(at, at + 100).filter((user) => user['userType'] === 'Guest')
      expect(guests).toHaveLength(40)
    }
  })

  it('has relations that can be read from both ends', async () => {
    await fill()
    const everybody = "/v1.0/users?$top=999&$select=id&$filter=userType eq 'Guest'"
    const guests = (await readAll(everybody)).slice(500, 508)
    const kinds = new Set<unknown>()
    for (const guest of guests) {
      const groups = list((await read(`/v1.0/users/${String(guest['id'])}/memberOf`)).body)
      for (const group of groups) {
        const members = await readAll(`/v1.0/groups/${String(group['id'])}/members?$top=999`)
        expect(members.map(({ id }) => id)).toContain(guest['id'])
        kinds.add(group['membershipRule'] === null ? 'assigned' : 'by rule')
      }
    }
    expect(kinds).toEqual(new Set(['by rule', 'assigned']))
  })

  it('has sponsors for three guests in four, and groups that lie in groups', async () => {
    await fill()
    const everybody = "/v1.0/users?$top=999&$select=id&$filter=userType eq 'Guest'"
    const guests = (await readAll(everybody)).slice(500, 580)
    const total = { sponsors: 0, memberOf: 0, transitiveMemberOf: 0 }
    for (const name of ['sponsors', 'memberOf', 'transitiveMemberOf'] as const) {
      for (let at = 0; at < guests.length; at += 20) {
        const counts = await countEach(guests.slice(at, at + 20), name)
        total[name] += name === 'sponsors' ? counts.filter(Boolean).length : sum(counts)
      }
    }
    expect(total.sponsors).toBeGreaterThan(48)
    expect(total.sponsors).toBeLessThan(72)
    expect(total.transitiveMemberOf).toBeGreaterThan(total.memberOf)
  })

  it.each([
    ['an organization that is not there', 'nowhere', size],
    ['nobody', 'contoso', { ...size, members: 0 }],
    ['half a guest', 'contoso', { ...size, guests: 0.5 }],
    ['no number', 'contoso', { ...size, groups: 'many' }],
    ['more than fit', 'contoso', { ...size, members: 5_000_000 }],
  ])('is refused for %s', async (_what, organization, wanted) => {
    expect((await fill(organization, wanted)).status).toBe(400)
  })

  it('is gone after a reset, and is no work of anybody', async () => {
    const before = await count("userType eq 'Guest'")
    await fill()
    expect((await world.send('/simulator/effects')).text).toBe('[]')
    world.simulator.reset()
    expect(await count("userType eq 'Guest'")).toBe(before)
  })
})
