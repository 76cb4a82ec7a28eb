import { randomUUID } from 'node:crypto'
import { leaveOrganization, type ProposedOwner } from '@foyer/contracts/departure'
import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import { listMyJournal } from '@foyer/contracts/journal'
import { getMyData } from '@foyer/contracts/my-data'
import { listOwnerlessGroups, waiveOwner } from '@foyer/contracts/ownerless-group'
import { guidOf } from '@foyer/simulator/world/guid'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eraseGuest } from '../src/erasing/erase-guest.ts'
import type { OwnedStore } from '../src/store/store.ts'
import { addStep } from '../src/work/add-step.ts'
import { urgency } from '../src/work/step.ts'
import { tidyKind } from '../src/work/tidy.ts'
import { checkChain } from './support/journal-checker.ts'
import { forgetWork, idOf, leave, receiptOf } from './support/leaving.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

const grace = 'grace@adatum.com'
const forum = guidOf('group contoso Supplier Forum')
const noor = guidOf('user contoso noor@contoso.com')
const sam = guidOf('user contoso sam@contoso.com')

let world: World
let organizationId: OrganizationId
let ada: Visitor
let graceId: PersonId

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
  organizationId = world.tenantIdOf('contoso') as OrganizationId
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'contoso')
  ada = await world.enter('ada@contoso.com')
})
afterAll(async () => world[Symbol.asyncDispose]())

/** Grace leaves Contoso, and with her the forum loses its last owner. */
async function graceLeaves(proposed: readonly { groupId: string; personId: string }[] = []) {
  const visitor = await world.enter(grace)
  graceId = idOf(visitor) as PersonId
  const { body } = await leave(visitor, 'Contoso')
  const proposedOwners = proposed as ProposedOwner[]
  const accepted = await (
    await world.enter(grace)
  ).call(leaveOrganization, {
    key: randomUUID(),
    body: {
      confirmation: 'Contoso',
      challenge: String(body['challenge']),
      ...(proposed.length > 0 ? { proposedOwners } : {}),
    },
  })
  expect(await receiptOf(world, accepted)).toMatchObject({ state: 'done' })
}
const proposingNoor = [{ groupId: forum, personId: noor }]
const list = async (visitor = ada) => (await visitor.call(listOwnerlessGroups, {})).body
const waive = async (
  visitor = ada,
  body: object = { answer: 'not-needed', reason: 'It ends in spring' },
  groupId = forum,
) =>
  visitor.call(waiveOwner, {
    params: { groupId: groupId as GroupId },
    body: body as { answer: 'not-needed'; reason: string },
  })
const nameOwner = async (id: string) =>
  world.changeDirectory('POST', `/groups/${forum}/owners/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/users/${id}`,
  })

const entries = async () =>
  world.portal.store.asOrganization(organizationId, async (contoso) =>
    contoso
      .selectFrom('journal')
      .select(['act', 'outcome', 'actorKind', 'actorId', 'guestId', 'objectId'])
      .orderBy('position', 'desc')
      .limit(3)
      .execute(),
  )
const states = async () =>
  world.portal.store.asOrganization(organizationId, async (contoso) =>
    contoso
      .selectFrom('ownerlessGroup')
      .select(['groupId', 'guestId', 'state', 'closedBy'])
      .orderBy('since')
      .execute(),
  )

test('Ada sees the forum, since when, who left and whom she proposes, and where owners are named', async () => {
  expect(await list()).toEqual({ groups: [], otherGroups: 0 })
  await graceLeaves(proposingNoor)
  expect(await list()).toEqual({
    groups: [
      {
        groupId: forum,
        name: 'Supplier Forum',
        kind: 'microsoft-365',
        since: expect.any(String) as string,
        leftBy: 'Grace Adeyemi',
        proposed: { personId: noor, name: 'Noor Rahman', isThere: true },
        microsoftOwnersUrl: `https://entra.microsoft.com/#@${organizationId}/view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Owners/groupId/${forum}`,
      },
    ],
    otherGroups: 0,
  })
  // To look changes nothing as long as it has none.
  expect((await entries()).map(({ act }) => act)).not.toContain('see-owner')
  expect(await world.effects('owner-added')).toEqual([])
})

test('an administrator names an owner: Ada’s next look closes it, once', async () => {
  await graceLeaves(proposingNoor)
  await nameOwner(sam)
  expect(await list()).toEqual({ groups: [], otherGroups: 0 })
  expect(await list()).toEqual({ groups: [], otherGroups: 0 })
  const [newest, before] = await entries()
  expect(newest).toEqual({
    act: 'see-owner',
    outcome: 'done',
    actorKind: 'foyer',
    actorId: null,
    guestId: graceId,
    objectId: forum,
  })
  expect(before?.act).toBe('leave-organization')
  expect(await states()).toMatchObject([{ state: 'named', closedBy: null }])
})

test('the group is deleted: it waits for no owner any more', async () => {
  await graceLeaves()
  await world.changeDirectory('DELETE', `/groups/${forum}`)
  expect(await list()).toEqual({ groups: [], otherGroups: 0 })
  expect((await entries())[0]).toMatchObject({ act: 'miss-group', outcome: 'done' })
  expect(await states()).toMatchObject([{ state: 'gone' }])
})

test('an administrator brings Grace back: she owns it again, and it is closed by that', async () => {
  await graceLeaves()
  await world.changeDirectory('POST', `/directory/deletedItems/${graceId}/restore`)
  expect(await list()).toEqual({ groups: [], otherGroups: 0 })
  expect(await states()).toMatchObject([{ state: 'named' }])
})

test('a list of owners that has not heard that Grace is gone closes nothing', async () => {
  await graceLeaves()
  const path = `/v1.0/groups/${forum}/owners`
  world.fail({ path, status: 200, body: { value: [{ id: graceId }] } })
  expect(await list()).toMatchObject({ groups: [{ groupId: forum }] })
  expect(await states()).toMatchObject([{ state: 'open' }])
})

test('Noor leaves Contoso too: she is still named, as somebody who is not there', async () => {
  await graceLeaves(proposingNoor)
  await world.changeDirectory('DELETE', `/users/${noor}`)
  expect(await list()).toMatchObject({
    groups: [{ proposed: { personId: noor, name: 'Noor Rahman', isThere: false } }],
  })
})

test('Ada says for a reason that it needs none: that stands in the journal, and it is gone', async () => {
  await graceLeaves()
  expect((await waive()).status).toBe(204)
  expect(await list()).toEqual({ groups: [], otherGroups: 0 })
  expect((await entries())[0]).toEqual({
    act: 'waive-owner',
    outcome: 'done',
    actorKind: 'operator',
    actorId: idOf(ada),
    guestId: graceId,
    objectId: forum,
  })
  expect(await states()).toMatchObject([{ state: 'not-needed', closedBy: idOf(ada) }])
  expect(await checkChain(world.portal.store as OwnedStore, organizationId)).toEqual([])
})

test('of two operators who answer at the same moment one does, and the other is told', async () => {
  await graceLeaves()
  const jonas = await world.enter('jonas@contoso.com')
  const answers = await Promise.all([waive(), waive(jonas)])
  expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([204, 404]) as unknown)
  const acts = (await entries()).map(({ act }) => act)
  expect(acts.slice(0, 2)).toEqual(['waive-owner', 'leave-organization'])
})

test.each([
  ['no reason', { answer: 'not-needed' }, forum, 'invalid-request'],
  ['an empty one', { answer: 'not-needed', reason: '' }, forum, 'invalid-request'],
  [
    'one that is too long',
    { answer: 'not-needed', reason: 'x'.repeat(501) },
    forum,
    'invalid-request',
  ],
  ['another answer', { answer: 'named', reason: 'Noor' }, forum, 'invalid-request'],
  [
    'a new owner in it',
    { answer: 'not-needed', reason: 'x', ownerId: noor },
    forum,
    'invalid-request',
  ],
  ['no id', { answer: 'not-needed', reason: 'x' }, 'forum', 'invalid-request'],
  [
    'a group that waits for none',
    { answer: 'not-needed', reason: 'x' },
    guidOf('group contoso Tender 2026'),
    'ownerless-group-not-found',
  ],
])('%s closes nothing', async (_, body, groupId, code) => {
  await graceLeaves()
  expect((await waive(ada, body, groupId)).body['code']).toBe(code)
  expect(await states()).toMatchObject([{ state: 'open' }])
})

test.each(['sam@contoso.com', 'noor@contoso.com', 'omar@outlook.example', 'yuki@adatum.com'])(
  '%s is no operator, and learns nothing',
  async (mail) => {
    await graceLeaves(proposingNoor)
    const visitor = await world.enter(mail)
    const answer = await visitor.call(listOwnerlessGroups, {})
    expect([answer.status, answer.body['code']]).toEqual([403, 'not-an-operator'])
    expect(JSON.stringify(answer.body)).not.toMatch(/Forum|Grace/)
    expect((await waive(visitor)).body['code']).toBe('not-an-operator')
    expect(await states()).toMatchObject([{ state: 'open' }])
  },
)

test('Ines is of another organization: what is of Contoso is not in her reach', async () => {
  await graceLeaves()
  const ines = await world.enter('ines@fabrikam.com', 'fabrikam')
  expect((await ines.call(listOwnerlessGroups, {})).body['code']).toBe('not-an-operator')
  const found = await world.portal.store.asOrganization(
    world.tenantIdOf('fabrikam') as OrganizationId,
    async (fabrikam) => fabrikam.selectFrom('ownerlessGroup').selectAll().execute(),
  )
  expect(found).toEqual([])
})

test('Ada is blocked since: her token opens nothing', async () => {
  await graceLeaves()
  await world.changeDirectory('PATCH', `/users/${idOf(ada)}`, { accountEnabled: false })
  expect((await list())['code']).toBe('blocked-here')
  expect((await waive()).body['code']).toBe('blocked-here')
})

test('a directory that does not answer closes nothing, and is told as what it is', async () => {
  await graceLeaves()
  await nameOwner(sam)
  const stop = world.fail({ path: '/v1.0/groups/*/owners', status: 403 })
  expect((await list())['code']).toBe('directory-refused')
  expect(await states()).toMatchObject([{ state: 'open' }])
  stop()
  expect(await list()).toMatchObject({ groups: [] })
})

test('of very many groups the oldest hundred are looked at, and the others are counted', async () => {
  const rows = Array.from({ length: 130 }, (_, place) => ({
    organizationId,
    groupId: (place === 0 ? forum : randomUUID()) as GroupId,
    leavingId: randomUUID(),
    since: new Date(Date.UTC(2026, 0, 1) + place),
  }))
  await world.portal.store.asOrganization(organizationId, async (contoso) =>
    contoso.insertInto('ownerlessGroup').values(rows).execute(),
  )
  // The forum has Grace, and the others do not exist.
  expect(await list()).toEqual({ groups: [], otherGroups: 30 })
  expect(await list()).toEqual({ groups: [], otherGroups: 0 })
  expect((await states()).filter(({ state }) => state === 'gone')).toHaveLength(129)
})

test('Grace comes back and leaves again: the group stands there once, since then', async () => {
  await graceLeaves()
  await world.changeDirectory('POST', `/directory/deletedItems/${graceId}/restore`)
  world.simulator.clock.advance(3 * 60_000)
  await graceLeaves(proposingNoor)
  expect(await states()).toMatchObject([{ state: 'named' }, { state: 'open' }])
  expect(await list()).toMatchObject({ groups: [{ proposed: { name: 'Noor Rahman' } }] })
})

test('back again, Grace reads whom she proposed and what became of it', async () => {
  await graceLeaves(proposingNoor)
  await waive()
  await world.changeDirectory('POST', `/directory/deletedItems/${graceId}/restore`)
  const visitor = await world.enter(grace)
  const { leavings } = (await visitor.call(getMyData, {})).body as { leavings: object[] }
  expect(leavings[0]).toMatchObject({
    proposedOwners: [{ group: 'Supplier Forum', person: 'Noor Rahman' }],
    ownerless: [
      {
        groupId: forum,
        group: 'Supplier Forum',
        state: 'not-needed',
        closedAt: expect.any(String) as string,
        reason: 'It ends in spring',
      },
    ],
  })
  const { body } = await visitor.call(listMyJournal, { query: {} })
  expect((body['entries'] as object[]).slice(0, 2)).toMatchObject([
    { act: 'waive-owner', group: 'Supplier Forum', actor: { kind: 'operator' } },
    { act: 'leave-organization' },
  ])
})

test('what is closed is let go of after 90 days, and what is open stays for as long as it is', async () => {
  const closedAt = new Date(world.simulator.clock.now().getTime() - 91 * 24 * 60 * 60_000)
  const rows = [
    { groupId: forum, state: 'open' },
    { groupId: randomUUID(), state: 'gone', closedAt },
    { groupId: randomUUID(), state: 'named', closedAt: world.simulator.clock.now() },
  ]
  await world.portal.store.asOrganization(organizationId, async (contoso) => {
    await contoso
      .insertInto('ownerlessGroup')
      .values(
        rows.map(({ groupId, ...row }) => ({
          organizationId,
          leavingId: randomUUID(),
          since: new Date('2026-01-01'),
          groupId: groupId as GroupId,
          ...row,
        })),
      )
      .execute()
    await addStep(contoso, {
      organizationId,
      kind: tidyKind,
      subjectId: organizationId,
      key: `tidy:${randomUUID()}`,
      urgency: urgency.patient,
    })
  })
  await world.portal.settle()
  const kept = (await states()).map(({ state }) => state)
  expect(kept.toSorted((one, other) => one.localeCompare(other))).toEqual(['named', 'open'])
})

test('once Grace is erased, the forum still has no owner, and nobody’s name is kept', async () => {
  await graceLeaves(proposingNoor)
  await world.portal.store.asOrganization(organizationId, async (contoso) =>
    eraseGuest(contoso, {
      organizationId,
      guestId: graceId,
      by: 'foyer',
      now: world.simulator.clock.now(),
    }),
  )
  const { groups } = (await list()) as { groups: object[] }
  expect(groups).toMatchObject([{ groupId: forum, proposed: { name: 'Noor Rahman' } }])
  expect(groups[0]).not.toHaveProperty('leftBy')
  expect(await states()).toMatchObject([{ guestId: null, state: 'open' }])
  const kept = async () => {
    const { rows } = await world.portal.store.asOrganization(organizationId, async (contoso) =>
      sql<{ kept: number }>`SELECT ((SELECT count(*) FROM guest_key WHERE guest_id = ${graceId})
        + (SELECT count(*) FROM ownerless_group WHERE words IS NOT NULL))::int AS kept`.execute(
        contoso,
      ),
    )
    return rows[0]?.kept
  }
  expect(await kept()).toBe(0)
  expect((await waive()).status).toBe(204)
  expect(await kept()).toBe(0)
  expect(await checkChain(world.portal.store as OwnedStore, organizationId)).toEqual([])
})
