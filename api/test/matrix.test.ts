import { everyOperation, problemsOf } from '@foyer/contracts/every-operation'
import type { Operation } from '@foyer/contracts/operation'
import { type ProblemCode, problems } from '@foyer/contracts/problem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, leaveAfterSigningIn } from './support/leaving.ts'
import { getAppToken, openWorld, type World } from './support/world.ts'

// Every operation of the contracts × everybody who may come × the organization they come to. A new
// operation has no answer here, and fails the last test until somebody has thought about each caller.

type OperationId = (typeof everyOperation)[number]['id']
type Outcome = 'ok' | ProblemCode

const input = (organization: string): Readonly<Record<OperationId, object>> => ({
  getMe: {},
  listMyGroups: {},
  leaveGroup: { params: { groupId: '00000000-0000-4000-8000-000000000000' } },
  previewDeparture: {},
  leaveOrganization: { body: { confirmation: organization } },
  lookUpOrganization: { query: { name: 'contoso' } },
})

/** Nobody, or somebody whose token is none of ours: they learn nothing but that. */
const refused: Row = {
  getMe: 'token-refused',
  listMyGroups: 'token-refused',
  leaveGroup: 'token-refused',
  previewDeparture: 'token-refused',
  leaveOrganization: 'token-refused',
  lookUpOrganization: 'ok',
}
const guest: Row = {
  getMe: 'ok',
  listMyGroups: 'ok',
  leaveGroup: 'membership-not-found',
  previewDeparture: 'ok',
  leaveOrganization: 'sign-in-too-old',
  lookUpOrganization: 'ok',
}
const member: Row = {
  ...guest,
  listMyGroups: 'not-a-guest',
  leaveGroup: 'not-a-guest',
  leaveOrganization: 'departure-not-a-guest',
}
/** Of the organization's guests in name, or of elsewhere in fact, but not both. */
const halfGuest: Row = { ...member, listMyGroups: 'ok' }
const roleHolder: Row = { ...guest, leaveOrganization: 'departure-role-held' }
const gone: Row = everywhere('no-longer-here')
const blocked: Row = everywhere('blocked-here')

type Row = Readonly<Record<OperationId, Outcome>>

function everywhere(code: ProblemCode): Row {
  return {
    getMe: code,
    listMyGroups: code,
    leaveGroup: code,
    previewDeparture: code,
    leaveOrganization: code,
    lookUpOrganization: 'ok',
  }
}

const token = async (mail: string, slug: string) => (await world.enter(mail, slug)).accessToken

const table: readonly (readonly [
  caller: string,
  organization: string,
  token: () => Promise<string | undefined>,
  row: Row,
])[] = [
  ['nobody', '', async () => undefined, refused],
  ['whoever makes up a token', '', async () => 'garbage', refused],
  ['whoever makes up one of three parts', '', async () => 'e30.e30.e30', refused],
  ['a guest of an organization that Foyer does not serve', 'northwind', priyaOfNorthwind, refused],
  ['Grace with her ID token', 'contoso', idToken, refused],
  ['an app of the organization', 'contoso', appToken, refused],
  ['Grace, a guest', 'contoso', async () => token('grace@adatum.com', 'contoso'), guest],
  ['Grace, a guest', 'fabrikam', async () => token('grace@adatum.com', 'fabrikam'), guest],
  [
    'Grace, a guest',
    'woodgrove-bank',
    async () => token('grace@adatum.com', 'woodgrove-bank'),
    { ...guest, leaveOrganization: 'departure-not-allowed' },
  ],
  [
    'Omar, a personal account',
    'contoso',
    async () => token('omar@outlook.example', 'contoso'),
    guest,
  ],
  ['Mei, of Google', 'fabrikam', async () => token('mei@gmail.example', 'fabrikam'), guest],
  ['Lena, by code', 'contoso', async () => token('lena@atelier-vogel.example', 'contoso'), guest],
  ['Pierre, by SAML', 'fabrikam', async () => token('pierre@marchand.example', 'fabrikam'), guest],
  ['Emil, synced from home', 'fabrikam', async () => token('emil@adatum.com', 'fabrikam'), guest],
  ['Noor, a member', 'contoso', async () => token('noor@contoso.com', 'contoso'), member],
  ['Sam, a sponsor', 'contoso', async () => token('sam@contoso.com', 'contoso'), member],
  ['Ada, an operator', 'contoso', async () => token('ada@contoso.com', 'contoso'), member],
  [
    'Yuki, an external member',
    'contoso',
    async () => token('yuki@adatum.com', 'contoso'),
    halfGuest,
  ],
  ['Tom, an internal guest', 'contoso', async () => token('tom@contoso.com', 'contoso'), halfGuest],
  ['Rosa, with a role', 'contoso', async () => token('rosa@adatum.com', 'contoso'), roleHolder],
  ['Hugo, eligible', 'contoso', async () => token('hugo@tailspin.com', 'contoso'), roleHolder],
  ['Priya, by a group', 'contoso', async () => token('priya@tailspin.com', 'contoso'), roleHolder],
  [
    'a guest kept on the own servers',
    'contoso',
    changed({ onPremisesSyncEnabled: true }),
    { ...guest, leaveOrganization: 'departure-synced' },
  ],
  [
    'a guest in a restricted unit',
    'contoso',
    changed({ isManagementRestricted: true }),
    { ...guest, leaveOrganization: 'departure-protected' },
  ],
  ['a guest blocked since', 'contoso', changed({ accountEnabled: false }), blocked],
  ['a guest who has left since', 'fabrikam', departed, gone],
]

let world: World

beforeAll(async () => {
  world = await openWorld({ without: ['northwind'] })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

test.each(table)('%s %s', async (_caller, slug, getToken, row) => {
  world.simulator.reset()
  const bearer = await getToken()
  const name = nameOf(slug)
  const answers: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}
  for (const operation of everyOperation) {
    const { status, body } = await world.call(bearer, operation, input(name)[operation.id] as never)
    answers[operation.id] = [status, body['code'] ?? 'ok']
    expected[operation.id] = [statusOf(operation, row[operation.id]), row[operation.id]]
  }
  expect(answers).toEqual(expected)
})

test('every operation of the contracts has an answer for every caller', () => {
  const operations = everyOperation.map(({ id }) => id).toSorted()
  for (const [, , , row] of table) expect(Object.keys(row).toSorted()).toEqual(operations)
  expect(Object.keys(input('')).toSorted()).toEqual(operations)
})

test('every code of the table is one that the operation says it may answer', () => {
  for (const operation of everyOperation) {
    for (const [, , , row] of table) {
      const outcome = row[operation.id]
      if (outcome !== 'ok') expect(problemsOf(operation)).toContain(outcome)
    }
  }
})

/** As it has to be typed; anything where there is no organization. */
function nameOf(slug: string): string {
  const { organizations } = world.simulator.registrations()
  return organizations.find((each) => each.slug === slug)?.name ?? 'Contoso'
}

function statusOf({ success }: Operation, outcome: Outcome): number {
  return outcome === 'ok' ? success.status : problems[outcome].status
}

async function priyaOfNorthwind(): Promise<string> {
  return token('priya@tailspin.com', 'northwind')
}

async function idToken(): Promise<string> {
  return (await world.enter('grace@adatum.com', 'contoso')).idToken
}

async function appToken(): Promise<string> {
  const { api } = world.simulator.registrations()
  return getAppToken(world.simulator, 'contoso', `api://${api.clientId}`)
}

/** Omar, of whose account the directory begins to say something else while his token lives. */
function changed(change: Readonly<Record<string, unknown>>) {
  return async () => {
    const bearer = await token('omar@outlook.example', 'contoso')
    const path = `/v1.0/users/${idOf(bearer)}`
    const asked = '$select=id,displayName,userType,creationType,accountEnabled'
    const { body } = await world.graph('contoso', `${path}?${asked}`)
    const rest = { onPremisesSyncEnabled: null, isManagementRestricted: null }
    world.simulator.faults.add({ path, status: 200, body: { ...body, ...rest, ...change } })
    return bearer
  }
}

async function departed(): Promise<string> {
  const bearer = await token('grace@adatum.com', 'fabrikam')
  const { status } = await leaveAfterSigningIn(world, 'grace@adatum.com', 'fabrikam', 'Fabrikam')
  expect(status).toBe(200)
  return bearer
}
