import { randomBytes } from 'node:crypto'
import { previewDeparture } from '@foyer/contracts/departure'
import type { GroupId } from '@foyer/contracts/ids'
import { listMyJournal } from '@foyer/contracts/journal'
import { getMe, leaveGroup } from '@foyer/contracts/me'
import { findWayBack, undoLeaving, type WayBack } from '@foyer/contracts/way-back'
import { guidOf } from '@foyer/simulator/world/guid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { undoHoursAt } from '../src/restoring/way-back.ts'
import type { Answer } from './support/call.ts'
import { forgetWork, idOf, leaveAfterSigningIn } from './support/leaving.ts'
import { openWorld, type World } from './support/world.ts'

const hourMs = 60 * 60_000
const restore = { method: 'POST', path: '/v1.0/directory/deletedItems/*' }

let world: World
let graceId: string

beforeAll(async () => {
  world = await openWorld({ world: 'optimist', declared: { contoso: { undoHours: 0 } } })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'fabrikam')
  await forgetWork(world, 'contoso')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** Grace leaves. @returns the address of her receipt. */
async function graceLeaves(
  slug: 'contoso' | 'fabrikam' = 'fabrikam',
  organization = 'Fabrikam',
): Promise<string> {
  graceId = idOf(await world.enter('grace@adatum.com', slug))
  const { body } = await leaveAfterSigningIn(world, 'grace@adatum.com', slug, organization)
  await world.portal.settle()
  return String(body['receipt']).replace('/receipts/', '')
}

const undo = async (token: string) =>
  world.comeWith(undefined).call(undoLeaving, { params: { token } })

async function wayBack(token: string): Promise<WayBack> {
  const { status, body } = await world.comeWith(undefined).call(findWayBack, { params: { token } })
  if (status !== 200) throw new Error(`${status} ${String(body['code'])}`)
  return body as WayBack
}

/** Pressed, and worked on. */
async function comeBack(token: string): Promise<WayBack> {
  const { status, body } = await undo(token)
  if (status !== 202) throw new Error(`${status} ${String(body['code'])}`)
  await world.portal.settle()
  return wayBack(token)
}

const restorations = async () => world.effects('user-restored')
const outcomeOf = ({ status, body }: Answer) => [status, body['code']]
const administer = async (method: string, path: string, body?: object) =>
  world.changeDirectory(method, path, body, 'fabrikam')
const sponsorsOfGrace = async () =>
  (
    await world.graph<{ value: { displayName: string }[] }>(
      `/users/${graceId}/sponsors`,
      'fabrikam',
    )
  ).value.map(({ displayName }) => displayName)

async function mailsTo(address: string): Promise<string[]> {
  const mails = (await (await fetch(`${world.simulator.url}/simulator/mails`)).json()) as {
    to: string
    subject: string
  }[]
  return mails.filter(({ to }) => to === address).map(({ subject }) => subject)
}

test('Grace takes her leaving back: the same account, its groups, and whoever vouched for her', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const groups = `/users/${idOf(visitor)}/memberOf/microsoft.graph.group?$select=id,displayName`
  const before = await world.graph<object>(groups, 'fabrikam')
  const token = await graceLeaves()
  const offered = await wayBack(token)
  expect(offered).toEqual({ offer: 'undo', until: expect.any(String) as string })
  const hours = (Date.parse(offered.until ?? '') - world.simulator.clock.now().getTime()) / hourMs
  expect(hours).toBeGreaterThan(71.9)
  expect(hours).toBeLessThanOrEqual(72)

  expect(await comeBack(token)).toMatchObject({
    offer: 'none',
    because: 'there-again',
    undoing: { state: 'done', lostSponsors: 0, lostGroups: 0 },
  })
  expect(await world.graph(groups, 'fabrikam')).toEqual(before)
  expect(await sponsorsOfGrace()).toEqual(['Ines Duarte'])
  expect(await restorations()).toHaveLength(1)
  expect((await visitor.call(getMe, {})).status).toBe(200)

  const { body } = await visitor.call(listMyJournal, { query: {} })
  expect(body['entries']).toMatchObject([
    { act: 'undo-leaving', outcome: 'done', actor: { kind: 'guest', name: 'Grace Adeyemi' } },
    { act: 'leave-organization', outcome: 'done' },
  ])
  await world.portal.settle()
  expect(await mailsTo('grace@adatum.com')).toContain('You are a guest at Fabrikam again')
  expect(await mailsTo('ines@fabrikam.com')).toContain('Grace Adeyemi is a guest at Fabrikam again')
})

test('her mail says until when she can', async () => {
  await graceLeaves()
  await world.portal.settle()
  const mails = (await (await fetch(`${world.simulator.url}/simulator/mails`)).json()) as {
    to: string
    text: string
  }[]
  const [mail] = mails.filter(({ to }) => to === 'grace@adatum.com')
  expect(mail?.text).toContain('you can take it back yourself')
})

test.each([
  ['Foyer names them again', { restore: 'allowed', sponsors: 'allowed' }, 0, ['Ines Duarte']],
  ['and Foyer may not name them', { restore: 'allowed', sponsors: 'refused' }, 1, []],
] as const)('a directory brings back groups only, %s', async (_, may, lostSponsors, sponsors) => {
  world.simulator.scopeRoles('fabrikam')
  world.simulator.choose({
    restoreBrings: 'groups-only',
    unitScopedKeeper: { delete: 'allowed', ...may },
  })
  const token = await graceLeaves()
  expect(await comeBack(token)).toMatchObject({ undoing: { state: 'done', lostSponsors } })
  expect(await sponsorsOfGrace()).toEqual(sponsors)
})

test('after 72 hours she can ask for it, and not do it', async () => {
  const token = await graceLeaves()
  world.simulator.clock.advance(72 * hourMs)
  expect(await wayBack(token)).toMatchObject({ offer: 'ask' })
  expect(outcomeOf(await undo(token))).toEqual([409, 'undo-not-offered'])
  expect(await restorations()).toEqual([])
})

test('where the organization does not offer it, nobody takes it back', async () => {
  const before = await (await world.enter('grace@adatum.com')).call(previewDeparture, {})
  expect(before.body).not.toHaveProperty('undoHours')
  const token = await graceLeaves('contoso', 'Contoso')
  expect(await wayBack(token)).toMatchObject({ offer: 'ask' })
  expect(outcomeOf(await undo(token))).toEqual([409, 'undo-not-offered'])
})

test('once the directory has erased her, nothing is offered', async () => {
  const token = await graceLeaves()
  world.simulator.clock.advance(31 * 24 * hourMs)
  expect(await wayBack(token)).toEqual({ offer: 'none', because: 'erased' })
  expect(outcomeOf(await undo(token))).toEqual([409, 'undo-not-offered'])
})

test('whom an administrator has brought back needs no way back', async () => {
  const token = await graceLeaves()
  await administer('POST', `/directory/deletedItems/${graceId}/restore`, {})
  expect(await wayBack(token)).toEqual({ offer: 'none', because: 'there-again' })
  expect(outcomeOf(await undo(token))).toEqual([409, 'undo-not-offered'])
})

test('who was brought back, and then removed by others, does not restore herself', async () => {
  const token = await graceLeaves()
  await administer('POST', `/directory/deletedItems/${graceId}/restore`, {})
  world.simulator.clock.advance(hourMs)
  await administer('DELETE', `/users/${graceId}`)
  expect(await wayBack(token)).toEqual({ offer: 'none', because: 'removed-by-others' })
  expect(outcomeOf(await undo(token))).toEqual([409, 'undo-not-offered'])
})

test('the same between the click and the act: it is refused, and she is told', async () => {
  const token = await graceLeaves()
  expect((await undo(token)).status).toBe(202)
  await administer('POST', `/directory/deletedItems/${graceId}/restore`, {})
  world.simulator.clock.advance(hourMs)
  await administer('DELETE', `/users/${graceId}`)
  await world.portal.settle()
  expect(await wayBack(token)).toMatchObject({
    undoing: { state: 'refused', because: 'removed-by-others' },
  })
  expect(await restorations()).toHaveLength(1)
  await world.portal.settle()
  expect(await mailsTo('grace@adatum.com')).toContain('Coming back to Fabrikam did not succeed')
})

test('an administrator brings her back between the click and the act: it is not done again', async () => {
  const token = await graceLeaves()
  expect((await undo(token)).status).toBe(202)
  await administer('POST', `/directory/deletedItems/${graceId}/restore`, {})
  await world.portal.settle()
  expect(await wayBack(token)).toMatchObject({
    undoing: { state: 'refused', because: 'there-again' },
  })
  expect(await restorations()).toHaveLength(1)
  await world.portal.settle()
  // Nobody is told that what they wanted did not succeed.
  expect(await mailsTo('grace@adatum.com')).not.toContain('Coming back to Fabrikam did not succeed')
})

test('whoever did too much today does no more of it by coming back', async () => {
  const token = await graceLeaves()
  await world.portal.store.outside(async (handle) =>
    handle.updateTable('allowance').set({ used: 200 }).where('kind', '=', 'act').execute(),
  )
  expect(outcomeOf(await undo(token))).toEqual([429, 'too-many-acts'])
})

test('without an identity that restores, nothing is offered', () => {
  expect(undoHoursAt({ undoHours: 72, identities: {} })).toBe(0)
})

test('pressed twice at once and once more afterwards, it is done once', async () => {
  const token = await graceLeaves()
  const answers = await Promise.all([undo(token), undo(token), undo(token)])
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
  expect(new Set(answers.map(({ body }) => body['askedAt'])).size).toBe(1)
  await world.portal.settle()
  expect((await undo(token)).status).toBe(202)
  await world.portal.settle()
  expect(await restorations()).toHaveLength(1)
})

test.each(['before', 'after'] as const)(
  'a connection that breaks %s the restoration: restored once',
  async (drop) => {
    const token = await graceLeaves()
    world.fail({ ...restore, drop, count: 1 })
    expect(await comeBack(token)).toMatchObject({ undoing: { state: 'done' } })
    expect(await restorations()).toHaveLength(1)
  },
)

test('a directory that is too busy is waited for, and the page says so', async () => {
  const token = await graceLeaves()
  const heal = world.fail({ ...restore, status: 429, headers: { 'retry-after': '40' } })
  expect(await comeBack(token)).toMatchObject({
    undoing: { state: 'under-way', because: 'directory-busy' },
  })
  heal()
  await world.portal.settle()
  expect(await wayBack(token)).toMatchObject({ undoing: { state: 'done' } })
})

test('a directory that does not answer is no way back that is over', async () => {
  const token = await graceLeaves()
  world.fail({ path: '/v1.0/directory/deletedItems/*', status: 503 })
  const look = await world.comeWith(undefined).call(findWayBack, { params: { token } })
  expect(look.status).toBeGreaterThanOrEqual(502)
  expect((await undo(token)).status).toBeGreaterThanOrEqual(502)
})

test('an address of hers that somebody else has now is refused, and said', async () => {
  const token = await graceLeaves()
  world.fail({
    ...restore,
    status: 400,
    body: {
      error: {
        code: 'Request_BadRequest',
        message: 'Another object with the same value for property proxyAddresses already exists.',
      },
    },
  })
  expect(await comeBack(token)).toMatchObject({
    undoing: { state: 'refused', because: 'address-taken' },
  })
})

test('leaving a group is not taken back', async () => {
  const visitor = await world.enter('grace@adatum.com', 'fabrikam')
  const groupId = guidOf('group fabrikam Plant Maps') as GroupId
  const { body } = await visitor.call(leaveGroup, { params: { groupId } })
  await world.portal.settle()
  const token = String(body['receipt']).replace('/receipts/', '')
  expect(await wayBack(token)).toEqual({ offer: 'none', because: 'not-left' })
  expect(outcomeOf(await undo(token))).toEqual([409, 'undo-not-offered'])
})

test('the address is the key to coming back, and stands in no log', async () => {
  const token = await graceLeaves()
  await comeBack(token)
  expect(world.portal.log()).toContain('/v1/receipts/')
  expect(world.portal.log()).not.toContain(token)
})

test('an address that nobody was given takes nothing back', async () => {
  const token = randomBytes(32).toString('base64url')
  expect(outcomeOf(await undo(token))).toEqual([404, 'receipt-not-found'])
})
