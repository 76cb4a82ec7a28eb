import { extendGuest } from '@foyer/contracts/guest'
import type { OrganizationId } from '@foyer/contracts/ids'
import { askToStay, getMyAccess } from '@foyer/contracts/stay'
import { addDays, type Day, dayOf, weekOf } from '@foyer/lifecycle/calendar'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { postDigests } from '../src/reminding/digest.ts'
import { remindKind } from '../src/reminding/remind.ts'
import { findInForce } from '../src/standing/keep-standings.ts'
import { addStep } from '../src/work/add-step.ts'
import { urgency } from '../src/work/step.ts'
import { type Mail, mailsTo } from './support/exit.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type World } from './support/world.ts'

// The days go by at Contoso: who is told of which end, and when.

let world: World
let contoso: UnderPolicy
let today: Day

const omar = 'omar@outlook.example'
const sam = 'sam@contoso.com'
const dayMs = 24 * 60 * 60_000

beforeAll(async () => {
  world = await openWorld({ world: 'pessimist' })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  today = dayOf(world.portal.clock.now(), 'UTC')
})
afterAll(async () => world[Symbol.asyncDispose]())

/** Omar's access ends in so many days, that of everybody else in far more. */
async function begin(days: number, reminderDays: number[]): Promise<void> {
  await contoso.decide({ accessDays: 300, reminderDays })
  await contoso.setEnd(omar, addDays(today, days))
}

/** What a day brings, as the daily steps do it. */
async function bring(days: number): Promise<Day> {
  world.simulator.clock.advance(days * dayMs)
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  const day = dayOf(world.portal.clock.now(), 'UTC')
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    addStep(transaction, {
      organizationId,
      kind: remindKind,
      subjectId: organizationId,
      key: `${remindKind}:${day}`,
      urgency: urgency.patient,
    }),
  )
  await world.portal.settle()
  return day
}

const toOmar = async () => mailsTo(world, omar)
const alone = (mails: readonly Mail[]) =>
  mails.filter(({ subject }) => subject.startsWith('The access of'))
const digests = (mails: readonly Mail[]) =>
  mails.filter(({ subject }) => subject.includes('need you at') || subject.includes('needs you at'))

test('Omar is told on each of the days before, and not before them', async () => {
  await begin(20, [7, 1])
  await bring(12)
  expect(await toOmar()).toHaveLength(0)
  await bring(1)
  const [told] = await toOmar()
  expect(told?.subject).toContain('Your access to Contoso ends on')
  expect(told?.text).toContain('the day that was set')
  await bring(6)
  expect(await toOmar()).toHaveLength(2)
})

test('Omar is told of no day twice: not on it, between it and the next, nor after the last', async () => {
  await begin(20, [7, 1])
  await bring(13)
  await bring(0)
  await bring(5)
  expect(await toOmar()).toHaveLength(1)
  await bring(1)
  await bring(30)
  expect(await toOmar()).toHaveLength(2)
})

test('days that were missed are made up for by one mail', async () => {
  await begin(40, [30, 14, 7, 1])
  await bring(36)
  expect(await toOmar()).toHaveLength(1)
  await bring(3)
  expect(await toOmar()).toHaveLength(2)
})

test('Sam hears once a week of all who need him, and alone only of what cannot wait', async () => {
  await begin(20, [7, 1])
  const first = await bring(13)
  const [digest, ...others] = digests(await mailsTo(world, sam))
  expect(others).toEqual([])
  expect(digest?.text).toContain('Omar Haddad: the access ends on')
  expect(digest?.text).toContain('/o/contoso/guests')
  expect(alone(await mailsTo(world, sam))).toEqual([])
  const last = await bring(6)
  const mails = await mailsTo(world, sam)
  expect(alone(mails).some(({ subject }) => subject.includes('Omar Haddad'))).toBe(true)
  expect(digests(mails)).toHaveLength(weekOf(first) === weekOf(last) ? 1 : 2)
})

test('a digest that has nothing to tell any more by the time it is sent, is not sent', async () => {
  await begin(20, [7])
  const body = { until: addDays(today, 90), reason: 'The drawings go on' }
  expect((await (await world.enter(omar)).call(askToStay, { body })).status).toBe(200)
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) => {
    const now = world.portal.clock.now()
    const inForce = await findInForce(transaction, now)
    if (!inForce) throw new Error('no policy is in force')
    const organization = { name: 'Contoso', slug: 'contoso', language: 'en' }
    await postDigests(transaction, {
      organizationId,
      organization,
      inForce,
      byGroups: new Map(),
      now,
    })
  })
  const visitor = await world.enter(sam)
  const { guestId } = await contoso.find(visitor, omar)
  await visitor.call(extendGuest, { params: { guestId }, body })
  const subjects = (await mailsTo(world, sam)).map(({ subject }) => subject)
  expect(subjects).toEqual([expect.stringContaining('Omar Haddad asks to stay')])
})

test('the outbox keeps no name of a guest for a digest', async () => {
  await begin(5, [4])
  await bring(1)
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  const words = await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction
      .selectFrom('mail')
      .select('words')
      .where('template', '=', 'sponsor-digest')
      .execute(),
  )
  expect(words.length).toBeGreaterThan(0)
  for (const { words: kept } of words) {
    expect(Buffer.from(kept).toString('utf8')).not.toContain('Omar')
  }
})

test('whoever is extended is told by the new end, and not by the old one', async () => {
  await begin(20, [7])
  const visitor = await world.enter(sam)
  const { guestId } = await contoso.find(visitor, omar)
  const until = addDays(today, 60)
  await visitor.call(extendGuest, { params: { guestId }, body: { until, reason: 'More work' } })
  await bring(13)
  expect((await toOmar()).filter(({ subject }) => subject.includes(' ends on '))).toEqual([])
  await bring(40)
  expect((await toOmar()).filter(({ subject }) => subject.includes(' ends on '))).toHaveLength(1)
})

test('a day is the organization’s: east and west of the line nobody is told on another one', async () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    await contoso.begin()
    const here = dayOf(world.portal.clock.now(), timeZone)
    await contoso.decide({ reminderDays: [7], accessDays: 300, timeZone })
    await contoso.setEnd(omar, addDays(here, 30))
    const ends = async () => (await toOmar()).filter(({ subject }) => subject.includes(' ends on '))
    await bring(22)
    expect([timeZone, await ends()]).toEqual([timeZone, []])
    await bring(1)
    expect([timeZone, (await ends()).length]).toEqual([timeZone, 1])
  }
})

test('whoever asked and was not answered until the end, waits no more', async () => {
  await begin(5, [])
  const body = { until: addDays(today, 90), reason: 'The drawings go on' }
  await (await world.enter(omar)).call(askToStay, { body })
  await bring(5)
  const access = async () => (await (await world.enter(omar)).call(getMyAccess, {})).body['request']
  expect(await access()).toMatchObject({ state: 'open' })
  await bring(1)
  expect(await access()).toMatchObject({ state: 'lapsed' })
})

test('where the organization does not let groups vouch, whoever is in one hears of nobody', async () => {
  const noor = 'noor@contoso.com'
  const idsAt = async (path: string) =>
    (await world.graph<{ value: readonly { id: string }[] }>(`${path}&$select=id`)).value
  const [desk] = await idsAt("/groups?$filter=displayName eq 'Partner Desk'")
  const [member] = await idsAt(`/users?$filter=mail eq '${noor}'`)
  await world.changeDirectory('POST', `/groups/${desk?.id}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${member?.id}`,
  })
  await begin(2, [1])
  await bring(1)
  const body = { until: addDays(today, 90), reason: 'The drawings go on' }
  expect((await (await world.enter(omar)).call(askToStay, { body })).status).toBe(200)
  expect(alone(await mailsTo(world, sam))).not.toEqual([])
  expect(await mailsTo(world, noor)).toEqual([])
})
