import { randomUUID } from 'node:crypto'
import { type Invitation, listInvitations, resendInvitation } from '@foyer/contracts/invitation'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accept, forgetInvitations, invite, linkFor, sendInvitation } from './support/invitation.ts'
import { noRateLimits } from './support/no-rate-limits.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

const nora = 'nora@litware.example'
const dayMs = 24 * 60 * 60_000

let world: World
let sam: Visitor

beforeAll(async () => {
  world = await openWorld({ rateLimits: noRateLimits })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetInvitations(world, 'contoso')
  sam = await world.enter('sam@contoso.com')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const refuse = () => world.fail({ path: 'smtp:rcpt', status: 550, body: '5.1.1 no such user' })
const only = async (who = sam) => {
  const { body } = await who.call(listInvitations, { query: {} })
  return (body['invitations'] as Invitation[])[0] as Invitation
}

test('a mail that the server refuses is told as such, until one is taken', async () => {
  const end = refuse()
  await invite(sam, nora)
  await world.portal.settle()
  const refused = await only()
  expect(refused.state).toBe('open')
  expect([refused.mailedAt, typeof refused.mailRefusedAt]).toEqual([undefined, 'string'])
  end()
  const params = { invitationId: refused.invitationId }
  expect((await sam.call(resendInvitation, { params, key: randomUUID() })).status).toBe(201)
  // Nobody knows yet whether it is taken this time.
  expect((await only()).mailRefusedAt).toBeUndefined()
  expect(await linkFor(world, nora)).not.toBe('')
  expect([typeof (await only()).mailedAt, (await only()).mailRefusedAt]).toEqual([
    'string',
    undefined,
  ])
})

test('a reminder that is refused tells so too', async () => {
  await sendInvitation(world, sam, nora)
  expect((await only()).mailRefusedAt).toBeUndefined()
  refuse()
  world.simulator.clock.advance(10 * dayMs)
  await world.portal.settle()
  expect((await only(await world.enter('sam@contoso.com'))).mailRefusedAt).toBeDefined()
})

test('a mail to Sam that is refused says nothing of Nora’s address', async () => {
  const { token } = await sendInvitation(world, sam, nora)
  refuse()
  await accept(world, token)
  await world.portal.settle()
  expect(await only()).toMatchObject({ state: 'accepted' })
  expect((await only()).mailRefusedAt).toBeUndefined()
})
