import type { OrganizationId } from '@foyer/contracts/ids'
import {
  changePolicy,
  getPolicy,
  type Policy,
  type PolicyPreview,
  previewPolicy,
} from '@foyer/contracts/policy'
import { proposedPolicy } from '@foyer/lifecycle/policy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syncOrganization } from '../src/projection/projection.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Of Contoso's guests, as the simulator's Graph lists them to somebody else.

interface GraphGuest {
  readonly id: string
  readonly displayName: string
  readonly externalUserState: string | null
}

let world: World
let ada: Visitor
let guests: readonly GraphGuest[]

beforeAll(async () => {
  world = await openWorld({ world: 'pessimist' })
  await syncOrganization(world.portal, world.tenantIdOf('contoso') as OrganizationId)
  ada = await world.enter('ada@contoso.com')
  const fields = 'id,displayName,externalUserState'
  const path = `/users?$filter=userType eq 'Guest'&$select=${fields}&$top=999`
  const listed = (await world.graph<{ value: readonly GraphGuest[] }>(path)).value
  // Tom is one by his kind, and has an account of Contoso's own.
  guests = listed.filter(({ displayName }) => displayName !== 'Tom Becker')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function preview(rules: Partial<Policy> = {}, visitor = ada): Promise<PolicyPreview> {
  const { status, body } = await visitor.call(previewPolicy, {
    body: { ...proposedPolicy, ...rules },
  })
  if (status !== 200) throw new Error(String(body['code']))
  return body as unknown as PolicyPreview
}

const off = { confirmEveryDays: null, unusedAfterDays: null, redeemWithinDays: null }

test('before anybody has decided nothing is due, and by the first version every guest has an end', async () => {
  const told = await preview(off)
  expect(told.guests).toBe(guests.length)
  expect(told).toMatchObject({
    isAsked: { before: 0, after: 0 },
    isReminded: { before: 0, after: 0 },
    isEnding: { before: 0, after: 0 },
  })
  expect(told.earlier).toHaveLength(100)
  expect(told.earlier.length + told.otherEarlier).toBe(guests.length)
  expect(new Set(told.earlier.map(({ because }) => because))).toEqual(new Set(['first-stay']))
  const names = new Set(guests.map(({ displayName }) => displayName))
  for (const { name, was } of told.earlier)
    expect([names.has(name), was]).toEqual([true, undefined])
  expect(told.busiest?.guests).toBe(guests.length)
})

test('a short stay ends within the thirty days, and everybody is told of it', async () => {
  const told = await preview({ ...off, accessDays: 29, reminderDays: [7, 1] })
  expect(told.isEnding.after).toBe(guests.length)
  expect(told.isReminded.after).toBe(guests.length)
  // A day longer, and it ends on the day after them.
  expect((await preview({ ...off, accessDays: 30, reminderDays: [] })).isEnding.after).toBe(0)
})

test('whoever has not redeemed is named with that reason, and nobody else', async () => {
  const told = await preview({ ...off, redeemWithinDays: 1 })
  const pending = guests.filter((each) => each.externalUserState === 'PendingAcceptance')
  const named = told.earlier.filter(({ because }) => because === 'never-redeemed')
  expect(pending.length).toBeGreaterThan(0)
  expect(named.map(({ guestId }) => guestId).toSorted()).toEqual(
    pending.map(({ id }) => id).toSorted(),
  )
})

test('to look changes nothing', async () => {
  await preview({ accessDays: 1, reminderDays: [] })
  expect((await ada.call(getPolicy, {})).body).toMatchObject({ version: 0 })
})

test('once a version is in force, another one is told beside it', async () => {
  const saved = { ...proposedPolicy, ...off }
  expect((await ada.call(changePolicy, { body: saved, version: 0 })).status).toBe(200)
  const same = await preview(off)
  expect(same.earlier).toEqual([])
  expect(same.isEnding.before).toBe(same.isEnding.after)

  const shorter = await preview({ ...off, accessDays: 20, reminderDays: [7] })
  expect(shorter.isEnding).toEqual({ before: 0, after: guests.length })
  expect(shorter.earlier[0]?.was).toBeDefined()
  const [one] = shorter.earlier
  expect(String(one?.was) > String(one?.on)).toBe(true)
})

test('rules that do not fit together are not counted, and nobody else counts', async () => {
  const body = { ...proposedPolicy, timeZone: 'Mars/Phobos' }
  expect((await ada.call(previewPolicy, { body })).status).toBe(422)
  const sam = await world.enter('sam@contoso.com')
  const answer = await sam.call(previewPolicy, { body: proposedPolicy })
  expect([answer.status, answer.body['code']]).toEqual([403, 'not-an-operator'])
})
