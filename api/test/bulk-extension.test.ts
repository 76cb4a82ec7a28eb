import { randomUUID } from 'node:crypto'
import {
  type BulkPreview,
  listBulkItems,
  previewBulkExtension,
  stopBulkExtension,
  getBulkExtension,
} from '@foyer/contracts/bulk-extension'
import { attestGuest } from '@foyer/contracts/guest'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { guidOf } from '@foyer/simulator/world/guid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  beginBulk,
  extendedGuests,
  extensionMails,
  finishBulk,
  readBulk,
  readResult,
} from './support/bulk.ts'
import { idOf } from './support/leaving.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Sam extends many of the guests of Contoso for whom he vouches, by one word.

let world: World
let contoso: UnderPolicy
let sam: Visitor
let today: Day
let until: Day
let all: readonly PersonId[]

const grace = 'grace@adatum.com'
const lena = 'lena@atelier-vogel.example'
const tender = guidOf('group contoso Tender 2026')

beforeAll(async () => {
  world = await openWorld()
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  await contoso.decide({ accessDays: 30, reminderDays: [] })
  sam = await world.enter('sam@contoso.com')
  today = dayOf(world.portal.clock.now(), 'UTC')
  until = addDays(today, 90)
  all = (await contoso.listOf(sam)).map(({ guestId }) => guestId)
})
afterAll(async () => world[Symbol.asyncDispose]())

async function preview(visitor: Visitor, guestIds: readonly PersonId[], day: string = until) {
  const body = { guestIds: [...guestIds], until: day }
  return (await visitor.call(previewBulkExtension, { body })).body as unknown as BulkPreview
}

const idAt = async (mail: string) => (await contoso.find(sam, mail)).guestId

/** Grace is confirmed without the tender, and then in it. */
async function letGraceGrow(): Promise<PersonId> {
  const guestId = await idAt(grace)
  await world.changeDirectory('DELETE', `/groups/${tender}/members/${guestId}/$ref`)
  await contoso.sync()
  await sam.call(attestGuest, { params: { guestId } })
  await world.changeDirectory('POST', `/groups/${tender}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${guestId}`,
  })
  return guestId
}

test('Sam extends all of his guests but Grace, whose access grew: each once, with a mail and an entry', async () => {
  const graceId = await letGraceGrow()
  await contoso.sync()
  const others = all.filter((guestId) => guestId !== graceId)
  const before = await extendedGuests(world)
  const shown = await preview(sam, all)
  expect(shown.leftOut).toEqual([
    { guestId: graceId, name: 'Grace Adeyemi', because: 'access-grew' },
  ])
  expect(shown.extended.map(({ guestId }) => guestId).toSorted()).toEqual(others.toSorted())
  const names = shown.extended.map(({ name }) => name)
  expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare))
  expect(new Set(shown.extended.map(({ endsOn }) => endsOn))).toEqual(new Set([addDays(today, 30)]))

  const bulkId = await beginBulk(sam, all, until)
  expect(await readBulk(sam, bulkId)).toMatchObject({
    until,
    state: 'under-way',
    total: all.length,
    done: 0,
    leftOut: 1,
    waiting: others.length,
  })
  const bulk = await finishBulk(world, sam, bulkId)
  const mails = await extensionMails(world)
  const { items } = await readResult(sam, bulkId)
  // Who may not be touched is known by the directory alone.
  const failed = items.filter(({ state }) => state === 'failed')
  for (const { because } of failed) expect(because).toMatch(/^departure-/)
  const done = items.flatMap(({ state, guestId }) => (state === 'done' ? [guestId] : []))
  expect(done.length).toBe(others.length - failed.length)
  expect(bulk).toMatchObject({
    state: 'done',
    done: done.length,
    failed: failed.length,
    leftOut: 1,
  })
  expect(bulk.items.slice(0, failed.length)).toEqual(failed)
  expect(bulk.items[failed.length]).toEqual({
    guestId: graceId,
    name: 'Grace Adeyemi',
    state: 'left-out',
    because: 'access-grew',
  })
  const guests = (await contoso.listOf(sam)).filter(({ end }) => end?.on === until)
  expect(guests.map(({ guestId }) => guestId).toSorted()).toEqual(done.toSorted())
  const entries = (await extendedGuests(world)).slice(before.length)
  expect(entries.toSorted()).toEqual(done.toSorted())
  const addresses = guests.flatMap(({ mail }) => (mail ? [mail] : []))
  expect(mails.map(({ to }) => to).toSorted()).toEqual(addresses.toSorted())
  // A hundred guests, each asked about as if alone.
}, 60_000)

test('what is left out has the reason for which it would be refused alone', async () => {
  const guestId = await idAt(lena)
  const reasonFor = async (day: string) =>
    (await preview(sam, [guestId], day)).leftOut.map(({ name, because }) => [name, because])
  expect(await reasonFor(addDays(today, 30))).toEqual([['Lena Vogel', 'end-not-later']])
  expect(await reasonFor(addDays(today, 181))).toEqual([['Lena Vogel', 'end-over-the-cap']])
  expect(await reasonFor(addDays(today, -1))).toEqual([['Lena Vogel', 'end-in-the-past']])
  expect(await reasonFor(until)).toEqual([])
  // Set to later than what a rule lets come first.
  await contoso.setEnd(lena, addDays(today, 120))
  await contoso.decide({ accessDays: 30, confirmEveryDays: 10, reminderDays: [] })
  expect(await reasonFor(addDays(today, 60))).toEqual([['Lena Vogel', 'end-not-later']])
})

test('whose access ends by others is left out', async () => {
  const guestId = await idAt(lena)
  await contoso.setEnd(lena, addDays(today, 30))
  await world.portal.store.asOrganization(
    world.tenantIdOf('contoso') as OrganizationId,
    async (transaction) =>
      transaction
        .updateTable('term')
        .set({ endOwner: 'entitlement' })
        .where('guestId', '=', guestId)
        .execute(),
  )
  const { leftOut } = await preview(sam, [guestId])
  expect(leftOut).toMatchObject([{ guestId, because: 'end-decided-elsewhere' }])
})

test('whoever does not vouch for them learns no name, neither before nor after', async () => {
  const mei = idOf(await world.enter('mei@gmail.example', 'fabrikam')) as PersonId
  const noor = await world.enter('noor@contoso.com')
  const nobody = [...all, mei, idOf(noor) as PersonId, randomUUID() as PersonId]
  const unnamed = nobody.map((guestId) => ({ guestId, because: 'guest-not-found' }))
  const shown = await preview(noor, nobody)
  expect(shown.extended).toEqual([])
  expect(shown.leftOut).toEqual(unnamed)
  const bulkId = await beginBulk(noor, nobody, until)
  expect((await readResult(noor, bulkId)).items).toEqual(
    unnamed.map((item) => ({ ...item, state: 'left-out' })),
  )
  expect(await extensionMails(world)).toEqual([])
  const own = await preview(sam, [mei])
  expect(own.leftOut).toEqual([{ guestId: mei, because: 'guest-not-found' }])
})

test('an operator extends guests of others, and is refused whoever holds a role', async () => {
  const ada = await world.enter('ada@contoso.com')
  const path = "/users?$filter=mail eq 'rosa@adatum.com'&$select=id"
  const { value } = await world.graph<{ value: readonly { id: PersonId }[] }>(path)
  const rosaId = value[0]?.id as PersonId
  const bulkId = await beginBulk(ada, [await idAt(lena), rosaId], until)
  await world.portal.settle()
  const { items } = await readBulk(ada, bulkId)
  expect(items.map(({ name, state, because }) => [name, state, because])).toEqual([
    ['Rosa Lima', 'failed', 'departure-role-held'],
    ['Lena Vogel', 'done', undefined],
  ])
})

test('nobody but whoever asked sees it, stops it or reads what became of it', async () => {
  const bulkId = await beginBulk(sam, all.slice(0, 1), until)
  for (const mail of ['noor@contoso.com', 'ada@contoso.com']) {
    const visitor = await world.enter(mail)
    const answers = [
      await visitor.call(getBulkExtension, { params: { bulkId } }),
      await visitor.call(stopBulkExtension, { params: { bulkId } }),
      await visitor.call(listBulkItems, { params: { bulkId }, query: {} }),
    ]
    const codes = answers.map(({ status, body }) => [status, body['code']])
    expect(codes).toEqual(answers.map(() => [404, 'bulk-not-found']))
  }
  await world.portal.settle()
  expect((await readBulk(sam, bulkId)).done).toBe(1)
})

test('a second one over the same guests is harmless', async () => {
  const guestIds = [await idAt(lena), await idAt(grace)]
  const bulkIds = [await beginBulk(sam, guestIds, until), await beginBulk(sam, guestIds, until)]
  const mails = await extensionMails(world)
  expect(mails.map(({ to }) => to).toSorted()).toEqual([grace, lena])
  for (const bulkId of bulkIds) {
    expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'done', done: 2 })
  }
  const third = await readBulk(sam, await beginBulk(sam, guestIds, until))
  expect(third).toMatchObject({ state: 'done', leftOut: 2 })
  expect(third.items.map(({ because }) => because)).toEqual(['end-not-later', 'end-not-later'])
})

test('what waits for a worker is asked anew: Sam vouches no more, and Grace has got more', async () => {
  const lenaId = await idAt(lena)
  const samId = idOf(sam)
  const graceId = await letGraceGrow()
  // Foyer has not read it yet.
  expect((await preview(sam, [lenaId, graceId])).leftOut).toEqual([])
  const bulkId = await beginBulk(sam, [lenaId, graceId], until)
  await world.changeDirectory('DELETE', `/users/${lenaId}/sponsors/${samId}/$ref`)
  expect(await extensionMails(world)).toEqual([])
  expect((await readBulk(sam, bulkId)).items).toEqual([
    { guestId: lenaId, state: 'failed', because: 'guest-not-found' },
    { guestId: graceId, name: 'Grace Adeyemi', state: 'left-out', because: 'access-grew' },
  ])
  await contoso.sync()
  expect((await contoso.find(sam, grace)).newGroups).toBe(1)
})
