import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import { guidOf } from '@foyer/simulator/world/guid'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptLeaving } from '../../src/leaving/accept.ts'
import { leaveOrganizationKind } from '../../src/leaving/leaving.ts'
import { everyKind } from '../../src/start-work.ts'
import { claimSteps } from '../../src/work/claim.ts'
import { holdStep } from '../../src/work/hold.ts'
import { urgency } from '../../src/work/step.ts'
import { forgetWork, hurryWork, idOf } from '../support/leaving.ts'
import { enterStage, gatedDirectory, gatedStore } from '../support/stage.ts'
import { openWorld, type World } from '../support/world.ts'

const groupId = guidOf('group contoso Supplier Forum') as GroupId
const personId = guidOf('user contoso noor@contoso.com') as PersonId

let world: World
let organizationId: OrganizationId
let guestId: PersonId

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
  organizationId = world.tenantIdOf('contoso') as OrganizationId
  guestId = idOf(await world.enter('grace@adatum.com')) as PersonId
})
afterAll(async () => world[Symbol.asyncDispose]())

async function graceLeaves() {
  world.simulator.reset()
  await forgetWork(world, 'contoso')
  const caller = {
    organizationId,
    personId: guestId,
    signedInAt: undefined,
    issuedAt: 0,
    contexts: [],
    homeTenantId: undefined,
    isOperator: false,
    tokenId: undefined,
    sessionId: undefined,
  }
  const proposals = [{ groupId, personId, group: 'Supplier Forum', person: 'Noor Rahman' }]
  await acceptLeaving(world.portal.store, {
    organizationId,
    guestId,
    caller,
    proposals,
    words: {
      guest: { name: 'Grace Adeyemi' },
      organization: 'Contoso',
      proposed: proposals,
      told: [],
    },
    language: 'en',
    requestId: randomUUID(),
    askedAt: world.simulator.clock.now(),
  })
}

async function worker() {
  return enterStage(async (gate) => {
    await gate()
    const [claimed] = await claimSteps(world.portal.store, organizationId, {
      most: 1,
      leastUrgent: urgency.awaited,
      without: [],
    })
    const directory = gatedDirectory(world.portal.directory, gate, [
      'listMemberships',
      'removePerson',
      'findRemovedPerson',
    ])
    const work = everyKind({ ...world.portal, directory, log: world.portal.app.log }).find(
      ({ kind }) => kind === leaveOrganizationKind,
    )
    const { signal } = new AbortController()
    if (claimed) await work?.run(holdStep(gatedStore(world.portal.store, gate), claimed, signal))
  })
}

test('a worker that ends at any point leaves the forum among those without an owner, once', async () => {
  let isOver = false
  let points = 1
  for (; !isOver; points += 1) {
    await graceLeaves()
    const killed = await worker()
    for (let point = 0; point < points && !killed.hasEnded; point += 1) await killed.go()
    isOver = killed.hasEnded
    await world.portal.store.outside(async (handle) =>
      sql`UPDATE step SET leased_until = clock_timestamp() - interval '1 s'`.execute(handle),
    )
    await hurryWork(world)
    await world.portal.settle()
    const found = await world.portal.store.asOrganization(organizationId, async (contoso) => ({
      leavings: await contoso.selectFrom('leaving').select(['state', 'ownedAlone']).execute(),
      groups: await contoso
        .selectFrom('ownerlessGroup')
        .select(['groupId', 'proposedId', 'state'])
        .execute(),
    }))
    expect(found).toEqual({
      leavings: [{ state: 'done', ownedAlone: [groupId] }],
      groups: [{ groupId, proposedId: personId, state: 'open' }],
    })
  }
  expect(points).toBeGreaterThan(7)
}, 60_000)
