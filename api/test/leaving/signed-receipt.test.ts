import { generateKeyPairSync } from 'node:crypto'
import type { GroupId, OrganizationId } from '@foyer/contracts/ids'
import { leaveGroup } from '@foyer/contracts/me'
import type { Receipt } from '@foyer/contracts/receipt'
import { listSigningKeys } from '@foyer/contracts/signing-keys'
import { guidOf } from '@foyer/simulator/world/guid'
import { base64url, createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readSigningKeys } from '../../src/signing/signing-keys.ts'
import type { Answer } from '../support/call.ts'
import {
  forgetWork,
  idOf,
  leaveAfterSigningIn,
  readReceipt,
  receiptOf,
} from '../support/leaving.ts'
import { openWorld, portalOrigin, type World } from '../support/world.ts'

const deletion = { method: 'DELETE', path: '/v1.0/users/*' }

let world: World

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetWork(world, 'fabrikam')
  await forgetWork(world, 'contoso')
})
afterAll(async () => world[Symbol.asyncDispose]())

const graceLeaves = async () =>
  leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')

async function graceLeavesGroup(name: string): Promise<Answer> {
  const groupId = guidOf(`group contoso ${name}`) as GroupId
  const grace = await world.enter('grace@adatum.com')
  return grace.call(leaveGroup, { params: { groupId } })
}

/** What a third party does, who has the text, the address of the keys, and a library. */
async function check({ signed = '' }: Pick<Receipt, 'signed'>) {
  const { body } = await world.comeWith(undefined).call(listSigningKeys, {})
  const keys = createLocalJWKSet(body as unknown as JSONWebKeySet)
  const { payload } = await jwtVerify(signed, keys, {
    typ: 'foyer-receipt+jwt',
    issuer: portalOrigin,
    algorithms: ['Ed25519'],
    // The world's clock stands elsewhere.
    currentDate: world.simulator.clock.now(),
  })
  return payload
}

/** With one bit of one part turned over. */
function flip(signed: string, part: number): string {
  const parts = signed.split('.')
  const bytes = Buffer.from(parts[part] ?? '', 'base64url')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  return parts.with(part, bytes.toString('base64url')).join('.')
}

test('Grace left Fabrikam: whoever is shown her receipt reads all of it, and no secret', async () => {
  const accepted = await graceLeaves()
  const receipt = await receiptOf(world, accepted)
  const { number, askedAt, leftAt, signedInAt, restorableUntil, erasedBy } = receipt
  expect(await check(receipt)).toEqual({
    iss: portalOrigin,
    iat: expect.any(Number) as number,
    number,
    organization: { id: world.tenantIdOf('fabrikam'), slug: 'fabrikam', name: 'Fabrikam' },
    guest: { name: 'Grace Adeyemi', mail: 'grace@adatum.com' },
    askedAt,
    leftAt,
    proof: 'fresh-sign-in',
    signedInAt,
    restorableUntil,
    erasedBy,
  })
  const text = base64url.decode(receipt.signed?.split('.')[1] ?? '')
  const token = String(accepted.body['receipt']).replace('/receipts/', '')
  expect(new TextDecoder().decode(text)).not.toContain(token)
})

test('what is called a fresh sign-in was one: asked for, and minutes before at most', async () => {
  const receipt = await receiptOf(world, await graceLeaves())
  expect(receipt).toMatchObject({ proof: 'fresh-sign-in' })
  const ageMs = Date.parse(receipt.askedAt) - Date.parse(receipt.signedInAt ?? '')
  // A claim of whole seconds.
  expect(ageMs).toBeGreaterThan(-1_000)
  expect(ageMs).toBeLessThanOrEqual(300_000)
})

test('for a group nobody was asked to sign in again, however fresh the sign-in was', async () => {
  const receipt = await receiptOf(world, await graceLeavesGroup('Tender 2026'))
  expect(receipt).toMatchObject({ state: 'done', proof: 'sign-in' })
  const { askedAt, leftAt, signedInAt } = receipt
  const statement = await check(receipt)
  expect(statement).toMatchObject({ group: 'Tender 2026', askedAt, leftAt, proof: 'sign-in' })
  expect(statement['signedInAt']).toBe(signedInAt)
  expect(statement).not.toHaveProperty('restorableUntil')
  expect(statement).not.toHaveProperty('erasedBy')
})

test('a token that does not tell when they signed in proves that they did, and no more', async () => {
  const grace = idOf(await world.enter('grace@adatum.com'))
  const old = await world.enterByOldToken(grace, 'contoso')
  const groupId = guidOf('group contoso Tender 2026') as GroupId
  const receipt = await receiptOf(world, await old.call(leaveGroup, { params: { groupId } }))
  expect(receipt).toMatchObject({ state: 'done', proof: 'sign-in' })
  expect(receipt).not.toHaveProperty('signedInAt')
  expect(await check(receipt)).not.toHaveProperty('signedInAt')
})

test('one receipt is one text, whenever it is read and under whichever address', async () => {
  const accepted = await graceLeaves()
  const { signed } = await receiptOf(world, accepted)
  world.simulator.clock.advance(20 * 24 * 60 * 60_000)
  expect((await readReceipt(world, accepted.body)).signed).toBe(signed)
})

test.each([
  ['header', 0, 'JWS Protected Header is invalid'],
  ['statement', 1, 'signature verification failed'],
  ['signature', 2, 'signature verification failed'],
])('one bit of its %s is turned over, and it counts for nothing', async (_what, part, why) => {
  const { signed = '' } = await receiptOf(world, await graceLeaves())
  await expect(check({ signed: flip(signed, part) })).rejects.toThrow(why)
})

test('the same words under a key that is not published count for nothing', async () => {
  const receipt = await receiptOf(world, await graceLeaves())
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  const foreign = await readSigningKeys(pem)
  const signed = await foreign.sign('foyer-receipt+jwt', await check(receipt))
  await expect(check({ signed })).rejects.toThrow('no applicable key')
})

test('what is under way is not signed', async () => {
  world.fail({ ...deletion, status: 429, headers: { 'retry-after': '42.5' } })
  const receipt = await receiptOf(world, await graceLeaves())
  expect(receipt).toMatchObject({ state: 'under-way', proof: 'fresh-sign-in' })
  expect(receipt).not.toHaveProperty('signed')
})

test('what was refused at the last moment is not signed', async () => {
  const grace = idOf(await world.enter('grace@adatum.com', 'fabrikam'))
  const accepted = await graceLeaves()
  await world.changeDirectory('DELETE', `/users/${grace}`, undefined, 'fabrikam')
  const receipt = await receiptOf(world, accepted)
  expect(receipt.state).toBe('refused')
  expect(receipt).not.toHaveProperty('signed')
})

test('what was given up is not signed, whatever was found of it', async () => {
  const accepted = await graceLeaves()
  await receiptOf(world, accepted)
  const organizationId = world.tenantIdOf('fabrikam') as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction.updateTable('leaving').set({ state: 'failed', because: 'expired' }).execute(),
  )
  const receipt = await readReceipt(world, accepted.body)
  expect(receipt.state).toBe('failed')
  expect(receipt).not.toHaveProperty('signed')
})
