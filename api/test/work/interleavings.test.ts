import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import { guidOf } from '@foyer/simulator/world/guid'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantExit } from '../../src/exits/answer.ts'
import { keepTimeOfExits } from '../../src/exits/keep-time.ts'
import { findExitRequest, lockExitRequest, sealExitWords } from '../../src/exits/request.ts'
import { stopRequest } from '../../src/exits/stop.ts'
import { ProblemError } from '../../src/http/problem-error.ts'
import { acceptLeaving } from '../../src/leaving/accept.ts'
import { acceptReturn } from '../../src/restoring/accept.ts'
import { addRestoration, doneLeaving } from '../../src/restoring/restoration.ts'
import { everyKind } from '../../src/start-work.ts'
import type { Store } from '../../src/store/store.ts'
import { claimSteps } from '../../src/work/claim.ts'
import { holdStep } from '../../src/work/hold.ts'
import { LeaseLost, PutOff, urgency } from '../../src/work/step.ts'
import { startWorker } from '../../src/work/worker.ts'
import { forgetWork, hurryWork } from '../support/leaving.ts'
import {
  type Actor,
  enterStage,
  gatedDirectory,
  gatedStore,
  playEveryOrder,
} from '../support/stage.ts'
import { openWorld, type World } from '../support/world.ts'

// Two actors on one guest, in every order of what they do. What is read is gated where another order
// can tell something else.
const gated = [
  'findPerson',
  'findRemovedPerson',
  'removePerson',
  'removeMember',
  'restorePerson',
  'setSignIn',
] as const
const kinds = ['leave-organization', 'leave-group', 'restore-guest', 'exit-access']

let world: World
let store: Store
let organizationId: OrganizationId
let graceId: PersonId
const groupId = guidOf('group fabrikam Plant Maps') as GroupId
const inesId = guidOf('user fabrikam ines@fabrikam.com') as PersonId

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
  store = world.portal.store
  organizationId = world.tenantIdOf('fabrikam') as OrganizationId
  const { value } = await world.graph<{ value: { id: string; mail: string }[] }>(
    '/users?$select=id,mail&$top=999',
    'fabrikam',
  )
  graceId = value.find(({ mail }) => mail === 'grace@adatum.com')?.id as PersonId
})
afterAll(async () => world[Symbol.asyncDispose]())

async function accept(what: { groupId?: GroupId }) {
  const caller = {
    organizationId,
    personId: graceId,
    signedInAt: undefined,
    issuedAt: 0,
    contexts: [],
    homeTenantId: undefined,
    isOperator: false,
    tokenId: undefined,
    sessionId: undefined,
  }
  const words = {
    guest: { name: 'Grace Adeyemi', mail: 'grace@adatum.com' },
    organization: 'Fabrikam',
    ...(what.groupId ? { group: 'Plant Maps' } : {}),
    told: [],
  }
  const will = { organizationId, guestId: graceId, ...what, caller, words, language: 'en' }
  await acceptLeaving(store, {
    ...will,
    requestId: randomUUID(),
    askedAt: world.simulator.clock.now(),
  })
}

/**
 * Whoever takes up the step of a kind, though another one may hold it and be only slow; with respect
 * for leases, one that nobody holds.
 */
async function worker(kind: string, respect?: 'leases'): Promise<Actor> {
  return enterStage(async (gate) => {
    await gate()
    if (!respect) await expire()
    const [claimed] = await claimSteps(store, organizationId, {
      most: 1,
      leastUrgent: urgency.awaited,
      without: kinds.filter((each) => each !== kind),
    })
    const setting = {
      ...world.portal,
      directory: gatedDirectory(world.portal.directory, gate, gated),
      log: world.portal.app.log,
    }
    const work = everyKind(setting).find((each) => each.kind === kind)
    const { signal } = new AbortController()
    if (!claimed) return
    await work?.run(holdStep(gatedStore(store, gate), claimed, signal)).catch((error: unknown) => {
      if (!(error instanceof LeaseLost || error instanceof PutOff)) throw error
    })
  })
}

async function administrator(method: string, path: string, body?: object): Promise<Actor> {
  return enterStage(async (gate) => {
    await gate()
    await world.changeDirectory(method, path, body, 'fabrikam').catch((error: unknown) => {
      // Foyer was first, and there is nobody any more to whom it could be done.
      if (!String(error).includes('404')) throw error
    })
  })
}

async function expire() {
  await store.outside(async (handle) =>
    sql`UPDATE step SET leased_until = clock_timestamp() - interval '1 s'`.execute(handle),
  )
}

async function begin(...what: { groupId?: GroupId }[]) {
  world.simulator.reset()
  await forgetWork(world, 'fabrikam')
  for (const each of what) await accept(each)
}

/** After the actors: whoever comes next finishes what is left. */
async function end() {
  await expire()
  // Of what is done, and not of who is told.
  await store.asOrganization(organizationId, async (fabrikam) =>
    fabrikam.deleteFrom('step').where('kind', 'not in', kinds).execute(),
  )
  await using worker = startWorker({
    store,
    kinds: everyKind({ ...world.portal, log: world.portal.app.log }),
    organizations: [{ organizationId }],
    log: world.portal.app.log,
  })
  await hurryWork(world)
  await worker.settle()
  return await store.asOrganization(organizationId, async (fabrikam) => ({
    steps: await fabrikam
      .selectFrom('step')
      .select(['kind', 'state'])
      .where('kind', 'in', kinds)
      .orderBy('kind')
      .execute(),
    leavings: await fabrikam
      .selectFrom('leaving')
      .select(['leavingId', 'groupId', 'state', 'because'])
      .execute(),
    journal: await fabrikam
      .selectFrom('journal')
      .innerJoin('leaving', 'leavingId', 'subjectId')
      .select(['act', 'outcome'])
      .execute(),
    returns: await fabrikam
      .selectFrom('restoration')
      .innerJoin('journal', 'subjectId', 'restorationId')
      .select(['state', 'outcome', 'act'])
      .execute(),
  }))
}

const effects = async (what: string) => (await world.effects(what)).length

test('a worker that was only slow and the one that took over remove Grace once, in every order', async () => {
  const orders = await playEveryOrder(async () => {
    await begin({})
    const slow = await worker('leave-organization')
    // Whoever claims first takes it up first: the other way round is the same with other names.
    await slow.go()
    await slow.go()
    return {
      actors: [slow, await worker('leave-organization')],
      async close() {
        const { steps, leavings, journal } = await end()
        expect(steps).toEqual([{ kind: 'leave-organization', state: 'done' }])
        expect(leavings).toMatchObject([{ state: 'done', because: null }])
        expect(journal).toEqual([{ act: 'leave-organization', outcome: 'done' }])
        expect(await effects('user-deleted')).toBe(1)
      },
    }
  })
  expect(orders).toBeGreaterThan(100)
}, 120_000)

test('a worker that was only slow and the one that took over end one membership, in every order', async () => {
  const orders = await playEveryOrder(async () => {
    await begin({ groupId })
    const slow = await worker('leave-group')
    await slow.go()
    await slow.go()
    return {
      actors: [slow, await worker('leave-group')],
      async close() {
        const { leavings, journal } = await end()
        expect(leavings).toMatchObject([{ state: 'done', because: null }])
        expect(journal).toEqual([{ act: 'leave-group', outcome: 'done' }])
        expect(await effects('member-removed')).toBe(1)
      },
    }
  })
  expect(orders).toBeGreaterThan(40)
}, 120_000)

test('Grace leaves the organization and a group at once: each ends, and is told once', async () => {
  const orders = await playEveryOrder(async () => {
    await begin({}, { groupId })
    const actors = [await worker('leave-organization'), await worker('leave-group')]
    // To claim and to take up steps of their own disturbs nobody, in any order.
    for (const actor of [...actors, ...actors]) await actor.go()
    return {
      actors,
      async close() {
        const { steps, leavings, journal } = await end()
        expect(steps.map(({ state }) => state)).toEqual(['done', 'done'])
        expect(journal).toHaveLength(2)
        const ofGroup = leavings.find((each) => each.groupId !== null)
        // Whoever is gone is in no group any more, and their membership was not ended before.
        const left = ofGroup?.state === 'done' ? 1 : 0
        expect([ofGroup?.because, left]).toEqual(left ? [null, 1] : ['no-longer-here', 0])
        expect(await effects('member-removed')).toBe(left)
        expect(await effects('user-deleted')).toBe(1)
      },
    }
  })
  expect(orders).toBeGreaterThan(20)
}, 120_000)

/** Grace has left, and is to be back: by herself, or where groups are left out by Ines. */
async function beginReturn(withoutGroups?: readonly GroupId[]) {
  await begin({})
  await end()
  const leaving = await store.asOrganization(organizationId, async (fabrikam) =>
    doneLeaving(await fabrikam.selectFrom('leaving').selectAll().executeTakeFirst()),
  )
  if (!leaving) throw new Error('Grace has not left')
  const askedAt = world.simulator.clock.now()
  const wish = { leaving, language: 'en', requestId: randomUUID(), askedAt }
  if (!withoutGroups) return acceptReturn(store, wish)
  const granted = { by: inesId, as: 'sponsor', withoutGroups } as const
  return store.asOrganization(organizationId, async (fabrikam) =>
    addRestoration(fabrikam, { ...wish, granted }),
  )
}

const isBack = { state: 'done', outcome: 'done', act: 'undo-leaving' }

test('a worker that was only slow and the one that took over restore Grace once, in every order', async () => {
  const orders = await playEveryOrder(async () => {
    await beginReturn()
    const slow = await worker('restore-guest')
    await slow.go()
    await slow.go()
    return {
      actors: [slow, await worker('restore-guest')],
      async close() {
        const { returns } = await end()
        expect(returns).toEqual([isBack])
        expect(await effects('user-restored')).toBe(1)
      },
    }
  })
  expect(orders).toBeGreaterThan(50)
}, 240_000)

test('a worker that ends at any point of a restoration leaves nothing undone or done twice', async () => {
  let points = 0
  for (let isOver = false; !isOver; points += 1) {
    await beginReturn()
    const path = '/v1.0/directory/deletedItems/*'
    world.fail({ method: 'POST', path, drop: 'after', count: points % 2 })
    const killed = await worker('restore-guest')
    for (let point = 0; point < points && !killed.hasEnded; point += 1) await killed.go()
    isOver = killed.hasEnded
    const { returns } = await end()
    expect(returns).toEqual([isBack])
    expect(await effects('user-restored')).toBe(1)
  }
  expect(points).toBeGreaterThan(5)
}, 60_000)

test('nor does it at any point of a restoration that leaves a group out', async () => {
  let points = 0
  for (let isOver = false; !isOver; points += 1) {
    await beginReturn([groupId])
    world.fail({ method: 'DELETE', path: '/v1.0/groups/*', drop: 'after', count: points % 2 })
    const killed = await worker('restore-guest')
    for (let point = 0; point < points && !killed.hasEnded; point += 1) await killed.go()
    isOver = killed.hasEnded
    const { returns } = await end()
    expect(returns).toEqual([{ ...isBack, act: 'bring-back' }])
    expect(await effects('user-restored')).toBe(1)
    expect(await effects('member-removed')).toBe(1)
  }
  expect(points).toBeGreaterThan(8)
}, 60_000)

test.each(['leave-organization', 'leave-group'])(
  'a worker at %s that ends at any point leaves nothing undone, and nothing done twice',
  async (kind) => {
    let points = 0
    for (let isOver = false; !isOver; points += 1) {
      await begin(kind === 'leave-group' ? { groupId } : {})
      world.fail({ method: 'DELETE', path: '/v1.0/*', drop: 'after', count: points % 2 })
      const killed = await worker(kind)
      for (let point = 0; point < points && !killed.hasEnded; point += 1) await killed.go()
      isOver = killed.hasEnded
      const { leavings, journal } = await end()
      expect(leavings).toMatchObject([{ state: 'done', because: null }])
      expect(journal).toEqual([{ act: kind, outcome: 'done' }])
      expect(await effects(kind === 'leave-group' ? 'member-removed' : 'user-deleted')).toBe(1)
    }
    expect(points).toBeGreaterThan(5)
  },
  60_000,
)

test.each([
  ['blocks', 'PATCH', { accountEnabled: false }, 'blocked-here'],
  ['removes', 'DELETE', undefined, 'no-longer-here'],
] as const)(
  'an administrator %s her meanwhile: what was not done is not told as done',
  async (_, method, body, because) => {
    const orders = await playEveryOrder(async () => {
      await begin({})
      const removing = await worker('leave-organization')
      return {
        actors: [removing, await administrator(method, `/users/${graceId}`, body)],
        async close() {
          const { leavings, journal } = await end()
          const [leaving] = leavings
          const deletions = await world.effects('user-deleted')
          const own = deletions.filter(({ by }) => /keeper/.test(by.name)).length
          expect(deletions.length).toBeLessThanOrEqual(1)
          expect(journal.map(({ outcome }) => outcome)).toEqual([leaving?.state])
          expect([leaving?.state, leaving?.because]).toEqual(
            own === 1 ? ['done', null] : ['refused', because],
          )
        },
      }
    })
    expect(orders).toBeGreaterThan(4)
  },
  120_000,
)

const exitRequestId = '0e000000-0000-4000-8000-000000000001'

/** Ines has granted that Grace's access be ended, and nothing of it is done yet. */
async function beginExit() {
  await begin()
  const now = world.simulator.clock.now()
  const words = {
    guest: { name: 'Grace Adeyemi', mail: 'grace@adatum.com' },
    addresses: ['grace@adatum.com'],
    organization: 'Fabrikam',
    told: [],
  }
  const grace = { organizationId, guestId: graceId }
  const answerer = { personId: inesId, name: 'Ines Duarte', answersAs: 'sponsor' } as const
  const connected = world.portal.configuration.organizations.find(({ slug }) => slug === 'fabrikam')
  if (!connected) throw new Error('Fabrikam is not connected')
  await store.asOrganization(organizationId, async (fabrikam) => {
    await fabrikam.deleteFrom('exitRequest').execute()
    await fabrikam
      .insertInto('exitRequest')
      .values({
        ...grace,
        exitRequestId,
        codeId: randomUUID(),
        state: 'open',
        askedAt: now,
        dueAt: now,
        language: 'en',
        requestId: randomUUID(),
        sponsors: [],
        words: await sealExitWords(fabrikam, grace, words),
      })
      .execute()
    const answering = { exitRequestId, answerer, requestId: randomUUID(), now }
    await grantExit(fabrikam, answering, connected)
  })
}

/** After the actors: how the request stands, what the journal says of it, and whether she may sign in. */
async function endExit() {
  await end()
  const { accountEnabled } = await world.graph<{ accountEnabled: boolean }>(
    `/users/${graceId}?$select=accountEnabled`,
    'fabrikam',
  )
  const request = await store.asOrganization(organizationId, async (fabrikam) =>
    findExitRequest(fabrikam, { exitRequestId }),
  )
  return { state: request?.state, accountEnabled }
}

async function countDone(): Promise<number> {
  const { rows } = await store.asOrganization(organizationId, async (fabrikam) =>
    sql`SELECT FROM journal WHERE act = 'grant-exit' AND outcome = 'done'`.execute(fabrikam),
  )
  return rows.length
}

async function object() {
  await store.asOrganization(organizationId, async (fabrikam) => {
    const request = await lockExitRequest(fabrikam, { exitRequestId })
    if (!request) throw new Error('the request is not there')
    const actor = { kind: 'guest', id: graceId } as const
    const at = world.simulator.clock.now()
    await stopRequest(fabrikam, request, { actor, requestId: randomUUID(), at })
  })
}

const stays = { state: 'stopped', accountEnabled: true }

test('Grace says that it was not her while she is being blocked: in every order she stays', async () => {
  const orders = await playEveryOrder(async () => {
    await beginExit()
    const grace = await enterStage(async (gate) => {
      await gate()
      await object()
    })
    return {
      actors: [await worker('exit-access'), grace],
      async close() {
        expect(await endExit()).toEqual(stays)
      },
    }
  })
  expect(orders).toBeGreaterThan(4)
}, 60_000)

test.each([
  ['that lost its lease', undefined],
  ['that holds its lease', 'leases'],
] as const)(
  'a slow block %s and comes after she was unblocked is taken back, in every order',
  async (_, respect) => {
    const orders = await playEveryOrder(async () => {
      await beginExit()
      const slow = await worker('exit-access')
      // Up to the very moment at which the directory would be told.
      for (let point = 0; point < 4; point += 1) await slow.go()
      await object()
      return {
        actors: [slow, await worker('exit-access', respect)],
        async close() {
          expect(await endExit()).toEqual(stays)
        },
      }
    })
    expect(orders).toBeGreaterThan(4)
  },
  60_000,
)

test('Grace says that it was not her while she is being removed: either stops the other, in every order', async () => {
  const outcomes = new Set<string>()
  const orders = await playEveryOrder(async () => {
    await beginExit()
    await store.asOrganization(organizationId, async (fabrikam) => {
      await fabrikam.updateTable('exitRequest').set({ blockedAt: new Date() }).execute()
      const connected = world.portal.configuration.organizations.find(
        (each) => each.organizationId === organizationId,
      )
      const later = new Date(world.simulator.clock.now().getTime() + 8 * 24 * 60 * 60_000)
      if (connected) await keepTimeOfExits(fabrikam, connected, later)
    })
    let said = 'nothing'
    const grace = await enterStage(async (gate) => {
      await gate()
      said = await object().then(
        () => 'stopped',
        (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
      )
    })
    return {
      actors: [await worker('leave-organization'), grace],
      async close() {
        await end()
        const request = await store.asOrganization(organizationId, async (fabrikam) =>
          findExitRequest(fabrikam, { exitRequestId }),
        )
        outcomes.add(`${said} ${request?.state} ${await effects('user-deleted')}`)
      },
    }
  })
  expect(orders).toBeGreaterThan(4)
  expect([...outcomes].toSorted()).toEqual(['leaving-not-stoppable done 1', 'stopped stopped 0'])
}, 60_000)

test('a worker that ends at any point of a block leaves nothing undone, and writes it down once', async () => {
  let points = 0
  for (let isOver = false; !isOver; points += 1) {
    const before = await countDone()
    await beginExit()
    world.fail({ method: 'PATCH', path: '/v1.0/users/*', drop: 'after', count: points % 2 })
    const killed = await worker('exit-access')
    for (let point = 0; point < points && !killed.hasEnded; point += 1) await killed.go()
    isOver = killed.hasEnded
    expect(await endExit()).toMatchObject({ state: 'granted', accountEnabled: false })
    expect(await countDone()).toBe(before + 1)
  }
  expect(points).toBeGreaterThan(4)
}, 60_000)
