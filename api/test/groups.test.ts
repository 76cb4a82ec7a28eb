import type { Membership, Memberships } from '@foyer/contracts/me'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from './support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.simulator.reset())
afterAll(async () => world[Symbol.asyncDispose]())

async function groups(mail: string, slug?: 'contoso' | 'fabrikam' | 'northwind') {
  const visitor = await world.enter(mail, slug)
  const reply = await visitor.get('/v1/me/groups')
  expect(reply.statusCode).toBe(200)
  return reply.json<Memberships>()
}

async function namedGroups(mail: string, slug?: 'contoso' | 'fabrikam' | 'northwind') {
  const found = await groups(mail, slug)
  if (found.visibility !== 'names') throw new Error('only a count is shown')
  return new Map(found.memberships.map((membership) => [membership.name, membership]))
}

/** What the pictures of the organization page show of a group. */
function shown({ kind, how, role, canLeave, cannotLeaveBecause }: Membership) {
  return [kind, how, role, canLeave || cannotLeaveBecause]
}

test('Grace sees her seven groups at Contoso, how she is in each, and which she can leave', async () => {
  const found = await namedGroups('grace@adatum.com')
  expect(Object.fromEntries([...found].map(([name, group]) => [name, shown(group)]))).toEqual({
    'All Partners': ['security', 'rule', 'member', 'managed-by-rule'],
    'Harbour Drawings': ['security', 'assigned', 'member', true],
    'Harbour Redevelopment': ['team', 'assigned', 'member', true],
    'Harbour Reviewers': ['security', 'group', 'member', 'nested-only'],
    'Site Access East': ['security', 'assigned', 'member', 'synced'],
    'Supplier Forum': ['microsoft-365', 'assigned', 'member-and-owner', 'last-owner'],
    'Tender 2026': ['microsoft-365', 'assigned', 'member', true],
  })
  expect([...found.keys()]).toEqual([...found.keys()].toSorted())
})

test('a nested membership names the group through which it comes, and an expiring group its day', async () => {
  const found = await namedGroups('grace@adatum.com')
  expect(found.get('Harbour Reviewers')?.through).toEqual(['Harbour Drawings'])
  expect(found.get('Harbour Drawings')?.through).toEqual([])
  expect(found.get('Tender 2026')?.expiresAt).toMatch(/^2026-12-18T/)
  expect(found.get('Tender 2026')?.description).toBe('Papers of the tender of 2026')
})

test('Omar sees why the kinds that nobody leaves by themselves cannot be left', async () => {
  const found = await namedGroups('omar@outlook.example')
  expect(Object.fromEntries([...found].map(([name, group]) => [name, shown(group)]))).toEqual({
    'Board Papers': ['security', 'assigned', 'member', 'protected'],
    'Contoso Announcements': ['distribution', 'assigned', 'member', 'managed-in-exchange'],
    'Site Safety': ['mail-enabled-security', 'assigned', 'member', 'managed-in-exchange'],
    'Supplier Quality': ['microsoft-365', 'assigned', 'member-and-owner', true],
  })
})

test('Lena, who owns a group without being in it, is told that she is its owner only', async () => {
  const found = await namedGroups('lena@atelier-vogel.example')
  expect(shown(found.get('Atelier Exchange') as Membership)).toEqual([
    'microsoft-365',
    'none',
    'owner',
    'owner-only',
  ])
})

test('a group that can carry roles cannot be left', async () => {
  const found = await namedGroups('priya@tailspin.com')
  expect(found.get('Report Readers')?.cannotLeaveBecause).toBe('role-assignable')
})

test('somebody in no group is told so', async () => {
  expect(await groups('bea@outlook.example')).toEqual({
    visibility: 'names',
    count: 0,
    memberships: [],
  })
})

test('where guests may not see groups, Priya is told only how many there are', async () => {
  expect(await groups('priya@tailspin.com', 'northwind')).toEqual({ visibility: 'count', count: 2 })
})

test('where the level of guest access cannot be read, it counts as the strictest', async () => {
  world.fail({ path: '/v1.0/policies/authorizationPolicy', status: 403 })
  expect(await groups('grace@adatum.com')).toEqual({ visibility: 'count', count: 7 })
})

test('external members and internal guests see their groups; plain members are sent elsewhere', async () => {
  expect((await namedGroups('yuki@adatum.com')).get('All Partners')?.how).toBe('rule')
  expect(await groups('tom@contoso.com')).toMatchObject({ visibility: 'names' })
  const noor = await world.enter('noor@contoso.com')
  expect((await noor.get('/v1/me/groups')).json()).toMatchObject({
    status: 403,
    code: 'not-a-guest',
  })
})

test('every page of Grace’s groups is read, an empty one and short ones', async () => {
  const grace = await world.enter('grace@adatum.com')
  const { personId } = (await grace.get('/v1/me')).json<{ personId: string }>()
  const path = `/v1.0/users/${personId}/memberOf/microsoft.graph.group`
  const next = `${world.simulator.url}${path}?$top=2`
  world.fail({ path, count: 1, status: 200, body: { value: [], '@odata.nextLink': next } })
  const reply = (await grace.get('/v1/me/groups')).json<Memberships>()
  const direct =
    reply.visibility === 'names' && reply.memberships.filter(({ how }) => how !== 'group')
  expect(reply.count).toBe(7)
  expect(direct).toHaveLength(6)
})
