import { leaveOrganization, previewDeparture } from '@foyer/contracts/departure'
import { getMe, getMyNotes } from '@foyer/contracts/me'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { idOf, leave, leaveAfterSigningIn } from './support/leaving.ts'
import { openWorld, type World } from './support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
})
beforeEach(() => {
  world.simulator.reset()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

test('Grace leaves Fabrikam, and can be restored with everything she had', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const id = idOf(visitor)
  const groups = `/users/${id}/memberOf/microsoft.graph.group?$select=id,displayName`
  const before = await world.graph<{ value: object[] }>(groups, 'fabrikam')
  const { body: preview } = await visitor.call(previewDeparture, {})
  expect(preview).toMatchObject({
    mayLeave: true,
    groupCount: 3,
    groupNames: ['Fabrikam Visitors', 'Plant Maps', 'Winter Works'],
    ownedAlone: [],
    microsoftLeaveUrl: `https://myaccount.microsoft.com/?tenantId=${world.tenantIdOf('fabrikam')}`,
  })

  const departure = await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  expect(departure.status).toBe(200)
  const leftAt = Date.parse(String(departure.body['leftAt']))
  const days = (name: string) => (Date.parse(String(departure.body[name])) - leftAt) / 86_400_000
  expect(departure.body['groupCount']).toBe(3)
  expect([days('restorableUntil'), days('erasedBy')]).toEqual([30, 60])
  expect(Math.abs(leftAt - world.simulator.clock.now().getTime())).toBeLessThan(10_000)

  await expect(world.graph(`/users/${id}`, 'fabrikam')).rejects.toThrow('404')
  expect(await world.graph(`/directory/deletedItems/${id}`, 'fabrikam')).toMatchObject({ id })
  await world.changeDirectory('POST', `/directory/deletedItems/${id}/restore`, {}, 'fabrikam')
  expect(await world.graph(groups, 'fabrikam')).toEqual(before)
  expect(before.value).toHaveLength(3)
})

test('afterwards the organization does not know her any more, here at once', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  for (const operation of [getMe, previewDeparture]) {
    const { status, body } = await visitor.call(operation, {})
    expect([status, body['code']]).toEqual([403, 'no-longer-here'])
  }
  // Elsewhere nothing has changed.
  const atContoso = await world.enter('grace@adatum.com', 'contoso')
  expect((await atContoso.call(getMe, {})).status).toBe(200)
})

test('who was restored by an administrator is back here too', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  const item = `/directory/deletedItems/${idOf(visitor)}`
  await world.changeDirectory('POST', `${item}/restore`, {}, 'fabrikam')
  expect((await visitor.call(getMe, {})).status).toBe(200)
})

test.each([
  ['Woodgrove Bank does not let guests leave', 'grace@adatum.com', 'woodgrove-bank', 'not-allowed'],
  ['Rosa holds a role', 'rosa@adatum.com', 'contoso', 'role-held'],
  ['Hugo may take up a role', 'hugo@tailspin.com', 'contoso', 'role-held'],
  ['Priya holds a role through a group', 'priya@tailspin.com', 'contoso', 'role-held'],
  ['Ravi is in a restricted unit', 'ravi@tailspin.com', 'contoso', 'protected'],
  ['Tom is an internal guest', 'tom@contoso.com', 'contoso', 'not-a-guest'],
  ['Yuki is an external member', 'yuki@adatum.com', 'contoso', 'not-a-guest'],
  ['Noor is a member', 'noor@contoso.com', 'contoso', 'not-a-guest'],
  ['Ada is an operator', 'ada@contoso.com', 'contoso', 'not-a-guest'],
] as const)('%s: %s cannot leave %s', async (_, mail, slug, because) => {
  const visitor = await world.enter(mail, slug)
  const preview = await visitor.call(previewDeparture, {})
  expect(preview.body).toMatchObject({ mayLeave: false, mayNotBecause: because })

  // Said before anybody is asked to sign in again, or told that the name is not right.
  const refusal = await leave(visitor, 'any name')
  expect([refusal.status, refusal.body['code']]).toEqual([409, `departure-${because}`])
  expect(await world.effects('user-deleted')).toEqual([])
})

test('Woodgrove Bank names whom to write to instead', async () => {
  const visitor = await world.enter('grace@adatum.com', 'woodgrove-bank')
  const { body } = await visitor.call(getMe, {})
  expect(body['organization']).toMatchObject({ privacyContact: 'privacy@woodgrovebank.com' })
})

test.each([
  ['emil@adatum.com', 'fabrikam', ['synced-from-home']],
  ['rosa@adatum.com', 'contoso', ['role-held']],
  ['hugo@tailspin.com', 'contoso', ['role-held']],
  ['priya@tailspin.com', 'contoso', ['role-held']],
  ['ravi@tailspin.com', 'contoso', ['protected']],
  ['omar@outlook.example', 'contoso', []],
  ['grace@adatum.com', 'contoso', []],
] as const)('%s at %s is told what sets the account apart: %j', async (mail, slug, notes) => {
  const visitor = await world.enter(mail, slug)
  const { body } = await visitor.call(getMyNotes, {})
  expect(body).toEqual({ notes })
})

test.each([
  ['emil@adatum.com', 'fabrikam', true],
  ['mei@gmail.example', 'fabrikam', false],
  ['grace@adatum.com', 'contoso', false],
] as const)(
  '%s, who leaves %s, may be made again by the home tenant: %s',
  async (mail, slug, mayReturn) => {
    const visitor = await world.enter(mail, slug)
    const { body } = await visitor.call(previewDeparture, {})
    expect(body).toMatchObject({ mayLeave: true, mayReturnBySync: mayReturn })
  },
)

test('where guests see no groups, the preview tells only how many there are', async () => {
  const visitor = await world.enter('priya@tailspin.com', 'northwind')
  const { body } = await visitor.call(previewDeparture, {})
  expect(body).toMatchObject({ mayLeave: true, groupCount: 2 })
  expect(Object.keys(body)).not.toContain('groupNames')
  expect(Object.keys(body)).not.toContain('ownedAlone')
})

test('the preview names the group that would lose its last owner', async () => {
  const visitor = await world.enter('grace@adatum.com', 'contoso')
  const { body } = await visitor.call(previewDeparture, {})
  expect(body).toMatchObject({ groupCount: 7, ownedAlone: ['Supplier Forum'] })
})

test.each(['', 'Contoso', 'Fabrikam Inc', 'fabrika'])(
  'the typed name %j is not that of Fabrikam',
  async (typed) => {
    const visitor = await world.enter('grace@adatum.com', 'fabrikam')
    const { status, body } = await leave(visitor, typed)
    const expected = typed === '' ? [400, 'invalid-request'] : [409, 'confirmation-differs']
    expect([status, body['code']]).toEqual(expected)
    expect(await world.effects('user-deleted')).toEqual([])
  },
)

test.each([' fabrikam ', 'FABRIKAM', 'Ｆａｂｒｉｋａｍ'])(
  'the typed name %j is that of Fabrikam',
  async (typed) => {
    const { status } = await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', typed)
    expect(status).toBe(200)
  },
)

test('a departure repeated with everything it had does nothing more', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(visitor, 'Fabrikam')
  const challenge = String(body['challenge'])
  const fresh = await world.enter('grace@adatum.com', 'fabrikam')
  expect((await leave(fresh, 'Fabrikam', challenge)).status).toBe(200)
  for (const each of [fresh, visitor]) {
    const again = await leave(each, 'Fabrikam', challenge)
    expect([again.status, again.body['code']]).toEqual([403, 'no-longer-here'])
  }
  expect(await world.effects('user-deleted')).toHaveLength(1)
})

test('a double click leaves once', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(visitor, 'Fabrikam')
  const fresh = await world.enter('grace@adatum.com', 'fabrikam')
  const presses = await Promise.all(
    Array.from({ length: 5 }, async () => leave(fresh, 'Fabrikam', String(body['challenge']))),
  )
  const codes = presses.map(({ status, body }) => (status === 200 ? 'left' : body['code']))
  expect(codes.filter((code) => code === 'left')).toHaveLength(1)
  expect(codes.filter((code) => code === 'no-longer-here')).toHaveLength(4)
  expect(await world.effects('user-deleted')).toHaveLength(1)
})

test('only the keeper deletes, and only the person', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  const [deletion] = await world.effects('user-deleted')
  expect(deletion?.by.name).toMatch(/keeper/)
  expect(Object.values(deletion?.targets ?? {})).toContain(idOf(visitor))
  expect(await world.effects('member-removed')).toEqual([])
})

test('the log keeps what she had, by ids only', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const seen = world.portal.log().length
  await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  const lines = world.portal.log().slice(seen)
  const entries = lines
    .split('\n')
    .filter((line) => line.includes('"departure"'))
    .map((line) => JSON.parse(line) as { msg: string; departure: Record<string, unknown> })
  expect(entries.map(({ msg }) => msg)).toEqual(['leaving', 'left'])
  expect(entries[0]?.departure).toMatchObject({ personId: idOf(visitor) })
  expect(entries[0]?.departure['memberOf']).toHaveLength(3)
  expect(entries[0]?.departure['sponsors']).toHaveLength(1)
  expect(lines).not.toMatch(/grace|adeyemi|plant maps|eyJ/i)
})

test('nobody leaves in the name of somebody else, whatever they send along', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const mei = await world.enter('mei@gmail.example', 'fabrikam')
  const body = { confirmation: 'Fabrikam', personId: idOf(mei) }
  const answer = await visitor.call(leaveOrganization, { body })
  expect([answer.status, answer.body['code']]).toEqual([400, 'invalid-request'])
})
