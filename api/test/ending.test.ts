import { endAccess, stopEnding } from '@foyer/contracts/ending'
import { getGuest } from '@foyer/contracts/guest'
import type { PersonId } from '@foyer/contracts/ids'
import { listMyJournal } from '@foyer/contracts/journal'
import { getMe } from '@foyer/contracts/me'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mailsTo } from './support/exit.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Sam, or an operator, ends the access of a guest of Contoso: blocked first, removed later.

let world: World
let contoso: UnderPolicy
let guestId: PersonId

const omar = 'omar@outlook.example'
const sam = 'sam@contoso.com'
const reason = 'The project is over'
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  guestId = (await contoso.find(await world.enter(sam), omar)).guestId
})
afterAll(async () => world[Symbol.asyncDispose]())

/** As the page does it: asked, signed in anew, and sent again with the challenge. */
async function end(by = sam, id = guestId) {
  const input = { params: { guestId: id }, body: { reason } }
  const first = await (await world.enter(by)).call(endAccess, input)
  if (first.body['code'] !== 'sign-in-too-old') return first
  const challenge = String(first.body['challenge'])
  const anew = await world.enter(by)
  return anew.call(endAccess, { ...input, body: { ...input.body, challenge } })
}

async function stop(by = sam) {
  return (await world.enter(by)).call(stopEnding, { params: { guestId } })
}

async function pass(ms: number): Promise<void> {
  world.simulator.clock.advance(ms)
  await world.portal.settle()
}

const statusOf = async (by = 'ada@contoso.com') =>
  (await (await world.enter(by)).call(getGuest, { params: { guestId } })).body['ending'] as
    Record<string, unknown> | undefined

async function isEnabled(): Promise<boolean | undefined> {
  const path = `/users?$filter=id eq '${guestId}'&$select=accountEnabled`
  const { value } = await world.graph<{ value: readonly { accountEnabled: boolean }[] }>(path)
  return value[0]?.accountEnabled
}

const removals = async () => (await world.effects('user-deleted')).length

test('Omar is blocked after ten minutes and removed after the grace time, and reads by whom and why', async () => {
  const { status, body } = await end()
  expect([status, body['state'], body['reason']]).toEqual([200, 'waiting', reason])
  await pass(9 * minuteMs)
  expect(await isEnabled()).toBe(true)
  await pass(2 * minuteMs)
  expect(await isEnabled()).toBe(false)
  const [told] = await mailsTo(world, omar)
  expect(told?.subject).toBe('Your access to Contoso has ended')
  for (const words of ['Sam Okafor', reason, '90 minutes']) expect(told?.text).toContain(words)
  await pass(6 * dayMs)
  expect(await isEnabled()).toBe(false)
  await pass(2 * dayMs)
  expect(await isEnabled()).toBeUndefined()
  const [gone] = await mailsTo(world, omar)
  expect(gone?.subject).toBe('Your account at Contoso was removed')
  expect(gone?.text).not.toContain('http://localhost/receipts')
})

test('stopped in the ten minutes, nothing is done; stopped later, the block is taken back', async () => {
  await end()
  expect((await stop()).status).toBe(204)
  await pass(20 * minuteMs)
  expect([await isEnabled(), (await statusOf())?.['state']]).toEqual([true, 'stopped'])
  expect(await mailsTo(world, omar)).toEqual([])
  const { body } = await (await world.enter(omar)).call(listMyJournal, { query: {} })
  const { entries } = body as unknown as { entries: readonly { act: string }[] }
  expect(entries.slice(0, 2).map(({ act }) => act)).toEqual(['stop-ending', 'end-access'])

  await end()
  await pass(11 * minuteMs)
  expect(await isEnabled()).toBe(false)
  expect((await stop('ada@contoso.com')).status).toBe(204)
  expect((await stop()).status).toBe(204)
  await world.portal.settle()
  expect(await isEnabled()).toBe(true)
  await pass(10 * dayMs)
  expect(await isEnabled()).toBe(true)
})

test('whoever was blocked by others before stays blocked when it is taken back', async () => {
  await world.changeDirectory('PATCH', `/users/${guestId}`, { accountEnabled: false })
  await end()
  await pass(11 * minuteMs)
  await stop()
  await world.portal.settle()
  expect(await isEnabled()).toBe(false)
})

test('whom somebody lets in again in between is not removed', async () => {
  await end()
  await pass(11 * minuteMs)
  await world.changeDirectory('PATCH', `/users/${guestId}`, { accountEnabled: true })
  await pass(8 * dayMs)
  expect([await isEnabled(), await statusOf()]).toMatchObject([
    true,
    { state: 'refused', because: 'unblocked-by-others' },
  ])
})

test('a sponsor who is none any more by the time it begins, ends nothing', async () => {
  await end()
  const samId = (await world.graph<{ id: string }>(`/users/${sam}`)).id
  await world.changeDirectory('DELETE', `/users/${guestId}/sponsors/${samId}/$ref`)
  await pass(11 * minuteMs)
  expect([await isEnabled(), await statusOf()]).toMatchObject([
    true,
    { state: 'refused', because: 'no-longer-sponsor' },
  ])
})

test('whether there is a role by now has to be readable: unknown protects', async () => {
  await end()
  world.fail({ path: '/v1.0/roleManagement/directory/roleAssignments', status: 403 })
  await pass(11 * minuteMs)
  expect(await isEnabled()).toBe(true)
  world.simulator.faults.clear()
  expect((await statusOf())?.['because']).toBe('departure-roles-unreadable')
})

test('it needs a sign-in from just now', async () => {
  const visitor = await world.enter(sam)
  world.simulator.clock.advance(6 * minuteMs)
  const answer = await visitor.call(endAccess, { params: { guestId }, body: { reason } })
  expect([answer.status, answer.body['code']]).toEqual([401, 'sign-in-too-old'])
  await world.portal.settle()
  expect(await statusOf()).toBeUndefined()
})

test('the same twice is one; what an operator decides meanwhile is told to be under way', async () => {
  const [one, other] = await Promise.all([end(), end()])
  expect([one.status, other.status]).toEqual([200, 200])
  const ada = await end('ada@contoso.com')
  expect([ada.status, ada.body['code']]).toEqual([409, 'ending-under-way'])
  await pass(11 * minuteMs)
  expect(await mailsTo(world, omar)).toHaveLength(1)
})

test('who does not vouch ends nothing, and nobody ends a member or themselves', async () => {
  for (const by of ['noor@contoso.com']) {
    const answer = await end(by)
    expect([answer.status, answer.body['code']]).toEqual([404, 'guest-not-found'])
  }
  const grace = await end('grace@adatum.com')
  expect(grace.body['code']).toBe('not-answerable')
  const adaId = (await world.graph<{ id: PersonId }>('/users/ada@contoso.com')).id
  const noorId = (await world.graph<{ id: PersonId }>('/users/noor@contoso.com')).id
  expect((await end('ada@contoso.com', adaId)).body['code']).toBe('guest-not-found')
  expect((await end('ada@contoso.com', noorId)).body['code']).toBe('departure-not-a-guest')
})

test('a directory that fails is asked again, and nobody is removed twice', async () => {
  await end()
  await pass(11 * minuteMs)
  const before = await removals()
  const heal = world.fail({ method: 'DELETE', path: '/v1.0/users/*', status: 503 })
  await pass(8 * dayMs)
  heal()
  await pass(minuteMs)
  expect(await isEnabled()).toBeUndefined()
  expect((await removals()) - before).toBe(1)
})

test('a removal that was tried and not done is taken back from what is remembered', async () => {
  await end()
  await pass(11 * minuteMs)
  const heal = world.fail({ method: 'DELETE', path: '/v1.0/users/*', status: 503 })
  await pass(8 * dayMs)
  await world.changeDirectory('PATCH', `/users/${guestId}`, { accountEnabled: true })
  heal()
  await pass(minuteMs)
  expect((await statusOf())?.['because']).toBe('unblocked-by-others')
  const seen = await contoso.listOf(await world.enter(sam))
  expect(seen.map(({ mail }) => mail)).toContain(omar)
})

test('Omar with an old token is nobody once he is blocked', async () => {
  const visitor: Visitor = await world.enter(omar)
  await end()
  await pass(11 * minuteMs)
  await contoso.sync()
  const answer = await visitor.call(getMe, {})
  expect([answer.status, answer.body['code']]).toEqual([403, 'blocked-here'])
})
