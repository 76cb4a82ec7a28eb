import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import {
  answerSuccession,
  askForSponsor,
  getMySuccession,
  getSuccession,
  listMySuccessions,
  listSuccessions,
  openSuccession,
  type SuccessionAsk,
  withdrawSponsorWish,
  withdrawSuccession,
} from '@foyer/contracts/succession'
import { listGuests } from '@foyer/contracts/guest'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Answer } from './support/call.ts'
import { mailsTo } from './support/exit.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type World } from './support/world.ts'

// Who vouches for a guest of Contoso next: asked of one person after the other, and true by their yes.

let world: World
let contoso: UnderPolicy
let guestId: PersonId

const sam = 'sam@contoso.com'
const noor = 'noor@contoso.com'
const ada = 'ada@contoso.com'
const jonas = 'jonas@contoso.com'
const lena = 'lena@atelier-vogel.example'
const outcomeOf = ({ status, body }: Answer) => [status, body['code']]
const dayMs = 24 * 60 * 60_000

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await sweepAnew()
  await contoso.begin()
  world.simulator.scopeRoles('contoso')
  guestId = (await contoso.find(await world.enter(sam), lena)).guestId
})
afterAll(async () => world[Symbol.asyncDispose]())

const idOf = async (mail: string) =>
  (await world.graph<{ value: readonly { id: string }[] }>(`/users?$filter=mail eq '${mail}'`))
    .value[0]?.id ?? ''

const sponsors = async (id: string = guestId) =>
  (
    await world.graph<{ value: readonly { displayName: string }[] }>(`/users/${id}/sponsors`)
  ).value.map(({ displayName }) => displayName)

async function open(
  body: { cause?: 'handed-over' | 'not-my-guest'; to?: string; note?: string },
  by = sam,
) {
  const visitor = await world.enter(by)
  const input = { params: { guestId }, body: { cause: 'handed-over' as const, ...body } }
  const answer = await visitor.call(openSuccession, input)
  await world.portal.settle()
  return answer
}

async function askedOf(mail: string): Promise<readonly SuccessionAsk[]> {
  const { body } = await (await world.enter(mail)).call(listMySuccessions, {})
  return (body as unknown as { asked: readonly SuccessionAsk[] }).asked
}

/** As the page does it: asked, signed in anew, and sent again with the challenge. */
async function answer(mail: string, accepts: boolean, successionId?: string) {
  const id = successionId ?? (await askedOf(mail))[0]?.successionId ?? guestId
  const input = { params: { successionId: id }, body: { accepts } }
  const first = await (await world.enter(mail)).call(answerSuccession, input)
  if (first.body['code'] !== 'sign-in-too-old') return first
  const challenge = String(first.body['challenge'])
  return (await world.enter(mail)).call(answerSuccession, {
    ...input,
    body: { accepts, challenge },
  })
}

async function stateOf(by = ada): Promise<Record<string, unknown>> {
  const { body } = await (await world.enter(by)).call(getSuccession, { params: { guestId } })
  return (body['succession'] ?? {}) as Record<string, unknown>
}

async function pass(ms: number): Promise<void> {
  world.simulator.clock.advance(ms)
  await world.portal.settle()
}

test('Sam hands Lena over to Noor, who sees no more than it takes, and vouches as soon as she accepts', async () => {
  const opened = await open({ to: 'Noor@Contoso.com', note: 'I change to another harbour' })
  expect([opened.status, opened.body['state']]).toEqual([200, 'open'])
  expect(await open({ to: noor })).toMatchObject({
    status: 200,
    body: { successionId: opened.body['successionId'] },
  })
  const [asked, ...others] = await askedOf(noor)
  expect(others).toEqual([])
  expect(asked).toMatchObject({
    guest: 'Lena Vogel',
    company: 'Atelier Vogel',
    askedBy: 'Sam Okafor',
    note: 'I change to another harbour',
    state: 'asked',
  })
  const [mail] = await mailsTo(world, noor)
  expect(mail?.subject).toBe('Will you vouch for Lena Vogel at Contoso?')
  expect(mail?.text).toContain('/o/contoso/asked')
  expect(Object.keys(asked ?? {})).not.toContain('guestId')
  // Nobody has any power by being asked.
  expect((await (await world.enter(noor)).call(listGuests, {})).body['guests']).toEqual([])
  expect(await sponsors()).toEqual(['Sam Okafor'])

  expect((await answer(noor, true)).status).toBe(204)
  expect((await answer(noor, true, asked?.successionId)).status).toBe(204)
  await world.portal.settle()
  expect(await sponsors()).toEqual(['Noor Rahman'])
  expect(await stateOf()).toMatchObject({ state: 'accepted' })
  expect(await askedOf(noor)).toEqual([])
  const { body } = await (await world.enter(noor)).call(listGuests, {})
  expect(body['guests']).toMatchObject([{ name: 'Lena Vogel' }])
  expect((await world.effects('sponsor-added')).length).toBe(1)
  expect((await mailsTo(world, lena)).map(({ subject }) => subject)).toEqual([
    'Noor Rahman vouches for you at Contoso now',
  ])
  expect((await mailsTo(world, sam)).map(({ subject }) => subject)).toEqual([
    'Noor Rahman vouches for Lena Vogel now',
  ])
})

test('a guest, whoever is blocked, oneself and nobody cannot take over; nor does a stranger ask', async () => {
  await world.changeDirectory('PATCH', `/users/${await idOf(jonas)}`, { accountEnabled: false })
  for (const to of [
    lena,
    'grace@adatum.com',
    jonas,
    sam,
    'yuki@adatum.com',
    'nobody@contoso.com',
  ]) {
    expect((await open({ to })).body['code']).toBe('successor-not-possible')
  }
  expect((await open({ to: ada }, noor)).body['code']).toBe('guest-not-found')
  expect((await open({ to: sam }, ada)).status).toBe(200)
})

test('silence moves the question and no power: who was silent may still accept, who declined may not', async () => {
  // Noor owns a group that Lena is in: she is the next by evidence.
  const group = await makeGroup('Façades', noor)
  await world.changeDirectory('POST', `/groups/${group}/members/$ref`, referenceTo(guestId))
  await open({ to: jonas })
  expect((await askedOf(noor)).length).toBe(0)
  await pass(6 * dayMs)
  expect((await askedOf(noor)).length).toBe(0)
  await pass(2 * dayMs)
  expect(await askedOf(noor)).toMatchObject([{ guest: 'Lena Vogel' }])
  expect((await askedOf(noor))[0]?.group).toBeTruthy()
  expect(await sponsors()).toEqual(['Sam Okafor'])
  const [{ successionId } = { successionId: '' }] = await askedOf(noor)
  expect((await answer(noor, false)).status).toBe(204)
  expect((await answer(noor, false, successionId)).status).toBe(204)
  expect((await answer(noor, true, successionId)).body['code']).toBe('succession-not-asked')
  await world.portal.settle()
  // Nobody is left, so operators decide.
  expect(await stateOf()).toMatchObject({ state: 'exhausted', because: 'nobody-left' })
  const listed = await (await world.enter(ada)).call(listSuccessions, {})
  const all = listed.body['successions'] as { guest: string }[]
  expect(all.filter(({ guest }) => guest === 'Lena Vogel')).toMatchObject([{ state: 'exhausted' }])
  expect((await answer(jonas, true, successionId)).body['code']).toBe('succession-not-asked')
  expect(await sponsors()).toEqual(['Sam Okafor'])
})

test('of two who accept, one vouches; taken back, nobody is asked any more', async () => {
  const group = await makeGroup('Façades', noor)
  await world.changeDirectory('POST', `/groups/${group}/members/$ref`, referenceTo(guestId))
  await open({ to: jonas })
  await pass(8 * dayMs)
  const [{ successionId } = { successionId: '' }] = await askedOf(noor)
  const both = [await answer(jonas, true, successionId), await answer(noor, true, successionId)]
  expect(both.map(({ status }) => status)).toEqual([204, 404])
  await world.portal.settle()
  expect(await sponsors()).toEqual(['Jonas Weber'])

  guestId = (await contoso.find(await world.enter(sam), 'omar@outlook.example')).guestId
  await open({ to: noor })
  const take = async (by: string) =>
    (await world.enter(by)).call(withdrawSuccession, { params: { guestId } })
  const mayTake = async (by: string) =>
    (await (await world.enter(by)).call(getSuccession, { params: { guestId } })).body['mayTakeBack']
  const jonasId = await idOf(jonas)
  await world.changeDirectory('POST', `/users/${guestId}/sponsors/$ref`, referenceTo(jonasId))
  // It is taken back by who asks, and by operators; not by everybody who vouches.
  expect([await mayTake(sam), await mayTake(ada), await mayTake(jonas)]).toEqual([
    true,
    true,
    false,
  ])
  expect((await take(jonas)).body['code']).toBe('succession-under-way')
  expect((await take(sam)).status).toBe(204)
  expect(await mayTake(sam)).toBe(false)
  expect((await take(sam)).status).toBe(204)
  expect(await askedOf(noor)).toEqual([])
  expect((await answer(noor, true)).body['code']).toBe('succession-not-asked')
})

test('whoever is blocked, or hands over what is theirs no more, by the time it is written changes nothing', async () => {
  await open({ to: noor })
  await answerWithout(async () => {
    await world.changeDirectory('PATCH', `/users/${await idOf(noor)}`, { accountEnabled: false })
  })
  expect(await sponsors()).toEqual(['Sam Okafor'])
  expect(await stateOf()).toMatchObject({ state: 'exhausted' })

  await world.changeDirectory('PATCH', `/users/${await idOf(noor)}`, { accountEnabled: true })
  await open({ to: noor })
  await answerWithout(async () => {
    const path = `/users/${guestId}/sponsors/${await idOf(sam)}/$ref`
    await world.changeDirectory('DELETE', path)
  })
  expect(await sponsors()).toEqual([])
  expect(await stateOf()).toMatchObject({ state: 'ended', because: 'no-longer-sponsor' })
})

test('at five, who hands over makes room; nobody else is touched, and a directory that fails is asked again', async () => {
  const others = await world.graph<{ value: readonly { id: string }[] }>(
    "/users?$filter=userType eq 'Member'&$select=id&$top=20",
  )
  const already = [await idOf(sam), await idOf(noor)]
  const more = others.value.filter(({ id }) => !already.includes(id)).slice(0, 4)
  expect(more.length).toBeGreaterThanOrEqual(2)
  const groups = await Promise.all(
    Array.from({ length: 4 - more.length }, async (_, place) => makeGroup(`Desk ${place}`, sam)),
  )
  for (const id of [...more.map((each) => each.id), ...groups]) {
    await world.changeDirectory('POST', `/users/${guestId}/sponsors/$ref`, referenceTo(id))
  }
  const before = await sponsors()
  expect(before.length).toBe(5)
  await open({ to: noor })
  await answer(noor, true)
  await world.portal.settle()
  const after = await sponsors()
  expect(new Set(after)).toEqual(
    new Set([...before.filter((name) => name !== 'Sam Okafor'), 'Noor Rahman']),
  )
})

test('an answer of the directory that is lost, or a directory that is down, costs nothing and writes once', async () => {
  await open({ to: noor })
  world.fail({ method: 'POST', path: '/v1.0/users/*/sponsors/$ref', drop: 'after', count: 1 })
  const down = world.fail({ method: 'DELETE', path: '/v1.0/users/*/sponsors/*', status: 503 })
  await answer(noor, true)
  await world.portal.settle()
  // Both vouch rather than nobody.
  expect(new Set(await sponsors())).toEqual(new Set(['Sam Okafor', 'Noor Rahman']))
  expect(await stateOf()).toMatchObject({ state: 'accepting' })
  down()
  await world.portal.settle()
  expect(await sponsors()).toEqual(['Noor Rahman'])
  expect(await stateOf()).toMatchObject({ state: 'accepted' })
  expect(await world.effects('sponsor-added')).toHaveLength(1)
})

test('where the keeper may not write who vouches, operators see it and nobody stops vouching', async () => {
  world.simulator.choose({
    unitScopedKeeper: { delete: 'allowed', restore: 'allowed', sponsors: 'refused' },
  })
  await open({ to: noor })
  await answer(noor, true)
  await world.portal.settle()
  expect(await stateOf()).toMatchObject({ state: 'exhausted', because: 'directory-refused' })
  expect(await sponsors()).toEqual(['Sam Okafor'])
})

test('“not my guest” asks by evidence, and Sam answers for Lena until somebody accepts', async () => {
  await setManager(sam, noor)
  await open({ cause: 'not-my-guest' })
  expect(await askedOf(noor)).toMatchObject([{ cause: 'not-my-guest', guest: 'Lena Vogel' }])
  await answer(noor, true)
  await world.portal.settle()
  expect(await sponsors()).toEqual(['Noor Rahman'])
})

test('guests whose only sponsor is blocked are found within a day, once, and offered by evidence', async () => {
  const cast = /^(rosa|priya|hugo|ravi|bea|omar|grace|lena)@/
  const others = (await contoso.listOf(await world.enter(sam)))
    .filter(({ mail, isEnabled }) => isEnabled && mail && !cast.test(mail))
    .slice(0, 2)
  const jonasId = await idOf(jonas)
  const samId = await idOf(sam)
  for (const id of [guestId, ...others.map((each) => each.guestId)]) {
    await world.changeDirectory('POST', `/users/${id}/sponsors/$ref`, referenceTo(jonasId))
    await world.changeDirectory('DELETE', `/users/${id}/sponsors/${samId}/$ref`)
  }
  await setManager(jonas, noor)
  await contoso.decide({ sponsorsAtLeast: 1 })
  await world.changeDirectory('PATCH', `/users/${jonasId}`, { accountEnabled: false })
  world.simulator.clock.advance(dayMs)
  await sweepAnew()
  await contoso.sync()
  await world.portal.settle()
  const listed = async () => {
    const { body } = await (await world.enter(ada)).call(listSuccessions, {})
    return body['successions'] as { guest: string; cause: string; state: string }[]
  }
  const all = await listed()
  expect(all.filter(({ guest }) => guest === 'Lena Vogel')).toMatchObject([{ cause: 'orphaned' }])
  // Sam answers for Grace, and a group for Omar too.
  expect(all.filter(({ guest }) => /Grace|Omar/.test(guest))).toEqual([])
  // However many have lost theirs, nobody is asked more often than twice a month.
  const asked = await askedOf(noor)
  expect(asked).toHaveLength(2)
  await pass(dayMs)
  expect(await listed()).toHaveLength(all.length)
  await answer(noor, true, asked[0]?.successionId)
  await world.portal.settle()
  const { body } = await (await world.enter(noor)).call(listGuests, {})
  expect(body['guests']).toMatchObject([{ name: asked[0]?.guest }])
})

test('Lena asks for somebody else herself, once at a time, and keeps who vouches until then', async () => {
  await setManager(sam, noor)
  const ask = async () =>
    (await world.enter(lena)).call(askForSponsor, { body: { note: 'Sam does not answer' } })
  const seen = async () => (await (await world.enter(lena)).call(getMySuccession, {})).body
  expect(await seen()).toEqual({ mayAsk: true })
  expect((await ask()).status).toBe(204)
  expect((await ask()).status).toBe(204)
  await world.portal.settle()
  // That she has asked, and not whom.
  const asked = { state: 'open', askedAt: expect.any(String) as string }
  expect(await seen()).toEqual({ mayAsk: false, asked })
  expect(await askedOf(noor)).toMatchObject([
    { cause: 'guest-asked', askedBy: 'Lena Vogel', note: 'Sam does not answer' },
  ])
  await answer(noor, true)
  await world.portal.settle()
  expect(new Set(await sponsors())).toEqual(new Set(['Sam Okafor', 'Noor Rahman']))
  expect(await seen()).toEqual({ mayAsk: true })
  // What Sam asks is none of hers, but that she cannot ask meanwhile.
  await open({ to: jonas })
  expect(await seen()).toEqual({ mayAsk: false })
  expect(outcomeOf(await takeBack())).toEqual([409, 'succession-under-way'])
})

test('Lena takes back what she asked, twice: nobody is asked any more, and she may ask anew', async () => {
  await setManager(sam, noor)
  const ask = async () =>
    (await world.enter(lena)).call(askForSponsor, { body: { note: 'Sam does not answer' } })
  await ask()
  await world.portal.settle()
  expect(await askedOf(noor)).toHaveLength(1)
  expect((await takeBack()).status).toBe(204)
  expect((await takeBack()).status).toBe(204)
  expect(await askedOf(noor)).toEqual([])
  expect((await answer(noor, true)).status).toBe(404)
  expect(await (await world.enter(lena)).call(getMySuccession, {})).toMatchObject({
    body: { mayAsk: true },
  })
  expect((await ask()).status).toBe(204)
  await world.portal.settle()
  await answer(noor, true)
  // Somebody has accepted: that is for those who vouch.
  expect(outcomeOf(await takeBack())).toEqual([409, 'succession-under-way'])
})

/** As Lena. */
async function takeBack(): Promise<Answer> {
  return (await world.enter(lena)).call(withdrawSponsorWish, {})
}

/** Noor accepts, and something happens before it is written. */
async function answerWithout(meanwhile: () => Promise<void>): Promise<void> {
  expect((await answer(noor, true)).status).toBe(204)
  await meanwhile()
  await world.portal.settle()
}

/** Who vouches is read once a day: here once more, whatever a test before has written. */
async function sweepAnew(): Promise<void> {
  const tenantId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(tenantId, async (transaction) =>
    transaction.deleteFrom('feed').where('kind', '=', 'sponsors').execute(),
  )
}

function referenceTo(id: string) {
  return { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` }
}

async function makeGroup(displayName: string, owner: string): Promise<string> {
  await world.changeDirectory('POST', '/groups', {
    displayName,
    mailEnabled: false,
    mailNickname: `desk${displayName.length}${Math.abs(displayName.charCodeAt(displayName.length - 1))}`,
    securityEnabled: true,
    'owners@odata.bind': [`https://graph.microsoft.com/v1.0/users/${await idOf(owner)}`],
  })
  const { value } = await world.graph<{ value: readonly { id: string }[] }>(
    `/groups?$filter=displayName eq '${displayName}'`,
  )
  return value[0]?.id ?? ''
}

async function setManager(of: string, manager: string): Promise<void> {
  await world.changeDirectory(
    'PUT',
    `/users/${await idOf(of)}/manager/$ref`,
    referenceTo(await idOf(manager)),
  )
}
