import { describe, expect, it } from 'vitest'
import type { SimulatorOptions } from '../src/simulator.ts'
import { dayMs, list, withSimulator } from './world.ts'

type Row = Record<string, unknown>
interface Round {
  rows: Row[]
  pages: number
  deltaLink: string
}

/** A client of one feed, which follows every link to its end. */
function feedOf(world: ReturnType<typeof withSimulator>) {
  const get = async (path: string, headers = {}, slug = 'contoso') =>
    world.graph(await world.toolToken(slug), path, { headers })
  const follow = async (path: string, headers = {}, slug = 'contoso'): Promise<Round> => {
    const rows: Row[] = []
    for (let pages = 1, next = path; ; pages += 1) {
      const { status, body, text } = await get(next, headers, slug)
      if (status !== 200) throw new Error(`${status} ${text}`)
      rows.push(...list(body))
      const link = body['@odata.deltaLink'] ?? body['@odata.nextLink']
      next = String(link).replace(world.simulator.url, '')
      if ('@odata.deltaLink' in body) return { rows, pages, deltaLink: next }
    }
  }
  const change = async (method: string, path: string, body?: object) => {
    const answer = await world.graph(await world.toolToken('contoso'), `/v1.0${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
      headers: { 'content-type': 'application/json' },
    })
    if (answer.status >= 300) throw new Error(answer.text)
  }
  const groupId = async (name: string): Promise<string> => {
    const { rows } = await follow('/v1.0/groups/delta?$select=displayName')
    return String(rows.find(({ displayName }) => displayName === name)?.['id'])
  }
  return { get, follow, change, groupId }
}

const world = withSimulator({
  variants: { deltaReplays: 'none' },
} satisfies Partial<SimulatorOptions>)
const { get, follow, change, groupId } = feedOf(world)
const grace = () => world.userId('Grace Adeyemi')
const errorOf = (body: Row) => body['error'] as Row

describe('a feed of users', () => {
  it('tells everybody once, then nothing', async () => {
    const { rows, deltaLink } = await follow('/v1.0/users/delta?$select=displayName,userType')
    const ids = rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(rows).toContainEqual({ id: grace(), displayName: 'Grace Adeyemi', userType: 'Guest' })
    expect((await follow(deltaLink)).rows).toEqual([])
  })

  it.each(['delta', 'delta()', 'microsoft.graph.delta()'])('has the name %s', async (name) => {
    const { rows } = await follow(`/beta/users/${name}?$select=id`)
    expect(rows).toContainEqual({ id: grace() })
  })

  it('begins now with the token latest', async () => {
    const { rows, deltaLink } = await follow('/v1.0/users/delta?$deltaToken=latest')
    expect(rows).toEqual([])
    await change('DELETE', `/users/${grace()}`)
    expect((await follow(deltaLink)).rows).toEqual([
      { id: grace(), '@removed': { reason: 'changed' } },
    ])
  })

  it('follows a guest from deletion over restoring to the end', async () => {
    const first = await follow('/v1.0/users/delta?$select=displayName')
    await change('DELETE', `/users/${grace()}`)
    const deleted = await follow(first.deltaLink)
    expect(deleted.rows).toEqual([{ id: grace(), '@removed': { reason: 'changed' } }])
    await change('POST', `/directory/deletedItems/${grace()}/restore`)
    const restored = await follow(deleted.deltaLink)
    expect(restored.rows).toEqual([{ id: grace(), displayName: 'Grace Adeyemi' }])
    await change('DELETE', `/users/${grace()}`)
    const again = await follow(restored.deltaLink)
    world.simulator.clock.advance(6 * dayMs)
    const kept = await follow(again.deltaLink)
    expect(kept.rows).toEqual([])
    world.simulator.clock.advance(6.9 * dayMs)
    const alsoKept = await follow(kept.deltaLink)
    world.simulator.clock.advance(6.9 * dayMs)
    const stillKept = await follow(alsoKept.deltaLink)
    world.simulator.clock.advance(6.9 * dayMs)
    const last = await follow(stillKept.deltaLink)
    world.simulator.clock.advance(6 * dayMs)
    const purged = await follow(last.deltaLink)
    expect(purged.rows).toEqual([{ id: grace(), '@removed': { reason: 'deleted' } }])
  })

  it('tells what was done between its pages in the first round after them', async () => {
    const first = await get('/v1.0/users/delta?$deltaToken=')
    await change('DELETE', `/users/${grace()}`)
    const link = String(first.body['@odata.nextLink'] ?? first.body['@odata.deltaLink'])
    const rest = await follow(link.replace(world.simulator.url, ''))
    const rows = first.body['@odata.nextLink'] ? (await follow(rest.deltaLink)).rows : rest.rows
    expect(rows).toEqual([{ id: grace(), '@removed': { reason: 'changed' } }])
  })

  it('tells of a property only where it was selected, and alone where little is wanted', async () => {
    const [names, states] = await Promise.all([
      follow('/beta/users/delta?$select=displayName', {}, 'northwind'),
      follow('/beta/users/delta?$select=displayName,externalUserState', {}, 'northwind'),
    ])
    await world.signIn('northwind', 'grace@adatum.com')
    expect((await follow(names.deltaLink, {}, 'northwind')).rows).toEqual([])
    const whole = await follow(states.deltaLink, {}, 'northwind')
    const [{ id } = {}] = whole.rows
    expect(whole.rows).toEqual([
      { id, displayName: 'Grace Adeyemi', externalUserState: 'Accepted' },
    ])
    const minimal = await follow(states.deltaLink, { prefer: 'return=minimal' }, 'northwind')
    expect(minimal.rows).toEqual([{ id, externalUserState: 'Accepted' }])
  })

  it('is narrowed to up to fifty ids', async () => {
    const omar = world.userId('Omar Haddad')
    const ids = [grace(), omar]
    const filter = encodeURIComponent(ids.map((id) => `id eq '${id}'`).join(' or '))
    const { rows, deltaLink } = await follow(`/v1.0/users/delta?$select=id&$filter=${filter}`)
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids))
    await change('DELETE', `/users/${world.userId('Lena Vogel')}`)
    await change('DELETE', `/users/${omar}`)
    expect((await follow(deltaLink)).rows.map(({ id }) => id)).toEqual([omar])
    const many = Array.from({ length: 51 }, (_, index) => `id eq '${index}'`).join(' or ')
    expect((await get(`/v1.0/users/delta?$filter=${encodeURIComponent(many)}`)).status).toBe(400)
  })

  it.each([
    ['$top=5', 400],
    ['$orderby=displayName', 400],
    ['$expand=manager', 400],
    ['$count=true', 400],
    [`$filter=${encodeURIComponent("userType eq 'Guest'")}`, 400],
    ['$select=signInActivity', 501],
    ['$select=shoeSize', 400],
  ])('refuses %s', async (option, status) => {
    expect((await get(`/v1.0/users/delta?${option}`)).status).toBe(status)
  })
})

describe('a feed of groups', () => {
  it('tells members without being asked, and owners when asked', async () => {
    const { rows } = await follow('/v1.0/groups/delta')
    const withMembers = rows.filter((row) => 'members@delta' in row)
    expect(withMembers.length).toBeGreaterThan(3)
    expect(rows.some((row) => 'owners@delta' in row)).toBe(false)
    const selected = await follow('/v1.0/groups/delta?$select=displayName,owners')
    expect(selected.rows.some((row) => 'owners@delta' in row)).toBe(true)
    expect(selected.rows.some((row) => 'members@delta' in row)).toBe(false)
    const expanded = await follow('/v1.0/groups/delta?$select=displayName&$expand=members')
    expect(expanded.rows.some((row) => 'members@delta' in row)).toBe(true)
  })

  it('tells who came and who went', async () => {
    const group = await groupId('Supplier Quality')
    const { deltaLink } = await follow('/v1.0/groups/delta?$select=displayName,members')
    const omar = world.userId('Omar Haddad')
    const lena = world.userId('Lena Vogel')
    await change('POST', `/groups/${group}/members/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${lena}`,
    })
    await change('DELETE', `/groups/${group}/members/${omar}/$ref`)
    const { rows } = await follow(deltaLink)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ id: group, displayName: 'Supplier Quality' })
    const members = rows[0]?.['members@delta'] as Row[]
    expect(members).toHaveLength(2)
    expect(members).toContainEqual({ '@odata.type': '#microsoft.graph.user', id: lena })
    expect(members).toContainEqual({
      '@odata.type': '#microsoft.graph.user',
      id: omar,
      '@removed': { reason: 'deleted' },
    })
  })

  it('tells a new name only to whoever follows names', async () => {
    const group = await groupId('Supplier Quality')
    const names = await follow('/v1.0/groups/delta?$select=displayName,description')
    const rules = await follow('/v1.0/groups/delta?$select=membershipRule')
    await change('PATCH', `/groups/${group}`, { displayName: 'Supplier Excellence' })
    const minimal = await follow(names.deltaLink, { prefer: 'return=minimal' })
    expect(minimal.rows).toEqual([{ id: group, displayName: 'Supplier Excellence' }])
    expect((await follow(rules.deltaLink)).rows).toEqual([])
  })

  it('keeps a deleted member until the directory has purged them', async () => {
    const group = await groupId('Supplier Quality')
    await change('DELETE', `/users/${world.userId('Omar Haddad')}`)
    const latest = '/v1.0/groups/delta?$deltatoken=latest&$select=members'
    const { deltaLink } = await follow(latest)
    expect((await follow(deltaLink)).rows).toEqual([])
    const { rows: asBegun } = await follow('/v1.0/groups/delta?$select=members')
    expect(asBegun.find(({ id }) => id === group)?.['members@delta']).toContainEqual({
      '@odata.type': '#microsoft.graph.user',
      id: world.userId('Omar Haddad'),
    })
    world.simulator.clock.advance(25 * dayMs)
    const later = await follow(latest)
    world.simulator.clock.advance(6 * dayMs)
    const { rows } = await follow(later.deltaLink)
    expect(rows.find(({ id }) => id === group)).toMatchObject({
      'members@delta': [{ '@removed': { reason: 'deleted' } }],
    })
  })

  it('does not show groups with hidden members to who may not see them', async () => {
    const ids = async (identity: 'reader' | 'keeper') => {
      const token = await world.appToken('fabrikam', identity)
      const { body } = await world.graph(token, '/v1.0/groups/delta?$select=visibility')
      return (list(body) ?? []).filter(({ visibility }) => visibility === 'HiddenMembership')
    }
    expect(await ids('reader')).toHaveLength(1)
    const tool = await follow('/v1.0/groups/delta?$select=visibility', {}, 'fabrikam')
    expect(tool.rows.filter(({ visibility }) => visibility === 'HiddenMembership')).toEqual([])
  })
})

describe('pages', () => {
  it('tell everybody, and repeat a group until all of its members are told', async () => {
    world.simulator.choose({ deltaPage: '1000-objects-5000-links' })
    const whole = await follow('/v1.0/groups/delta?$select=members')
    const everybody = await follow('/v1.0/users/delta?$select=id')
    world.simulator.choose({ deltaPage: '7-objects-5-links' })
    const users = await follow('/v1.0/users/delta?$select=id')
    expect(users.rows).toEqual(everybody.rows)
    expect(users.pages).toBe(Math.ceil(everybody.rows.length / 7))
    const paged = await follow('/v1.0/groups/delta?$select=members')
    expect(paged.rows.length).toBeGreaterThan(whole.rows.length)
    expect(membersIn(paged.rows)).toEqual(membersIn(whole.rows))
  })

  it('of a round tell each change once', async () => {
    world.simulator.choose({ deltaPage: '7-objects-5-links' })
    const { deltaLink } = await follow('/v1.0/users/delta?$select=id')
    const { rows } = await follow('/v1.0/users/delta?$select=id,userType')
    const guests = rows.filter(({ userType }) => userType === 'Guest').map(({ id }) => String(id))
    const token = await world.toolToken('contoso')
    const leaving: string[] = []
    for (const id of guests) {
      // Whoever holds a role cannot be deleted, and is not told of.
      const { status } = await world.graph(token, `/v1.0/users/${id}`, { method: 'DELETE' })
      if (status === 204) leaving.push(id)
      if (leaving.length === 20) break
    }
    const round = await follow(deltaLink)
    expect(round.pages).toBe(3)
    expect(round.rows.map(({ id }) => id)).toEqual(leaving.toSorted())
  })
})

/** What a client has at the end that joins the rows of each group. */
function membersIn(rows: Row[]): Map<unknown, string[]> {
  const members = new Map<unknown, string[]>()
  for (const row of rows) {
    const told = (row['members@delta'] ?? []) as { id: string }[]
    members.set(row['id'], [...(members.get(row['id']) ?? []), ...told.map(({ id }) => id)])
  }
  return members
}

describe('a state token', () => {
  const deltaLink = async () => (await follow('/v1.0/users/delta?$select=displayName')).deltaLink

  it('is refused when it was altered, or is not for this feed or organization', async () => {
    const link = await deltaLink()
    const refused = [
      [`${link}x`, 'contoso'],
      [link.replace('/users/', '/groups/'), 'contoso'],
      [link.replace('$deltatoken', '$skiptoken'), 'contoso'],
      [`${link}&$select=mail`, 'contoso'],
      ['/v1.0/users/delta?$deltatoken=yesterday', 'contoso'],
      [link, 'fabrikam'],
    ] as const
    for (const [path, slug] of refused) {
      expect((await get(path, {}, slug)).status).toBe(400)
    }
    expect((await get(link)).status).toBe(200)
  })

  it('lives for seven days of the clock', async () => {
    world.simulator.choose({ deltaExpired: '400' })
    const link = await deltaLink()
    world.simulator.clock.advance(7 * dayMs - 60_000)
    expect((await get(link)).status).toBe(200)
    world.simulator.clock.advance(2 * 60_000)
    const over = await get(link)
    expect(over.status).toBe(400)
    expect(errorOf(over.body)).toMatchObject({ code: 'syncStateNotFound' })
    world.simulator.choose({ deltaExpired: '410-with-location' })
    const gone = await get(link)
    expect(gone.status).toBe(410)
    expect(gone.headers.get('location')).toContain('/users/delta?$deltatoken=&$select=displayName')
  })

  it('may be used again, and tells the same', async () => {
    const link = await deltaLink()
    await change('DELETE', `/users/${grace()}`)
    const { rows } = await follow(link)
    expect((await follow(link)).rows).toEqual(rows)
    expect(rows).toHaveLength(1)
  })

  it('does not survive a reset of the synchronization, and names where to begin', async () => {
    const link = await deltaLink()
    world.simulator.faults.add({ path: '/v1.0/users/delta', delta: 'reset', count: 1 })
    const gone = await get(link)
    expect(gone.status).toBe(410)
    expect(errorOf(gone.body)['code']).toBe('resyncRequired')
    const location = String(gone.headers.get('location')).replace(world.simulator.url, '')
    expect((await follow(location)).rows).toContainEqual({
      id: grace(),
      displayName: 'Grace Adeyemi',
    })
  })

  it('of a world before a reset leads to a new beginning', async () => {
    const link = await deltaLink()
    await change('DELETE', `/users/${grace()}`)
    world.simulator.reset()
    expect((await get(link)).status).toBe(410)
  })

  it('of another history with the same numbers leads to a new beginning', async () => {
    world.simulator.reset()
    const link = await deltaLink()
    world.simulator.reset()
    expect((await get(link)).status).toBe(410)
  })

  it('repeats the changes of the round before, once, where the directory replays', async () => {
    world.simulator.choose({ deltaReplays: 'every-change-twice' })
    const link = await deltaLink()
    await change('DELETE', `/users/${grace()}`)
    const first = await follow(link)
    const second = await follow(first.deltaLink)
    expect(second.rows).toEqual(first.rows)
    expect(first.rows).toHaveLength(1)
    expect((await follow(second.deltaLink)).rows).toEqual([])
  })
})
