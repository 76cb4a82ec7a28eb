import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import { getMe, leaveGroup, listMyGroups, type Memberships } from '@foyer/contracts/me'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { syncOrganization } from '../../src/projection/projection.ts'
import { receiptOf } from '../support/leaving.ts'
import { openWorld, type Slug, type Visitor, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetEverything()
})
afterAll(async () => world[Symbol.asyncDispose]())

async function sync(slug: Slug = 'contoso') {
  await syncOrganization(world.portal, world.tenantIdOf(slug) as OrganizationId)
}

async function forgetEverything() {
  for (const slug of ['contoso', 'fabrikam', 'northwind'] as const) {
    const organizationId = world.tenantIdOf(slug) as OrganizationId
    await world.portal.store.asOrganization(organizationId, async (transaction) => {
      for (const table of ['feed', 'guest', 'membership', 'directory_group', 'nesting', 'owner']) {
        await sql`DELETE FROM ${sql.table(table)}`.execute(transaction)
      }
    })
  }
}

async function directoryRequests() {
  const requests = await world.requests()
  return requests
    .filter(({ path }) => path.startsWith('/v1.0/') || path.startsWith('/beta/'))
    .reduce((sum, { count }) => sum + count, 0)
}

test.each([
  ['grace@adatum.com', 'contoso'],
  ['omar@outlook.example', 'contoso'],
  ['lena@atelier-vogel.example', 'contoso'],
  ['bea@outlook.example', 'contoso'],
  ['ravi@tailspin.com', 'contoso'],
  ['mei@gmail.example', 'fabrikam'],
  ['pierre@marchand.example', 'fabrikam'],
  ['priya@tailspin.com', 'northwind'],
] as const)('what is remembered of %s at %s is what the directory says', async (mail, slug) => {
  const visitor = await world.enter(mail, slug)
  const said = [await visitor.call(getMe, {}), await visitor.call(listMyGroups, {})]
  expect(said.map(({ body }) => body['asOf'])).toEqual([undefined, undefined])

  await sync(slug)
  const before = await directoryRequests()
  const recalled = [await visitor.call(getMe, {}), await visitor.call(listMyGroups, {})]
  expect(await directoryRequests()).toBe(before)
  const asOf = expect.stringMatching(/^\d{4}-/) as string
  expect(recalled.map(({ body }) => body)).toEqual(said.map(({ body }) => ({ ...body, asOf })))
})

test.each(['yuki@adatum.com', 'tom@contoso.com', 'noor@contoso.com'])(
  '%s, who is no guest from elsewhere, is never remembered',
  async (mail) => {
    await sync()
    const visitor = await world.enter(mail)
    const { status, body } = await visitor.call(getMe, {})
    expect([status, body['asOf']]).toEqual([200, undefined])
  },
)

test('a group that Grace leaves is gone from her page at once, before any feed tells', async () => {
  await sync()
  const grace = await world.enter('grace@adatum.com')
  const names = async () => {
    const groups = (await grace.get('/v1/me/groups')).json<Memberships>()
    return groups.visibility === 'names' ? groups.memberships : []
  }
  const tender = (await names()).find(({ name }) => name === 'Tender 2026')
  const params = { groupId: tender?.groupId ?? ('' as GroupId) }
  await receiptOf(world, await grace.call(leaveGroup, { params }))
  expect((await names()).map(({ name }) => name)).not.toContain('Tender 2026')
  await sync()
  expect((await names()).map(({ name }) => name)).not.toContain('Tender 2026')
})

test('whom the organization blocks is told so as soon as the feed has told', async () => {
  await sync()
  const grace = await world.enter('grace@adatum.com')
  const { body } = await grace.call(getMe, {})
  await world.changeDirectory('PATCH', `/users/${String(body['personId'])}`, {
    accountEnabled: false,
  })
  await sync()
  for (const page of [getMe, listMyGroups]) {
    expect((await grace.call(page, {})).body).toMatchObject({ code: 'blocked-here' })
  }
})

test('the groups of whoever came back are asked of the directory until its lists have settled', async () => {
  await sync()
  const groups = async () =>
    (await (await world.enter('grace@adatum.com')).call(listMyGroups, {})).body
  const { asOf, ...before } = await groups()
  expect(asOf).toBeDefined()
  const { body } = await (await world.enter('grace@adatum.com')).call(getMe, {})
  const personId = String(body['personId'])
  await world.changeDirectory('DELETE', `/users/${personId}`)
  await sync()
  await world.changeDirectory('POST', `/directory/deletedItems/${personId}/restore`)
  await sync()
  expect(await groups()).toEqual(before)
  world.simulator.clock.advance(2 * 60 * 60_000)
  await sync()
  expect(await groups()).toEqual({ ...before, asOf: expect.any(String) as string })
})

test('one organization is never told what is remembered of another', async () => {
  await sync('contoso')
  await sync('fabrikam')
  const grace = await world.enter('grace@adatum.com')
  const { body } = await grace.call(getMe, {})
  const fabrikam = world.tenantIdOf('fabrikam') as OrganizationId
  const stranger = await world.portal.store.recall('me', fabrikam, body['personId'] as never)
  expect(stranger).toBeUndefined()
})

test('whoever asks in the same moment gets their own answer, twice too', async () => {
  const everybody = await Promise.all([
    world.enter('grace@adatum.com'),
    world.enter('omar@outlook.example'),
    world.enter('lena@atelier-vogel.example'),
    world.enter('grace@adatum.com', 'fabrikam'),
    world.enter('mei@gmail.example', 'fabrikam'),
    world.enter('priya@tailspin.com', 'northwind'),
    world.enter('yuki@adatum.com'),
  ])
  for (const slug of ['contoso', 'fabrikam', 'northwind'] as const) await sync(slug)
  const ask = async (visitor: Visitor) =>
    Promise.all([visitor.call(getMe, {}), visitor.call(listMyGroups, {})])
  const alone: Awaited<ReturnType<typeof ask>>[] = []
  for (const visitor of everybody) alone.push(await ask(visitor))
  const together = await Promise.all([...everybody, ...everybody].map(ask))
  const bodies = (answers: typeof alone) => answers.map((each) => each.map(({ body }) => body))
  expect(bodies(together)).toEqual(bodies([...alone, ...alone]))
  expect(new Set(alone.map(([me]) => me?.body['personId'])).size).toBe(everybody.length)
})

test('however many ask in the same moment, everybody is answered', async () => {
  await sync()
  const grace = await world.enter('grace@adatum.com')
  const { body } = await grace.call(getMe, {})
  const personId = body['personId'] as PersonId
  const contoso = world.tenantIdOf('contoso') as OrganizationId
  const asked = Array.from({ length: 200 }, async () =>
    world.portal.store.recall('me', contoso, personId),
  )
  const [first, ...others] = await Promise.all(asked)
  expect(first).toMatchObject({ person: personId })
  expect(others).toEqual(others.map(() => first))
})

test('while the directory is down, guests still see what is remembered, and how old it is', async () => {
  await sync()
  const grace = await world.enter('grace@adatum.com')
  world.fail({ path: '/v1.0/*', status: 503 })
  const { status, body } = await grace.call(listMyGroups, {})
  expect([status, body['count']]).toEqual([200, 7])
})
