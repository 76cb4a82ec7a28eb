import { randomBytes } from 'node:crypto'
import type { GroupId, OrganizationId } from '@foyer/contracts/ids'
import { checkInvitation } from '@foyer/contracts/invitation-check'
import { listMyJournal } from '@foyer/contracts/journal'
import {
  grantReturn,
  type LeftGuest,
  liftHold,
  listLeftGuests,
  placeHold,
  refuseReturn,
} from '@foyer/contracts/left-guest'
import { getMe } from '@foyer/contracts/me'
import { getMyData, type MyData } from '@foyer/contracts/my-data'
import type { Operation } from '@foyer/contracts/operation'
import { askToReturn, findWayBack, undoLeaving, type WayBack } from '@foyer/contracts/way-back'
import { startDeadline } from '@foyer/directory/deadline'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { syncOrganization } from '../src/projection/projection.ts'
import { findLeaving } from '../src/leaving/leaving.ts'
import { doneLeaving } from '../src/restoring/restoration.ts'
import { findOffer } from '../src/restoring/way-back.ts'
import type { Answer } from './support/call.ts'
import { forgetWork, idOf, leaveAfterSigningIn } from './support/leaving.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

const hourMs = 60 * 60_000
const reason = 'I left the wrong organization'

let world: World
let graceId: string
let token: string

beforeAll(async () => {
  // Contoso lets nobody take leaving back by themselves, so that Sam and Ada are asked.
  world = await openWorld({ world: 'optimist', declared: { contoso: { undoHours: 0 } } })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'contoso')
  await forgetWork(world, 'fabrikam')
  await syncOrganization(world.portal, world.tenantIdOf('contoso') as OrganizationId)
  graceId = idOf(await world.enter('grace@adatum.com'))
  token = await leaves('grace@adatum.com')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** @returns the address of the receipt. */
async function leaves(mail: string): Promise<string> {
  const { body } = await leaveAfterSigningIn(world, mail, 'contoso', 'Contoso')
  await world.portal.settle()
  return String(body['receipt']).replace('/receipts/', '')
}

const ask = async (body: { reason?: string } = { reason }) =>
  world.comeWith(undefined).call(askToReturn, { params: { token }, body })

async function wayBack(): Promise<WayBack> {
  const { status, body } = await world.comeWith(undefined).call(findWayBack, { params: { token } })
  if (status !== 200) throw new Error(`${status} ${String(body['code'])}`)
  return body as WayBack
}

async function leftGuests(visitor: Visitor): Promise<LeftGuest[]> {
  const { status, body } = await visitor.call(listLeftGuests, {})
  if (status !== 200) throw new Error(`${status} ${String(body['code'])}`)
  return body['guests'] as LeftGuest[]
}

/** What somebody of Contoso sees of Grace, and does about her. */
async function answerer(mail: string) {
  const visitor = await world.enter(mail)
  const act =
    (operation: Operation) =>
    async (body?: object): Promise<Answer> => {
      const params = { leavingId: await leavingId() }
      return visitor.call(operation, { params, ...(body ? { body } : {}) })
    }
  return {
    visitor,
    grant: async (body: { withoutGroups?: GroupId[]; note?: string } = {}) =>
      act(grantReturn)({ withoutGroups: [], ...body }),
    refuse: act(refuseReturn),
    hold: act(placeHold),
    lift: act(liftHold),
  }
}

const outcomeOf = ({ status, body }: Answer) => [status, body['code']]

async function leavingId(): Promise<string> {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  const row = await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction
      .selectFrom('leaving')
      .select('leavingId')
      .where('guestId', '=', graceId as never)
      .orderBy('askedAt', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return row.leavingId
}

async function mailsTo(address: string): Promise<{ subject: string; text: string }[]> {
  const reply = await fetch(`${world.simulator.url}/simulator/mails`)
  const mails = (await reply.json()) as { to: string; subject: string; text: string }[]
  return mails.filter(({ to }) => to === address)
}
const subjectsTo = async (address: string) => (await mailsTo(address)).map((mail) => mail.subject)

const groupsOfGrace = async () =>
  (
    await world.graph<{ value: { displayName: string }[] }>(
      `/users/${graceId}/memberOf/microsoft.graph.group?$select=displayName`,
    )
  ).value.map(({ displayName }) => displayName)

test('Grace asks to come back, Sam sees what would return and brings her back without one group', async () => {
  const before = await wayBack()
  expect(before).toEqual({ offer: 'ask', until: expect.any(String) as string })
  expect((await ask()).status).toBe(202)
  expect(await wayBack()).toMatchObject({ offer: 'ask', asking: { state: 'open', reason } })

  await world.portal.settle()
  const [mail] = (await mailsTo('sam@contoso.com')).filter(({ subject }) =>
    subject.includes('asks to come back'),
  )
  expect(mail?.subject).toBe('Grace Adeyemi asks to come back to Contoso')
  expect(mail?.text).toContain('/o/contoso/left-guests')
  // What somebody with the address of a receipt writes is not sent on in the organization's name.
  expect(mail?.text).not.toContain(reason)

  const sam = await answerer('sam@contoso.com')
  const [guest] = await leftGuests(sam.visitor)
  expect(guest).toMatchObject({
    guest: { name: 'Grace Adeyemi', mail: 'grace@adatum.com' },
    seenAs: 'sponsor',
    request: { state: 'open', reason },
  })
  const named = Object.fromEntries(
    (guest?.groups ?? []).map(({ name, canBeLeftOut }) => [name, canBeLeftOut]),
  )
  expect(named).toMatchObject({ 'Tender 2026': true, 'All Partners': false })
  const tender = guest?.groups.find(({ name }) => name === 'Tender 2026')

  const note = 'Welcome back. The tender is closed.'
  const withoutGroups = [tender?.groupId ?? ('' as GroupId)]
  expect((await sam.grant({ withoutGroups, note })).status).toBe(204)
  await world.portal.settle()
  expect(await wayBack()).toMatchObject({
    offer: 'none',
    because: 'there-again',
    asking: { state: 'granted', note },
    undoing: { state: 'done', lostSponsors: 0, lostGroups: 0 },
  })
  const groups = await groupsOfGrace()
  expect(groups).toContain('Harbour Redevelopment')
  expect(groups).not.toContain('Tender 2026')
  expect(await world.effects('user-restored')).toHaveLength(1)

  const grace = await world.enter('grace@adatum.com')
  expect((await grace.call(getMe, {})).status).toBe(200)
  const { body } = await grace.call(listMyJournal, { query: {} })
  expect(body['entries']).toMatchObject([
    { act: 'bring-back', outcome: 'done', actor: { kind: 'sponsor', name: 'Sam Okafor' } },
    { act: 'ask-to-return', outcome: 'asked', actor: { kind: 'guest' } },
    { act: 'leave-organization', outcome: 'done' },
  ])
  await world.portal.settle()
  expect(await subjectsTo('grace@adatum.com')).toContain('You are a guest at Contoso again')
  expect(await leftGuests(sam.visitor)).toEqual([])
})

test('what Foyer cannot leave out is told to Sam, and she is back all the same', async () => {
  await ask()
  const sam = await answerer('sam@contoso.com')
  const [guest] = await leftGuests(sam.visitor)
  const tender = guest?.groups.find(({ name }) => name === 'Tender 2026')
  world.fail({ method: 'DELETE', path: '/v1.0/groups/*', status: 403 })
  expect((await sam.grant({ withoutGroups: [tender?.groupId ?? ('' as GroupId)] })).status).toBe(
    204,
  )
  await world.portal.settle()
  expect(await wayBack()).toMatchObject({ undoing: { state: 'done', lostGroups: 0 } })
  expect(await groupsOfGrace()).toContain('Tender 2026')
  await world.portal.settle()
  const [mail] = (await mailsTo('sam@contoso.com')).filter(({ subject }) =>
    subject.includes('is a guest at Contoso again'),
  )
  expect(mail?.text).toContain('One group that was not wanted back')
})

test('Ada, an operator, sees everybody who left, and refuses with a note that Grace reads', async () => {
  await ask()
  const ada = await answerer('ada@contoso.com')
  expect(await leftGuests(ada.visitor)).toMatchObject([
    { seenAs: 'operator', request: { state: 'open' } },
  ])
  const note = 'The project has ended.'
  expect((await ada.refuse({ note })).status).toBe(204)
  expect(await wayBack()).toMatchObject({
    offer: 'administrator',
    asking: { state: 'refused', note },
  })
  // No is an answer: she writes to them, and does not ask by Foyer again.
  expect(outcomeOf(await ask())).toEqual([409, 'return-not-offered'])
  expect(outcomeOf(await ada.grant())).toEqual([409, 'return-not-asked'])
  await world.portal.settle()
  const [mail] = (await mailsTo('grace@adatum.com')).filter(({ subject }) =>
    subject.includes('does not bring you back'),
  )
  expect(mail?.text).toContain('They left you a note')
  expect(mail?.text).not.toContain(note)
  expect(await world.effects('user-restored')).toEqual([])
})

test('who answers for nobody there learns of nobody', async () => {
  await ask()
  const noor = await answerer('noor@contoso.com')
  expect(await leftGuests(noor.visitor)).toEqual([])
  for (const answer of [await noor.grant(), await noor.refuse({}), await noor.hold({ reason })]) {
    expect(outcomeOf(answer)).toEqual([404, 'left-guest-not-found'])
  }
  const omar = await answerer('omar@outlook.example')
  expect(outcomeOf(await omar.visitor.call(listLeftGuests, {}))).toEqual([403, 'not-answerable'])
  expect(outcomeOf(await omar.grant())).toEqual([403, 'not-answerable'])
  // Ines vouches for Grace too, and elsewhere.
  const ines = await world.enter('ines@fabrikam.com', 'fabrikam')
  const foreign = { params: { leavingId: await leavingId() }, body: { withoutGroups: [] } }
  expect(outcomeOf(await ines.call(grantReturn, foreign))).toEqual([404, 'left-guest-not-found'])
  expect(await wayBack()).toMatchObject({ asking: { state: 'open' } })
})

test('Sam is blocked meanwhile: he answers nothing any more', async () => {
  await ask()
  const sam = await answerer('sam@contoso.com')
  await world.changeDirectory('PATCH', `/users/${idOf(sam.visitor)}`, { accountEnabled: false })
  expect(outcomeOf(await sam.grant())).toEqual([403, 'blocked-here'])
  expect(outcomeOf(await sam.visitor.call(listLeftGuests, {}))).toEqual([403, 'blocked-here'])
})

test('Sam holds her out with a reason: her request ends, and nobody brings her back by Foyer', async () => {
  await ask()
  const sam = await answerer('sam@contoso.com')
  const held = { reason: 'She works for a competitor now' }
  expect((await sam.hold(held)).status).toBe(204)
  expect(await wayBack()).toMatchObject({
    offer: 'none',
    because: 'held',
    asking: { state: 'refused' },
  })
  // Why, is between them.
  expect(JSON.stringify(await wayBack())).not.toContain(held.reason)
  expect(await leftGuests(sam.visitor)).toMatchObject([
    { hold: { ...held, placedBy: 'Sam Okafor' } },
  ])
  expect((await sam.lift()).status).toBe(204)
  expect((await sam.lift()).status).toBe(204)
  expect(await wayBack()).toMatchObject({ offer: 'administrator' })
  const { body } = await (await answerer('ada@contoso.com')).visitor.call(listLeftGuests, {})
  expect(body['guests']).toMatchObject([{ request: { state: 'refused' } }])
})

test('a hold that comes between the grant and the act stops it', async () => {
  await ask()
  const sam = await answerer('sam@contoso.com')
  expect((await sam.grant()).status).toBe(204)
  const ada = await answerer('ada@contoso.com')
  expect((await ada.hold({ reason: 'Ask me first' })).status).toBe(204)
  await world.portal.settle()
  expect(await world.effects('user-restored')).toEqual([])
  expect(await wayBack()).toMatchObject({ undoing: { state: 'refused', because: 'held' } })
})

test('a request that comes in at the moment of a hold is granted by nobody while it stands', async () => {
  await ask()
  const sam = await answerer('sam@contoso.com')
  await sam.hold({ reason: 'Ask me first' })
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction.updateTable('returnRequest').set({ state: 'open' }).execute(),
  )
  expect(outcomeOf(await sam.grant())).toEqual([409, 'return-not-possible'])
  await sam.lift()
  expect((await sam.grant()).status).toBe(204)
})

test('while a hold stands, nobody undoes their own leaving either', async () => {
  const { body } = await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  await world.portal.settle()
  const atFabrikam = { params: { token: String(body['receipt']).replace('/receipts/', '') } }
  const nobody = world.comeWith(undefined)
  expect((await nobody.call(findWayBack, atFabrikam)).body).toMatchObject({ offer: 'undo' })
  const ines = await world.enter('ines@fabrikam.com', 'fabrikam')
  const [guest] = await leftGuests(ines)
  const params = { leavingId: guest?.leavingId ?? '' }
  await ines.call(placeHold, { params, body: { reason: 'Ask me first' } })
  expect(outcomeOf(await nobody.call(undoLeaving, atFabrikam))).toEqual([409, 'undo-not-offered'])
})

const askedOf = async (guest: string) => {
  const reply = await fetch(`${world.simulator.url}/simulator/mails`)
  const mails = (await reply.json()) as { to: string; subject: string; text: string }[]
  return mails.filter(({ subject }) => subject === `${guest} asks to come back to Contoso`)
}

test('a group that vouches answers nothing, so it is not asked', async () => {
  token = await leaves('omar@outlook.example')
  await ask()
  await world.portal.settle()
  expect((await askedOf('Omar Haddad')).map(({ to }) => to)).toEqual(['sam@contoso.com'])
})

test('a group that hides its members is only counted for whoever vouched', async () => {
  const { body } = await leaveAfterSigningIn(world, 'mei@gmail.example', 'fabrikam', 'Fabrikam')
  await world.portal.settle()
  token = String(body['receipt']).replace('/receipts/', '')
  world.simulator.clock.advance(73 * hourMs)
  await ask()
  const [mei] = await leftGuests(await world.enter('ines@fabrikam.com', 'fabrikam'))
  const names = mei?.groups.map(({ name }) => name)
  expect(names).toContain('Winter Works')
  expect(names).not.toContain('Wellbeing Circle')
  expect(mei?.otherGroups).toBe(1)
})

test('where nobody vouched, the contact for privacy is told that an operator decides', async () => {
  const omarId = idOf(await world.enter('omar@outlook.example'))
  const { value } = await world.graph<{ value: { id: string }[] }>(`/users/${omarId}/sponsors`)
  for (const { id } of value) {
    await world.changeDirectory('DELETE', `/users/${omarId}/sponsors/${id}/$ref`)
  }
  token = await leaves('omar@outlook.example')
  await ask()
  await world.portal.settle()
  const [mail, ...more] = await askedOf('Omar Haddad')
  expect([mail?.to, more]).toEqual(['privacy@contoso.com', []])
  expect(mail?.text).toContain('an operator decides')
  const seenBy = async (who: string) =>
    (await leftGuests(await world.enter(who))).map(({ guest }) => guest.name)
  expect(await seenBy('ada@contoso.com')).toContain('Omar Haddad')
  expect(await seenBy('sam@contoso.com')).not.toContain('Omar Haddad')
})

test('asked and answered twice, at once: asked once, answered once', async () => {
  const asked = await Promise.all([ask(), ask(), ask()])
  expect(asked.map(({ status }) => status)).toEqual([202, 202, 202])
  expect(new Set(asked.map(({ body }) => body['askedAt'])).size).toBe(1)
  const [sam, ada] = [await answerer('sam@contoso.com'), await answerer('ada@contoso.com')]
  const answers = await Promise.all([sam.grant(), ada.refuse({}), sam.refuse({}), ada.grant()])
  expect(answers.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(3)
  await world.portal.settle()
  expect((await world.effects('user-restored')).length).toBeLessThanOrEqual(1)
  const asking = await mailsTo('sam@contoso.com')
  expect(asking.filter(({ subject }) => subject.includes('asks to come back'))).toHaveLength(1)
})

test('whom an administrator erased or brought back meanwhile, nobody brings back', async () => {
  await ask()
  const sam = await answerer('sam@contoso.com')
  await world.changeDirectory('POST', `/directory/deletedItems/${graceId}/restore`, {})
  expect(outcomeOf(await sam.grant())).toEqual([409, 'return-not-possible'])
  world.simulator.clock.advance(hourMs)
  await world.changeDirectory('DELETE', `/users/${graceId}`)
  expect(outcomeOf(await sam.grant())).toEqual([409, 'return-not-possible'])
  expect(await wayBack()).toMatchObject({ offer: 'none', because: 'removed-by-others' })
  expect(outcomeOf(await ask())).toEqual([202, undefined])
})

test('after a week without an answer Sam is told once more, and no more after that', async () => {
  await ask()
  const again = async () => {
    await world.portal.settle()
    await world.portal.settle()
    const subjects = await subjectsTo('sam@contoso.com')
    return subjects.filter((subject) => subject.includes('still waits')).length
  }
  world.simulator.clock.advance(6 * 24 * hourMs)
  expect(await again()).toBe(0)
  world.simulator.clock.advance(2 * 24 * hourMs)
  expect(await again()).toBe(1)
  world.simulator.clock.advance(2 * 24 * hourMs)
  expect(await again()).toBe(1)
})

test('after 30 days there is nobody to ask, and a request that nobody answered has lapsed', async () => {
  await ask()
  world.simulator.clock.advance(31 * 24 * hourMs)
  await world.portal.settle()
  expect(await wayBack()).toMatchObject({ because: 'erased', asking: { state: 'lapsed' } })
  await world.portal.settle()
  const subjects = await subjectsTo('grace@adatum.com')
  expect(subjects).toContain('Nobody at Contoso has answered you')
  const sam = await answerer('sam@contoso.com')
  expect(await leftGuests(sam.visitor)).toEqual([])
  expect(outcomeOf(await sam.grant())).toEqual([409, 'return-not-possible'])
})

test('where Foyer cannot restore, nobody is asked by it', async () => {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  const id = await leavingId()
  const leaving = doneLeaving(
    await world.portal.store.asOrganization(organizationId, async (transaction) =>
      findLeaving(transaction, id),
    ),
  )
  const offer = await findOffer(
    world.portal.directory.of(organizationId, startDeadline(2_000)),
    { leaving, isHeld: false, request: undefined },
    { undoHours: 72, identities: {} },
    world.simulator.clock.now(),
  )
  expect(offer).toMatchObject({ offer: 'administrator' })
})

test.each([
  ['a reason of nothing', { reason: '' }],
  ['a reason too long', { reason: 'x'.repeat(501) }],
  ['something else', { because: 'x' }],
])('%s is no request', async (_, body) => {
  expect(outcomeOf(await ask(body as { reason: string }))).toEqual([400, 'invalid-request'])
  expect(await wayBack()).not.toHaveProperty('asking')
})

test('an address that nobody was given asks nothing, and a directory that fails asks nobody', async () => {
  const params = { token: randomBytes(32).toString('base64url') }
  const answer = await world.comeWith(undefined).call(askToReturn, { params, body: {} })
  expect(outcomeOf(answer)).toEqual([404, 'receipt-not-found'])
  const heal = world.fail({ path: '/v1.0/directory/deletedItems/*', status: 503 })
  expect((await ask()).status).toBeGreaterThanOrEqual(502)
  heal()
  expect(await wayBack()).not.toHaveProperty('asking')
})

test('what was asked and answered stands in what she downloads, a hold with its reason', async () => {
  await ask()
  const sam = await answerer('sam@contoso.com')
  await sam.grant({ note: 'Welcome back' })
  await world.portal.settle()
  await sam.hold({ reason: 'Not again' })
  const grace = await world.enter('grace@adatum.com')
  const { leavings } = (await grace.call(getMyData, {})).body as MyData
  expect(leavings[0]).toMatchObject({
    request: { state: 'granted', reason, note: 'Welcome back' },
    hold: { reason: 'Not again' },
  })
})

test('whoever would invite Grace anew reads who can bring her back', async () => {
  const restorableBy = async (mail: string) => {
    const visitor = await world.enter(mail)
    const { body } = await visitor.call(checkInvitation, { body: { mail: 'grace@adatum.com' } })
    const { known } = body as { known?: { kind: string; restorableBy?: string } }
    return [known?.kind, known?.restorableBy]
  }
  expect(await restorableBy('sam@contoso.com')).toEqual(['removed-guest', 'caller'])
  expect(await restorableBy('ada@contoso.com')).toEqual(['removed-guest', 'caller'])
  // Noor vouched for her never.
  expect(await restorableBy('noor@contoso.com')).toEqual(['removed-guest', 'administrator'])
})
