import type { GroupId, OrganizationId } from '@foyer/contracts/ids'
import { leaveGroup } from '@foyer/contracts/me'
import { getMyData, type MyData } from '@foyer/contracts/my-data'
import { guidOf } from '@foyer/simulator/world/guid'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { syncOrganization } from '../src/projection/projection.ts'
import { forgetWork, leaveAfterSigningIn, receiptOf } from './support/leaving.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'contoso')
  await forgetWork(world, 'fabrikam')
})
afterAll(async () => world[Symbol.asyncDispose]())

async function dataOf(visitor: Visitor): Promise<MyData> {
  const { status, body } = await visitor.call(getMyData, {})
  if (status !== 200) throw new Error(`${status} ${String(body['code'])}`)
  return body as MyData
}

test('Grace reads what the directory of Contoso says of her, and what Foyer remembers of it', async () => {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  await syncOrganization(world.portal, organizationId)
  const data = await dataOf(await world.enter('grace@adatum.com'))
  expect(data.organization).toEqual({ organizationId, slug: 'contoso', name: 'Contoso' })
  expect(data.directory).toMatchObject({
    kind: 'guest',
    name: 'Grace Adeyemi',
    mail: 'grace@adatum.com',
    groupCount: 7,
    sponsors: [{ name: 'Sam Okafor' }],
  })
  expect(data.directory.groups?.map(({ name }) => name)).toContain('Tender 2026')
  expect(data.remembered).toMatchObject({
    name: 'Grace Adeyemi',
    mail: 'grace@adatum.com',
    sponsorCount: 1,
  })
  expect(data.remembered?.asOf).toBeDefined()
})

test('what she did, the mails about it and its entries stand there', async () => {
  const visitor = await world.enter('grace@adatum.com')
  const groupId = guidOf('group contoso Tender 2026') as GroupId
  await receiptOf(world, await visitor.call(leaveGroup, { params: { groupId } }))
  await world.portal.settle()
  const { leavings, mails, journal } = await dataOf(visitor)
  expect(leavings).toMatchObject([{ group: 'Tender 2026', state: 'done' }])
  expect(mails).toMatchObject([
    { template: 'left-group', to: 'grace@adatum.com', sentAt: expect.any(String) as string },
  ])
  expect(journal[0]).toMatchObject({ act: 'leave-group', outcome: 'done', group: 'Tender 2026' })
})

test('Omar reads nothing of hers', async () => {
  const visitor = await world.enter('grace@adatum.com')
  const groupId = guidOf('group contoso Tender 2026') as GroupId
  await receiptOf(world, await visitor.call(leaveGroup, { params: { groupId } }))
  const omar = await dataOf(await world.enter('omar@outlook.example'))
  expect([omar.leavings, omar.mails]).toEqual([[], []])
  expect(JSON.stringify(omar)).not.toMatch(/grace/i)
})

test('where guests see only how many groups they have, so does their data', async () => {
  const { directory } = await dataOf(await world.enter('priya@tailspin.com', 'northwind'))
  expect(directory.groupCount).toBe(2)
  expect(directory).not.toHaveProperty('groups')
})

test('whoever has left reads nothing here any more', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const left = await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  await receiptOf(world, left)
  const { status, body } = await visitor.call(getMyData, {})
  expect([status, body['code']]).toEqual([403, 'no-longer-here'])
})

test('a directory that is away answers with its trouble, and not with half of it', async () => {
  const visitor = await world.enter('grace@adatum.com')
  world.fail({ path: '/v1.0/users/*/sponsors*', status: 503 })
  const { status } = await visitor.call(getMyData, {})
  expect(status).toBeGreaterThanOrEqual(502)
})

test('every table that names a guest is told, or known to tell nothing more', async () => {
  const { rows } = await world.portal.store.outside(async (handle) =>
    sql<{ name: string }>`
      SELECT DISTINCT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relkind = 'r' AND a.attname IN ('guest_id', 'person_id')
        AND c.relnamespace = 'public'::regnamespace`.execute(handle),
  )
  const told = [
    'doubt',
    'ending',
    'exit_request',
    'guest',
    'guest_sponsor',
    'invitation',
    'journal',
    'leaving',
    'mail',
    'membership',
    'move',
    'ownerless_group',
    'reset',
    'restoration',
    'return_hold',
    'return_request',
    'stay_request',
    'succession',
    'term',
  ]
  // A code of ten minutes, a key that seals, the keys of requests of a day, and the people who vouch for guests.
  // Who was to be extended together with others, for 30 days: what came of it is in the term, mails and journal.
  // Who was asked to vouch: that is about those people; how many were is told.
  const nothingMore = [
    'succession_ask',
    'bulk_item',
    'mail_code',
    'guest_key',
    'person',
    'request_key',
  ]
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...told, ...nothingMore].toSorted())
})
