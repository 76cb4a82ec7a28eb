import { attestGuest, getGuest, type GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { getMe } from '@foyer/contracts/me'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { syncOrganization } from '../src/projection/projection.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type Slug, type Visitor, type World } from './support/world.ts'

// Contoso's reader may read when people signed in; Fabrikam's may not.

let world: World
let contoso: UnderPolicy
let sam: Visitor

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const grace = 'grace@adatum.com'
const lena = 'lena@atelier-vogel.example'

beforeAll(async () => {
  world = await openWorld()
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await forgetSweeps()
  await contoso.begin()
  sam = await world.enter('sam@contoso.com')
})
afterAll(async () => world[Symbol.asyncDispose]())

const today = (): Day => dayOf(world.portal.clock.now(), 'UTC')

async function open(mail: string): Promise<GuestDetail> {
  const { guestId } = await contoso.find(sam, mail)
  const { body } = await sam.call(getGuest, { params: { guestId } })
  return body as unknown as GuestDetail
}

test('Sam sees when his guests were last seen anywhere at Contoso, and makes nothing of a blank', async () => {
  expect((await open(grace)).lastSignInAt).toBe('2026-11-20T10:00:00.000Z')
  expect((await open(lena)).lastSignInAt).toBe('2026-11-12T10:00:00.000Z')
  expect(await contoso.find(sam, lena)).toMatchObject({ lastSignInAt: '2026-11-12T10:00:00.000Z' })
  const hugo = await open('hugo@tailspin.com')
  expect(hugo.isRedeemed).toBe(true)
  expect(Object.keys(hugo)).not.toContain('lastSignInAt')
})

test('who works elsewhere at Contoso and never opens Foyer is there: the latest sign of use counts', async () => {
  await contoso.decide({ unusedAfterDays: 30, accessDays: 300 })
  await goOn(3)
  // She signs in, and it is not Foyer that she opens.
  await world.enter(lena)
  const signedInOn = today()
  await goOn(2)
  expect(await open(lena)).toMatchObject({
    lastSignInAt: expect.stringContaining(signedInOn) as string,
    end: { on: addDays(signedInOn, 30), because: 'unused' },
  })
  expect((await open(lena)).visitedAt).toBeUndefined()
  // Of whom nothing is known, nothing is said to have ended.
  expect((await open('hugo@tailspin.com')).end?.because).toBe('first-stay')

  await (await world.enter(lena)).call(getMe, {})
  const visitedOn = today()
  await contoso.sync()
  expect((await open(lena)).end).toEqual({ on: addDays(visitedOn, 30), because: 'unused' })

  await goOn(4)
  const { guestId } = await open(lena)
  await sam.call(attestGuest, { params: { guestId } })
  expect((await open(lena)).end).toEqual({ on: addDays(today(), 30), because: 'unused' })
})

test('where the dates may be read no more they are unknown, and end nobody’s access', async () => {
  await contoso.decide({ unusedAfterDays: 30, accessDays: 300 })
  expect((await open(lena)).end?.because).toBe('unused')
  world.fail({ path: '/v1.0/users', status: 403 })
  await forgetSweeps('sign-ins')
  await contoso.sync()
  const { lastSignInAt, end } = await open(lena)
  expect([lastSignInAt, end?.because]).toEqual([undefined, 'first-stay'])
})

test('a directory that does not answer takes nothing back', async () => {
  const heal = world.fail({ path: '/v1.0/users', status: 503 })
  await forgetSweeps('sign-ins')
  await expect(contoso.sync()).rejects.toMatchObject({ code: expect.any(String) as string })
  heal()
  expect((await open(lena)).lastSignInAt).toBe('2026-11-12T10:00:00.000Z')
})

test('after a week without an answer the dates are unknown, and known again with the next one', async () => {
  await contoso.decide({ unusedAfterDays: 30, accessDays: 300 })
  const heal = world.fail({ path: '/v1.0/users', status: 503 })
  const seen = async () => {
    sam = await world.enter('sam@contoso.com')
    const { lastSignInAt, end } = await open(lena)
    return [lastSignInAt, end?.because]
  }
  world.simulator.clock.advance(7 * dayMs - minuteMs)
  await expect(contoso.sync()).rejects.toMatchObject({ code: expect.any(String) as string })
  expect(await seen()).toEqual(['2026-11-12T10:00:00.000Z', 'unused'])
  world.simulator.clock.advance(2 * minuteMs)
  await expect(contoso.sync()).rejects.toMatchObject({ code: expect.any(String) as string })
  expect(await seen()).toEqual([undefined, 'first-stay'])
  heal()
  await contoso.sync()
  expect(await seen()).toEqual(['2026-11-12T10:00:00.000Z', 'unused'])
})

test('at Fabrikam, which gives no dates, every one of them is unknown', async () => {
  const slug: Slug = 'fabrikam'
  await syncOrganization(world.portal, world.tenantIdOf(slug) as OrganizationId)
  const path = "/users?$filter=mail eq 'pierre@marchand.example'&$select=id"
  const [pierre] = (await world.graph<{ value: readonly { id: string }[] }>(path, slug)).value
  const ines = await world.enter('ines@fabrikam.com', slug)
  const params = { guestId: pierre?.id as PersonId }
  const { status, body } = await ines.call(getGuest, { params })
  expect([status, body['name'], body['lastSignInAt']]).toEqual([200, 'Pierre Marchand', undefined])
})

/** Days pass, and each list is read once more. */
async function goOn(days: number): Promise<void> {
  world.simulator.clock.advance(days * dayMs)
  await contoso.sync()
  sam = await world.enter('sam@contoso.com')
}

/** What is read once a day is read again, whatever a test before has read. */
async function forgetSweeps(kind?: 'sign-ins'): Promise<void> {
  const tenantId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(tenantId, async (transaction) =>
    transaction
      .deleteFrom('feed')
      .where('kind', 'in', kind ? [kind] : ['sponsors', 'sign-ins'])
      .execute(),
  )
}
