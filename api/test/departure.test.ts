import { randomBytes, randomUUID } from 'node:crypto'
import { leaveOrganization, previewDeparture } from '@foyer/contracts/departure'
import type { OrganizationId } from '@foyer/contracts/ids'
import { getMe, getMyNotes } from '@foyer/contracts/me'
import { getReceipt } from '@foyer/contracts/receipt'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { idOf, leave, leaveAfterSigningIn, readReceipt, receiptOf } from './support/leaving.ts'
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

const graceLeaves = async () =>
  leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')

test('Grace leaves Fabrikam, and can be restored with everything she had', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const id = idOf(visitor)
  const groups = `/users/${id}/memberOf/microsoft.graph.group?$select=id,displayName`
  const before = await world.graph<{ value: object[] }>(groups, 'fabrikam')
  const { body: preview } = await visitor.call(previewDeparture, {})
  expect(preview).toMatchObject({
    mayLeave: true,
    groupCount: 3,
    groups: [
      { name: 'Fabrikam Visitors', kind: 'security' },
      { name: 'Plant Maps', kind: 'security' },
      { name: 'Winter Works', kind: 'team' },
    ],
    ownedAlone: [],
    undoHours: 72,
    microsoftLeaveUrl: `https://myaccount.microsoft.com/?tenantId=${world.tenantIdOf('fabrikam')}`,
  })

  const departure = await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  const receipt = await receiptOf(world, departure)
  expect(receipt).toMatchObject({
    state: 'done',
    organization: { slug: 'fabrikam', name: 'Fabrikam' },
    guest: { name: 'Grace Adeyemi', mail: 'grace@adatum.com' },
    groupCount: 3,
    told: ['Ines Duarte'],
  })
  const leftAt = Date.parse(receipt.leftAt ?? '')
  const days = (instant = '') => (Date.parse(instant) - leftAt) / 86_400_000
  expect([days(receipt.restorableUntil), days(receipt.erasedBy)]).toEqual([30, 60])
  expect(Math.abs(leftAt - world.simulator.clock.now().getTime())).toBeLessThan(10_000)

  await expect(world.graph(`/users/${id}`, 'fabrikam')).rejects.toThrow('404')
  expect(await world.graph(`/directory/deletedItems/${id}`, 'fabrikam')).toMatchObject({ id })
  await world.changeDirectory('POST', `/directory/deletedItems/${id}/restore`, {}, 'fabrikam')
  expect(await world.graph(groups, 'fabrikam')).toEqual(before)
  expect(before.value).toHaveLength(3)
})

test('afterwards the organization does not know her any more, here at once', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  await receiptOf(world, await graceLeaves())
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
  await receiptOf(world, await graceLeaves())
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
    expect(status).toBe(202)
    await world.portal.settle()
  },
)

test('a departure repeated after its end does nothing more', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(visitor, 'Fabrikam')
  const challenge = String(body['challenge'])
  const fresh = await world.enter('grace@adatum.com', 'fabrikam')
  await receiptOf(world, await leave(fresh, 'Fabrikam', challenge))
  for (const each of [fresh, visitor]) {
    const again = await leave(each, 'Fabrikam', challenge)
    expect([again.status, again.body['code']]).toEqual([403, 'no-longer-here'])
  }
  expect(await world.effects('user-deleted')).toHaveLength(1)
})

test('a request repeated under its key leads to the same receipt, also after its end', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(visitor, 'Fabrikam')
  const challenge = String(body['challenge'])
  const fresh = await world.enter('grace@adatum.com', 'fabrikam')
  const key = randomUUID()
  const first = await leave(fresh, 'Fabrikam', challenge, key)
  const receipt = await receiptOf(world, first)
  const again = await leave(fresh, 'Fabrikam', challenge, key)
  expect(await receiptOf(world, again)).toEqual(receipt)
  // Of an address only the hash is kept, so that none can be given twice.
  expect(again.body['receipt']).not.toBe(first.body['receipt'])

  const other = await leave(fresh, 'fabrikam', challenge, key)
  expect([other.status, other.body['code']]).toEqual([422, 'idempotency-key-reused'])
  expect(await world.effects('user-deleted')).toHaveLength(1)
})

test('the key of somebody else leads nowhere', async () => {
  const key = randomUUID()
  const grace = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(grace, 'Fabrikam')
  const fresh = await world.enter('grace@adatum.com', 'fabrikam')
  await receiptOf(world, await leave(fresh, 'Fabrikam', String(body['challenge']), key))
  const mei = await world.enter('mei@gmail.example', 'fabrikam')
  const answer = await leave(mei, 'Fabrikam', String(body['challenge']), key)
  expect([answer.status, answer.body['code']]).toEqual([401, 'sign-in-too-old'])
})

test.each(['', 'short', 'x'.repeat(129), 'with a space in the middle of it'])(
  'the key %j is none',
  async (key) => {
    const visitor = await world.enter('grace@adatum.com', 'fabrikam')
    const { status, body } = await leave(visitor, 'Fabrikam', undefined, key)
    expect([status, body['code']]).toEqual([400, 'idempotency-key-missing'])
  },
)

test('a double click leaves once, and every click has the same receipt', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const { body } = await leave(visitor, 'Fabrikam')
  const fresh = await world.enter('grace@adatum.com', 'fabrikam')
  const presses = await Promise.all(
    Array.from({ length: 5 }, async () => leave(fresh, 'Fabrikam', String(body['challenge']))),
  )
  const receipts = await Promise.all(presses.map(async (press) => receiptOf(world, press)))
  expect(new Set(receipts.map(({ number }) => number)).size).toBe(1)
  expect(await world.effects('user-deleted')).toHaveLength(1)
})

test('an address that nobody was given leads nowhere', async () => {
  const { body } = await world.comeWith(undefined).call(getReceipt, {
    params: { token: randomBytes(32).toString('base64url') },
  })
  expect(body['code']).toBe('receipt-not-found')
})

test('an address ends thirty days after the directory has erased the guest', async () => {
  const accepted = await graceLeaves()
  const { erasedBy = '' } = await receiptOf(world, accepted)
  const { clock } = world.simulator
  clock.advance(Date.parse(erasedBy) + 29 * 86_400_000 - clock.now().getTime())
  expect((await readReceipt(world, accepted.body)).state).toBe('done')
  clock.advance(2 * 86_400_000)
  await expect(readReceipt(world, accepted.body)).rejects.toThrow('receipt-not-found')
})

test('only the keeper deletes, and only the person', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  await receiptOf(world, await graceLeaves())
  const [deletion] = await world.effects('user-deleted')
  expect(deletion?.by.name).toMatch(/keeper/)
  expect(Object.values(deletion?.targets ?? {})).toContain(idOf(visitor))
  expect(await world.effects('member-removed')).toEqual([])
})

test('the journal keeps who, what and by which request, and the log no name', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const seen = world.portal.log().length
  const { number } = await receiptOf(world, await graceLeaves())
  const organizationId = world.tenantIdOf('fabrikam') as OrganizationId
  const entries = await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction.selectFrom('journal').selectAll().where('subjectId', '=', number).execute(),
  )
  expect(entries).toMatchObject([
    { act: 'leave-organization', outcome: 'done', guestId: idOf(visitor), actorId: idOf(visitor) },
  ])
  expect(entries[0]?.facts).toMatchObject({ groupCount: 3 })
  expect(entries[0]?.tokenId).toMatch(/^[\w-]+$/)
  expect(entries[0]?.directoryRequestIds).toHaveLength(1)
  expect(world.portal.log().slice(seen)).not.toMatch(/grace|adeyemi|plant maps|eyJ|receipts\/\w/i)
})

test('nobody leaves in the name of somebody else, whatever they send along', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const mei = await world.enter('mei@gmail.example', 'fabrikam')
  const body = { confirmation: 'Fabrikam', personId: idOf(mei) }
  const answer = await visitor.call(leaveOrganization, { body, key: randomUUID() })
  expect([answer.status, answer.body['code']]).toEqual([400, 'invalid-request'])
})
