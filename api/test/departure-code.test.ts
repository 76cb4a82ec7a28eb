import { randomUUID } from 'node:crypto'
import { askForDepartureCode, leaveOrganization } from '@foyer/contracts/departure'
import { getMe } from '@foyer/contracts/me'
import { type Receipt, stopLeaving } from '@foyer/contracts/receipt'
import { findWayBack } from '@foyer/contracts/way-back'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Answer } from './support/call.ts'
import { askForCode, mailsTo, readCode } from './support/exit.ts'
import { forgetWork, hurryWork, readReceipt } from './support/leaving.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Where tokens do not tell when a guest signed in: the pessimist's.

const hourMs = 60 * 60_000
const grace = 'grace@adatum.com'

let world: World
let visitor: Visitor

beforeAll(async () => {
  world = await openWorld({ world: 'pessimist' })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'fabrikam')
  visitor = await world.enter(grace, 'fabrikam')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function attemptOf(one: Visitor = visitor): Promise<string> {
  const { status, body } = await one.call(askForDepartureCode, { body: {} })
  if (status !== 202) throw new Error(String(body['code']))
  return String(body['attempt'])
}

async function leaveWith(attempt: string, digits: string, one = visitor): Promise<Answer> {
  return one.call(leaveOrganization, {
    body: { confirmation: 'Fabrikam', code: { attempt, digits } },
    key: randomUUID(),
  })
}

async function leave(): Promise<Answer['body']> {
  const attempt = await attemptOf()
  const { status, body } = await leaveWith(attempt, await readCode(world, grace))
  if (status !== 202) throw new Error(String(body['code']))
  return body
}

/** After that many hours, and what is due then. */
async function pass(hours: number): Promise<void> {
  world.simulator.clock.advance(hours * hourMs)
  await hurryWork(world)
  await world.portal.settle()
}

async function stop(receipt: Answer['body']): Promise<Answer> {
  const token = String(receipt['receipt']).replace('/receipts/', '')
  return world.comeWith(undefined).call(stopLeaving, { params: { token } })
}

const outcomeOf = ({ status, body }: Answer) => [status, body['code']]
const removals = async () => (await world.effects('user-deleted')).length
const receiptNow = async (receipt: Answer['body']): Promise<Receipt> => readReceipt(world, receipt)

test('Grace confirms by a code, a day passes, and she has left with a receipt that says how', async () => {
  const receipt = await leave()
  await world.portal.settle()
  expect(await removals()).toBe(0)
  expect(await receiptNow(receipt)).toMatchObject({ state: 'under-way', proof: 'code-and-delay' })
  expect((await receiptNow(receipt)).beginsAt).toBeDefined()
  const [mail] = await mailsTo(world, grace)
  expect(mail?.text).toContain('Until then you can take it back')
  expect((await visitor.call(getMe, {})).status).toBe(200)

  await pass(23)
  expect(await removals()).toBe(0)
  await pass(1)
  expect(await removals()).toBe(1)
  const done = await receiptNow(receipt)
  expect(done).toMatchObject({ state: 'done', proof: 'code-and-delay' })
  expect(done.signed).toBeDefined()
  expect(outcomeOf(await stop(receipt))).toEqual([409, 'leaving-not-stoppable'])
  const token = String(receipt['receipt']).replace('/receipts/', '')
  const wayBack = await world.comeWith(undefined).call(findWayBack, { params: { token } })
  expect(wayBack.body).toMatchObject({ offer: 'undo' })
})

test('she takes it back in time, twice, and nothing is ended; then she leaves all the same', async () => {
  const receipt = await leave()
  await pass(20)
  expect((await stop(receipt)).status).toBe(204)
  expect((await stop(receipt)).status).toBe(204)
  await pass(48)
  expect(await removals()).toBe(0)
  expect(await receiptNow(receipt)).toMatchObject({
    state: 'refused',
    because: 'stopped-by-guest',
  })
  const mails = await mailsTo(world, grace)
  expect(mails[0]?.subject).toBe('You are still a guest at Fabrikam')

  world.simulator.reset()
  visitor = await world.enter(grace, 'fabrikam')
  await leave()
  await pass(25)
  expect(await removals()).toBe(1)
})

test('what waits for its time is not given up, and is looked at once more before it is done', async () => {
  const receipt = await leave()
  for (let look = 0; look < 12; look += 1) await pass(1)
  expect(await receiptNow(receipt)).toMatchObject({
    state: 'under-way',
    because: 'waits-for-its-time',
  })
  world.fail({ path: '/v1.0/roleManagement/directory/roleAssignments', status: 403 })
  await pass(13)
  expect(await receiptNow(receipt)).toMatchObject({
    state: 'refused',
    because: 'departure-roles-unreadable',
  })
  expect(await removals()).toBe(0)
})

test('a wrong code is refused, and after five the right one too', async () => {
  const attempt = await attemptOf()
  const digits = await readCode(world, grace)
  const wrong = digits === '000000' ? '000001' : '000000'
  for (let each = 0; each < 5; each += 1) {
    expect(outcomeOf(await leaveWith(attempt, wrong))).toEqual([403, 'code-refused'])
  }
  expect(outcomeOf(await leaveWith(attempt, digits))).toEqual([410, 'code-ended'])
})

test('a code is that of one account, for one purpose, and for ten minutes', async () => {
  const mei = await world.enter('mei@gmail.example', 'fabrikam')
  const hers = await attemptOf(mei)
  const digits = await readCode(world, 'mei@gmail.example')
  expect(outcomeOf(await leaveWith(hers, digits))).toEqual([410, 'code-ended'])

  const exit = await askForCode(world, grace, 'fabrikam')
  expect(outcomeOf(await leaveWith(exit, await readCode(world, grace)))).toEqual([
    410,
    'code-ended',
  ])

  const attempt = await attemptOf()
  const own = await readCode(world, grace)
  world.simulator.clock.advance(11 * 60_000)
  expect(outcomeOf(await leaveWith(attempt, own))).toEqual([410, 'code-ended'])
})

test('whose token tells when they signed in goes no rung down', async () => {
  await using optimist = await openWorld({ world: 'optimist' })
  const fresh = await optimist.enter(grace, 'fabrikam')
  expect(outcomeOf(await fresh.call(askForDepartureCode, { body: {} }))).toEqual([
    401,
    'sign-in-too-old',
  ])
  expect(outcomeOf(await leaveWith('x'.repeat(43), '000000', fresh))).toEqual([
    401,
    'sign-in-too-old',
  ])

  // Nor when they have just met the challenge: nothing is left for a code to show.
  const first = await leaveFresh(fresh)
  const challenge = String(first.body['challenge'])
  optimist.simulator.clock.advance(2_000)
  const met = await optimist.enter(grace, 'fabrikam')
  expect(outcomeOf(await met.call(askForDepartureCode, { body: { challenge } }))).toEqual([
    401,
    'sign-in-too-old',
  ])
  expect((await leaveFresh(met, challenge)).status).toBe(202)
})

test('a home that does not ask again is no dead end: a code stands in for the sign-in that left no trace', async () => {
  const signedInAt = secondsNow() - 3600
  const before = await enterWith(signedInAt)
  world.simulator.clock.advance(2_000)
  const first = await leaveFresh(before)
  expect(outcomeOf(first)).toEqual([401, 'sign-in-too-old'])
  const challenge = String(first.body['challenge'])
  // The token from before the challenge proves nothing, and opens no lower rung.
  expect(outcomeOf(await leaveFresh(before, challenge))).toEqual([401, 'sign-in-too-old'])
  expect(outcomeOf(await before.call(askForDepartureCode, { body: { challenge } }))).toEqual([
    401,
    'sign-in-too-old',
  ])

  world.simulator.clock.advance(2_000)
  const after = await enterWith(signedInAt)
  expect(outcomeOf(await leaveFresh(after, challenge))).toEqual([403, 'sign-in-time-unknown'])
  expect(outcomeOf(await after.call(askForDepartureCode, { body: {} }))).toEqual([
    401,
    'sign-in-too-old',
  ])
  const { status, body } = await after.call(askForDepartureCode, { body: { challenge } })
  expect(status).toBe(202)
  const code = { attempt: String(body['attempt']), digits: await readCode(world, grace) }
  expect(outcomeOf(await leaveFresh(after, undefined, code))).toEqual([401, 'sign-in-too-old'])
  const accepted = await leaveFresh(after, challenge, code)
  expect(accepted.status).toBe(202)
  expect(await receiptNow(accepted.body)).toMatchObject({ proof: 'code-and-delay' })
})

const secondsNow = () => Math.floor(world.simulator.clock.now().getTime() / 1000)

/** With a token that is issued now, of a sign-in at another time. */
async function enterWith(signedInAt: number): Promise<Visitor> {
  const { body } = await visitor.call(getMe, {})
  const { web, api } = world.simulator.registrations()
  const tenantId = world.tenantIdOf('fabrikam')
  const issuedAt = secondsNow()
  const token = await world.simulator.issueToken({
    aud: api.clientId,
    iss: `${world.simulator.authority}/${tenantId}/v2.0`,
    tid: tenantId,
    oid: body['personId'],
    sub: 'pairwise',
    azp: web.clientId,
    azpacr: '0',
    scp: 'access_as_user',
    ver: '2.0',
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + 4000,
    auth_time: signedInAt,
  })
  return world.comeWith(token)
}

async function leaveFresh(
  one: Visitor,
  challenge?: string,
  code?: { attempt: string; digits: string },
): Promise<Answer> {
  return one.call(leaveOrganization, {
    body: {
      confirmation: 'Fabrikam',
      ...(challenge ? { challenge } : {}),
      ...(code ? { code } : {}),
    },
    key: randomUUID(),
  })
}

test('a few codes a day and no more', async () => {
  for (let each = 0; each < 5; each += 1) await attemptOf()
  const sixth = await visitor.call(askForDepartureCode, { body: {} })
  expect(outcomeOf(sixth)).toEqual([429, 'too-many-codes'])
})
