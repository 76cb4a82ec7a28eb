import { randomUUID } from 'node:crypto'
import { attestGuest, extendGuest, getGuest, type Guest, listGuests } from '@foyer/contracts/guest'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { type JournalEntry, listMyJournal } from '@foyer/contracts/journal'
import { changePolicy, type Policy } from '@foyer/contracts/policy'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { proposedPolicy } from '@foyer/lifecycle/policy'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { guidOf } from '@foyer/simulator/world/guid'
import { syncOrganization } from '../src/projection/projection.ts'
import { mailsTo } from './support/exit.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Sam vouches for many guests of Contoso; each test begins with the world as it was and a policy.

let world: World
let sam: Visitor
let today: Day
let version = 0

const contoso = () => world.tenantIdOf('contoso') as OrganizationId
const reason = 'The harbour drawings go on'

beforeAll(async () => {
  world = await openWorld({ world: 'pessimist' })
})
beforeEach(async () => {
  world.simulator.reset()
  await world.portal.store.asOrganization(contoso(), async (transaction) => {
    for (const table of ['term', 'mail', 'step'] as const) {
      await transaction.deleteFrom(table).execute()
    }
  })
  await decide({})
  await sync()
  sam = await world.enter('sam@contoso.com')
  today = dayOf(world.portal.clock.now(), 'UTC')
})
afterAll(async () => world[Symbol.asyncDispose]())

async function sync(): Promise<void> {
  await syncOrganization(world.portal, contoso())
}

const dayMs = 24 * 60 * 60_000
const quiet = { confirmEveryDays: null, unusedAfterDays: null, redeemWithinDays: null }

async function decide(rules: Partial<Policy>): Promise<void> {
  const ada = await world.enter('ada@contoso.com')
  const body = { ...proposedPolicy, ...quiet, ...rules }
  const answer = await ada.call(changePolicy, { body, version })
  if (answer.status !== 200) throw new Error(`the policy was not taken: ${answer.status}`)
  version = Number(answer.body['version'])
  await world.portal.settle()
}

async function listOf(visitor: Visitor): Promise<readonly Guest[]> {
  const { body } = await visitor.call(listGuests, {})
  return (body as unknown as { guests: readonly Guest[] }).guests
}

async function find(mail: string): Promise<Guest> {
  const guest = (await listOf(sam)).find((each) => each.mail === mail)
  if (!guest) throw new Error(`Sam sees nobody of ${mail}`)
  return guest
}

const lena = 'lena@atelier-vogel.example'
const extend = async (guestId: PersonId, until: string, visitor = sam) =>
  visitor.call(extendGuest, { params: { guestId }, body: { until, reason } })

test('Sam sees those for whom he vouches, each with an end and a reason, and nobody else', async () => {
  const path = "/users?$filter=userType eq 'Guest'&$select=id&$expand=sponsors($select=id)&$top=999"
  const { value } = await world.graph<{
    value: readonly { id: string; sponsors: readonly { id: string }[] }[]
  }>(path)
  const samId = (await world.graph<{ id: string }>('/users/sam@contoso.com')).id
  const own = value.filter(({ sponsors }) => sponsors.some(({ id }) => id === samId))
  const seen = await listOf(sam)
  expect(own.length).toBeGreaterThan(1)
  expect(seen.map(({ guestId }) => guestId).toSorted()).toEqual(own.map(({ id }) => id).toSorted())
  for (const { endOwner, end } of seen) if (endOwner === 'foyer') expect(end).toBeDefined()
  const first = seen.find(({ end }) => end !== undefined)
  expect(first?.end).toEqual({ on: addDays(today, 180), because: 'first-stay' })
})

test('who vouches for nobody sees nobody, and a guest is told that this is not for guests', async () => {
  expect(await listOf(await world.enter('noor@contoso.com'))).toEqual([])
  const grace = await world.enter('grace@adatum.com')
  const answer = await grace.call(listGuests, {})
  expect([answer.status, answer.body['code']]).toEqual([403, 'not-answerable'])
})

test('an operator vouches for nobody, and opens everybody', async () => {
  const ada = await world.enter('ada@contoso.com')
  expect(await listOf(ada)).toEqual([])
  const { guestId } = await find(lena)
  const { status, body } = await ada.call(getGuest, { params: { guestId } })
  expect([status, body['seenAs'], body['name']]).toEqual([200, 'operator', 'Lena Vogel'])
})

test('Sam extends Lena: the date holds, she reads why, and it is written down', async () => {
  const { guestId } = await find(lena)
  const until = addDays(today, 90)
  await decide({ accessDays: 30, reminderDays: [7] })
  const { status, body } = await extend(guestId, until)
  expect([status, body]).toEqual([200, { end: { on: until, because: 'end-date' } }])
  expect(await find(lena)).toMatchObject({ end: { on: until, because: 'end-date' }, newGroups: 0 })
  const [mail] = await mailsTo(world, lena)
  expect(mail?.subject).toContain('Your access to Contoso lasts until')
  expect(mail?.text).toContain(reason)
  const [entry] = (await (await world.enter(lena)).call(listMyJournal, { query: {} })).body[
    'entries'
  ] as readonly JournalEntry[]
  expect(entry).toMatchObject({ act: 'extend', outcome: 'done', actor: { kind: 'sponsor' } })
})

test('the same again is the same, without a second mail; an earlier day is no extension', async () => {
  const { guestId } = await find(lena)
  const until = addDays(today, 100)
  await decide({ accessDays: 30, reminderDays: [] })
  await extend(guestId, until)
  expect((await extend(guestId, until)).status).toBe(200)
  expect(await mailsTo(world, lena)).toHaveLength(1)
  const earlier = await extend(guestId, addDays(until, -1))
  expect([earlier.status, earlier.body['code']]).toEqual([422, 'end-not-later'])
})

test.each([
  ['yesterday', (day: Day) => addDays(day, -1), 422, 'end-in-the-past'],
  ['a day beyond the cap', (day: Day) => addDays(day, 181), 422, 'end-over-the-cap'],
  ['what is no day', () => '2027-02-30', 400, 'invalid-request'],
  ['a day without zeros', () => '2027-3-1', 400, 'invalid-request'],
  ['an instant', () => '2027-03-01T00:00:00Z', 400, 'invalid-request'],
  ['the year ten thousand', () => '10000-01-01', 400, 'invalid-request'],
])('nobody is extended to %s', async (_name, dayFrom, status, code) => {
  await decide({ accessDays: 10, reminderDays: [] })
  const { guestId, end } = await find('grace@adatum.com')
  const answer = await extend(guestId, dayFrom(today))
  expect([answer.status, answer.body['code']]).toEqual([status, code])
  expect((await find('grace@adatum.com')).end).toEqual(end)
})

test('the cap is a day of the organization, wherever it is', async () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin']) {
    await decide({ accessDays: 10, reminderDays: [], timeZone })
    const here = dayOf(world.portal.clock.now(), timeZone)
    const { guestId } = await find('grace@adatum.com')
    const { body } = await sam.call(getGuest, { params: { guestId } })
    expect([body['today'], body['latestEnd']]).toEqual([here, addDays(here, 180)])
    const over = await extend(guestId, addDays(here, 181))
    expect([timeZone, over.body['code']]).toEqual([timeZone, 'end-over-the-cap'])
  }
})

test('whoever does not vouch for a guest can do nothing about them, nor learn that they are there', async () => {
  const { guestId } = await find(lena)
  const noor = await world.enter('noor@contoso.com')
  const answers = [
    await extend(guestId, addDays(today, 20), noor),
    await noor.call(attestGuest, { params: { guestId } }),
    await noor.call(getGuest, { params: { guestId } }),
    await noor.call(getGuest, { params: { guestId: randomUUID() as PersonId } }),
  ]
  const codes = answers.map(({ status, body }) => [status, body['code']])
  expect(codes).toEqual(answers.map(() => [404, 'guest-not-found']))
})

test('a guest of another organization is nobody here', async () => {
  const ines = await world.enter('ines@fabrikam.com', 'fabrikam')
  const { guestId } = await find(lena)
  const answer = await extend(guestId, addDays(today, 20), ines)
  expect([answer.status, answer.body['code']]).toEqual([404, 'guest-not-found'])
})

test('Sam is taken from Lena between page and click: he extends nobody any more', async () => {
  const { guestId } = await find(lena)
  const samId = (await world.graph<{ id: string }>('/users/sam@contoso.com')).id
  await world.changeDirectory('DELETE', `/users/${guestId}/sponsors/${samId}/$ref`)
  const answer = await extend(guestId, addDays(today, 120))
  expect([answer.status, answer.body['code']]).toEqual([404, 'guest-not-found'])
})

test('who holds a role is shown and not extended', async () => {
  const path = "/users?$filter=mail eq 'rosa@adatum.com'&$select=id"
  const { value } = await world.graph<{ value: readonly { id: PersonId }[] }>(path)
  const guestId = value[0]?.id
  if (!guestId) throw new Error('Rosa is not there')
  const ada = await world.enter('ada@contoso.com')
  const answer = await extend(guestId, addDays(today, 120), ada)
  expect([answer.status, answer.body['code']]).toEqual([409, 'departure-role-held'])
})

test('a word that a guest is needed puts off what waits for it, and counts what came since', async () => {
  await decide({ confirmEveryDays: 30, accessDays: 200 })
  const { guestId, end } = await find('grace@adatum.com')
  expect(end?.because).toBe('confirmation-due')
  world.simulator.clock.advance(10 * dayMs)
  sam = await world.enter('sam@contoso.com')
  const later = dayOf(world.portal.clock.now(), 'UTC')
  const { body } = await sam.call(attestGuest, { params: { guestId } })
  expect(body).toEqual({ end: { on: addDays(later, 30), because: 'confirmation-due' } })

  const tender = guidOf('group contoso Tender 2026')
  expect(await find('grace@adatum.com')).toMatchObject({ newGroups: 0, goneGroups: 0 })
  await world.changeDirectory('DELETE', `/groups/${tender}/members/${guestId}/$ref`)
  await sync()
  expect(await find('grace@adatum.com')).toMatchObject({ newGroups: 0, goneGroups: 1 })
})
