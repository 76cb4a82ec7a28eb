import { getGuest } from '@foyer/contracts/guest'
import {
  answerStayRequest,
  askToStay,
  getMyAccess,
  withdrawStayRequest,
} from '@foyer/contracts/stay'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mailsTo } from './support/exit.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Grace asks to stay at Contoso, and Sam, who vouches for her, answers.

let world: World
let contoso: UnderPolicy
let grace: Visitor
let sam: Visitor
let today: Day

const mail = 'grace@adatum.com'
const reason = 'The harbour drawings go on until spring'

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  await contoso.decide({ accessDays: 20, reminderDays: [7] })
  grace = await world.enter(mail)
  sam = await world.enter('sam@contoso.com')
  today = dayOf(world.portal.clock.now(), 'UTC')
})
afterAll(async () => world[Symbol.asyncDispose]())

const ask = async (until: string, visitor = grace, text = reason) =>
  visitor.call(askToStay, { body: { until, reason: text } })
const accessOf = async (visitor: Visitor) => (await visitor.call(getMyAccess, {})).body
const idOf = async () => (await contoso.find(sam, mail)).guestId

/** As the page does it: asked without a challenge, signed in anew, and sent again with it. */
async function answer(body: { until?: string; note: string }, by = 'sam@contoso.com') {
  const params = { guestId: await idOf() }
  const first = await (await world.enter(by)).call(answerStayRequest, { params, body })
  if (first.body['code'] !== 'sign-in-too-old') return first
  const challenge = String(first.body['challenge'])
  const anew = await world.enter(by)
  return anew.call(answerStayRequest, { params, body: { ...body, challenge } })
}

test('Grace sees until when, and asks to stay; Sam reads it in a mail and on her page', async () => {
  const end = { on: addDays(today, 20), because: 'first-stay' }
  expect(await accessOf(grace)).toMatchObject({
    today,
    endOwner: 'foyer',
    end,
    latestEnd: addDays(today, 180),
    reminderDays: [7],
  })
  const until = addDays(today, 90)
  expect(await ask(until)).toMatchObject({ status: 200, body: { state: 'open', until, reason } })
  const { guestId } = await contoso.find(sam, mail)
  expect(await contoso.find(sam, mail)).toMatchObject({ need: 'asks', request: { until, reason } })
  const [told] = await mailsTo(world, 'sam@contoso.com')
  expect(told?.subject).toContain('Grace Adeyemi asks to stay at Contoso until')
  expect(told?.text).toContain(reason)
  expect(told?.text).toContain(`/o/contoso/guests/${guestId}`)
})

test('Sam grants another day than she asked for: it holds, and she reads it with his note', async () => {
  await ask(addDays(today, 90))
  const until = addDays(today, 60)
  const note = 'Until the end of January, then we look again'
  const { status, body } = await answer({ until, note })
  expect([status, body]).toEqual([200, { end: { on: until, because: 'end-date' } }])
  expect(await accessOf(grace)).toMatchObject({
    end: { on: until, because: 'end-date' },
    set: { until, by: 'Sam Okafor', reason: note },
    request: { state: 'granted', grantedUntil: until, note, answeredBy: 'Sam Okafor' },
  })
  expect((await contoso.find(sam, mail)).request).toBeUndefined()
  const [told] = await mailsTo(world, mail)
  expect(told?.text).toContain(note)
})

test('Sam refuses: the end stays, and she reads why', async () => {
  await ask(addDays(today, 90))
  const note = 'The drawings are finished in December'
  expect((await answer({ note })).body).toEqual({
    end: { on: addDays(today, 20), because: 'first-stay' },
  })
  expect(await accessOf(grace)).toMatchObject({
    end: { on: addDays(today, 20) },
    request: { state: 'refused', note, answeredBy: 'Sam Okafor' },
  })
  const [told] = await mailsTo(world, mail)
  expect(told?.subject).toContain('your access is not extended')
  expect(told?.text).toContain(note)
  // Once answered, nobody waits, and she may ask again.
  expect((await answer({ note })).body['code']).toBe('stay-not-asked')
  expect((await ask(addDays(today, 30))).status).toBe(200)
})

test('an answer needs a sign-in from just now', async () => {
  await ask(addDays(today, 90))
  const params = { guestId: await idOf() }
  const body = { until: addDays(today, 60), note: 'Yes' }
  world.simulator.clock.advance(6 * 60_000)
  const late = await sam.call(answerStayRequest, { params, body })
  expect([late.status, late.body['code']]).toEqual([401, 'sign-in-too-old'])
  // His old sign-in is none, whatever he brings.
  const challenge = String(late.body['challenge'])
  const again = await sam.call(answerStayRequest, { params, body: { ...body, challenge } })
  expect(again.body['code']).toBe('sign-in-too-old')
  expect(await accessOf(await world.enter(mail))).toMatchObject({ request: { state: 'open' } })
})

test('asked twice it is one; another wish has to wait for the answer', async () => {
  const until = addDays(today, 90)
  const [one, other] = await Promise.all([ask(until), ask(until)])
  expect([one?.status, other?.status]).toEqual([200, 200])
  expect(await mailsTo(world, 'sam@contoso.com')).toHaveLength(1)
  const more = await ask(addDays(today, 91))
  expect([more.status, more.body['code']]).toEqual([409, 'stay-asked-already'])
})

test('she takes it back, twice, and then nobody waits', async () => {
  await ask(addDays(today, 90))
  expect((await grace.call(withdrawStayRequest, {})).status).toBe(204)
  expect((await grace.call(withdrawStayRequest, {})).status).toBe(204)
  expect(await accessOf(grace)).toMatchObject({ request: { state: 'withdrawn' } })
  expect((await contoso.find(sam, mail)).need).toBeUndefined()
  expect((await answer({ note: 'No' })).body['code']).toBe('stay-not-asked')
})

test.each([
  ['yesterday', (day: Day) => addDays(day, -1), 422, 'end-in-the-past'],
  ['the day on which it ends anyhow', (day: Day) => addDays(day, 20), 422, 'end-not-later'],
  ['the day after', (day: Day) => addDays(day, 21), 200, undefined],
  ['the last day that is allowed', (day: Day) => addDays(day, 180), 200, undefined],
  ['the day after that', (day: Day) => addDays(day, 181), 422, 'end-over-the-cap'],
  ['the thirtieth of February', () => '2027-02-30', 400, 'invalid-request'],
])('to stay until %s', async (_name, dayFrom, status, code) => {
  const answered = await ask(dayFrom(today))
  expect([answered.status, answered.body['code']]).toEqual([status, code])
})

test.each([
  ['nothing', ''],
  ['five hundred and one characters', 'a'.repeat(501)],
])('%s is no reason', async (_name, text) => {
  expect((await ask(addDays(today, 90), grace, text)).status).toBe(400)
})

test('markup in a reason is text', async () => {
  const text = '<img src=x onerror=alert(1)> & "quotes"\r\nBcc: all@contoso.com'
  await ask(addDays(today, 90), grace, text)
  expect((await contoso.find(sam, mail)).request?.reason).toBe(text)
  const [told] = await mailsTo(world, 'sam@contoso.com')
  expect(told?.subject).not.toContain('Bcc')
})

test('where nobody vouches, the contact is told, and an operator answers', async () => {
  const guestId = await idOf()
  const samId = (await world.graph<{ id: string }>('/users/sam@contoso.com')).id
  await world.changeDirectory('DELETE', `/users/${guestId}/sponsors/${samId}/$ref`)
  await ask(addDays(today, 90))
  const params = { guestId }
  const body = { note: 'No' }
  expect((await sam.call(answerStayRequest, { params, body })).body['code']).toBe('guest-not-found')
  expect(await mailsTo(world, 'sam@contoso.com')).toEqual([])
  const ada = await world.enter('ada@contoso.com')
  const seen = await ada.call(getGuest, { params })
  expect(seen.body).toMatchObject({ seenAs: 'operator', request: { reason } })
})

test('nobody asks in the name of somebody else, and whoever is no guest asks nothing', async () => {
  for (const other of ['sam@contoso.com', 'yuki@adatum.com', 'tom@contoso.com']) {
    const answered = await ask(addDays(today, 90), await world.enter(other))
    expect([other, answered.body['code']]).toEqual([other, 'not-a-guest'])
  }
  const guestId = await idOf()
  const lena = await world.enter('omar@outlook.example')
  const answered = await lena.call(answerStayRequest, {
    params: { guestId },
    body: { until: addDays(today, 90), note: 'Yes' },
  })
  expect(answered.body['code']).toBe('not-answerable')
})

test('while the directory is down nothing is half asked', async () => {
  const heal = world.fail({ path: '/v1.0/users/*/sponsors', status: 503 })
  const answered = await ask(addDays(today, 90))
  heal()
  expect([answered.status, answered.body['code']]).toEqual([502, 'directory-failed'])
  expect((await accessOf(grace))['request']).toBeUndefined()
})
