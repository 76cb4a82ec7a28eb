import { leaveOrganization, previewDeparture } from '@foyer/contracts/departure'
import { getMe } from '@foyer/contracts/me'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { idOf, leave, leaveAfterSigningIn } from './support/leaving.ts'
import { type Effect, openWorld, type World } from './support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => {
  world.simulator.reset()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

test('Grace leaves Fabrikam, and can be restored with everything she had', async () => {
  const { accessToken } = await world.enter('grace@adatum.com', 'fabrikam')
  const id = idOf(accessToken)
  const groups = `/v1.0/users/${id}/memberOf/microsoft.graph.group?$select=id,displayName`
  const before = await world.graph('fabrikam', groups)
  const { body: preview } = await world.call(accessToken, previewDeparture, {})
  expect(preview).toMatchObject({
    mayLeave: true,
    groupCount: 3,
    groupNames: ['Fabrikam Visitors', 'Plant Maps', 'Winter Works'],
    ownedAlone: [],
    microsoftLeaveUrl: expect.stringMatching(/^https:\/\/myaccount\.microsoft\.com\/\?tenantId=/),
  })

  const departure = await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  expect(departure.status).toBe(200)
  const leftAt = Date.parse(String(departure.body['leftAt']))
  const days = (name: string) => (Date.parse(String(departure.body[name])) - leftAt) / 86_400_000
  expect(departure.body['groupCount']).toBe(3)
  expect([days('restorableUntil'), days('erasedBy')]).toEqual([30, 60])
  expect(Math.abs(leftAt - world.simulator.clock.now().getTime())).toBeLessThan(10_000)

  const user = await world.graph('fabrikam', `/v1.0/users/${id}`)
  const deleted = await world.graph('fabrikam', `/v1.0/directory/deletedItems/${id}`)
  expect([user.status, deleted.status]).toEqual([404, 200])
  const restored = await world.graph(
    'fabrikam',
    `/v1.0/directory/deletedItems/${id}/restore`,
    'POST',
  )
  expect(restored.status).toBe(200)
  const after = await world.graph('fabrikam', groups)
  expect(after.body['value']).toEqual(before.body['value'])
  expect(before.body['value']).toHaveLength(3)
})

test('afterwards the organization does not know her any more, here at once', async () => {
  const { accessToken } = await world.enter('grace@adatum.com', 'fabrikam')
  await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  for (const operation of [getMe, previewDeparture]) {
    const { status, body } = await world.call(accessToken, operation, {})
    expect([status, body['code']]).toEqual([403, 'no-longer-here'])
  }
  // Elsewhere nothing has changed.
  const { accessToken: atContoso } = await world.enter('grace@adatum.com', 'contoso')
  expect((await world.call(atContoso, getMe, {})).status).toBe(200)
})

test('who was restored by an administrator is back here too', async () => {
  const { accessToken } = await world.enter('grace@adatum.com', 'fabrikam')
  await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  const item = `/v1.0/directory/deletedItems/${idOf(accessToken)}`
  await world.graph('fabrikam', `${item}/restore`, 'POST')
  expect((await world.call(accessToken, getMe, {})).status).toBe(200)
})

test.each([
  ['grace@adatum.com', 'woodgrove-bank', 'not-allowed', 'Woodgrove Bank does not let guests leave'],
  ['rosa@adatum.com', 'contoso', 'role-held', 'Rosa holds a role'],
  ['hugo@tailspin.com', 'contoso', 'role-held', 'Hugo may take up a role'],
  ['priya@tailspin.com', 'contoso', 'role-held', 'Priya holds a role through a group'],
  ['tom@contoso.com', 'contoso', 'not-a-guest', 'Tom is an internal guest'],
  ['yuki@adatum.com', 'contoso', 'not-a-guest', 'Yuki is an external member'],
  ['noor@contoso.com', 'contoso', 'not-a-guest', 'Noor is a member'],
  ['ada@contoso.com', 'contoso', 'not-a-guest', 'Ada is an operator'],
] as const)('%s cannot leave %s (%s): %s', async (mail, slug, because, _) => {
  const { accessToken } = await world.enter(mail, slug)
  const preview = await world.call(accessToken, previewDeparture, {})
  expect(preview.body).toMatchObject({ mayLeave: false, mayNotBecause: because })

  // Said before anybody is asked to sign in again, or told that the name is not right.
  const refusal = await leave(world, accessToken, 'any name')
  expect([refusal.status, refusal.body['code']]).toEqual([409, `departure-${because}`])
  expect(await deletions()).toEqual([])
})

test('Woodgrove Bank names whom to write to instead', async () => {
  const { accessToken } = await world.enter('grace@adatum.com', 'woodgrove-bank')
  const { body } = await world.call(accessToken, getMe, {})
  expect(body['organization']).toMatchObject({ privacyContact: 'privacy@woodgrovebank.com' })
})

test.each([
  ['emil@adatum.com', 'fabrikam', ['synced-from-home']],
  ['rosa@adatum.com', 'contoso', ['role-held']],
  ['hugo@tailspin.com', 'contoso', ['role-held']],
  ['priya@tailspin.com', 'contoso', ['role-held']],
  ['omar@outlook.example', 'contoso', []],
  ['grace@adatum.com', 'contoso', []],
])('%s at %s is told what sets the account apart: %j', async (mail, slug, notes) => {
  const { accessToken } = await world.enter(mail, slug)
  const { body } = await world.call(accessToken, getMe, {})
  expect(body['notes']).toEqual(notes)
})

test.each([
  ['emil@adatum.com', 'fabrikam', true],
  ['mei@gmail.example', 'fabrikam', false],
  ['grace@adatum.com', 'contoso', false],
])('%s, who leaves %s, may be made again by the home tenant: %s', async (mail, slug, mayReturn) => {
  const { accessToken } = await world.enter(mail, slug)
  const { body } = await world.call(accessToken, previewDeparture, {})
  expect(body).toMatchObject({ mayLeave: true, mayReturnBySync: mayReturn })
})

test('where guests see no groups, the preview tells only how many there are', async () => {
  const { accessToken } = await world.enter('priya@tailspin.com', 'northwind')
  const { body } = await world.call(accessToken, previewDeparture, {})
  expect(body).toMatchObject({ mayLeave: true, groupCount: 2 })
  expect(Object.keys(body)).not.toContain('groupNames')
  expect(Object.keys(body)).not.toContain('ownedAlone')
})

test('the preview names the group that would lose its last owner', async () => {
  const { accessToken } = await world.enter('grace@adatum.com', 'contoso')
  const { body } = await world.call(accessToken, previewDeparture, {})
  expect(body).toMatchObject({ groupCount: 7, ownedAlone: ['Supplier Forum'] })
})

test.each(['', 'Contoso', 'Fabrikam Inc', 'fabrika'])(
  'the typed name %j is not that of Fabrikam',
  async (typed) => {
    const { accessToken } = await world.enter('grace@adatum.com', 'fabrikam')
    const { status, body } = await leave(world, accessToken, typed)
    const expected = typed === '' ? [400, 'invalid-request'] : [409, 'confirmation-differs']
    expect([status, body['code']]).toEqual(expected)
    expect(await deletions()).toEqual([])
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
  const { accessToken } = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(world, accessToken, 'Fabrikam')
  const challenge = String(body['challenge'])
  const { accessToken: fresh } = await world.enter('grace@adatum.com', 'fabrikam')
  expect((await leave(world, fresh, 'Fabrikam', challenge)).status).toBe(200)
  for (const token of [fresh, accessToken]) {
    const again = await leave(world, token, 'Fabrikam', challenge)
    expect([again.status, again.body['code']]).toEqual([403, 'no-longer-here'])
  }
  expect(await deletions()).toHaveLength(1)
})

test('a double click leaves once', async () => {
  const { accessToken } = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(world, accessToken, 'Fabrikam')
  const { accessToken: fresh } = await world.enter('grace@adatum.com', 'fabrikam')
  const presses = await Promise.all(
    Array.from({ length: 5 }, async () =>
      leave(world, fresh, 'Fabrikam', String(body['challenge'])),
    ),
  )
  const codes = presses.map(({ status, body }) => (status === 200 ? 'left' : body['code']))
  expect(codes.toSorted()).toEqual(['left', ...Array(4).fill('no-longer-here')])
  expect(await deletions()).toHaveLength(1)
})

test('only the keeper deletes, and only the person', async () => {
  const { accessToken } = await world.enter('grace@adatum.com', 'fabrikam')
  await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  const [deletion] = await deletions()
  expect(deletion?.by.name).toMatch(/keeper/)
  expect(Object.values(deletion?.targets ?? {})).toContain(idOf(accessToken))
  const memberships = (await world.effects()).filter(({ what }) => what === 'member-removed')
  expect(memberships).toEqual([])
})

test('the log keeps what she had, by ids only', async () => {
  const { accessToken } = await world.enter('grace@adatum.com', 'fabrikam')
  const seen = world.portal.log().length
  await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  const lines = world.portal.log().slice(seen)
  const entries = lines
    .split('\n')
    .filter((line) => line.includes('"departure"'))
    .map((line) => JSON.parse(line) as { msg: string; departure: Record<string, unknown> })
  expect(entries.map(({ msg }) => msg)).toEqual(['leaving', 'left'])
  expect(entries[0]?.departure).toMatchObject({ personId: idOf(accessToken) })
  expect(entries[0]?.departure['memberOf']).toHaveLength(3)
  expect(entries[0]?.departure['sponsors']).toHaveLength(1)
  expect(lines).not.toMatch(/grace|adeyemi|plant maps|eyJ/i)
})

test('nobody leaves in the name of somebody else, whatever they send along', async () => {
  const { accessToken } = await world.enter('grace@adatum.com', 'fabrikam')
  const { accessToken: ofMei } = await world.enter('mei@gmail.example', 'fabrikam')
  const body = { confirmation: 'Fabrikam', personId: idOf(ofMei) }
  const answer = await world.call(accessToken, leaveOrganization, { body } as never)
  expect([answer.status, answer.body['code']]).toEqual([400, 'invalid-request'])
})

async function deletions(): Promise<readonly Effect[]> {
  return (await world.effects()).filter(({ what }) => what === 'user-deleted')
}
