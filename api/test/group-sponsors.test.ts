import { previewBulkExtension } from '@foyer/contracts/bulk-extension'
import { countGuests, extendGuest, getGuest } from '@foyer/contracts/guest'
import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import { askToStay } from '@foyer/contracts/stay'
import { answerSuccession, openSuccession } from '@foyer/contracts/succession'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { remindKind } from '../src/reminding/remind.ts'
import { addStep } from '../src/work/add-step.ts'
import { urgency } from '../src/work/step.ts'
import { mailsTo } from './support/exit.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type World } from './support/world.ts'

// The Partner Desk of Contoso, a group, vouches for Omar. Noor vouches for nobody by herself.

const omar = 'omar@outlook.example'
const noor = 'noor@contoso.com'
const jonas = 'jonas@contoso.com'
const ada = 'ada@contoso.com'
const reason = 'The supplier audit goes on'

let world: World
let contoso: UnderPolicy
let desk: GroupId
let until: Day

beforeAll(async () => {
  world = await openWorld({ world: 'optimist', declared: { contoso: { groupsVouch: true } } })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  await contoso.decide({ accessDays: 60 })
  desk = await idOf<GroupId>("/groups?$filter=displayName eq 'Partner Desk'&$select=id")
  until = addDays(dayOf(world.portal.clock.now(), 'UTC'), 120)
})
afterAll(async () => world[Symbol.asyncDispose]())

async function idOf<T extends string>(path: string): Promise<T> {
  const { value } = await world.graph<{ value: readonly { id: T }[] }>(path)
  if (!value[0]) throw new Error(`nothing is at ${path}`)
  return value[0].id
}

const noorId = async () => (await world.graph<{ id: string }>(`/users/${noor}`)).id
const omarId = async () => (await contoso.find(await world.enter('sam@contoso.com'), omar)).guestId

async function join(id: string, groupId: string): Promise<void> {
  await world.changeDirectory('POST', `/groups/${groupId}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
  })
}

async function addGroup(displayName: string): Promise<GroupId> {
  const mailNickname = displayName.replace(' ', '')
  const kind = { mailEnabled: false, securityEnabled: true }
  await world.changeDirectory('POST', '/groups', { displayName, mailNickname, ...kind })
  return idOf(`/groups?$filter=displayName eq '${displayName}'&$select=id`)
}

async function extend(by: string) {
  const visitor = await world.enter(by)
  const params = { guestId: await omarId() }
  return visitor.call(extendGuest, { params, body: { until, reason } })
}

test('who is in the Partner Desk sees Omar and nobody else, and decides about him', async () => {
  await join(await noorId(), desk)
  const visitor = await world.enter(noor)
  expect((await contoso.listOf(visitor)).map(({ mail }) => mail)).toEqual([omar])
  expect((await visitor.call(countGuests, {})).body['guests']).toBe(1)
  const guestId = await omarId()
  expect((await visitor.call(getGuest, { params: { guestId } })).body['seenAs']).toBe('sponsor')
  const preview = await visitor.call(previewBulkExtension, { body: { guestIds: [guestId], until } })
  expect(preview.body['extended']).toMatchObject([{ guestId }])
  expect((await extend(noor)).body['end']).toMatchObject({ on: until })
})

test('whoever vouches by a group hands over, and the group vouches on', async () => {
  world.simulator.scopeRoles('contoso')
  await join(await noorId(), desk)
  const guestId = await omarId()
  const opened = await (
    await world.enter(noor)
  ).call(openSuccession, { params: { guestId }, body: { cause: 'handed-over', to: jonas } })
  expect(opened.body['state']).toBe('open')
  await world.portal.settle()
  const input = { params: { successionId: String(opened.body['successionId']) } }
  const answer = async (challenge?: string) =>
    (await world.enter(jonas)).call(answerSuccession, {
      ...input,
      body: { accepts: true, ...(challenge ? { challenge } : {}) },
    })
  const first = await answer()
  expect((await answer(String(first.body['challenge']))).status).toBe(204)
  await world.portal.settle()
  const path = `/users/${guestId}/sponsors`
  const { value } = await world.graph<{ value: readonly { displayName: string }[] }>(path)
  expect(value.map(({ displayName }) => displayName).toSorted()).toEqual([
    'Jonas Weber',
    'Partner Desk',
    'Sam Okafor',
  ])
})

test('who is in a group of a group that vouches, does not', async () => {
  const outer = await addGroup('Audit Office')
  const inner = await addGroup('Auditors')
  await join(inner, outer)
  await join(await noorId(), inner)
  await world.changeDirectory('POST', `/users/${await omarId()}/sponsors/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/groups/${outer}`,
  })
  await contoso.sync()
  expect(await contoso.listOf(await world.enter(noor))).toEqual([])
  expect((await extend(noor)).body['code']).toBe('guest-not-found')
  await join(await noorId(), outer)
  expect((await extend(noor)).status).toBe(200)
})

test('whoever was taken out of it since, decides nothing, whatever Foyer remembers', async () => {
  const id = await noorId()
  await join(id, desk)
  await contoso.sync()
  expect(await contoso.listOf(await world.enter(noor))).toHaveLength(1)
  await world.changeDirectory('DELETE', `/groups/${desk}/members/${id}/$ref`)
  expect((await extend(noor)).body['code']).toBe('guest-not-found')
  expect(await contoso.listOf(await world.enter(noor))).toEqual([])
})

test('a guest in it vouches for nobody', async () => {
  const graceId = await idOf("/users?$filter=mail eq 'grace@adatum.com'&$select=id")
  await join(graceId, desk)
  expect((await extend('grace@adatum.com')).body['code']).toBe('not-answerable')
})

test('who is in it hears of Omar as Sam does, and whoever cannot vouch does not', async () => {
  await join(await noorId(), desk)
  await contoso.decide({ accessDays: 300, reminderDays: [7, 1] })
  await contoso.setEnd(omar, addDays(dayOf(world.portal.clock.now(), 'UTC'), 8))
  const adaId = await idOf<PersonId>(`/users?$filter=mail eq '${ada}'&$select=id`)
  await join(adaId, desk)
  await world.changeDirectory('PATCH', `/users/${adaId}`, { accountEnabled: false })

  await bring(1)
  expect(await subjectsTo(noor)).toEqual(['One of your guests needs you at Contoso'])
  expect((await mailsTo(world, noor))[0]?.text).toContain('Omar Haddad: the access ends on')
  await bring(6)
  expect(await subjectsTo(noor)).toContainEqual(
    expect.stringContaining('The access of Omar Haddad to Contoso ends on'),
  )

  const body = { until, reason }
  const asked = expect.stringContaining('Omar Haddad asks to stay') as string
  expect((await (await world.enter(omar)).call(askToStay, { body })).status).toBe(200)
  expect(await subjectsTo(noor)).toContainEqual(asked)
  expect(await subjectsTo('sam@contoso.com')).toContainEqual(asked)
  expect(await subjectsTo(ada)).toEqual([])
})

test('while the directory does not say who is in it, nobody’s mail is lost', async () => {
  await join(await noorId(), desk)
  await contoso.decide({ accessDays: 300, reminderDays: [1] })
  await contoso.setEnd(omar, addDays(dayOf(world.portal.clock.now(), 'UTC'), 2))
  const heal = world.fail({ path: '/v1.0/groups/*', status: 503 })
  await bring(1)
  expect(await subjectsTo(noor)).toEqual([])
  heal()
  world.simulator.clock.advance(60 * 60_000)
  await world.portal.settle()
  expect(await subjectsTo(noor)).toContainEqual(
    expect.stringContaining('The access of Omar Haddad'),
  )
  expect(await subjectsTo(omar)).toHaveLength(1)
})

const subjectsTo = async (mail: string) =>
  (await mailsTo(world, mail)).map(({ subject }) => subject)

/** What a day brings, as the daily steps do it. */
async function bring(days: number): Promise<void> {
  world.simulator.clock.advance(days * 24 * 60 * 60_000)
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    addStep(transaction, {
      organizationId,
      kind: remindKind,
      subjectId: organizationId,
      key: `${remindKind}:${dayOf(world.portal.clock.now(), 'UTC')}`,
      urgency: urgency.patient,
    }),
  )
  await world.portal.settle()
}
