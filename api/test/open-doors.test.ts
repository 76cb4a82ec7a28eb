import { randomBytes } from 'node:crypto'
import { everyOperation } from '@foyer/contracts/every-operation'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Operation } from '@foyer/contracts/operation'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { usualRateLimits } from '../src/http/rate-limit.ts'
import { fileExit, mailsTo, tokenIn } from './support/exit.ts'
import { forgetInvitations, invite, sendInvitation } from './support/invitation.ts'
import { forgetWork, leaveAfterSigningIn } from './support/leaving.ts'
import { stopLinkFor } from './support/move.ts'
import { askReset, questionFor } from './support/reset.ts'
import { underPolicy } from './support/under-policy.ts'
import { openWorld, type World } from './support/world.ts'

// Whoever has no sign-in learns from the answer to an address nothing but whether it holds now.

const dayMs = 24 * 60 * 60_000
const nora = 'nora@litware.example'
const omar = 'omar@outlook.example'
const sam = 'sam@contoso.com'
const opened: readonly Operation[] = everyOperation
const doors = opened.filter(({ caller, path }) => caller === 'anyone' && path.includes('{token}'))

let world: World

beforeAll(async () => {
  world = await openWorld({
    world: 'optimist',
    rateLimits: { ...usualRateLimits, receiptsPerMinute: 10_000 },
  })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'fabrikam')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** An address that a door opens to. */
async function tokenFor({ path }: Operation): Promise<string> {
  if (path.startsWith('/v1/receipts/')) {
    const { body } = await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
    await world.portal.settle()
    return String(body['receipt']).replace('/receipts/', '')
  }
  if (path.startsWith('/v1/invitation-links/')) {
    await forgetInvitations(world, 'contoso')
    return (await sendInvitation(world, await world.enter(sam), nora)).token
  }
  if (path.startsWith('/v1/move-links/')) {
    const guestId = await findOmar()
    await forgetInvitations(world, 'contoso')
    await invite(await world.enter(sam), nora, { movesFrom: guestId, name: 'Omar Haddad' })
    await world.portal.settle()
    return stopLinkFor(world, omar)
  }
  if (path.startsWith('/v1/reset-questions/')) {
    const guestId = await findOmar()
    const contoso = world.tenantIdOf('contoso') as OrganizationId
    await world.portal.store.asOrganization(contoso, async (transaction) =>
      transaction.deleteFrom('reset').execute(),
    )
    await askReset(world, 'ada@contoso.com', guestId)
    await world.portal.settle()
    return questionFor(world, omar)
  }
  const status = await fileExit(world, 'grace@adatum.com', 'fabrikam')
  if (path.startsWith('/v1/exit-status/')) return status
  const mails = await mailsTo(world, 'grace@adatum.com')
  return tokenIn(mails.find(({ text }) => text.includes('/not-me/')))
}

/** A guest of Contoso, for whom Sam vouches. */
async function findOmar() {
  const contoso = underPolicy(world)
  await contoso.begin()
  world.simulator.choose({ personalAccounts: 'accepted' })
  return (await contoso.find(await world.enter(sam), omar)).guestId
}

const codes = {
  receipts: 'receipt-not-found',
  'invitation-links': 'invitation-link-not-found',
  'move-links': 'move-not-found',
  'reset-questions': 'reset-question-not-found',
  'exit-status': 'exit-request-not-found',
  'not-me': 'exit-request-not-found',
} as const
const codeOf = ({ path }: Operation) => codes[path.split('/')[2] as keyof typeof codes]

const bodies: Readonly<Record<string, object>> = {
  declineInvitation: { mail: nora },
  answerResetQuestion: { isWanted: false },
}
const bodyOf = ({ id }: Operation) => bodies[id] ?? {}

/** What one door answers to one address, without the number of the request. */
async function answerOf(operation: Operation, token: string) {
  const nobody = world.comeWith(undefined)
  const input = { params: { token }, ...(operation.body ? { body: bodyOf(operation) } : {}) }
  const { status, body } = await nobody.call(operation, input)
  const { requestId: _, ...rest } = body
  return { status, rest }
}

test('there are such doors, and each of them is asked here', () => {
  expect(doors.map(({ id }) => id)).toEqual([
    'getReceipt',
    'stopLeaving',
    'findWayBack',
    'undoLeaving',
    'askToReturn',
    'eraseMyWords',
    'getExitStatus',
    'getObjection',
    'objectToExit',
    'getResetQuestion',
    'answerResetQuestion',
    'openMove',
    'stopMove',
    'openInvitation',
    'declineInvitation',
    'takeBackDecline',
    'disownInvitation',
  ])
})

test.each(doors)(
  '$id tells an address that has ended from one that never was by nothing',
  async (door) => {
    const token = await tokenFor(door)
    const never = await answerOf(door, randomBytes(32).toString('base64url'))
    expect(never).toMatchObject({ status: 404, rest: { code: codeOf(door) } })

    world.simulator.clock.advance(200 * dayMs)
    expect(await answerOf(door, token)).toEqual(never)
    await world.portal.settle()
    expect(await answerOf(door, token)).toEqual(never)
  },
)

test.each(doors)(
  '$id tells an address that is nearly right from one that is not by nothing',
  async (door) => {
    const token = await tokenFor(door)
    const never = await answerOf(door, randomBytes(32).toString('base64url'))
    const other = token.startsWith('A') ? 'B' : 'A'
    expect(await answerOf(door, other + token.slice(1))).toEqual(never)
    expect(
      await answerOf(
        door,
        token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
      ),
    ).toEqual(never)
  },
)

test.each(doors)('$id takes no address that is none', async (door) => {
  for (const token of ['short', 'x'.repeat(44), `${'x'.repeat(42)}%00`, `${'x'.repeat(42)}'`]) {
    const { status } = await answerOf(door, token)
    expect([400, 404]).toContain(status)
  }
})
