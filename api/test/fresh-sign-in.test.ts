import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { leave } from './support/leaving.ts'
import { openWorld, type Slug, type Visitor, type World } from './support/world.ts'

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

const enter = async (mail = 'grace@adatum.com', slug: Slug = 'fabrikam') => world.enter(mail, slug)

async function challengeFor(visitor: Visitor, name = 'Fabrikam'): Promise<string> {
  const { body } = await leave(visitor, name)
  expect(body['code']).toBe('sign-in-too-old')
  return String(body['challenge'])
}

test('without a challenge the freshest sign-in is asked for again, as RFC 9470 says it', async () => {
  const { status, headers, body } = await leave(await enter(), 'Fabrikam')
  expect([status, body['code']]).toEqual([401, 'sign-in-too-old'])
  expect(headers['www-authenticate']).toBe(
    'Bearer error="insufficient_user_authentication", max_age=300',
  )
  expect(body['challenge']).toMatch(/^\d+\.[\w-]{43}$/)
  expect(JSON.stringify(headers)).not.toContain(body['challenge'])
})

test('a sign-in after the challenge is fresh for 300 seconds', async () => {
  const challenge = await challengeFor(await enter())
  world.simulator.clock.advance(20_000)
  const fresh = await enter()
  world.simulator.clock.advance(290_000)
  expect((await leave(fresh, 'Fabrikam', challenge)).status).toBe(202)
})

test.each([
  ['before the challenge', 5_000, 0],
  ['five minutes and more ago', -1_000, 302_000],
])('a sign-in %s is too old, and a new challenge is given', async (_, beforeMs, laterMs) => {
  const early = await enter()
  world.simulator.clock.advance(Math.max(0, beforeMs))
  const challenge = await challengeFor(early)
  world.simulator.clock.advance(1_000)
  const visitor = beforeMs > 0 ? early : await enter()
  world.simulator.clock.advance(laterMs)
  const { status, body } = await leave(visitor, 'Fabrikam', challenge)
  expect([status, body['code']]).toEqual([401, 'sign-in-too-old'])
  expect(body['challenge']).toMatch(/^\d+\./)
  expect(body['challenge']).not.toBe(challenge)
})

test.each([
  ['is still to come', (seconds: number) => seconds + 120, 401, 'sign-in-too-old'],
  ['is written as text', String, 403, 'sign-in-time-unknown'],
])('a token whose time of sign-in %s proves nothing', async (_, change, status, code) => {
  const challenge = await challengeFor(await enter())
  const { token = '' } = await enter()
  const claims = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
  ) as Readonly<Record<string, unknown>>
  const changed = { ...claims, auth_time: change(Number(claims['auth_time'])) }
  const visitor = world.comeWith(await world.simulator.issueToken(changed))
  const answer = await leave(visitor, 'Fabrikam', challenge)
  expect([answer.status, answer.body['code']]).toEqual([status, code])
})

test('a challenge ends after ten minutes, however fresh the sign-in', async () => {
  const challenge = await challengeFor(await enter())
  world.simulator.clock.advance(601_000)
  const { body } = await leave(await enter(), 'Fabrikam', challenge)
  expect(body['code']).toBe('sign-in-too-old')
})

test.each([
  ['Mei at Fabrikam', 'mei@gmail.example', 'fabrikam', 'Fabrikam'],
  ['Grace at Contoso', 'grace@adatum.com', 'contoso', 'Contoso'],
] as const)('the challenge of %s is not that of Grace at Fabrikam', async (_, mail, slug, name) => {
  const foreign = await challengeFor(await enter(mail, slug), name)
  world.simulator.clock.advance(2_000)
  const { body } = await leave(await enter(), 'Fabrikam', foreign)
  expect(body['code']).toBe('sign-in-too-old')
})

test.each([
  [
    'of another time',
    (challenge: string) => challenge.replace(/^\d+/, (time) => String(+time - 9)),
  ],
  ['signed with nothing', (challenge: string) => challenge.replace(/\..*/, `.${'A'.repeat(43)}`)],
  ['without a signature', (challenge: string) => challenge.replace(/\..*/, '')],
  ['that is something else', () => 'please'],
])('a challenge %s is none', async (_, forge) => {
  const challenge = await challengeFor(await enter())
  world.simulator.clock.advance(2_000)
  const { body } = await leave(await enter(), 'Fabrikam', forge(challenge))
  expect(body['code']).toBe('sign-in-too-old')
})

test('the name is asked for before the sign-in, so that nobody signs in for a typing error', async () => {
  const { body } = await leave(await enter(), 'Fabrikom')
  expect(body['code']).toBe('confirmation-differs')
})

test('where tokens tell no time, it is said at once, and nobody is sent to sign in', async () => {
  await using pessimist = await openWorld({ world: 'pessimist' })
  const visitor = await pessimist.enter('grace@adatum.com', 'fabrikam')
  const { status, body } = await leave(visitor, 'Fabrikam')
  expect([status, body['code']]).toEqual([403, 'sign-in-time-unknown'])
  expect(Object.keys(body)).not.toContain('challenge')
})

test('another process with the same key takes up the challenge of the first', async () => {
  const environment = { CHALLENGE_KEY: Buffer.alloc(32, 7).toString('base64url') }
  await using first = await openWorld({ world: 'optimist', environment })
  const { body } = await leave(await first.enter('grace@adatum.com', 'fabrikam'), 'Fabrikam')
  first.simulator.clock.advance(2_000)
  const { token } = await first.enter('grace@adatum.com', 'fabrikam')
  await using second = await first.openAnotherPortal({ environment })
  const answer = await leave(second.comeWith(token), 'Fabrikam', String(body['challenge']))
  expect(answer.status).toBe(202)
})
