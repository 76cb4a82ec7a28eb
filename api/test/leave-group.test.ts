import type { GroupId } from '@foyer/contracts/ids'
import { leaveGroup, type Memberships } from '@foyer/contracts/me'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { guidOf } from '@foyer/simulator/world/guid'
import { receiptOf } from './support/leaving.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.simulator.reset())
afterAll(async () => world[Symbol.asyncDispose]())

/** Ids of the simulator's world are made from names. */
function idOf(name: string, slug = 'contoso'): string {
  return guidOf(`group ${slug} ${name}`)
}

async function leave(visitor: Visitor, name: string, slug?: 'fabrikam' | 'northwind') {
  return visitor.call(leaveGroup, { params: { groupId: idOf(name, slug) as GroupId } })
}

async function namesOf(visitor: Visitor): Promise<string[]> {
  const reply = (await visitor.get('/v1/me/groups')).json<Memberships>()
  return reply.visibility === 'names' ? reply.memberships.map(({ name }) => name) : []
}

const notInIt = { status: 404, code: 'membership-not-found' }

test('Grace leaves a group: the membership is gone, and she is still a guest', async () => {
  const grace = await world.enter('grace@adatum.com')
  const { personId } = (await grace.get('/v1/me')).json<{ personId: string }>()
  const groupId = idOf('Harbour Redevelopment')

  const receipt = await receiptOf(world, await leave(grace, 'Harbour Redevelopment'))
  expect(receipt).toMatchObject({
    state: 'done',
    group: 'Harbour Redevelopment',
    organization: { slug: 'contoso' },
    guest: { name: 'Grace Adeyemi' },
    told: [],
  })
  const { value } = await world.graph<{ value: { id: string }[] }>(
    `/groups/${groupId}/members?$select=id&$top=999`,
  )
  expect(value.map(({ id }) => id)).not.toContain(personId)
  expect(await world.graph(`/users/${personId}?$select=id`)).toMatchObject({ id: personId })
  expect(await namesOf(grace)).not.toContain('Harbour Redevelopment')
})

test('only the identity for memberships acts, and only on her link to the group', async () => {
  const grace = await world.enter('grace@adatum.com')
  await receiptOf(world, await leave(grace, 'Harbour Redevelopment'))
  const effects = await world.effects('member-removed')
  expect(effects).toHaveLength(1)
  expect(effects[0]).toMatchObject({ organization: 'contoso', by: { kind: 'app' } })
  expect(effects[0]?.by.name).toMatch(/grouper/i)
  expect(await world.effects('user-deleted')).toEqual([])

  const writes = (await world.requests()).filter(
    ({ method, path }) =>
      path.startsWith('/v1.0/') && method !== 'GET' && !path.endsWith('/$batch'),
  )
  expect(writes).toHaveLength(1)
  expect(writes[0]?.method).toBe('DELETE')
  expect(writes[0]?.path).toMatch(/^\/v1\.0\/groups\/[\w-]{36}\/members\/[\w-]{36}\/\$ref$/)
})

test('a group that the directory does not let her leave holds up no other', async () => {
  const grace = await world.enter('grace@adatum.com')
  const path = `/v1.0/groups/${idOf('Harbour Redevelopment')}/members/*`
  world.fail({ method: 'DELETE', path, status: 503 })
  const stuck = await leave(grace, 'Harbour Redevelopment')
  await world.portal.settle()
  const other = await receiptOf(world, await leave(grace, 'Tender 2026'))
  expect(other).toMatchObject({ state: 'done', group: 'Tender 2026' })
  expect(await receiptOf(world, stuck)).toMatchObject({ state: 'under-way' })
})

test('leaving a nested group’s inner group ends the outer membership too', async () => {
  const grace = await world.enter('grace@adatum.com')
  await receiptOf(world, await leave(grace, 'Harbour Drawings'))
  expect(await namesOf(grace)).not.toContain('Harbour Reviewers')
})

test('one owner of several leaves', async () => {
  const omar = await world.enter('omar@outlook.example')
  const { state } = await receiptOf(world, await leave(omar, 'Supplier Quality'))
  expect(state).toBe('done')
})

test.each([
  ['grace@adatum.com', 'All Partners', 'group-managed-by-rule'],
  ['grace@adatum.com', 'Site Access East', 'group-synced'],
  ['grace@adatum.com', 'Harbour Reviewers', 'group-nested-only'],
  ['grace@adatum.com', 'Supplier Forum', 'group-last-owner'],
  ['omar@outlook.example', 'Contoso Announcements', 'group-managed-in-exchange'],
  ['omar@outlook.example', 'Site Safety', 'group-managed-in-exchange'],
  ['omar@outlook.example', 'Board Papers', 'group-protected'],
  ['lena@atelier-vogel.example', 'Atelier Exchange', 'group-owner-only'],
  ['priya@tailspin.com', 'Report Readers', 'group-role-assignable'],
])('%s cannot leave %s: %s, and nothing is tried', async (mail, name, code) => {
  const visitor = await world.enter(mail)
  const reply = await leave(visitor, name)
  expect(reply.body).toMatchObject({ status: 409, code })
  expect((await world.requests()).filter(({ method }) => method === 'DELETE')).toEqual([])
})

test('a group that hides its members cannot be left where the reader may see it', async () => {
  const mei = await world.enter('mei@gmail.example', 'fabrikam')
  const reply = await leave(mei, 'Wellbeing Circle', 'fabrikam')
  expect(reply.body).toMatchObject({ status: 409, code: 'group-membership-hidden' })
})

test('a group that hides its members is one she is not in where the reader may not see it', async () => {
  const omar = await world.enter('omar@outlook.example')
  expect((await leave(omar, 'Quiet Circle')).body).toMatchObject(notInIt)
})

test('a group one is not in, one that is nowhere, and one left before are told alike', async () => {
  const grace = await world.enter('grace@adatum.com')
  const left = idOf('Harbour Redevelopment')
  await receiptOf(world, await leave(grace, 'Harbour Redevelopment'))
  const bodies = []
  for (const groupId of [left, idOf('Report Readers'), 'aaaaaaaa-0000-4000-8000-000000000001']) {
    const { requestId: _, ...body } = (await grace.delete(`/v1/me/groups/${groupId}`)).json<
      Record<string, unknown>
    >()
    bodies.push(body)
  }
  expect(bodies[0]).toMatchObject(notInIt)
  expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
})

test('a group of another organization is nowhere', async () => {
  const grace = await world.enter('grace@adatum.com', 'fabrikam')
  const reply = await leave(grace, 'Harbour Redevelopment')
  expect(reply.body).toMatchObject(notInIt)
  expect(await namesOf(await world.enter('grace@adatum.com'))).toContain('Harbour Redevelopment')
})

test('an id in capitals names the same group', async () => {
  const grace = await world.enter('grace@adatum.com')
  const groupId = idOf('Harbour Redevelopment').toUpperCase() as GroupId
  const { group } = await receiptOf(world, await grace.call(leaveGroup, { params: { groupId } }))
  expect(group).toBe('Harbour Redevelopment')
})

test('a double click leaves once, and every click has the same receipt', async () => {
  const grace = await world.enter('grace@adatum.com')
  const answers = await Promise.all(
    Array.from({ length: 5 }, async () => leave(grace, 'Harbour Redevelopment')),
  )
  const receipts = await Promise.all(answers.map(async (answer) => receiptOf(world, answer)))
  expect(new Set(receipts.map(({ number }) => number)).size).toBe(1)
  expect(await world.effects('member-removed')).toHaveLength(1)
})

test('a group that somebody else has taken her out of first was not left by Foyer', async () => {
  const grace = await world.enter('grace@adatum.com')
  const { personId } = (await grace.get('/v1/me')).json<{ personId: string }>()
  const accepted = await leave(grace, 'Harbour Redevelopment')
  const link = `/groups/${idOf('Harbour Redevelopment')}/members/${personId}/$ref`
  await world.changeDirectory('DELETE', link)
  const { state, because } = await receiptOf(world, accepted)
  expect([state, because]).toEqual(['refused', 'membership-not-found'])
  expect(await world.effects('member-removed')).toHaveLength(1)
})

test.each([
  ['yuki@adatum.com', 'an external member'],
  ['tom@contoso.com', 'an internal guest'],
  ['noor@contoso.com', 'a member'],
])('%s, %s, leaves nothing by Foyer', async (mail) => {
  const visitor = await world.enter(mail)
  const reply = await leave(visitor, 'Harbour Redevelopment')
  expect(reply.body).toMatchObject({ status: 403, code: 'not-a-guest' })
  expect(await world.effects('member-removed')).toEqual([])
})

test('where guests may not see groups, a group that Priya is in is told like one she is not in', async () => {
  const priya = await world.enter('priya@tailspin.com', 'northwind')
  const reply = await leave(priya, 'Winter Tender', 'northwind')
  expect(reply.body).toMatchObject(notInIt)
  expect(await world.effects('member-removed')).toEqual([])
})
