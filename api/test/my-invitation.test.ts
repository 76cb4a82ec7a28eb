import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { confirmRedeemer } from '@foyer/contracts/invitation'
import {
  listMyInvitations,
  mailMyInvitation,
  type MyInvitation,
} from '@foyer/contracts/my-invitation'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { syncOrganization } from '../src/projection/projection.ts'
import { mailsTo } from './support/exit.ts'
import {
  accept,
  forgetInvitations,
  guestsOf,
  letInvite,
  linkFor,
  redeem,
  sendInvitation,
} from './support/invitation.ts'
import { noRateLimits } from './support/no-rate-limits.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Omar is a guest of Contoso, whose directory has another address for him after Sam has invited that one.

const sam = 'sam@contoso.com'
const dayMs = 24 * 60 * 60_000

let world: World

beforeAll(async () => {
  world = await openWorld({ rateLimits: noRateLimits })
})
beforeEach(async () => {
  world.simulator.reset()
  for (const slug of ['contoso', 'fabrikam'] as const) await forgetInvitations(world, slug)
  await letInvite(world, 'everyone', 'fabrikam')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const contoso = () => world.tenantIdOf('contoso') as OrganizationId
const mineOf = async (who: Visitor) =>
  (await who.call(listMyInvitations, {})).body['invitations'] as MyInvitation[]
const mail = async (who: Visitor, invitationId: string) =>
  who.call(mailMyInvitation, { params: { invitationId } })
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
  status,
  body['code'],
]

/** Sam invites an address that somebody of the directory gets afterwards. */
async function inviteAs(address: string): Promise<string> {
  const { invitationId } = await sendInvitation(world, await world.enter(sam), address)
  return invitationId
}

/** Contoso's directory has another address for Omar from now on. */
async function readdressOmar(address: string): Promise<void> {
  const [omar] = await guestsOf(world, 'omar@outlook.example')
  const path = `/users/${omar?.id}`
  const asked = 'id,displayName,userType,creationType,accountEnabled,isManagementRestricted'
  const user = await world.graph<object>(`${path}?$select=${asked}`)
  const body = { ...user, onPremisesSyncEnabled: null, mail: address }
  world.fail({ path: `/v1.0${path}`, status: 200, body })
}

test('Omar reads by whom and for what his address at Contoso is invited, and not its code', async () => {
  const omar = await world.enter('omar@outlook.example')
  const invitationId = await inviteAs('omar.h@litware.example')
  expect(await mineOf(omar)).toEqual([])
  await readdressOmar('omar.h@litware.example')
  expect(await mineOf(omar)).toMatchObject([
    {
      invitationId,
      state: 'open',
      purpose: 'Winter tender',
      invitedBy: { name: 'Sam Okafor', mail: sam },
      endsOn: '2027-03-31',
      maskedMail: 'o•••@litware.example',
      canMail: true,
    },
  ])
  expect(JSON.stringify(await mineOf(omar))).not.toContain('omar.h@')
})

test('he has the link sent again, to that address only, five times a day', async () => {
  const omar = await world.enter('omar@outlook.example')
  const address = 'omar.h@litware.example'
  const invitationId = await inviteAs(address)
  await readdressOmar(address)
  const first = await linkFor(world, address)
  expect((await mail(omar, invitationId)).status).toBe(204)
  await world.portal.settle()
  const second = await linkFor(world, address)
  expect(second).not.toBe(first)
  expect(await mailsTo(world, 'omar@outlook.example')).toEqual([])
  for (let count = 2; count <= 5; count += 1) await mail(omar, invitationId)
  expect(codeOf(await mail(omar, invitationId))).toEqual([429, 'too-many-codes'])
  // The one from before leads on as well.
  expect((await accept(world, first)).headers['location']).toContain('/redeem?rd=')
})

describe('nobody reads the invitation of', () => {
  test.each([
    ['a plus tag', 'omar.h+x@litware.example'],
    ['a homoglyph', 'omar.h@\u{217C}itware.example'],
    ['a sign that is another one in small letters', 'o\u212Aar.h@litware.example'],
    ['a domain below', 'omar.h@litware.example.evil.example'],
    ['another account', 'omar@litware.example'],
  ])('an address with %s', async (_, address) => {
    const omar = await world.enter('omar@outlook.example')
    const invitationId = await inviteAs(
      address.includes('\u212A') ? 'okar.h@litware.example' : 'omar.h@litware.example',
    )
    await readdressOmar(address)
    expect(await mineOf(omar)).toEqual([])
    expect(codeOf(await mail(omar, invitationId))).toEqual([404, 'invitation-not-found'])
  })

  test('somebody else, by its id or at another organization', async () => {
    const grace = await world.enter('grace@adatum.com')
    const omar = await world.enter('omar@outlook.example')
    const address = 'omar.h@litware.example'
    const invitationId = await inviteAs(address)
    await readdressOmar(address)
    expect(await mineOf(omar)).toHaveLength(1)
    expect(await mineOf(grace)).toEqual([])
    expect(codeOf(await mail(grace, invitationId))).toEqual([404, 'invitation-not-found'])
    expect(codeOf(await mail(omar, randomUUID()))).toEqual([404, 'invitation-not-found'])
    // The same person with a token of another organization.
    const elsewhere = await world.enter('grace@adatum.com', 'fabrikam')
    expect(await mineOf(elsewhere)).toEqual([])
    expect(codeOf(await mail(elsewhere, invitationId))).toEqual([404, 'invitation-not-found'])
    // Nor do a member, and the one who sent it.
    expect(await mineOf(await world.enter(sam))).toEqual([])
  })

  test('a guest who is another object of this address', async () => {
    const { token } = await sendInvitation(world, await world.enter(sam), 'ida@litware.example')
    await accept(world, token)
    const omar = await world.enter('omar@outlook.example')
    await readdressOmar('ida@litware.example')
    expect(await mineOf(omar)).toEqual([])
  })
})

test('what has expired, was withdrawn or declined waits for nobody', async () => {
  const address = 'omar.h@litware.example'
  await inviteAs(address)
  await readdressOmar(address)
  expect(await mineOf(await world.enter('omar@outlook.example'))).toHaveLength(1)
  world.simulator.clock.advance(15 * dayMs)
  expect(await mineOf(await world.enter('omar@outlook.example'))).toEqual([])
})

describe('Nora of Adatum, who came with another kind of account', () => {
  const hers = 'nora@adatum.com'

  test('reads that she is held and whom to ask, until Sam says that it is she', async () => {
    await syncOrganization(world.portal, contoso())
    const visitor = await world.enter(sam)
    const { token, invitationId } = await sendInvitation(world, visitor, hers)
    await redeem(String((await accept(world, token)).headers['location']), hers)
    await world.portal.settle()
    const nora = await world.enter(hers)
    expect(await mineOf(nora)).toMatchObject([
      { state: 'held', invitedBy: { name: 'Sam Okafor' }, canMail: false },
    ])
    expect(codeOf(await mail(nora, invitationId))).toEqual([409, 'invitation-not-open'])
    await visitor.call(confirmRedeemer, { params: { invitationId } })
    await world.portal.settle()
    expect(await mineOf(nora)).toEqual([])
  })
})
