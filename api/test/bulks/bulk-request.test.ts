import { randomUUID } from 'node:crypto'
import { mostInBulk, previewBulkExtension } from '@foyer/contracts/bulk-extension'
import type { PersonId } from '@foyer/contracts/ids'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askForBulk, beginBulk, extensionMails, readBulk, readResult } from '../support/bulk.ts'
import { spyOn } from '../support/spy-store.ts'
import { underPolicy, type UnderPolicy } from '../support/under-policy.ts'
import { openWorld, type Visitor, type World } from '../support/world.ts'

// What is a request to extend many, which is the same again, and how large one may be.

let world: World
let contoso: UnderPolicy
let sam: Visitor
let until: Day
let all: readonly PersonId[]

beforeAll(async () => {
  world = await openWorld()
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  await contoso.decide({ accessDays: 30, reminderDays: [] })
  sam = await world.enter('sam@contoso.com')
  until = addDays(dayOf(world.portal.clock.now(), 'UTC'), 90)
  all = (await contoso.listOf(sam)).map(({ guestId }) => guestId)
})
afterAll(async () => world[Symbol.asyncDispose]())

test('nobody, somebody twice and too many are no request', async () => {
  const [first] = all as readonly [PersonId]
  const many = Array.from({ length: mostInBulk + 1 }, () => randomUUID() as PersonId)
  const upper = first.toUpperCase() as PersonId
  for (const guestIds of [[], [first, first], [first, upper], many]) {
    const asked = await askForBulk(sam, guestIds, until)
    const shown = await sam.call(previewBulkExtension, { body: { guestIds, until } })
    expect([asked, shown].map(({ status, body }) => [status, body['code']])).toEqual([
      [400, 'invalid-request'],
      [400, 'invalid-request'],
    ])
  }
  expect((await askForBulk(sam, [first], '2027-02-30')).body['code']).toBe('invalid-request')
})

test('sent twice by one key it is one, also at the same moment; with another body it is refused', async () => {
  const key = randomUUID()
  const [first] = all as readonly [PersonId]
  const answers = await Promise.all([
    askForBulk(sam, [first], until, key),
    askForBulk(sam, [first], until, key),
  ])
  answers.push(await askForBulk(sam, [first], until, key))
  expect(
    new Set(answers.map(({ status, body }) => `${status} ${String(body['bulkId'])}`)).size,
  ).toBe(1)
  const other = await askForBulk(sam, [first], addDays(until, 1), key)
  expect([other.status, other.body['code']]).toEqual([422, 'idempotency-key-reused'])
  expect(await extensionMails(world)).toHaveLength(1)
})

test('ten thousand are accepted by as many statements as one', async () => {
  const count = async (guestIds: readonly PersonId[]) => {
    let statements = 0
    await using spied = await world.openAnotherPortal({
      store: spyOn(world.portal.store, () => void (statements += 1)),
    })
    const bulkId = await beginBulk(spied.comeWith(sam.token), guestIds, until)
    return { statements, bulkId }
  }
  const many = Array.from({ length: mostInBulk - all.length }, () => randomUUID() as PersonId)
  const one = await count(all.slice(0, 1))
  const { statements, bulkId } = await count([...many, ...all])
  expect(statements).toBe(one.statements)
  const bulk = await readBulk(sam, bulkId)
  expect([bulk.total, bulk.leftOut, bulk.waiting]).toEqual([mostInBulk, many.length, all.length])
  expect(bulk.items).toHaveLength(200)
  const { items, pages } = await readResult(sam, bulkId)
  expect(pages).toBe(10)
  expect(new Set(items.map(({ guestId }) => guestId))).toEqual(new Set([...many, ...all]))
  expect(items.slice(0, all.length).every(({ name }) => name !== undefined)).toBe(true)
})

test('before an organization has decided how long guests stay, nobody is extended', async () => {
  const ines = await world.enter('ines@fabrikam.com', 'fabrikam')
  const answer = await askForBulk(ines, [randomUUID() as PersonId], until)
  expect([answer.status, answer.body['code']]).toEqual([409, 'policy-not-in-force'])
})
