import { previewDeparture } from '@foyer/contracts/departure'
import { guidOf } from '@foyer/simulator/world/guid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { idOf } from './support/leaving.ts'
import { openWorld, type Slug, type World } from './support/world.ts'

const apps = { path: '/v1.0/users/*/appRoleAssignments' }
const everywhere = [
  'open-apps',
  'access-packages',
  'shared-content',
  'shared-channels',
  'azure-roles',
  'other-services',
]
const denied = {
  status: 403,
  body: { error: { code: 'Authorization_RequestDenied', message: '' } },
}

/** Of its members only the organization's own people can be proposed as owners. */
const forum = {
  groupId: guidOf('group contoso Supplier Forum'),
  name: 'Supplier Forum',
  kind: 'microsoft-365',
  candidates: [{ name: 'Noor Rahman' }, { name: 'Sam Okafor' }],
}

let world: World

beforeAll(async () => {
  world = await openWorld({ world: 'optimist' })
})
beforeEach(() => {
  world.simulator.reset()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const preview = async (mail: string, slug: Slug = 'contoso') =>
  (await (await world.enter(mail, slug)).call(previewDeparture, {})).body

test('Grace sees by kind what ends at Contoso, and the apps that are hers or a group’s', async () => {
  expect(await preview('grace@adatum.com')).toMatchObject({
    groupCount: 7,
    groups: [
      { name: 'All Partners', kind: 'security' },
      { name: 'Harbour Drawings', kind: 'security' },
      { name: 'Harbour Redevelopment', kind: 'team' },
      { name: 'Harbour Reviewers', kind: 'security' },
      { name: 'Site Access East', kind: 'security' },
      { name: 'Supplier Forum', kind: 'microsoft-365' },
      { name: 'Tender 2026', kind: 'microsoft-365' },
    ],
    ownedAlone: [forum],
    apps: ['Contoso Site Diary', 'Drawings Library'],
    unseen: ['hidden-groups', ...everywhere],
  })
})

test('Omar sees mail lists as what they are', async () => {
  const { groups } = await preview('omar@outlook.example')
  expect(groups).toEqual(
    expect.arrayContaining([
      { name: 'Contoso Announcements', kind: 'distribution' },
      { name: 'Site Safety', kind: 'mail-enabled-security' },
    ]),
  )
})

test('Bea is in no group and has no app, and that is said and not left open', async () => {
  const body = await preview('bea@outlook.example')
  expect(body).toMatchObject({ groupCount: 0, groups: [], ownedAlone: [], apps: [] })
  expect(body['unseen']).toEqual(['hidden-groups', ...everywhere])
})

test('Fabrikam does not let Foyer see apps: Grace is told so, and not that she has none', async () => {
  const body = await preview('grace@adatum.com', 'fabrikam')
  expect(Object.keys(body)).not.toContain('apps')
  expect(body['unseen']).toEqual(['apps', 'hidden-groups', ...everywhere])
})

test('Mei is in a group with hidden membership, which shows that Foyer sees those there', async () => {
  const { groups, unseen } = await preview('mei@gmail.example', 'fabrikam')
  expect(groups).toContainEqual({ name: 'Wellbeing Circle', kind: 'microsoft-365' })
  expect(unseen).toEqual(['apps', ...everywhere])
})

test.each([
  ['fails', { status: 500 }],
  ['is busy', { status: 429, headers: { 'retry-after': '30' } }],
  ['breaks off', { drop: 'before' }],
  ['answers nonsense', { status: 200, body: { value: [{ id: 7 }] } }],
  ['never answers', { hang: true }],
] as const)(
  'a directory that %s for apps leaves the rest of the preview whole',
  async (_, fault) => {
    world.fail({ ...apps, ...fault })
    const startedAt = performance.now()
    const body = await preview('grace@adatum.com')
    expect(performance.now() - startedAt).toBeLessThan(4_500)
    expect(body).toMatchObject({ mayLeave: true, groupCount: 7, ownedAlone: [forum] })
    expect(Object.keys(body)).not.toContain('apps')
    expect(body['unseen']).toEqual(['apps-unanswered', 'hidden-groups', ...everywhere])
  },
)

test('an app of which she has several roles is one app, and one without a name is no secret', async () => {
  const me = await world.enter('grace@adatum.com')
  const path = `/v1.0/users/${idOf(me)}/appRoleAssignments`
  const named = (id: string, resourceDisplayName: string | null) => ({
    id: `${id}-assignment`,
    resourceId: `${id}-app`,
    resourceDisplayName,
  })
  const long = 'Harbour '.repeat(32).slice(0, 256)
  const value = [named('b', long), named('a', 'Atlas'), named('a', 'Atlas'), named('c', null)]
  world.fail({ path, status: 200, body: { value } })
  expect((await me.call(previewDeparture, {})).body).toMatchObject({
    apps: ['Atlas', 'c-app', long],
  })
})

test('a group with the longest name that a directory takes keeps all of it', async () => {
  const me = await world.enter('grace@adatum.com', 'fabrikam')
  const path = `/users/${idOf(me)}/memberOf/microsoft.graph.group?$select=id,displayName`
  const { value } = await world.graph<{ value: { id: string; displayName: string }[] }>(
    path,
    'fabrikam',
  )
  const maps = value.find(({ displayName }) => displayName === 'Plant Maps')
  const name = `Maps ${'Donaudampfschifffahrt'.repeat(13)}`.slice(0, 256)
  await world.changeDirectory('PATCH', `/groups/${maps?.id}`, { displayName: name }, 'fabrikam')
  const { body } = await me.call(previewDeparture, {})
  expect(body['groups']).toContainEqual({ name, kind: 'security' })
})

test.each([
  ['does not show members', { status: 403 }],
  ['answers nonsense for them', { status: 200, body: { value: [{ id: 7 }] } }],
] as const)('a directory that %s still previews, and nobody is offered', async (_, fault) => {
  world.fail({ path: '/v1.0/groups/*/members/*', ...fault })
  const { ownedAlone, groupCount } = await preview('grace@adatum.com')
  const { candidates: __, ...bare } = forum
  expect([ownedAlone, groupCount]).toEqual([[bare], 7])
})

test('whether home brings her back is unseen where the policy cannot be read', async () => {
  world.fail({ path: '/v1.0/policies/crossTenantAccessPolicy/*', ...denied })
  const body = await preview('emil@adatum.com', 'fabrikam')
  expect(body).toMatchObject({ mayReturnBySync: false })
  expect(body['unseen']).toContain('return-by-sync')
  // Who has no home that synchronizes is not told of it.
  expect((await preview('omar@outlook.example'))['unseen']).not.toContain('return-by-sync')
})

test('where guests see no groups, neither name nor kind is told, by nothing', async () => {
  const body = await preview('priya@tailspin.com', 'northwind')
  expect(body).toMatchObject({ mayLeave: true, groupCount: 2 })
  expect(Object.keys(body)).not.toContain('groups')
  expect(Object.keys(body)).not.toContain('ownedAlone')
  expect(JSON.stringify(body)).not.toMatch(/tender|microsoft-365|"security"/i)
})

test('nor can it be told from what is unseen that one of them is hidden', async () => {
  await using restricted = await openWorld({
    declared: { fabrikam: { guestAccess: 'restricted' } },
  })
  const mei = await restricted.enter('mei@gmail.example', 'fabrikam')
  const { body } = await mei.call(previewDeparture, {})
  expect(Object.keys(body)).not.toContain('groups')
  expect(body['unseen']).toContain('hidden-groups')
})
