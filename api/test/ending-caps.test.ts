import {
  answerEnding,
  type AskedEnding,
  endAccess,
  listAskedEndings,
  stopEnding,
} from '@foyer/contracts/ending'
import { getGuest } from '@foyer/contracts/guest'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { usualRateLimits } from '../src/http/rate-limit.ts'
import { findGuestKey } from '../src/words/guest-key.ts'
import { unsealWords } from '../src/words/seal.ts'
import { mailsTo } from './support/exit.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type World } from './support/world.ts'

// How many accesses one person ends in a day, and whose word it takes beyond that.

let world: World
let contoso: UnderPolicy
let guestId: PersonId

const omar = 'omar@outlook.example'
const sam = 'sam@contoso.com'
const ada = 'ada@contoso.com'
const noor = 'noor@contoso.com'
const reason = 'The project is over'
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

beforeAll(async () => {
  // Here people do in a minute what takes them a day.
  world = await openWorld({
    world: 'optimist',
    rateLimits: { ...usualRateLimits, callerPerMinute: 10_000 },
  })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  guestId = (await contoso.find(await world.enter(sam), omar)).guestId
})
afterAll(async () => world[Symbol.asyncDispose]())

/** As the page does it: asked, signed in anew, and sent again with the challenge. */
async function ask(by: string, id: PersonId, more: { readonly override?: string } = {}) {
  const input = { params: { guestId: id }, body: { reason, ...more } }
  const first = await (await world.enter(by)).call(endAccess, input)
  if (first.body['code'] !== 'sign-in-too-old') return first
  const challenge = String(first.body['challenge'])
  const anew = await world.enter(by)
  return anew.call(endAccess, { ...input, body: { ...input.body, challenge } })
}

async function pass(ms: number): Promise<void> {
  world.simulator.clock.advance(ms)
  await world.portal.settle()
}

const statusOf = async () =>
  (await (await world.enter(ada)).call(getGuest, { params: { guestId } })).body['ending'] as
    Record<string, unknown> | undefined

/** Of some guests, those who cannot sign in. */
async function blockedOf(ids: readonly PersonId[]): Promise<readonly string[]> {
  const path = '/users?$filter=accountEnabled eq false&$select=id'
  const { value } = await world.graph<{ value: readonly { id: PersonId }[] }>(path)
  return value.map(({ id }) => id).filter((id) => ids.includes(id))
}

/** What the newest entry of an act names. */
async function wordsOfLast(act: string): Promise<unknown> {
  return world.portal.store.asOrganization(
    world.tenantIdOf('contoso') as OrganizationId,
    async (transaction) => {
      const { words } = await transaction
        .selectFrom('journal')
        .select('words')
        .where('act', '=', act)
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      const key = await findGuestKey(transaction, guestId)
      return key && words && unsealWords(key, words)
    },
  )
}

const listAsked = async () => {
  const { body } = await (await world.enter(ada)).call(listAskedEndings, {})
  return (body as unknown as { endings: readonly AskedEnding[] }).endings
}

async function answer(isAllowed: boolean, endingId: string, by = ada) {
  const input = { params: { endingId }, body: { isAllowed, note: 'As we said on the telephone' } }
  return (await world.enter(by)).call(answerEnding, input)
}

/** The guests of Sam but Omar, so many of them. */
async function others(count: number): Promise<readonly PersonId[]> {
  const all = await contoso.listOf(await world.enter(sam))
  const ids = all.filter(({ mail }) => mail !== omar).map((each) => each.guestId)
  if (ids.length < count) throw new Error(`Sam has ${ids.length} other guests`)
  return ids.slice(0, count)
}

test('the eleventh in a day waits for an operator, who agrees, and then it goes its way', async () => {
  for (const id of await others(10)) expect((await ask(sam, id)).body['state']).toBe('waiting')
  // Whatever a sponsor says of it opens no door.
  const held = await ask(sam, guestId, { override: 'I may' })
  expect(held.body).toMatchObject({ state: 'asked', because: 'too-many-today' })
  expect((await ask(sam, guestId)).body).toEqual(held.body)
  await pass(20 * minuteMs)
  expect(await blockedOf([guestId])).toEqual([])

  const [asked, ...more] = await listAsked()
  expect(more).toEqual([])
  expect(asked).toMatchObject({ guestId, askedBy: 'Sam Okafor', reason })
  expect((await answer(true, asked?.endingId ?? '')).status).toBe(204)
  // The second click of two.
  expect((await answer(true, asked?.endingId ?? '')).status).toBe(204)
  expect((await answer(false, asked?.endingId ?? '')).body['code']).toBe('ending-not-asked')
  const [told] = await mailsTo(world, sam)
  for (const words of ['Ada Lindqvist', 'As we said on the telephone']) {
    expect(told?.text).toContain(words)
  }
  await pass(9 * minuteMs)
  expect(await blockedOf([guestId])).toEqual([])
  await pass(2 * minuteMs)
  expect(await blockedOf([guestId])).toEqual([guestId])
  expect(await listAsked()).toEqual([])
})

test('what an operator does not agree with is not done, and Sam reads why', async () => {
  for (const id of await others(10)) await ask(sam, id)
  await ask(sam, guestId)
  const [asked] = await listAsked()
  await answer(false, asked?.endingId ?? '')
  await pass(20 * minuteMs)
  expect([await blockedOf([guestId]), await statusOf()]).toMatchObject([
    [],
    { state: 'refused', because: 'operator-refused' },
  ])
  const [told] = await mailsTo(world, sam)
  expect(told?.subject).toBe('The access of Omar Haddad does not end')
})

test('what Sam takes back makes room for another on the same day', async () => {
  const ids = await others(10)
  for (const id of ids) await ask(sam, id)
  const params = { guestId: ids[0] ?? guestId }
  expect((await (await world.enter(sam)).call(stopEnding, { params })).status).toBe(204)
  expect((await ask(sam, guestId)).body['state']).toBe('waiting')
})

test('whoever asked and is blocked by now reads nothing of the answer', async () => {
  for (const id of await others(10)) await ask(sam, id)
  await ask(sam, guestId)
  const samId = (await world.graph<{ id: string }>(`/users/${sam}`)).id
  await world.changeDirectory('PATCH', `/users/${samId}`, { accountEnabled: false })
  const [asked] = await listAsked()
  expect((await answer(false, asked?.endingId ?? '')).status).toBe(204)
  await world.portal.settle()
  expect(await mailsTo(world, sam)).toEqual([])
})

test('what waits for an operator is taken back by whoever asked, and a day later there is room again', async () => {
  for (const id of await others(10)) await ask(sam, id)
  await ask(sam, guestId)
  expect((await (await world.enter(sam)).call(stopEnding, { params: { guestId } })).status).toBe(
    204,
  )
  expect([await listAsked(), (await statusOf())?.['state']]).toEqual([[], 'stopped'])
  await pass(dayMs + minuteMs)
  expect((await ask(sam, guestId)).body['state']).toBe('waiting')
})

test('who ends most of their guests on one day is paused, with what was begun before', async () => {
  const noorId = (await world.graph<{ id: string }>(`/users/${noor}`)).id
  const guests = await others(6)
  for (const id of guests) {
    await world.changeDirectory('POST', `/users/${id}/sponsors/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/users/${noorId}`,
    })
  }
  await contoso.sync()
  const states: unknown[] = []
  for (const id of guests) states.push((await ask(noor, id)).body['state'])
  expect(states).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'asked', 'asked'])
  await pass(20 * minuteMs)
  const asked = await listAsked()
  expect(asked.map((each) => each.because)).toEqual(guests.map(() => 'unusual-day'))
  const [told] = await mailsTo(world, 'privacy@contoso.com')
  expect(told?.text).toContain('many more guests today than ever before')
  // Each is looked at by itself; Sam’s own are none of it.
  for (const { endingId } of asked.slice(1)) await answer(false, endingId)
  await answer(true, asked[0]?.endingId ?? '')
  expect((await ask(sam, guestId)).body['state']).toBe('waiting')
  await pass(11 * minuteMs)
  expect(await blockedOf(guests)).toEqual([asked[0]?.guestId])
})

test('an operator goes beyond what is usual by saying why, and the journal keeps it', async () => {
  for (const id of await others(10)) expect((await ask(ada, id)).body['state']).toBe('waiting')
  const held = await ask(ada, guestId)
  expect([held.status, held.body['code']]).toEqual([429, 'too-many-endings'])
  expect(await listAsked()).toEqual([])
  const override = 'The project was sold this morning'
  expect((await ask(ada, guestId, { override })).body['state']).toBe('waiting')
  const words = await wordsOfLast('end-access')
  expect(words).toMatchObject({ actor: 'Ada Lindqvist', reason: override })
})

test('of several at once no more than ten go through', async () => {
  const ids = [...(await others(11)), guestId]
  const answers = await Promise.all(ids.map(async (id) => ask(sam, id)))
  const inState = (state: string) => answers.filter(({ body }) => body['state'] === state)
  expect([inState('waiting').length, inState('asked').length]).toEqual([10, 2])
})
