import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import { answerMove, stopMyMove } from '@foyer/contracts/move'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { carryKind, endKind } from '../../src/moves/step-kinds.ts'
import { setHalt } from '../../src/work/halt.ts'
import { mailsTo } from '../support/exit.ts'
import { forgetInvitations, invite } from '../support/invitation.ts'
import { hurryWork } from '../support/leaving.ts'
import { come, groupsOf, idOfGroup, isEnabled } from '../support/move.ts'
import { noRateLimits } from '../support/no-rate-limits.ts'
import type { Actor } from '../support/stage.ts'
import { workOnNext } from '../support/step-actor.ts'
import { underPolicy } from '../support/under-policy.ts'
import { openWorld, type World } from '../support/world.ts'

// What becomes of a move while a worker ends in the middle, or the old account stops it meanwhile.

const dayMs = 24 * 60 * 60_000
const omar = 'omar@outlook.example'
const nora = 'nora@litware.example'
const sam = 'sam@contoso.com'

let world: World
let omarId: PersonId
let noraId: PersonId
let group: GroupId
let organizationId: OrganizationId

beforeAll(async () => {
  world = await openWorld({ rateLimits: noRateLimits })
  organizationId = world.tenantIdOf('contoso') as OrganizationId
})
afterAll(async () => world[Symbol.asyncDispose]())

beforeEach(async () => {
  await setHalt(world.portal.store, undefined)
  const contoso = underPolicy(world)
  await contoso.begin()
  await forgetInvitations(world, 'contoso')
  const visitor = await world.enter(sam)
  omarId = (await contoso.find(visitor, omar)).guestId
  group = await idOfGroup(world, 'Supplier Quality')
  await invite(visitor, nora, { movesFrom: omarId })
  noraId = await come(world, nora)
})

/** Sam ticks the group, and no worker begins anything. */
async function tick(): Promise<void> {
  await setHalt(world.portal.store, 'a test')
  const input = { params: { guestId: noraId }, body: { groupIds: [group], carriesEnd: false } }
  expect((await (await world.enter(sam)).call(answerMove, input)).status).toBe(204)
  await setHalt(world.portal.store, undefined)
}

/** Nobody has said anything yet, and nothing has followed. */
async function forget(): Promise<void> {
  await world.portal.store.asOrganization(organizationId, async (transaction) => {
    await transaction
      .updateTable('move')
      .set({ state: 'redeemed', answeredAt: null, joiningGroupIds: null, carriedAt: null })
      .execute()
    await transaction.deleteFrom('step').where('kind', '=', carryKind).execute()
  })
  if ((await groupsOf(world, noraId)).length > 0) {
    await world.changeDirectory('DELETE', `/groups/${group}/members/${noraId}/$ref`)
  }
}

/** Whoever held a step is not heard of any more, and the next one goes on. */
async function goOnWithoutThem(): Promise<void> {
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET leased_until = clock_timestamp() - interval '1 s'
      WHERE leased_until IS NOT NULL`.execute(handle),
  )
  await hurryWork(world)
  await world.portal.settle()
}

/** Plays a scene anew with one point more each time, until the worker has ended before. */
async function atEachPoint(
  kind: string,
  scene: (worker: Actor) => Promise<void>,
  begin: () => Promise<void>,
): Promise<number> {
  let points = 1
  for (let isOver = false; !isOver; points += 1) {
    await begin()
    const worker = await workOnNext(world, kind, ['getTies', 'addMember', 'findPerson'])
    for (let point = 0; point < points && !worker.hasEnded; point += 1) await worker.go()
    isOver = worker.hasEnded
    await scene(worker)
  }
  return points
}

test('a worker that ends at any point is followed by the next, who brings Nora into the group', async () => {
  const points = await atEachPoint(
    carryKind,
    async () => {
      await goOnWithoutThem()
      expect(await groupsOf(world, noraId)).toEqual(['Supplier Quality'])
      await forget()
    },
    tick,
  )
  expect(points).toBeGreaterThan(5)
}, 60_000)

test('Omar stops it at any point of that, and Nora is in no group in the end', async () => {
  const points = await atEachPoint(
    carryKind,
    async (worker) => {
      expect((await (await world.enter(omar)).call(stopMyMove, {})).status).toBe(204)
      // Another worker takes back what there is before this one goes on.
      await world.portal.settle()
      while (!worker.hasEnded) await worker.go()
      await goOnWithoutThem()
      expect(await groupsOf(world, noraId)).toEqual([])
      await forget()
    },
    tick,
  )
  expect(points).toBeGreaterThan(5)
}, 60_000)

test('Omar stops it while the end of his access begins, and keeps it', async () => {
  await world.portal.settle()
  await setHalt(world.portal.store, 'a test')
  world.simulator.clock.advance(15 * dayMs)
  await setHalt(world.portal.store, undefined)
  await world.portal.store.asOrganization(organizationId, async (transaction) => {
    await transaction.deleteFrom('step').where('kind', '<>', endKind).execute()
  })
  await hurryWork(world)
  const worker = await workOnNext(world, endKind, ['findPerson'])
  await worker.go()
  await worker.go()
  expect(worker.hasEnded).toBe(false)
  expect((await (await world.enter(omar)).call(stopMyMove, {})).status).toBe(204)
  while (!worker.hasEnded) await worker.go()
  await goOnWithoutThem()
  expect(await isEnabled(world, omarId)).toBe(true)
  expect((await mailsTo(world, omar)).map(({ subject }) => subject)[0]).toBe(
    'Your account at Contoso does not move',
  )
}, 30_000)
