import type { Me } from '@foyer/contracts/me'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from './support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.simulator.reset())
afterAll(async () => world[Symbol.asyncDispose]())

async function me(mail: string, slug?: 'contoso' | 'fabrikam' | 'woodgrove-bank' | 'northwind') {
  const visitor = await world.enter(mail, slug)
  const reply = await visitor.get('/v1/me')
  expect(reply.statusCode).toBe(200)
  return reply.json<Me>()
}

test('Grace is told who she is at Contoso, since when, and who vouches for her', async () => {
  expect(await me('grace@adatum.com')).toEqual({
    organization: {
      organizationId: world.tenantIdOf('contoso'),
      slug: 'contoso',
      name: 'Contoso',
      privacyContact: 'privacy@contoso.com',
      privacyStatementUrl: 'https://contoso.com/privacy',
    },
    personId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    kind: 'guest',
    name: 'Grace Adeyemi',
    mail: 'grace@adatum.com',
    company: 'Adatum',
    signsInWith: 'work-account',
    since: '2024-03-14T09:00:00Z',
    sponsors: [{ kind: 'person', name: 'Sam Okafor', mail: 'sam@contoso.com' }],
  })
})

test.each([
  ['omar@outlook.example', 'contoso', 'guest', 'microsoft-account'],
  ['lena@atelier-vogel.example', 'contoso', 'guest', 'mail-code'],
  ['mei@gmail.example', 'fabrikam', 'guest', 'google'],
  ['pierre@marchand.example', 'fabrikam', 'guest', 'federation'],
  ['yuki@adatum.com', 'contoso', 'external-member', 'work-account'],
  ['tom@contoso.com', 'contoso', 'internal-guest', 'work-account'],
  ['noor@contoso.com', 'contoso', 'member', 'work-account'],
  ['rosa@adatum.com', 'contoso', 'guest', 'work-account'],
] as const)('%s at %s is a %s who signs in with %s', async (mail, slug, kind, signsInWith) => {
  expect(await me(mail, slug)).toMatchObject({ kind, signsInWith })
})

test('a group can vouch for a guest too', async () => {
  const { sponsors } = await me('omar@outlook.example')
  expect(sponsors).toContainEqual(expect.objectContaining({ kind: 'group', name: 'Partner Desk' }))
})

test('Grace is somebody else at every organization', async () => {
  const [contoso, fabrikam] = [
    await me('grace@adatum.com'),
    await me('grace@adatum.com', 'fabrikam'),
  ]
  expect(fabrikam.personId).not.toBe(contoso.personId)
  expect(fabrikam.organization.name).toBe('Fabrikam')
})

test('whom the organization has removed is told so, although the token lives on', async () => {
  const grace = await world.enter('grace@adatum.com')
  const { personId } = (await grace.get('/v1/me')).json<Me>()
  await world.changeDirectory('DELETE', `/users/${personId}`)
  for (const reply of [
    await grace.get('/v1/me'),
    await grace.get('/v1/me/groups'),
    await grace.delete('/v1/me/groups/aaaaaaaa-0000-4000-8000-000000000001'),
  ]) {
    expect(reply.json()).toMatchObject({ status: 403, code: 'no-longer-here' })
  }
})

test('whom the organization has blocked is told so, although the token lives on', async () => {
  const { value } = await world.graph<{ value: { id: string; displayName: string }[] }>(
    `/users?$filter=userType eq 'Guest'&$select=id,displayName`,
    'woodgrove-bank',
  )
  const { id = '' } = value.find(({ displayName }) => displayName === 'Pierre Marchand') ?? {}
  const pierre = await world.enterByOldToken(id, 'woodgrove-bank')
  for (const reply of [
    await pierre.get('/v1/me'),
    await pierre.get('/v1/me/groups'),
    await pierre.delete('/v1/me/groups/aaaaaaaa-0000-4000-8000-000000000001'),
  ]) {
    expect(reply.json()).toMatchObject({ status: 403, code: 'blocked-here' })
  }
})

test('a token is good until it ends, by the clock of the world', async () => {
  const grace = await world.enter('grace@adatum.com')
  world.simulator.clock.advance(50 * 60_000)
  expect((await grace.get('/v1/me')).statusCode).toBe(200)
  world.simulator.clock.advance(60 * 60_000)
  expect((await grace.get('/v1/me')).json()).toMatchObject({ status: 401, code: 'token-expired' })
})

test('a month later Foyer still gets its own tokens, and Grace a new one', async () => {
  await (await world.enter('grace@adatum.com')).get('/v1/me')
  world.simulator.clock.advance(30 * 24 * 3600_000)
  expect((await me('grace@adatum.com')).name).toBe('Grace Adeyemi')
})

test('many requests at once that meet an ended token of Foyer all get a new one', async () => {
  await (await world.enter('grace@adatum.com')).get('/v1/me')
  world.simulator.clock.advance(30 * 24 * 3600_000)
  const grace = await world.enter('grace@adatum.com')
  const answers: Promise<{ readonly statusCode: number }>[] = []
  for (let turn = 0; turn < 40; turn++) {
    answers.push(grace.get(turn % 2 ? '/v1/me' : '/v1/me/groups'))
    await new Promise(setImmediate)
  }
  expect((await Promise.all(answers)).map(({ statusCode }) => statusCode)).toEqual(
    Array.from(answers, () => 200),
  )
})
