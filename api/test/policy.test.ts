import { changePolicy, getPolicy, type Policy } from '@foyer/contracts/policy'
import type { OrganizationId } from '@foyer/contracts/ids'
import { proposedPolicy } from '@foyer/lifecycle/policy'
import type { Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tables } from '../src/store/tables.ts'
import type { Answer } from './support/call.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Ada and Jonas are Contoso's operators.

let world: World
let ada: Visitor
let jonas: Visitor
/** What is decided is never taken away: each test goes on from the version before it. */
let version: number

beforeAll(async () => {
  world = await openWorld({ world: 'pessimist' })
})
beforeEach(async () => {
  world.simulator.reset()
  ada = await world.enter('ada@contoso.com')
  jonas = await world.enter('jonas@contoso.com')
  version = Number((await read()).body['version'])
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function change(
  visitor: Visitor,
  inPlaceOf: number,
  rules: Partial<Policy> = {},
): Promise<Answer> {
  return visitor.call(changePolicy, {
    body: { ...proposedPolicy, ...rules },
    version: inPlaceOf,
  })
}

async function asContoso<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
  return world.portal.store.asOrganization(world.tenantIdOf('contoso') as OrganizationId, work)
}

const entries = async () =>
  asContoso(async (transaction) =>
    transaction
      .selectFrom('journal')
      .selectAll()
      .where('act', '=', 'change-policy')
      .orderBy('position')
      .execute(),
  )
const read = async (visitor = ada) => visitor.call(getPolicy, {})
const outcomeOf = ({ status, body }: Answer) => [status, body['code'] ?? body['version']]

test('before anybody has decided, Ada reads what Foyer proposes, as version 0', async () => {
  const { status, body, headers } = await read()
  expect([status, headers['etag']]).toEqual([200, '"0"'])
  expect(body).toEqual({ version: 0, policy: proposedPolicy })
})

test('what Foyer proposes is in force only once it is saved, and is then a version', async () => {
  expect(outcomeOf(await change(ada, 0))).toEqual([200, 1])
  expect(outcomeOf(await change(ada, 1))).toEqual([200, 1])
  expect(await entries()).toHaveLength(1)
})

test('Ada decides, and Jonas reads by whom and since when', async () => {
  const answer = await change(ada, version, { accessDays: 90, reminderDays: [1, 30, 7] })
  const next = version + 1
  expect([outcomeOf(answer), answer.headers['etag']]).toEqual([[200, next], `"${next}"`])
  const { body } = await read(jonas)
  expect(body).toMatchObject({
    version: next,
    policy: { ...proposedPolicy, accessDays: 90, reminderDays: [30, 7, 1] },
    madeBy: 'Ada Lindqvist',
  })
  expect(body['madeAt']).toBeDefined()
  expect((await entries()).at(-1)).toMatchObject({
    actorKind: 'operator',
    outcome: 'done',
    facts: { version: next, changed: ['accessDays', 'reminderDays'] },
  })
})

test('whoever writes from an old version is told, and saves nothing', async () => {
  await change(ada, version, { accessDays: 91 })
  for (const old of [version, version + 7]) {
    expect(outcomeOf(await change(jonas, old, { accessDays: 31 }))).toEqual([
      412,
      'version-changed',
    ])
  }
  expect((await read()).body).toMatchObject({ version: version + 1, policy: { accessDays: 91 } })
  expect(outcomeOf(await change(jonas, version + 1, { accessDays: 31 }))).toEqual([
    200,
    version + 2,
  ])
})

test('of two at once one is saved; of two clicks of one operator both are answered with it', async () => {
  const before = (await entries()).length
  const both = await Promise.all([
    change(ada, version, { accessDays: 92 }),
    change(jonas, version, { accessDays: 32 }),
  ])
  expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412'])
  const clicks = await Promise.all([
    change(ada, version + 1, { accessDays: 62 }),
    change(ada, version + 1, { accessDays: 62 }),
  ])
  expect(clicks.map(outcomeOf)).toEqual([
    [200, version + 2],
    [200, version + 2],
  ])
  expect(await entries()).toHaveLength(before + 2)
})

test.each([undefined, '*', '"*"', '0', 'W/"0"', '"0", "1"', '"-1"', '"1e3"', '"0"x'])(
  'an If-Match of %s names no version',
  async (tag) => {
    const reply = await world.portal.app.inject({
      method: 'PUT',
      url: changePolicy.path,
      headers: {
        authorization: `Bearer ${ada.token}`,
        ...(tag === undefined ? {} : { 'if-match': tag }),
      },
      payload: proposedPolicy,
    })
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([
      428,
      'version-missing',
    ])
  },
)

test.each<[string, object]>([
  ['no day', { accessDays: 0 }],
  ['fewer than none', { longestExtensionDays: -1 }],
  ['half a day', { confirmEveryDays: 0.5 }],
  ['no number', { unusedAfterDays: 'NaN' }],
  ['more than ten years', { accessDays: 3651 }],
  ['six people', { sponsorsAtLeast: 6 }],
  ['a reminder twice', { reminderDays: [7, 7] }],
  ['a rule that there is not', { blockAtOnce: true }],
])('%s is no rule', async (_, rules) => {
  expect(outcomeOf(await change(ada, version, rules))).toEqual([400, 'invalid-request'])
  expect((await read()).body).toMatchObject({ version })
})

test.each<[string, Partial<Policy>]>([
  ['a place that there is not', { timeZone: 'Mars/Phobos' }],
  ['longer at first than in all', { accessDays: 90, longestTotalDays: 89 }],
  ['a word before the access begins', { accessDays: 14, reminderDays: [14] }],
])('%s: the rules do not fit together', async (_, rules) => {
  expect(outcomeOf(await change(ada, version, rules))).toEqual([422, 'policy-not-possible'])
  expect((await read()).body).toMatchObject({ version })
})

test('nobody but its operators reads or changes it, nor those of another organization', async () => {
  for (const mail of ['sam@contoso.com', 'grace@adatum.com', 'noor@contoso.com']) {
    const other = await world.enter(mail)
    expect(outcomeOf(await read(other))).toEqual([403, 'not-an-operator'])
    expect(outcomeOf(await change(other, version))).toEqual([403, 'not-an-operator'])
  }
  const ines = await world.enter('ines@fabrikam.com', 'fabrikam')
  expect(outcomeOf(await read(ines))).toEqual([403, 'not-an-operator'])
})

test('the database refuses to change or to take away what was decided', async () => {
  const changed = asContoso(async (transaction) =>
    transaction.updateTable('policy').set({ version: 99 }).execute(),
  )
  await expect(changed).rejects.toThrow('permission denied')
  const removed = asContoso(async (transaction) => transaction.deleteFrom('policy').execute())
  await expect(removed).rejects.toThrow('permission denied')
})
