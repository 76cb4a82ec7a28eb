import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { getReceipt } from '@foyer/contracts/receipt'
import { eraseMyWords } from '@foyer/contracts/way-back'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findForgotten } from '../src/erasing/find-forgotten.ts'
import { syncOrganization } from '../src/projection/projection.ts'
import { leaveOrganizationKind } from '../src/leaving/leaving.ts'
import type { OwnedStore } from '../src/store/store.ts'
import { addStep } from '../src/work/add-step.ts'
import { urgency } from '../src/work/step.ts'
import { tidyKind } from '../src/work/tidy.ts'
import { checkChain } from './support/journal-checker.ts'
import { forgetWork, idOf, leaveAfterSigningIn } from './support/leaving.ts'
import { openWorld, type World } from './support/world.ts'

const dayMs = 24 * 60 * 60_000

let world: World
let organizationId: OrganizationId
let guestId: PersonId

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
  organizationId = world.tenantIdOf('fabrikam') as OrganizationId
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'fabrikam')
})
afterAll(async () => world[Symbol.asyncDispose]())

/** Somebody leaves Fabrikam. @returns the address of their receipt. */
async function leaves(mail = 'grace@adatum.com'): Promise<string> {
  guestId = idOf(await world.enter(mail, 'fabrikam')) as PersonId
  const { body } = await leaveAfterSigningIn(world, mail, 'fabrikam', 'Fabrikam')
  await world.portal.settle()
  await world.portal.settle()
  return String(body['receipt']).replace('/receipts/', '')
}

const erase = async (token: string) =>
  world.comeWith(undefined).call(eraseMyWords, { params: { token } })
const statusOfReceipt = async (token: string) =>
  (await world.comeWith(undefined).call(getReceipt, { params: { token } })).status

async function wordsAbout(id: PersonId): Promise<number> {
  return world.portal.store.asOrganization(organizationId, async (fabrikam) => {
    const { rows } = await sql<{ kept: number }>`
      SELECT ((SELECT count(*) FROM guest_key WHERE guest_id = ${id})
        + (SELECT count(*) FROM leaving WHERE guest_id = ${id})
        + (SELECT count(*) FROM mail WHERE guest_id = ${id}))::int AS kept`.execute(fabrikam)
    return rows[0]?.kept ?? 0
  })
}

const newestEntry = async () =>
  world.portal.store.asOrganization(organizationId, async (fabrikam) =>
    fabrikam
      .selectFrom('journal')
      .select(['act', 'outcome', 'actorKind', 'guestId', 'words'])
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )

test('once the directory has erased her, Grace has Foyer erase the rest', async () => {
  const token = await leaves()
  expect(await wordsAbout(guestId)).toBeGreaterThan(2)
  world.simulator.clock.advance(31 * dayMs)

  expect((await erase(token)).status).toBe(204)
  expect(await wordsAbout(guestId)).toBe(0)
  expect(await statusOfReceipt(token)).toBe(404)
  expect(await newestEntry()).toEqual({
    act: 'erase',
    outcome: 'done',
    actorKind: 'guest',
    guestId,
    words: null,
  })
  // The chain covers the hash of the words, not the words.
  expect(await checkChain(world.portal.store as OwnedStore, organizationId)).toEqual([])
  // Pressed again: there is nothing any more.
  expect((await erase(token)).status).toBe(404)
})

test('before that she is refused, and nothing is erased', async () => {
  const token = await leaves()
  const { status, body } = await erase(token)
  expect([status, body['code']]).toEqual([409, 'erasure-too-early'])
  expect(await statusOfReceipt(token)).toBe(200)
})

test('where the directory does not answer, nobody knows, and nothing is erased', async () => {
  const token = await leaves()
  world.simulator.clock.advance(31 * dayMs)
  world.fail({ path: '/v1.0/directory/deletedItems/*', status: 503 })
  expect((await erase(token)).status).toBeGreaterThanOrEqual(502)
  expect(await wordsAbout(guestId)).toBeGreaterThan(2)
})

test('an account that is there again is not erased', async () => {
  const token = await leaves()
  await world.changeDirectory('POST', `/directory/deletedItems/${guestId}/restore`, {}, 'fabrikam')
  const { body } = await erase(token)
  expect(body['code']).toBe('erasure-too-early')
})

const forgottenAt = async (now: Date) =>
  world.portal.store.asOrganization(organizationId, async (fabrikam) =>
    findForgotten(fabrikam, now),
  )

const readAt = async (at: Date) =>
  world.portal.store.asOrganization(organizationId, async (fabrikam) =>
    fabrikam.updateTable('feed').set({ asOf: at }).where('kind', '=', 'guests').execute(),
  )

test('by itself it is erased when no address leads to it any more, and not a day before', async () => {
  // The journal of this file has nothing of Mei yet.
  await leaves('mei@gmail.example')
  const leftAt = world.simulator.clock.now().getTime()
  world.simulator.clock.advance(31 * dayMs)
  await syncOrganization(world.portal, organizationId)
  expect(await forgottenAt(world.simulator.clock.now())).toEqual([])

  await world.portal.store.outside(async (handle) => handle.deleteFrom('link').execute())
  const asOf = (days: number) => new Date(leftAt + days * dayMs)
  await readAt(asOf(89))
  expect(await forgottenAt(asOf(89))).toEqual([])
  await readAt(asOf(92))
  expect(await forgottenAt(asOf(92))).toEqual([guestId])
  // A feed that is old says nothing.
  await readAt(asOf(80))
  expect(await forgottenAt(asOf(92))).toEqual([])
})

test('work that is left about her ends with it', async () => {
  const token = await leaves()
  const again = async () =>
    world.portal.store.outside(async (handle) =>
      handle.selectFrom('step').select('kind').where('key', '=', 'tried again').execute(),
    )
  await world.portal.store.asOrganization(organizationId, async (fabrikam) => {
    const { leavingId } = await fabrikam
      .selectFrom('leaving')
      .select('leavingId')
      .where('guestId', '=', guestId)
      .executeTakeFirstOrThrow()
    await addStep(fabrikam, {
      organizationId,
      kind: leaveOrganizationKind,
      subjectId: leavingId,
      key: 'tried again',
      urgency: urgency.patient,
    })
  })
  world.simulator.clock.advance(31 * dayMs)
  expect(await again()).toHaveLength(1)
  expect((await erase(token)).status).toBe(204)
  expect(await again()).toEqual([])
})

test('the day’s tidying does it by itself', async () => {
  await leaves('pierre@marchand.example')
  world.simulator.clock.advance(100 * dayMs)
  await syncOrganization(world.portal, organizationId)
  await world.portal.store.outside(async (handle) => handle.deleteFrom('link').execute())
  await world.portal.store.asOrganization(organizationId, async (fabrikam) =>
    addStep(fabrikam, {
      organizationId,
      kind: tidyKind,
      subjectId: organizationId,
      key: 'tidy of this test',
      urgency: urgency.patient,
    }),
  )
  await world.portal.settle()
  expect(await wordsAbout(guestId)).toBe(0)
  expect(await newestEntry()).toMatchObject({ act: 'erase', actorKind: 'foyer', guestId })
})

test('who is still known to the directory is never forgotten', async () => {
  await leaves()
  await world.changeDirectory('POST', `/directory/deletedItems/${guestId}/restore`, {}, 'fabrikam')
  await syncOrganization(world.portal, organizationId)
  await world.portal.store.outside(async (handle) => handle.deleteFrom('link').execute())
  const later = new Date(world.simulator.clock.now().getTime() + 200 * dayMs)
  await readAt(later)
  expect(await forgottenAt(later)).not.toContain(guestId)
})
