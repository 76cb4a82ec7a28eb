import { getBulkExtension, stopBulkExtension } from '@foyer/contracts/bulk-extension'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eraseGuest } from '../../src/erasing/erase-guest.ts'
import { addStep } from '../../src/work/add-step.ts'
import { claimSteps } from '../../src/work/claim.ts'
import { retrySteps } from '../../src/work/retry.ts'
import { type Urgency, urgency } from '../../src/work/step.ts'
import { tidyKind } from '../../src/work/tidy.ts'
import { beginBulk, extendedGuests, extensionMails, readBulk, workOnOne } from '../support/bulk.ts'
import { hurryWork } from '../support/leaving.ts'
import { underPolicy, type UnderPolicy } from '../support/under-policy.ts'
import { openWorld, type Visitor, type World } from '../support/world.ts'

// What becomes of a bulk while workers, the directory and people get in its way.

let world: World
let contoso: UnderPolicy
let organizationId: OrganizationId
let sam: Visitor
let until: Day
let lenaId: PersonId
let omarId: PersonId

const lena = 'lena@atelier-vogel.example'
const omar = 'omar@outlook.example'
const dayMs = 24 * 60 * 60_000

beforeAll(async () => {
  world = await openWorld()
  contoso = underPolicy(world)
  organizationId = world.tenantIdOf('contoso') as OrganizationId
})
beforeEach(begin)
afterAll(async () => world[Symbol.asyncDispose]())

async function begin(): Promise<void> {
  await contoso.begin()
  await contoso.decide({ accessDays: 30, reminderDays: [] })
  sam = await world.enter('sam@contoso.com')
  until = addDays(dayOf(world.portal.clock.now(), 'UTC'), 90)
  lenaId = (await contoso.find(sam, lena)).guestId
  omarId = (await contoso.find(sam, omar)).guestId
}

/** Whoever held a step is not heard of any more. */
async function expire(): Promise<void> {
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET leased_until = clock_timestamp() - interval '1 s'
      WHERE leased_until IS NOT NULL`.execute(handle),
  )
}

const stop = async (bulkId: string) =>
  (await sam.call(stopBulkExtension, { params: { bulkId } })).status
const stepsLeft = async () =>
  world.portal.store.outside(async (handle) =>
    handle
      .selectFrom('step')
      .select('state')
      .where('kind', '=', 'bulk-extension')
      .where('state', '<>', 'done')
      .execute(),
  )

test('a worker that ends at any point is followed by the next, and nobody is extended twice', async () => {
  let isOver = false
  let points = 1
  for (; !isOver; points += 1) {
    await contoso.setEnd(lena, addDays(until, -60))
    const before = (await extendedGuests(world)).length
    const mailsBefore = (await extensionMails(world)).length
    const bulkId = await beginBulk(sam, [lenaId], until)
    const killed = await workOnOne(world)
    for (let point = 0; point < points && !killed.hasEnded; point += 1) await killed.go()
    isOver = killed.hasEnded
    await expire()
    await hurryWork(world)
    expect((await extensionMails(world)).length - mailsBefore).toBe(1)
    expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'done', done: 1 })
    expect((await extendedGuests(world)).slice(before)).toEqual([lenaId])
    until = addDays(until, 1)
  }
  expect(points).toBeGreaterThan(5)
}, 60_000)

test('whatever anybody waits for or is told by comes first', async () => {
  await beginBulk(sam, [lenaId, omarId], until)
  const claim = async (leastUrgent: Urgency) =>
    claimSteps(world.portal.store, organizationId, { most: 10, leastUrgent, without: [] })
  expect(await claim(urgency.told)).toEqual([])
  expect(await claim(urgency.patient)).toHaveLength(2)
})

test('stopped in the middle, what is done stays, and who waits is not extended', async () => {
  const bulkId = await beginBulk(sam, [lenaId, omarId], until)
  const worker = await workOnOne(world)
  while (!worker.hasEnded) await worker.go()
  expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'under-way', done: 1, waiting: 1 })
  expect(await stop(bulkId)).toBe(204)
  expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'stopped', done: 1, stopped: 1 })
  expect(await stepsLeft()).toEqual([])
  expect(await extensionMails(world)).toHaveLength(1)
  expect(await stop(bulkId)).toBe(204)
  expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'stopped', done: 1, stopped: 1 })
})

test('a worker that is in the middle of a guest when it is stopped does not extend them', async () => {
  const bulkId = await beginBulk(sam, [lenaId], until)
  const worker = await workOnOne(world)
  // Past its looks, in front of its last transaction.
  for (let point = 0; point < 5; point += 1) await worker.go()
  expect(worker.hasEnded).toBe(false)
  await stop(bulkId)
  await worker.go()
  expect(worker.hasEnded).toBe(true)
  expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'stopped', done: 0, stopped: 1 })
  expect((await contoso.find(sam, lena)).end?.on).not.toBe(until)
  expect(await extensionMails(world)).toEqual([])
})

test('a directory that has enough for now is asked again, and each is extended once', async () => {
  const bulkId = await beginBulk(sam, [lenaId, omarId], until)
  const heal = world.fail({
    path: '/v1.0/roleManagement/*',
    status: 429,
    headers: { 'retry-after': '1' },
  })
  await world.portal.settle()
  expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'under-way', waiting: 2 })
  heal()
  const mails = await extensionMails(world)
  expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'done', done: 2 })
  expect(mails.map(({ to }) => to).toSorted()).toEqual([lena, omar])
})

test('what a day of trouble keeps from being done has failed, until it is tried again', async () => {
  const bulkId = await beginBulk(sam, [lenaId], until)
  const heal = world.fail({ path: '/v1.0/users/*/sponsors', status: 503 })
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET made_at = made_at - interval '1 day'`.execute(handle),
  )
  await world.portal.settle()
  expect((await readBulk(sam, bulkId)).items).toMatchObject([
    { guestId: lenaId, state: 'failed', because: expect.stringMatching(/^directory-/) as string },
  ])
  heal()
  await retrySteps(world.portal.store, { organizationId })
  expect(await extensionMails(world)).toHaveLength(1)
  expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'done', done: 1, failed: 0 })
})

test('what was given up is not tried again once it was stopped', async () => {
  const bulkId = await beginBulk(sam, [lenaId], until)
  world.fail({ path: '/v1.0/users/*/sponsors', status: 503 })
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET made_at = made_at - interval '1 day'`.execute(handle),
  )
  await world.portal.settle()
  world.simulator.faults.clear()
  await stop(bulkId)
  expect(await retrySteps(world.portal.store, { organizationId, kind: 'bulk-extension' })).toBe(0)
  expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'done', failed: 1, stopped: 0 })
})

test('whoever is erased is in none any more, and is not extended', async () => {
  const bulkId = await beginBulk(sam, [lenaId, omarId], until)
  const now = world.portal.clock.now()
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    eraseGuest(transaction, { organizationId, guestId: lenaId, by: 'foyer', now }),
  )
  expect(await stepsLeft()).toHaveLength(1)
  expect((await extensionMails(world)).map(({ to }) => to)).toEqual([omar])
  expect(await readBulk(sam, bulkId)).toMatchObject({ state: 'done', total: 1, done: 1 })
})

test('after thirty days it is gone, unless somebody still waits', async () => {
  const ended = await beginBulk(sam, [lenaId], until)
  await world.portal.settle()
  const halted = await beginBulk(sam, [omarId], until)
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET state = 'dead' WHERE kind = 'bulk-extension'`.execute(handle),
  )
  const tidyAfter = async (days: number) => {
    world.simulator.clock.advance(days * dayMs)
    await world.portal.store.asOrganization(organizationId, async (transaction) =>
      addStep(transaction, {
        organizationId,
        kind: tidyKind,
        subjectId: organizationId,
        key: `tidy after ${days}`,
        urgency: urgency.patient,
      }),
    )
    await world.portal.settle()
    sam = await world.enter('sam@contoso.com')
    const statusOf = async (bulkId: string) =>
      (await sam.call(getBulkExtension, { params: { bulkId } })).status
    return [await statusOf(ended), await statusOf(halted)]
  }
  expect(await tidyAfter(29)).toEqual([200, 200])
  expect(await tidyAfter(2)).toEqual([404, 200])
})
