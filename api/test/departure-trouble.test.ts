import { previewDeparture } from '@foyer/contracts/departure'
import type { OrganizationId } from '@foyer/contracts/ids'
import { getMe } from '@foyer/contracts/me'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { retrySteps } from '../src/work/retry.ts'
import { mailsTo } from './support/exit.ts'
import { forgetWork, idOf, leave, leaveAfterSigningIn, receiptOf } from './support/leaving.ts'
import type { Answer } from './support/call.ts'
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
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'fabrikam')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const graceLeaves = async () =>
  leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
const stateOf = async (accepted: Answer) => {
  const { state, because } = await receiptOf(world, accepted)
  return because === undefined ? [state] : [state, because]
}
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
  expect(await stateOf(await graceLeaves())).toEqual(['done'])
  expect(await deletions()).toHaveLength(1)
  expect(await attempts('DELETE', '/v1.0/users/')).toBe(asked)
})

test('a directory that fails at first is asked again, after a look', async () => {
  world.fail({ ...deletion, status: 500, body: '<html>no</html>', count: 1 })
  expect(await stateOf(await graceLeaves())).toEqual(['done'])
  expect(await deletions()).toHaveLength(1)
  // Once to see that it was not done, and once that it was.
  expect(await attempts('GET', '/v1.0/directory/deletedItems/')).toBe(2)
})

test('what she has cannot be read: nothing is done that could not be told later', async () => {
  const heal = world.fail({ path: '/v1.0/users/*/memberOf/*', ...denied })
  const accepted = await graceLeaves()
  expect(await stateOf(accepted)).toEqual(['under-way', 'directory-refused'])
  expect(await deletions()).toEqual([])
  heal()
  expect(await stateOf(accepted)).toEqual(['done'])
})

test('a throttled removal waits as long as it is told', async () => {
  world.fail({
    ...deletion,
    status: 429,
    headers: { 'retry-after': '0.35' },
    count: 1,
  })
  const startedAt = performance.now()
  expect(await stateOf(await graceLeaves())).toEqual(['done'])
  expect(performance.now() - startedAt).toBeGreaterThan(350)
  expect(await deletions()).toHaveLength(1)
})

test('one that is told to wait waits so long, says for what, and has removed nobody', async () => {
  const clear = world.fail({ ...deletion, status: 429, headers: { 'retry-after': '42.5' } })
  const accepted = await graceLeaves()
  expect(await stateOf(accepted)).toEqual(['under-way', 'directory-busy'])
  expect(await deletions()).toEqual([])
  const [step] = await world.portal.store.outside(async (handle) =>
    handle.selectFrom('step').select(['dueAt']).where('kind', '=', 'leave-organization').execute(),
  )
  expect((step?.dueAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(35_000)
  clear()
  expect(await stateOf(accepted)).toEqual(['done'])
})

test('one that never answers is under way until the directory does', async () => {
  const clear = world.fail({ ...deletion, hang: true })
  const accepted = await graceLeaves()
  expect(await stateOf(accepted)).toEqual(['under-way', 'directory-timeout'])
  expect(await deletions()).toEqual([])
  clear()
  expect(await stateOf(accepted)).toEqual(['done'])
  expect(await deletions()).toHaveLength(1)
}, 30_000)

test('an outcome that nobody can tell is no success; the next look tells it', async () => {
  world.fail({ ...deletion, drop: 'after' })
  const clear = world.fail({ path: '/v1.0/directory/deletedItems/*', status: 503 })
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const accepted = await graceLeaves()
  expect((await stateOf(accepted))[0]).toBe('under-way')
  clear()
  // Not here any more, whatever Foyer knows of it.
  expect((await visitor.call(getMe, {})).body['code']).toBe('no-longer-here')
  expect(await stateOf(accepted)).toEqual(['done'])
  expect(await deletions()).toHaveLength(1)
}, 30_000)

test('a removal that the directory refuses waits for whoever can change that', async () => {
  const clear = world.fail({ ...deletion, ...denied })
  const accepted = await graceLeaves()
  expect(await stateOf(accepted)).toEqual(['under-way', 'directory-refused'])
  expect(await deletions()).toEqual([])
  clear()
  expect(await stateOf(accepted)).toEqual(['done'])
})

test('one that is given up after a day is told so, and goes its way once an operator has it tried again', async () => {
  const clear = world.fail({ ...deletion, ...denied })
  const accepted = await graceLeaves()
  expect(await stateOf(accepted)).toEqual(['under-way', 'directory-refused'])
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET made_at = made_at - interval '1 day', due_at = clock_timestamp()`.execute(
      handle,
    ),
  )
  expect(await stateOf(accepted)).toEqual(['failed', 'directory-refused'])
  clear()
  expect(await stateOf(accepted)).toEqual(['failed', 'directory-refused'])

  const organizationId = world.tenantIdOf('fabrikam') as OrganizationId
  expect(await retrySteps(world.portal.store, { organizationId })).toBe(1)
  expect(await stateOf(accepted)).toEqual(['done'])
  expect(await deletions()).toHaveLength(1)
  const subjects = async (to: string) => (await mailsTo(world, to)).map(({ subject }) => subject)
  expect(await subjects('grace@adatum.com')).toEqual([
    'You have left Fabrikam',
    'Leaving Fabrikam was given up',
  ])
  expect(await subjects('ines@fabrikam.com')).toEqual(['Grace Adeyemi has left Fabrikam'])
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
  expect(await stateOf(await graceLeaves())).toEqual(['done'])
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

test('a role that is given while she signs in again stops the departure', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(visitor, 'Fabrikam')
  const fresh = await world.enter('grace@adatum.com', 'fabrikam')
  const roles = { path: '/v1.0/roleManagement/directory/roleAssignments', status: 200 }
  world.fail({ ...roles, body: { value: [{ id: 'just-given' }] } })
  const answer = await leave(fresh, 'Fabrikam', String(body['challenge']))
  expect(answer.body['code']).toBe('departure-role-held')
  expect(await deletions()).toEqual([])
})

test('a role that is given between the request and the act stops it, and she is told', async () => {
  const accepted = await graceLeaves()
  const roles = { path: '/v1.0/roleManagement/directory/roleAssignments', status: 200 }
  world.fail({ ...roles, body: { value: [{ id: 'just-given' }] } })
  expect(await stateOf(accepted)).toEqual(['refused', 'departure-role-held'])
  expect(await deletions()).toEqual([])
})

test('whom an administrator removes first was not removed by Foyer', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const accepted = await graceLeaves()
  await world.changeDirectory('DELETE', `/users/${idOf(visitor)}`, undefined, 'fabrikam')
  expect(await stateOf(accepted)).toEqual(['refused', 'no-longer-here'])
  expect(await deletions()).toHaveLength(1)
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
  expect(Object.keys(await preview('priya@tailspin.com', 'northwind'))).not.toContain('groups')
})
