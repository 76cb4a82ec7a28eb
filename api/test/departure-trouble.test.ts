import { previewDeparture } from '@foyer/contracts/departure'
import { getMe } from '@foyer/contracts/me'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { idOf, leave, leaveAfterSigningIn } from './support/leaving.ts'
import { openWorld, type Slug, type World } from './support/world.ts'

const deletion = { method: 'DELETE', path: '/v1.0/users/*' }
const setting = { path: '/beta/policies/externalIdentitiesPolicy' }
const denied = {
  status: 403,
  body: { error: { code: 'Authorization_RequestDenied', message: '' } },
}

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

const graceLeaves = async () =>
  leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
const deletions = async () => world.effects('user-deleted')
const attempts = async (method: string, path: string) =>
  (await world.requests())
    .filter((each) => each.method === method && each.path.startsWith(path))
    .reduce((sum, { count }) => sum + count, 0)

test.each([
  ['before', 2],
  ['after', 1],
] as const)('a connection that breaks %s the removal: removed once', async (drop, asked) => {
  world.fail({ ...deletion, drop, count: 1 })
  expect((await graceLeaves()).status).toBe(200)
  expect(await deletions()).toHaveLength(1)
  expect(await attempts('DELETE', '/v1.0/users/')).toBe(asked)
})

test('a directory that fails at first is asked again, after a look', async () => {
  world.fail({ ...deletion, status: 500, body: '<html>no</html>', count: 1 })
  expect((await graceLeaves()).status).toBe(200)
  expect(await deletions()).toHaveLength(1)
  expect(await attempts('GET', '/v1.0/directory/deletedItems/')).toBe(1)
})

test('a throttled removal waits as long as it is told', async () => {
  world.fail({
    ...deletion,
    status: 429,
    headers: { 'retry-after': '0.35' },
    count: 1,
  })
  const startedAt = performance.now()
  expect((await graceLeaves()).status).toBe(200)
  expect(performance.now() - startedAt).toBeGreaterThan(350)
  expect(await deletions()).toHaveLength(1)
})

test('one that is told to wait too long says so, and has removed nobody', async () => {
  world.fail({ ...deletion, status: 429, headers: { 'retry-after': '42.5' } })
  const { status, headers, body } = await graceLeaves()
  expect([status, body['code'], headers['retry-after']]).toEqual([503, 'directory-busy', '43'])
  expect(await deletions()).toEqual([])
})

test('one that never answers is no success, and has removed nobody', async () => {
  await using hasty = await world.openAnotherPortal({ directoryDeadlineMs: 1_000 })
  world.fail({ ...deletion, hang: true })
  const { token } = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(hasty.comeWith(token), 'Fabrikam')
  const fresh = await world.enter('grace@adatum.com', 'fabrikam')
  const answer = await leave(hasty.comeWith(fresh.token), 'Fabrikam', String(body['challenge']))
  expect([answer.status, answer.body['code']]).toEqual([504, 'directory-timeout'])
  expect(await deletions()).toEqual([])
})

test('an outcome that nobody can tell is no success; the next look tells it', async () => {
  world.fail({ ...deletion, drop: 'after' })
  const clear = world.fail({ path: '/v1.0/directory/deletedItems/*', hang: true })
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const { status, body } = await graceLeaves()
  expect([status, body['code']]).toEqual([504, 'directory-timeout'])
  clear()
  const { body: me } = await visitor.call(getMe, {})
  expect(me['code']).toBe('no-longer-here')
  expect(await deletions()).toHaveLength(1)
})

test('a removal that the directory refuses is told as refused', async () => {
  world.fail({ ...deletion, ...denied })
  const { status, body } = await graceLeaves()
  expect([status, body['code']]).toEqual([502, 'directory-refused'])
  expect(await deletions()).toEqual([])
})

test.each([
  ['the leave setting', setting, 'setting-unreadable'],
  ['her roles', { path: '/v1.0/roleManagement/directory/roleAssignments' }, 'roles-unreadable'],
  [
    'what she is eligible for',
    { path: '/v1.0/roleManagement/directory/roleEligib*' },
    'roles-unreadable',
  ],
])('where %s cannot be read, Foyer does not act', async (_, what, because) => {
  world.fail({ ...what, ...denied })
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const preview = await visitor.call(previewDeparture, {})
  expect(preview.body).toMatchObject({ mayLeave: false, mayNotBecause: because })
  expect(preview.body['microsoftLeaveUrl']).toMatch(/^https:/)
  const { body } = await leave(visitor, 'Fabrikam')
  expect(body['code']).toBe(`departure-${because}`)
})

test('without the licence for eligible roles there are none', async () => {
  world.fail({
    path: '/v1.0/roleManagement/directory/roleEligib*',
    status: 400,
    body: { error: { code: 'AadPremiumLicenseRequired', message: 'The tenant needs a licence.' } },
  })
  expect((await graceLeaves()).status).toBe(200)
})

test.each([
  ['the leave setting', setting],
  ['her roles', { path: '/v1.0/roleManagement/*' }],
])('a directory that is too busy to tell %s is busy, and refuses nothing', async (_, what) => {
  world.fail({ ...what, status: 429, headers: { 'retry-after': '30' } })
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  for (const answer of [
    await visitor.call(previewDeparture, {}),
    await leave(visitor, 'Fabrikam'),
  ]) {
    expect([answer.status, answer.body['code']]).toEqual([503, 'directory-busy'])
  }
})

test.each([
  ['while she signs in again', 0],
  ['between the first look and the last', 1],
])('a role that is given %s stops the departure', async (_, looksBefore) => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(visitor, 'Fabrikam')
  const fresh = await world.enter('grace@adatum.com', 'fabrikam')
  const roles = { path: '/v1.0/roleManagement/directory/roleAssignments', status: 200 }
  world.fail({ ...roles, body: { value: [] }, count: looksBefore })
  world.fail({ ...roles, body: { value: [{ id: 'just-given' }] } })
  const answer = await leave(fresh, 'Fabrikam', String(body['challenge']))
  expect(answer.body['code']).toBe('departure-role-held')
  expect(await deletions()).toEqual([])
})

test.each([
  ['is kept on the own servers', { onPremisesSyncEnabled: true }, 409, 'departure-synced'],
  ['is in a restricted unit', { isManagementRestricted: true }, 409, 'departure-protected'],
  [
    'may be in one, for all we can read',
    { isManagementRestricted: undefined },
    409,
    'departure-protected',
  ],
  [
    'may be synced, for all we can read',
    { onPremisesSyncEnabled: undefined },
    409,
    'departure-synced',
  ],
  ['is blocked', { accountEnabled: false }, 403, 'blocked-here'],
])('an account that %s is not touched', async (_, change, status, code) => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const path = `/users/${idOf(visitor)}`
  const user = await world.graph<object>(
    `${path}?$select=id,userType,creationType,accountEnabled,displayName`,
    'fabrikam',
  )
  const rest = { onPremisesSyncEnabled: null, isManagementRestricted: null }
  world.fail({ path: `/v1.0${path}`, status: 200, body: { ...user, ...rest, ...change } })
  const answer = await leave(visitor, 'Fabrikam')
  expect([answer.status, answer.body['code']]).toEqual([status, code])
})

test('an organization may declare what cannot be read there', async () => {
  await using declared = await openWorld({
    declared: {
      fabrikam: { guestsMayLeave: true },
      contoso: { guestsMayLeave: false },
      'woodgrove-bank': { guestsMayLeave: true },
      northwind: { guestAccess: 'as-members' },
    },
  })
  declared.fail({ ...setting, ...denied, organization: 'fabrikam' })
  const preview = async (mail: string, slug: Slug) => {
    const visitor = await declared.enter(mail, slug)
    return (await visitor.call(previewDeparture, {})).body
  }
  expect(await preview('grace@adatum.com', 'fabrikam')).toMatchObject({ mayLeave: true })
  // Where both speak, the stricter holds.
  expect(await preview('grace@adatum.com', 'contoso')).toMatchObject({
    mayNotBecause: 'not-allowed',
  })
  expect(await preview('grace@adatum.com', 'woodgrove-bank')).toMatchObject({
    mayNotBecause: 'not-allowed',
  })
  expect(Object.keys(await preview('priya@tailspin.com', 'northwind'))).not.toContain('groupNames')
})
