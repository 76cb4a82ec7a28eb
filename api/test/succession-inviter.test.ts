import type { PersonId } from '@foyer/contracts/ids'
import {
  answerSuccession,
  getSuccession,
  listMySuccessions,
  openSuccession,
  type SuccessionAsk,
} from '@foyer/contracts/succession'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type World } from './support/world.ts'

// Noor invited Omar to Contoso; an app made Bea's account, and Grace asked another guest in.

let world: World
let contoso: UnderPolicy

const sam = 'sam@contoso.com'
const noor = 'noor@contoso.com'
const jonas = 'jonas@contoso.com'
const omar = 'omar@outlook.example'
const bea = 'bea@outlook.example'

beforeAll(async () => {
  world = await openWorld()
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  world.simulator.scopeRoles('contoso')
})
afterAll(async () => world[Symbol.asyncDispose]())

const idOf = async (mail: string) =>
  (await world.graph<{ value: readonly { id: string }[] }>(`/users?$filter=mail eq '${mail}'`))
    .value[0]?.id ?? ''

/** Sam says that a guest is not his, and whoever could be asked by then is asked. */
async function disown(mail: string): Promise<PersonId> {
  const visitor = await world.enter(sam)
  const { guestId } = await contoso.find(visitor, mail)
  const body = { cause: 'not-my-guest' as const }
  const opened = await visitor.call(openSuccession, { params: { guestId }, body })
  expect(opened.status).toBe(200)
  await world.portal.settle()
  return guestId
}

async function askedOf(mail: string): Promise<readonly SuccessionAsk[]> {
  const { body } = await (await world.enter(mail)).call(listMySuccessions, {})
  return (body as unknown as { asked: readonly SuccessionAsk[] }).asked
}

async function stateOf(guestId: PersonId): Promise<unknown> {
  const ada = await world.enter('ada@contoso.com')
  const { body } = await ada.call(getSuccession, { params: { guestId } })
  return body['succession']
}

async function letKnow(owner: string, guest: string): Promise<void> {
  const path = "/groups?$filter=displayName eq 'Harbour Drawings'&$select=id"
  const [group] = (await world.graph<{ value: readonly { id: string }[] }>(path)).value
  const refer = async (relation: string, mail: string) =>
    world.changeDirectory('POST', `/groups/${group?.id}/${relation}/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${await idOf(mail)}`,
    })
  await refer('owners', owner)
  await refer('members', guest)
}

test.each([
  ['an object', 'object'],
  ['a list', 'list'],
] as const)(
  'Noor, who invited Omar, is asked before Jonas, who owns a group of his; told by %s',
  async (_, inviterReply) => {
    world.simulator.choose({ inviterReply })
    await letKnow(jonas, omar)
    const guestId = await disown(omar)
    const [asked, ...others] = await askedOf(noor)
    expect(others).toEqual([])
    expect(asked).toMatchObject({ guest: 'Omar Haddad', hasInvited: true, askedBy: 'Sam Okafor' })
    expect(await askedOf(jonas)).toEqual([])

    const input = {
      params: { successionId: asked?.successionId ?? '' },
      body: { accepts: false },
    }
    expect((await (await world.enter(noor)).call(answerSuccession, input)).status).toBe(204)
    await world.portal.settle()
    expect(await askedOf(jonas)).toMatchObject([{ guest: 'Omar Haddad', hasInvited: false }])
    expect(await stateOf(guestId)).toMatchObject({ state: 'open' })
  },
)

test('whoever invited and is blocked since is not asked', async () => {
  await world.changeDirectory('PATCH', `/users/${await idOf(noor)}`, { accountEnabled: false })
  await letKnow(jonas, omar)
  await disown(omar)
  expect(await askedOf(jonas)).toMatchObject([{ guest: 'Omar Haddad' }])
})

test.each([
  ['an object', 'object'],
  ['a list', 'list'],
] as const)(
  'an app that made the account, and a guest who invited, are asked nothing; told by %s',
  async (_, inviterReply) => {
    world.simulator.choose({ inviterReply })
    const ofGrace = await invitedByGrace()
    for (const mail of [bea, ofGrace]) {
      const guestId = await disown(mail)
      expect(await stateOf(guestId)).toMatchObject({
        state: 'exhausted',
        because: 'nobody-left',
        asked: [],
      })
    }
    expect(await world.effects('sponsor-added')).toEqual([])
  },
)

test.each([
  ['refused', { status: 403 }],
  ['gone', { status: 400 }],
  ['of a national cloud', { status: 501 }],
  ['of another shape', { status: 200, body: { value: { id: 7 } } }],
])('a beta that is %s is no evidence, and stops nothing', async (_, fault) => {
  world.fail({ path: '/beta/users/*/invitedBy', ...fault })
  await letKnow(jonas, omar)
  await disown(omar)
  expect(await askedOf(noor)).toEqual([])
  expect(await askedOf(jonas)).toMatchObject([{ guest: 'Omar Haddad', hasInvited: false }])
})

test('a beta that is busy is asked again', async () => {
  world.fail({
    path: '/beta/users/*/invitedBy',
    status: 429,
    headers: { 'retry-after': '0.05' },
    count: 2,
  })
  await disown(omar)
  expect(await askedOf(noor)).toMatchObject([{ hasInvited: true }])
})

/** One of Sam's guests of whom the directory says so. */
async function invitedByGrace(): Promise<string> {
  const path = "/users?$filter=userType eq 'Guest'&$select=id,mail&$top=999"
  const { value } = await world.graph<{ value: readonly { id: string; mail: string }[] }>(path)
  const graceId = await idOf('grace@adatum.com')
  const listed = await contoso.listOf(await world.enter(sam))
  const known = value.filter(({ id }) => listed.some(({ guestId }) => guestId === id))
  for (const { id, mail } of known) {
    const inviter = await readInviter(id)
    if (inviter === graceId) return mail
  }
  throw new Error('Grace has invited nobody')
}

/** As an audit of the organization reads it. */
async function readInviter(id: string): Promise<string | undefined> {
  const token = await world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.tenantIdOf('contoso'),
    appid: 'an audit',
    roles: ['User.Read.All'],
    exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 60,
  })
  const reply = await fetch(`${world.simulator.url}/beta/users/${id}/invitedBy`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const body = (await reply.json()) as { id?: string; value?: readonly { id: string }[] }
  return body.id ?? body.value?.[0]?.id
}
