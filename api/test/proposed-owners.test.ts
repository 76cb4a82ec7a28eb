import { randomUUID } from 'node:crypto'
import { leaveOrganization, type ProposedOwner } from '@foyer/contracts/departure'
import type { OrganizationId } from '@foyer/contracts/ids'
import { guidOf } from '@foyer/simulator/world/guid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetWork, idOf, leave, receiptOf } from './support/leaving.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

const grace = 'grace@adatum.com'
const forum = guidOf('group contoso Supplier Forum')
const tender = guidOf('group contoso Tender 2026')
const noor = guidOf('user contoso noor@contoso.com')
const sam = guidOf('user contoso sam@contoso.com')

let world: World

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'contoso')
})
afterAll(async () => world[Symbol.asyncDispose]())

/** One press of the button with these proposals. */
async function press(
  visitor: Visitor,
  proposedOwners: readonly object[],
  more: { challenge?: string; key?: string } = {},
) {
  const { key = randomUUID(), ...challenge } = more
  const body = {
    confirmation: 'Contoso',
    ...challenge,
    proposedOwners: proposedOwners as ProposedOwner[],
  }
  return visitor.call(leaveOrganization, { body, key })
}

/** The whole way, with one proposal for the forum. */
async function leavesProposing(personId: string, meanwhile = async () => {}) {
  const proposals = [{ groupId: forum, personId }]
  const { body } = await press(await world.enter(grace), proposals)
  const challenge = String(body['challenge'])
  const accepted = await press(await world.enter(grace), proposals, { challenge })
  await meanwhile()
  return accepted
}

const codeOf = async (answer: Promise<{ body: Readonly<Record<string, unknown>> }>) =>
  (await answer).body['code']

async function leavings() {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  return world.portal.store.asOrganization(organizationId, async (contoso) =>
    contoso.selectFrom('leaving').select(['proposedOwners', 'ownedAlone', 'words']).execute(),
  )
}
async function groups() {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  return world.portal.store.asOrganization(organizationId, async (contoso) =>
    contoso.selectFrom('ownerlessGroup').select(['groupId', 'proposedId', 'state']).execute(),
  )
}
async function mailTo(address: string): Promise<string> {
  const reply = await fetch(`${world.simulator.url}/simulator/mails`)
  const mails = (await reply.json()) as { to: string; text: string }[]
  return mails.find(({ to }) => to === address)?.text ?? ''
}

test('Grace proposes Noor for the forum: it is kept by ids, and Sam is told', async () => {
  expect(await receiptOf(world, await leavesProposing(noor))).toMatchObject({ state: 'done' })
  expect(await groups()).toEqual([{ groupId: forum, proposedId: noor, state: 'open' }])
  const [leaving] = await leavings()
  expect(leaving).toMatchObject({
    proposedOwners: [{ groupId: forum, personId: noor }],
    ownedAlone: [forum],
  })
  // Names are sealed.
  expect(Buffer.from(leaving?.words ?? []).toString('latin1')).not.toContain('Noor')
  expect(await mailTo('sam@contoso.com')).toContain(
    'For Supplier Forum Grace Adeyemi proposes Noor Rahman as the new owner.',
  )
})

test('who proposes nobody leaves as before, and the group is kept without a proposal', async () => {
  const { body } = await leave(await world.enter(grace), 'Contoso')
  const again = await leave(await world.enter(grace), 'Contoso', String(body['challenge']))
  expect(await receiptOf(world, again)).toMatchObject({ state: 'done' })
  expect(await groups()).toEqual([{ groupId: forum, proposedId: null, state: 'open' }])
  expect(await mailTo('sam@contoso.com')).not.toContain('proposes')
})

test('an id in capitals is the same one', async () => {
  const proposals = [{ groupId: forum.toUpperCase(), personId: noor.toUpperCase() }]
  expect(await codeOf(press(await world.enter(grace), proposals))).toBe('sign-in-too-old')
})

test.each([
  ['a group of which she is only a member', { groupId: tender, personId: noor }],
  ['a group that does not exist', { groupId: randomUUID(), personId: noor }],
  ['somebody who does not exist', { groupId: forum, personId: randomUUID() }],
  [
    'somebody of Contoso who is not in it',
    { groupId: forum, personId: guidOf('user contoso ada@contoso.com') },
  ],
])('%s is proposed to nobody, before any sign-in is asked for', async (_, proposal) => {
  expect(await codeOf(press(await world.enter(grace), [proposal]))).toBe('owner-not-possible')
  expect(await leavings()).toEqual([])
})

test('nor is herself, a guest in it, an external member, or an internal guest', async () => {
  const visitor = await world.enter(grace)
  const { value } = await world.graph<{ value: { id: string; userType: string }[] }>(
    `/groups/${forum}/members/microsoft.graph.user?$select=id,userType`,
  )
  const guest = value.find(({ id, userType }) => userType === 'Guest' && id !== idOf(visitor))
  const yuki = idOf(await world.enter('yuki@adatum.com'))
  const tom = idOf(await world.enter('tom@contoso.com'))
  for (const id of [yuki, tom]) {
    await world.changeDirectory('POST', `/groups/${forum}/members/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
    })
  }
  for (const personId of [idOf(visitor), guest?.id ?? '', yuki, tom]) {
    const proposal = { groupId: forum, personId }
    expect(await codeOf(press(visitor, [proposal]))).toBe('owner-not-possible')
  }
})

test('nor is one of Contoso who is blocked', async () => {
  await world.changeDirectory('PATCH', `/users/${noor}`, { accountEnabled: false })
  const proposal = { groupId: forum, personId: noor }
  expect(await codeOf(press(await world.enter(grace), [proposal]))).toBe('owner-not-possible')
})

test('two are not proposed for one group, nor one of them twice', async () => {
  const visitor = await world.enter(grace)
  const one = { groupId: forum, personId: noor }
  for (const other of [one, { groupId: forum, personId: sam }]) {
    expect(await codeOf(press(visitor, [one, other]))).toBe('owner-not-possible')
  }
})

test('a list that is empty, or too long, or holds something else is no request', async () => {
  const visitor = await world.enter(grace)
  const one = { groupId: forum, personId: noor }
  const wrong = [[], Array.from({ length: 21 }, () => one), [{ ...one, role: 'owner' }], [{}]]
  for (const proposals of wrong) {
    expect(await codeOf(press(visitor, proposals))).toBe('invalid-request')
  }
})

test('where guests see no names of groups, nobody is proposed', async () => {
  await using restricted = await openWorld({
    world: 'optimist',
    declared: { contoso: { guestAccess: 'restricted' } },
  })
  const visitor = await restricted.enter(grace)
  const proposal = { groupId: forum, personId: noor }
  expect(await codeOf(press(visitor, [proposal]))).toBe('owner-not-possible')
})

test('a directory that does not tell who is in the group refuses nobody for ever', async () => {
  world.fail({ path: '/v1.0/groups/*/members/*', status: 503 })
  const answer = press(await world.enter(grace), [{ groupId: forum, personId: noor }])
  expect(await codeOf(answer)).toBe('directory-failed')
})

test('Noor leaves the group between the two presses: the second is refused', async () => {
  const proposals = [{ groupId: forum, personId: noor }]
  const { body } = await press(await world.enter(grace), proposals)
  await world.changeDirectory('DELETE', `/groups/${forum}/members/${noor}/$ref`)
  const challenge = String(body['challenge'])
  const answer = press(await world.enter(grace), proposals, { challenge })
  expect(await codeOf(answer)).toBe('owner-not-possible')
  expect(await leavings()).toEqual([])
})

test('another request under the same key is another request, whoever it proposes', async () => {
  const key = randomUUID()
  const { body } = await press(await world.enter(grace), [{ groupId: forum, personId: noor }])
  const more = { key, challenge: String(body['challenge']) }
  const visitor = await world.enter(grace)
  const first = await press(visitor, [{ groupId: forum, personId: noor }], more)
  expect(first.status).toBe(202)
  const other = press(visitor, [{ groupId: forum, personId: sam }], more)
  expect(await codeOf(other)).toBe('idempotency-key-reused')
})

test('the forum gets an owner before the work begins: then it has lost none', async () => {
  const accepted = await leavesProposing(noor, async () =>
    world.changeDirectory('POST', `/groups/${forum}/owners/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/users/${sam}`,
    }),
  )
  expect(await receiptOf(world, accepted)).toMatchObject({ state: 'done' })
  expect(await groups()).toEqual([])
  expect(await mailTo('sam@contoso.com')).toContain('You need do nothing.')
  expect(await mailTo('sam@contoso.com')).not.toContain('proposes')
})

test('the forum is deleted before the work begins: then it has lost none', async () => {
  const accepted = await leavesProposing(noor, async () =>
    world.changeDirectory('DELETE', `/groups/${forum}`),
  )
  expect(await receiptOf(world, accepted)).toMatchObject({ state: 'done' })
  expect(await groups()).toEqual([])
})

test('Contoso makes Grace a member meanwhile: she stays, and the forum has its owner', async () => {
  const accepted = await leavesProposing(noor, async () =>
    world.changeDirectory('PATCH', `/users/${idOf(await world.enter(grace))}`, {
      userType: 'Member',
    }),
  )
  expect(await receiptOf(world, accepted)).toMatchObject({ state: 'refused' })
  expect(await groups()).toEqual([])
})

test('who owns what cannot be told: in doubt every group of hers is kept', async () => {
  const accepted = await leavesProposing(noor, async () => {
    world.fail({ path: '/v1.0/groups/*/owners', organization: 'contoso', status: 403 })
  })
  expect(await receiptOf(world, accepted)).toMatchObject({ state: 'done' })
  expect(await groups()).toEqual([{ groupId: forum, proposedId: noor, state: 'open' }])
})
