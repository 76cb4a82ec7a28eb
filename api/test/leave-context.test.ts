import { randomUUID } from 'node:crypto'
import { askForDepartureCode, leaveOrganization } from '@foyer/contracts/departure'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Answer } from './support/call.ts'
import { forgetWork, receiptOf } from './support/leaving.ts'
import { signIn } from './support/sign-in.ts'
import { openWorld, portalOrigin, type Visitor, type World } from './support/world.ts'

// Contoso maps leaving to its authentication context c7. No token tells when its guests signed in.

const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c7' } } })
const everyTime = { signInFrequency: { isEnabled: true, frequencyInterval: 'everyTime' } }

let world: World

beforeAll(async () => {
  world = await openWorld({ world: 'pessimist', declared: { contoso: { leaveContext: 'c7' } } })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'contoso')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** What an administrator of Contoso puts behind the context. */
async function addPolicy(change: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const token = await world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.tenantIdOf('contoso'),
    appid: 'a script',
    roles: ['Policy.Read.All', 'Policy.ReadWrite.ConditionalAccess'],
    exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
  })
  const reply = await fetch(`${world.simulator.url}/v1.0/identity/conditionalAccess/policies`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      displayName: 'Leaving',
      state: 'enabled',
      conditions: {
        users: { includeUsers: ['All'] },
        applications: { includeAuthenticationContextClassReferences: ['c7'] },
      },
      grantControls: null,
      sessionControls: everyTime,
      ...change,
    }),
  })
  expect(reply.status).toBe(201)
}

async function enter(parameters: Readonly<Record<string, string>> = {}): Promise<Visitor> {
  const tokens = await signIn(
    world.simulator,
    portalOrigin,
    world.tenantIdOf('contoso'),
    'grace@adatum.com',
    parameters,
  )
  return world.comeWith(tokens.accessToken)
}

async function leave(visitor: Visitor, challenge?: unknown): Promise<Answer> {
  const body = {
    confirmation: 'Contoso',
    ...(typeof challenge === 'string' ? { challenge } : {}),
  }
  return visitor.call(leaveOrganization, { body, key: randomUUID() })
}

const outcomeOf = ({ status, body }: Answer) => [status, body['code'], body['context']]

test('Grace is asked to meet the context, meets it, and her receipt says so', async () => {
  await addPolicy()
  const asked = await leave(await enter())
  expect(outcomeOf(asked)).toEqual([401, 'sign-in-too-old', 'c7'])
  expect(asked.headers['www-authenticate']).toBe(
    'Bearer error="insufficient_user_authentication", max_age=300, acr_values="c7"',
  )
  world.simulator.clock.advance(2_000)
  const answer = await leave(await enter({ claims }), asked.body['challenge'])
  expect(answer.status).toBe(202)
  expect(await receiptOf(world, answer)).toMatchObject({ state: 'done', proof: 'context' })
})

test('a context that was met before it was asked for proves nothing, nor one met long ago', async () => {
  await addPolicy()
  const early = await enter({ claims })
  world.simulator.clock.advance(2_000)
  const { body } = await leave(await enter())
  expect(outcomeOf(await leave(early, body['challenge']))).toEqual([401, 'sign-in-too-old', 'c7'])
  world.simulator.clock.advance(2_000)
  const met = await enter({ claims })
  world.simulator.clock.advance(301_000)
  expect(outcomeOf(await leave(met, body['challenge']))).toEqual([401, 'sign-in-too-old', 'c7'])
})

test('a sign-in without the context is not enough, and no code is sent instead', async () => {
  await addPolicy()
  const { body } = await leave(await enter())
  world.simulator.clock.advance(2_000)
  const plain = await enter()
  expect(outcomeOf(await leave(plain, body['challenge']))).toEqual([401, 'sign-in-too-old', 'c7'])
  expect(outcomeOf(await plain.call(askForDepartureCode, { body: {} }))).toEqual([
    401,
    'sign-in-too-old',
    'c7',
  ])
})

const behind = { includeAuthenticationContextClassReferences: ['c7'] }

test.each([
  ['there is no policy', undefined],
  ['the policy only reports', { state: 'enabledForReportingButNotEnforced' }],
  ['the policy is switched off', { state: 'disabled' }],
  ['a sign-in of any age does', { sessionControls: null }],
  [
    'a sign-in of a day does',
    {
      sessionControls: { signInFrequency: { isEnabled: true, frequencyInterval: 'timeBased' } },
    },
  ],
  [
    'it is about members only',
    { conditions: { users: { includeUsers: ['somebody'] }, applications: behind } },
  ],
  [
    'some group is left out',
    {
      conditions: {
        users: { includeUsers: ['All'], excludeGroups: ['a group'] },
        applications: behind,
      },
    },
  ],
  [
    'it is about another context',
    {
      conditions: {
        users: { includeUsers: ['All'] },
        applications: { includeAuthenticationContextClassReferences: ['c8'] },
      },
    },
  ],
])('where %s, the context counts for nothing, and the ladder goes on below', async (_, change) => {
  if (change) await addPolicy(change)
  const answer = await leave(await enter({ claims }))
  expect(outcomeOf(answer)).toEqual([403, 'sign-in-time-unknown', undefined])
})

test('where policies cannot be read, the context counts for nothing', async () => {
  await addPolicy()
  world.fail({ path: '/v1.0/identity/conditionalAccess/policies', status: 403 })
  expect(outcomeOf(await leave(await enter({ claims })))).toEqual([
    403,
    'sign-in-time-unknown',
    undefined,
  ])
})
