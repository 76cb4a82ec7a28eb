import {
  declareEndOwner,
  endException,
  listExceptions,
  makeException,
} from '@foyer/contracts/exception'
import { extendGuest, getGuest } from '@foyer/contracts/guest'
import type { PersonId } from '@foyer/contracts/ids'
import { getMyData } from '@foyer/contracts/my-data'
import { getMyAccess } from '@foyer/contracts/stay'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// What Ada, an operator of Contoso, decides of one guest besides the policy.

let world: World
let contoso: UnderPolicy
let ada: Visitor
let sam: Visitor
let guestId: PersonId
let today: Day

const omar = 'omar@outlook.example'
const reason = 'The auditors come until then'

beforeAll(async () => {
  world = await openWorld({ world: 'pessimist' })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  await contoso.decide({ accessDays: 200, confirmEveryDays: 20 })
  ada = await world.enter('ada@contoso.com')
  sam = await world.enter('sam@contoso.com')
  guestId = (await contoso.find(sam, omar)).guestId
  today = dayOf(world.portal.clock.now(), 'UTC')
})
afterAll(async () => world[Symbol.asyncDispose]())

const except = async (until: string, visitor = ada, id = guestId) =>
  visitor.call(makeException, { params: { guestId: id }, body: { until, reason } })
const endOf = async () => (await contoso.find(sam, omar)).end

test('the rules wait for the end of an exception, and it says who owns it and why', async () => {
  expect(await endOf()).toEqual({ on: addDays(today, 20), because: 'confirmation-due' })
  const until = addDays(today, 90)
  const { status, body } = await except(until)
  expect([status, body]).toEqual([200, { end: { on: until, because: 'confirmation-due' } }])
  expect(await endOf()).toEqual({ on: until, because: 'confirmation-due' })
  const seen = await sam.call(getGuest, { params: { guestId } })
  expect(seen.body['exception']).toMatchObject({ until, by: 'Ada Lindqvist', reason })
  const mine = await (await world.enter(omar)).call(getMyData, {})
  expect(mine.body['access']).toMatchObject({ exception: { until, by: 'Ada Lindqvist', reason } })
})

test('ended, twice, the rules hold again', async () => {
  await except(addDays(today, 90))
  for (const _ of [1, 2]) {
    const { status, body } = await ada.call(endException, { params: { guestId } })
    expect([status, body]).toEqual([
      200,
      { end: { on: addDays(today, 20), because: 'confirmation-due' } },
    ])
  }
  const seen = await ada.call(getGuest, { params: { guestId } })
  expect(seen.body['exception']).toBeUndefined()
})

test('a date that was set, and why, outlives an exception and its end', async () => {
  await contoso.decide({ accessDays: 20, reminderDays: [7] })
  const until = addDays(today, 60)
  await sam.call(extendGuest, { params: { guestId }, body: { until, reason: 'More work' } })
  await except(addDays(today, 90))
  expect(await endOf()).toEqual({ on: until, because: 'end-date' })
  await ada.call(endException, { params: { guestId } })
  const access = await (await world.enter(omar)).call(getMyAccess, {})
  expect(access.body['set']).toMatchObject({ until, reason: 'More work', by: 'Sam Okafor' })
})

test.each([
  ['yesterday', (day: Day) => addDays(day, -1), 422, 'end-in-the-past'],
  ['today', (day: Day) => day, 200, undefined],
  ['a year and a day from now', (day: Day) => addDays(day, 366), 200, undefined],
  ['the day after that', (day: Day) => addDays(day, 367), 422, 'exception-too-long'],
  ['no day', () => '2027-04-31', 400, 'invalid-request'],
])('an exception until %s', async (_name, dayFrom, status, code) => {
  const answer = await except(dayFrom(today))
  expect([answer.status, answer.body['code']]).toEqual([status, code])
})

test('somebody else decides the end: Foyer says so, and no rule and no sponsor does', async () => {
  const declare = async (owner: 'home-sync' | null) =>
    ada.call(declareEndOwner, { params: { guestId }, body: { owner } })
  expect((await declare('home-sync')).body).toEqual({})
  expect(await contoso.find(sam, omar)).toMatchObject({ endOwner: 'home-sync' })
  expect((await contoso.find(sam, omar)).end).toBeUndefined()
  const body = { until: addDays(today, 60), reason: 'More work' }
  const answer = await sam.call(extendGuest, { params: { guestId }, body })
  expect(answer.body['code']).toBe('end-decided-elsewhere')
  expect((await declare(null)).body).toEqual({
    end: { on: addDays(today, 20), because: 'confirmation-due' },
  })
})

test('only operators decide it, and only of guests of their own organization', async () => {
  for (const mail of ['sam@contoso.com', 'noor@contoso.com', omar]) {
    const answer = await except(addDays(today, 30), await world.enter(mail))
    expect([mail, answer.status, answer.body['code']]).toEqual([mail, 403, 'not-an-operator'])
  }
  const noorId = (await world.graph<{ id: PersonId }>('/users/noor@contoso.com')).id
  expect((await except(addDays(today, 30), ada, noorId)).body['code']).toBe('guest-not-found')
  const ines = await world.enter('ines@fabrikam.com', 'fabrikam')
  expect((await except(addDays(today, 30), ines)).body['code']).toBe('not-an-operator')
  expect(await endOf()).toEqual({ on: addDays(today, 20), because: 'confirmation-due' })
})

test('Ada lists who is excepted, the first to end first, as long as it holds', async () => {
  const list = async (visitor = ada) => visitor.call(listExceptions, {})
  expect((await list()).body).toEqual({ exceptions: [], others: 0 })
  const lenaId = (await contoso.find(sam, 'lena@atelier-vogel.example')).guestId
  await except(addDays(today, 90))
  await except(addDays(today, 30), ada, lenaId)
  const { body } = await list()
  expect(body).toMatchObject({
    exceptions: [
      {
        guestId: lenaId,
        name: 'Lena Vogel',
        until: addDays(today, 30),
        by: 'Ada Lindqvist',
        reason,
      },
      { guestId, name: 'Omar Haddad', until: addDays(today, 90) },
    ],
    others: 0,
  })
  world.simulator.clock.advance(31 * 24 * 60 * 60_000)
  const later = (await list(await world.enter('ada@contoso.com'))).body
  expect(later['exceptions']).toMatchObject([{ guestId }])
  expect((await list(await world.enter('sam@contoso.com'))).body['code']).toBe('not-an-operator')
})

test('who may except is told who, and what was declared of the end', async () => {
  const read = async (visitor: Visitor) =>
    (await visitor.call(getGuest, { params: { guestId } })).body
  expect(await read(ada)).toMatchObject({ mayExcept: true, endOwner: 'foyer' })
  expect((await read(ada))['declaredEndOwner']).toBeUndefined()
  await ada.call(declareEndOwner, { params: { guestId }, body: { owner: 'entitlement' } })
  expect(await read(sam)).toMatchObject({ mayExcept: false, declaredEndOwner: 'entitlement' })
})
