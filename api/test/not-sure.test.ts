import { answerDoubt, type Doubt, doubtGuest, withdrawDoubt } from '@foyer/contracts/doubt'
import { endAccess } from '@foyer/contracts/ending'
import { declareEndOwner } from '@foyer/contracts/exception'
import { attestGuest, countGuests, extendGuest, getGuest } from '@foyer/contracts/guest'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { listMyJournal } from '@foyer/contracts/journal'
import { getMyData } from '@foyer/contracts/my-data'
import { answerStayRequest, askToStay, getMyAccess } from '@foyer/contracts/stay'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { remindKind } from '../src/reminding/remind.ts'
import { addStep } from '../src/work/add-step.ts'
import { urgency } from '../src/work/step.ts'
import { mailsTo } from './support/exit.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Sam is not sure whether Grace is still needed at Contoso, and she is asked.

let world: World
let contoso: UnderPolicy
let grace: Visitor
let sam: Visitor
let guestId: PersonId
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
  guestId = (await contoso.find(sam, mail)).guestId
  today = dayOf(world.portal.clock.now(), 'UTC')
})
afterAll(async () => world[Symbol.asyncDispose]())

const doubt = async (by = sam, who = guestId) => by.call(doubtGuest, { params: { guestId: who } })
const withdraw = async (by = sam) => by.call(withdrawDoubt, { params: { guestId } })
const answer = async (text = reason, by = grace) => by.call(answerDoubt, { body: { reason: text } })
const hers = async () => (await grace.call(getMyAccess, {})).body['doubt'] as Doubt | undefined
const seenBy = async (visitor = sam) =>
  (await visitor.call(getGuest, { params: { guestId } })).body['doubt'] as Doubt | undefined
const subjectsTo = async (to: string) => (await mailsTo(world, to)).map(({ subject }) => subject)

/** As the page does it: asked without a challenge, signed in anew, and sent again with it. */
async function end() {
  const call = { params: { guestId }, body: { reason: 'It is over' } }
  const first = await sam.call(endAccess, call)
  const challenge = String(first.body['challenge'])
  const anew = await world.enter('sam@contoso.com')
  return anew.call(endAccess, { ...call, body: { ...call.body, challenge } })
}

const asks = 'Do you still need your access to Contoso?'
const says = 'Grace Adeyemi says: I still need my access to Contoso'

test('Sam is not sure: Grace is asked by mail, answers with a reason, and he reads it', async () => {
  await sam.call(attestGuest, { params: { guestId } })
  world.simulator.clock.advance(10 * 60_000)
  const before = await contoso.find(sam, mail)
  expect(await doubt()).toMatchObject({
    status: 200,
    body: { state: 'open', askedBy: 'Sam Okafor' },
  })
  expect(await hers()).toMatchObject({ state: 'open', askedBy: 'Sam Okafor' })
  const [asked] = await mailsTo(world, mail)
  expect(asked?.subject).toBe(asks)
  expect(asked?.text).toContain('/o/contoso')

  expect(await answer()).toMatchObject({ status: 200, body: { state: 'answered', reason } })
  expect(await seenBy()).toMatchObject({ state: 'answered', reason, askedBy: 'Sam Okafor' })
  const [told] = await mailsTo(world, 'sam@contoso.com')
  expect(told?.subject).toBe(says)
  expect(told?.text).toContain(reason)
  expect(told?.text).toContain(`/o/contoso/guests/${guestId}`)
  // Nothing of it is a confirmation, and no end has moved: it waits for his.
  expect(await contoso.find(sam, mail)).toEqual({ ...before, need: 'confirm' })
  expect((await sam.call(countGuests, {})).body).toMatchObject({ needy: 1 })
  await sam.call(attestGuest, { params: { guestId } })
  expect((await contoso.find(sam, mail)).need).toBeUndefined()
  expect(before.confirmedAt).toBeDefined()

  const journal = (await grace.call(listMyJournal, { query: {} })).body['entries'] as {
    act: string
  }[]
  const acts = journal.map(({ act }) => act)
  expect(acts.slice(0, 3)).toEqual(['attest', 'answer-doubt', 'doubt'])
  const { access } = (await grace.call(getMyData, {})).body as { access?: { doubts: Doubt[] } }
  expect(access?.doubts).toMatchObject([{ state: 'closed', reason }])
})

test('the mail is in the language in which she read Foyer last', async () => {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction
      .insertInto('term')
      .values({ organizationId, guestId, language: 'de' })
      .onConflict((conflict) =>
        conflict.columns(['organizationId', 'guestId']).doUpdateSet({ language: 'de' }),
      )
      .execute(),
  )
  await doubt()
  expect(await subjectsTo(mail)).toEqual(['Brauchen Sie Ihren Zugang zu Contoso noch?'])
})

test('asked twice, at once and by an operator too, it is one question', async () => {
  const ada = await world.enter('ada@contoso.com')
  const all = await Promise.all([doubt(), doubt(), doubt(ada)])
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(all.map(({ body }) => body['askedBy'])).size).toBe(1)
  expect(await subjectsTo(mail)).toEqual([asks])
  // Answered, she is not asked again before somebody has decided.
  await answer()
  expect((await doubt()).body).toMatchObject({ state: 'answered', reason })
  expect(await subjectsTo(mail)).toEqual([asks])
})

test('Ada, who vouches for nobody, asks as an operator, and reads the answer with Sam', async () => {
  const ada = await world.enter('ada@contoso.com')
  expect((await doubt(ada)).body).toMatchObject({ askedBy: 'Ada Lindqvist' })
  await answer()
  expect(await subjectsTo('ada@contoso.com')).toEqual([says])
  expect(await subjectsTo('sam@contoso.com')).toEqual([says])
})

test('whoever vouches no more reads nothing of the answer', async () => {
  await doubt()
  const samId = (await world.graph<{ id: string }>('/users/sam@contoso.com')).id
  await world.changeDirectory('DELETE', `/users/${guestId}/sponsors/${samId}/$ref`)
  await answer()
  expect(await subjectsTo('sam@contoso.com')).toEqual([])
})

test('the same answer twice is one; another one is not taken', async () => {
  await doubt()
  expect((await answer()).status).toBe(200)
  expect((await answer()).status).toBe(200)
  expect(await subjectsTo('sam@contoso.com')).toEqual([says])
  const other = await answer('Something else')
  expect([other.status, other.body['code']]).toEqual([409, 'doubt-not-asked'])
})

test('Sam takes it back, twice: nobody asks her any more, and he may ask anew', async () => {
  await doubt()
  expect((await withdraw()).status).toBe(204)
  expect((await withdraw()).status).toBe(204)
  expect([await hers(), await seenBy()]).toEqual([undefined, undefined])
  expect((await answer()).body['code']).toBe('doubt-not-asked')
  await doubt()
  expect(await subjectsTo(mail)).toEqual([asks, asks])
})

test.each([
  ['says that she is needed', async () => sam.call(attestGuest, { params: { guestId } })],
  [
    'extends her',
    async () =>
      sam.call(extendGuest, {
        params: { guestId },
        body: { until: addDays(today, 90), reason: 'It goes on' },
      }),
  ],
  ['ends her access', async () => end()],
  [
    'refuses that she stays longer',
    async () => {
      const until = addDays(today, 90)
      await grace.call(askToStay, { body: { until, reason } })
      const call = { params: { guestId }, body: { note: 'It is over' } }
      const first = await sam.call(answerStayRequest, call)
      const challenge = String(first.body['challenge'])
      const anew = await world.enter('sam@contoso.com')
      return anew.call(answerStayRequest, { ...call, body: { ...call.body, challenge } })
    },
  ],
  [
    'has Ada say that her home decides',
    async () => {
      const ada = await world.enter('ada@contoso.com')
      return ada.call(declareEndOwner, { params: { guestId }, body: { owner: 'home-sync' } })
    },
  ],
])('once Sam %s, nobody asks any more', async (_what, decide) => {
  await doubt()
  await answer()
  expect((await decide()).status).toBeLessThan(300)
  expect([await hers(), await seenBy()]).toEqual([undefined, undefined])
  expect((await answer()).body['code']).toBe('doubt-not-asked')
})

test('an access that is being ended is in no doubt', async () => {
  expect((await end()).status).toBe(200)
  expect((await doubt()).body['code']).toBe('ending-under-way')
  expect(await subjectsTo(mail)).not.toContain(asks)
})

test('once the access is over, nobody asks any more', async () => {
  await doubt()
  world.simulator.clock.advance(22 * 24 * 60 * 60_000)
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    addStep(transaction, {
      organizationId,
      kind: remindKind,
      subjectId: organizationId,
      key: `${remindKind}:not-sure`,
      urgency: urgency.patient,
    }),
  )
  await world.portal.settle()
  grace = await world.enter(mail)
  expect(await hers()).toBeUndefined()
  expect((await answer()).body['code']).toBe('doubt-not-asked')
})

test('whoever is blocked is not asked, for they could not answer', async () => {
  await world.changeDirectory('PATCH', `/users/${guestId}`, { accountEnabled: false })
  const refused = await doubt()
  expect([refused.status, refused.body['code']]).toEqual([409, 'doubt-not-possible'])
  expect([await subjectsTo(mail), await seenBy()]).toEqual([[], undefined])
})

test('who does not vouch asks nobody, and nobody is asked who is no guest', async () => {
  const others = [
    ['noor@contoso.com', 'guest-not-found'],
    ['omar@outlook.example', 'not-answerable'],
    [mail, 'not-answerable'],
  ] as const
  for (const [who, code] of others) {
    const visitor = await world.enter(who)
    expect([who, (await doubt(visitor)).body['code']]).toEqual([who, code])
    expect([who, (await withdraw(visitor)).body['code']]).toEqual([who, code])
  }
  const ada = await world.enter('ada@contoso.com')
  const samId = (await world.graph<{ id: PersonId }>('/users/sam@contoso.com')).id
  expect((await doubt(ada, samId)).body['code']).toBe('departure-not-a-guest')
  expect((await answer(reason, sam)).body['code']).toBe('not-a-guest')
  expect((await answer()).body['code']).toBe('doubt-not-asked')
})

test.each([
  ['nothing', ''],
  ['five hundred and one characters', 'a'.repeat(501)],
])('%s is no reason', async (_name, text) => {
  await doubt()
  expect((await answer(text)).status).toBe(400)
})

test('markup in a reason is text', async () => {
  await doubt()
  const text = '<img src=x onerror=alert(1)> & "quotes"\r\nBcc: all@contoso.com'
  await answer(text)
  expect((await seenBy())?.reason).toBe(text)
  const [told] = await mailsTo(world, 'sam@contoso.com')
  expect(told?.subject).toBe(says)
})

test('while the directory is down nobody is half asked', async () => {
  const heal = world.fail({ path: '/v1.0/users/*', status: 503 })
  const failed = await doubt()
  heal()
  expect(failed.status).toBeGreaterThanOrEqual(502)
  expect([await hers(), await subjectsTo(mail)]).toEqual([undefined, []])
})
