import { randomUUID } from 'node:crypto'
import { attestGuest, countGuests, extendGuest, getGuest, listGuests } from '@foyer/contracts/guest'
import { askToStay } from '@foyer/contracts/stay'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { type JournalEntry, listMyJournal } from '@foyer/contracts/journal'
import { getMe } from '@foyer/contracts/me'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { guidOf } from '@foyer/simulator/world/guid'
import { keepUntoldStandings } from '../src/standing/keep-standings.ts'
import { mailsTo } from './support/exit.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Sam vouches for many guests of Contoso, where a policy is in force.

let world: World
let contoso: UnderPolicy
let sam: Visitor
let today: Day

const reason = 'The harbour drawings go on'
const dayMs = 24 * 60 * 60_000

beforeAll(async () => {
  world = await openWorld({ world: 'pessimist' })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  sam = await world.enter('sam@contoso.com')
  today = dayOf(world.portal.clock.now(), 'UTC')
})
afterAll(async () => world[Symbol.asyncDispose]())

const find = async (mail: string) => contoso.find(sam, mail)
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
  const seen = await contoso.listOf(sam)
  expect(own.length).toBeGreaterThan(1)
  expect(seen.map(({ guestId }) => guestId).toSorted()).toEqual(own.map(({ id }) => id).toSorted())
  const ours = seen.filter(({ endOwner }) => endOwner === 'foyer')
  expect(ours.filter(({ end }) => end === undefined)).toEqual([])
  const first = seen.find(({ end }) => end !== undefined)
  expect(first?.end).toEqual({ on: addDays(today, 180), because: 'first-stay' })
})

test('where an organization does not allow it, who is in a group that vouches does not', async () => {
  const noorId = (await world.graph<{ id: string }>('/users/noor@contoso.com')).id
  const path = "/groups?$filter=displayName eq 'Partner Desk'&$select=id"
  const [desk] = (await world.graph<{ value: readonly { id: string }[] }>(path)).value
  await world.changeDirectory('POST', `/groups/${desk?.id}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${noorId}`,
  })
  const noor = await world.enter('noor@contoso.com')
  expect(await contoso.listOf(noor)).toEqual([])
  const { guestId } = await find('omar@outlook.example')
  const answer = await noor.call(attestGuest, { params: { guestId } })
  expect(answer.body['code']).toBe('guest-not-found')
})

test('who vouches for nobody sees nobody, and a guest is told that this is not for guests', async () => {
  expect(await contoso.listOf(await world.enter('noor@contoso.com'))).toEqual([])
  const grace = await world.enter('grace@adatum.com')
  const answer = await grace.call(listGuests, {})
  expect([answer.status, answer.body['code']]).toEqual([403, 'not-answerable'])
})

test('an operator vouches for nobody, and opens everybody', async () => {
  const ada = await world.enter('ada@contoso.com')
  expect(await contoso.listOf(ada)).toEqual([])
  const { guestId } = await find(lena)
  const { status, body } = await ada.call(getGuest, { params: { guestId } })
  expect([status, body['seenAs'], body['name']]).toEqual([200, 'operator', 'Lena Vogel'])
})

test('Sam extends Lena: the date holds, she reads why, and it is written down', async () => {
  const { guestId } = await find(lena)
  const until = addDays(today, 90)
  await contoso.decide({ accessDays: 30, reminderDays: [7] })
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
  await contoso.decide({ accessDays: 30, reminderDays: [] })
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
  await contoso.decide({ accessDays: 10, reminderDays: [] })
  const { guestId, end } = await find('grace@adatum.com')
  const answer = await extend(guestId, dayFrom(today))
  expect([answer.status, answer.body['code']]).toEqual([status, code])
  expect((await find('grace@adatum.com')).end).toEqual(end)
})

test('the cap is a day of the organization, wherever it is', async () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin']) {
    await contoso.decide({ accessDays: 10, reminderDays: [], timeZone })
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
  await contoso.decide({ confirmEveryDays: 30, accessDays: 200 })
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
  await contoso.sync()
  expect(await find('grace@adatum.com')).toMatchObject({ newGroups: 0, goneGroups: 1 })
})

test('a visit to Foyer is a sign of use, to the day; one that is not known is not made up', async () => {
  await contoso.decide({ sponsorsAtLeast: 1, unusedAfterDays: 30, accessDays: 300 })
  expect((await find(lena)).visitedAt).toBeUndefined()
  world.simulator.clock.advance(3 * dayMs)
  await (await world.enter(lena)).call(getMe, {})
  await contoso.sync()
  sam = await world.enter('sam@contoso.com')
  const later = dayOf(world.portal.clock.now(), 'UTC')
  expect(await find(lena)).toMatchObject({
    visitedAt: `${later}T00:00:00.000Z`,
    end: { on: addDays(later, 30), because: 'unused' },
  })
})

test('what is stored of each guest is what the facts and the policy say, whatever came in between', async () => {
  const { guestId } = await find('grace@adatum.com')
  await extend(guestId, addDays(today, 170))
  await contoso.decide({
    sponsorsAtLeast: 1,
    accessDays: 100,
    confirmEveryDays: 90,
    unusedAfterDays: 60,
  })
  world.simulator.clock.advance(2 * dayMs)
  sam = await world.enter('sam@contoso.com')
  await sam.call(attestGuest, { params: { guestId: (await find(lena)).guestId } })
  await (await world.enter('omar@outlook.example')).call(getMe, {})
  const samId = (await world.graph<{ id: string }>('/users/sam@contoso.com')).id
  await world.changeDirectory('DELETE', `/users/${guestId}/sponsors/${samId}/$ref`)
  await contoso.decide({
    sponsorsAtLeast: 1,
    accessDays: 100,
    confirmEveryDays: 90,
    withoutSponsorDays: 20,
  })
  world.simulator.clock.advance(dayMs)
  await contoso.sync()

  const stored = await readStandings()
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    sql`UPDATE guest SET standing_of = NULL`.execute(transaction),
  )
  const { store, clock } = world.portal
  await keepUntoldStandings(store, organizationId, () => clock.now())
  expect(await readStandings()).toEqual(stored)
  expect(new Set(stored.map(({ endsBecause }) => endsBecause))).toEqual(
    new Set(['no-sponsor', 'confirmation-due']),
  )
})

async function readStandings() {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  return world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction
      .selectFrom('guest')
      .select(['guestId', 'standingOf', 'endsOn', 'endsBecause', 'nextKind', 'nextOn'])
      .where('removedAt', 'is', null)
      .orderBy('guestId')
      .execute(),
  )
}

test('what is counted for Sam is what is listed: who needs him, and by when', async () => {
  const count = async (visitor: Visitor) => (await visitor.call(countGuests, {})).body
  const expectCounted = async () => {
    const listed = await contoso.listOf(sam)
    const needy = listed.filter(({ need }) => need !== undefined)
    const [firstOn] = needy.flatMap(({ end }) => (end ? [end.on] : [])).toSorted()
    expect(await count(sam)).toEqual({
      guests: listed.length,
      needy: needy.length,
      ...(firstOn ? { firstOn } : {}),
    })
    return needy.length
  }
  const quiet = await expectCounted()
  await contoso.decide({ accessDays: 30, reminderDays: [28] })
  world.simulator.clock.advance(3 * dayMs)
  sam = await world.enter('sam@contoso.com')
  const many = await expectCounted()
  expect(many).toBeGreaterThan(quiet)
  await contoso.setEnd(lena, addDays(today, 60))
  expect(await expectCounted()).toBe(many - 1)
  const asking = await world.enter(lena)
  const asked = await asking.call(askToStay, { body: { until: addDays(today, 90), reason } })
  expect(asked.status).toBeLessThan(300)
  expect(await expectCounted()).toBe(many)
  expect(await count(await world.enter('noor@contoso.com'))).toEqual({ guests: 0, needy: 0 })
})
