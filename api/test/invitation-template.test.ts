import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId } from '@foyer/contracts/ids'
import {
  type InvitationTemplate,
  keepInvitationTemplate,
  listInvitationTemplates,
  type NewInvitationTemplate,
  removeInvitationTemplate,
} from '@foyer/contracts/invitation-template'
import { delegateInviting } from '@foyer/contracts/inviting-delegation'
import { changePolicy } from '@foyer/contracts/policy'
import { proposedPolicy } from '@foyer/lifecycle/policy'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { syncOrganization } from '../src/projection/projection.ts'
import type { Answer } from './support/call.ts'
import { letInvite } from './support/invitation.ts'
import { noRateLimits } from './support/no-rate-limits.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Ada and Jonas are Contoso's operators; Sam owns Harbour Redevelopment and not Tender 2026.

let world: World
let ada: Visitor
let sam: Visitor

const contoso = () => world.tenantIdOf('contoso') as OrganizationId

beforeAll(async () => {
  world = await openWorld({ rateLimits: noRateLimits })
})
beforeEach(async () => {
  world.simulator.reset()
  await world.portal.store.asOrganization(contoso(), async (transaction) => {
    for (const table of ['invitationTemplate', 'invitingDelegation'] as const) {
      await transaction.deleteFrom(table).execute()
    }
  })
  ada = await world.enter('ada@contoso.com')
  sam = await world.enter('sam@contoso.com')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const auditor: NewInvitationTemplate = {
  name: 'Auditor',
  purpose: 'Audit of the year',
  accessDays: 60,
  groupIds: [],
  language: 'de',
  message: 'Welcome',
}

async function keep(
  more: Partial<NewInvitationTemplate> = {},
  {
    who = ada,
    templateId = randomUUID(),
    version = 0,
  }: { who?: Visitor; templateId?: string; version?: number } = {},
): Promise<Answer & { readonly templateId: string }> {
  const body = { ...auditor, ...more }
  const answer = await who.call(keepInvitationTemplate, { params: { templateId }, body, version })
  return { ...answer, templateId }
}
const outcomeOf = ({ status, body }: Answer) => [status, body['code'] ?? body['version']]
const read = async (who = sam) => who.call(listInvitationTemplates, {})
const listed = async (who = sam) => (await read(who)).body['templates'] as InvitationTemplate[]
const groupNamed = async (name: string) => {
  const { value } = await world.graph<{ value: { id: GroupId; displayName: string }[] }>(
    `/groups?$select=id,displayName&$top=999`,
  )
  return value.find(({ displayName }) => displayName === name)?.id as GroupId
}

test('what Ada writes for auditors, Sam reads, and Fabrikam does not', async () => {
  const answer = await keep()
  expect([outcomeOf(answer), answer.headers['etag']]).toEqual([[200, 1], '"1"'])
  expect(await listed()).toMatchObject([{ ...auditorAsRead, templateId: answer.templateId }])
  await letInvite(world, 'everyone', 'fabrikam')
  expect(await listed(await world.enter('ines@fabrikam.com', 'fabrikam'))).toEqual([])
})
const auditorAsRead = {
  version: 1,
  name: 'Auditor',
  purpose: 'Audit of the year',
  accessDays: 60,
  groups: [],
  language: 'de',
  message: 'Welcome',
}

test('the same twice, even at once, is one template and one entry of the journal', async () => {
  const templateId = randomUUID()
  const answers = await Promise.all([keep({}, { templateId }), keep({}, { templateId })])
  answers.push(await keep({}, { templateId }))
  expect(answers.map(outcomeOf)).toEqual([
    [200, 1],
    [200, 1],
    [200, 1],
  ])
  expect(await listed()).toHaveLength(1)
  const acts = await world.portal.store.asOrganization(contoso(), async (transaction) =>
    transaction.selectFrom('journal').select('act').where('objectId', '=', templateId).execute(),
  )
  expect(acts).toEqual([{ act: 'keep-template' }])
})

test('of two operators who change it at once, the second is told', async () => {
  const { templateId } = await keep()
  const jonas = await world.enter('jonas@contoso.com')
  expect(outcomeOf(await keep({ accessDays: 30 }, { templateId, version: 1 }))).toEqual([200, 2])
  const late = await keep({ accessDays: 90 }, { who: jonas, templateId, version: 1 })
  expect(outcomeOf(late)).toEqual([412, 'version-changed'])
  expect(await listed()).toMatchObject([{ version: 2, accessDays: 30 }])
})

test('one that is removed is offered no more, and cannot be changed', async () => {
  const { templateId } = await keep()
  const remove = async () => ada.call(removeInvitationTemplate, { params: { templateId } })
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 204])
  expect(await listed()).toEqual([])
  const late = await keep({}, { templateId, version: 1 })
  expect(outcomeOf(late)).toEqual([412, 'version-changed'])
})

test('a group into which Sam may not bring somebody is said to be one', async () => {
  const [harbour, tender] = [
    await groupNamed('Harbour Redevelopment'),
    await groupNamed('Tender 2026'),
  ]
  await syncOrganization(world.portal, contoso())
  await keep({ groupIds: [harbour, tender] })
  const groupsFor = async (who: Visitor) =>
    (await listed(who))[0]?.groups.map(({ name, isInvitable }) => [name, isInvitable])
  expect(await groupsFor(sam)).toEqual([
    ['Harbour Redevelopment', true],
    ['Tender 2026', false],
  ])
  expect(await groupsFor(ada)).toEqual([
    ['Harbour Redevelopment', true],
    ['Tender 2026', true],
  ])
})

test('the days of access end where the policy ends them', async () => {
  await keep({ accessDays: 3650 })
  const before = (await listed())[0]?.endsOn ?? ''
  await ada.call(changePolicy, {
    body: { ...proposedPolicy, accessDays: 90, longestExtensionDays: 90 },
    version: 0,
  })
  const after = (await listed())[0]?.endsOn ?? ''
  const dayOf = (days: number) =>
    new Date(world.simulator.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  expect([before, after]).toEqual([dayOf(3650), dayOf(90)])
})

describe('Ada keeps no template', () => {
  test.each([
    [{ name: 'See evil.example/pay' }, [422, 'invitation-words-not-plain']],
    [{ name: '   ' }, [422, 'invitation-words-not-plain']],
    [{ purpose: 'a\u202Eb' }, [422, 'invitation-words-not-plain']],
    [{ message: 'Write to ada@contoso.com' }, [422, 'invitation-words-not-plain']],
    [{ groupIds: [randomUUID() as GroupId] }, [422, 'group-not-invitable']],
    [{ accessDays: 0 }, [400, 'invalid-request']],
    [{ accessDays: 3651 }, [400, 'invalid-request']],
    [{ language: 'fr' as 'de' }, [400, 'invalid-request']],
  ])('with %j', async (more, outcome) => {
    expect(outcomeOf(await keep(more))).toEqual(outcome)
    expect(await listed()).toEqual([])
  })

  test('of a group that a rule fills', async () => {
    const ruled = await groupNamed('All Partners')
    expect(outcomeOf(await keep({ groupIds: [ruled] }))).toEqual([422, 'group-not-invitable'])
  })

  test('of the name of another one, however it is written', async () => {
    await keep()
    expect(outcomeOf(await keep({ name: 'AUDITOR ' }))).toEqual([409, 'template-name-taken'])
  })

  test('beyond the fiftieth', async () => {
    for (let count = 1; count <= 50; count += 1) await keep({ name: `Kind ${count}` })
    expect(outcomeOf(await keep({ name: 'One more' }))).toEqual([409, 'too-many-templates'])
  })
})

test('whoever may not invite reads none, until an operator lets them; Ada does in any case', async () => {
  await keep()
  await letInvite(world, 'adminsAndGuestInviters')
  const { status, body } = await read()
  expect([status, body['code']]).toEqual([403, 'inviting-not-allowed'])
  expect(await listed(ada)).toHaveLength(1)
  await ada.call(delegateInviting, {
    body: { mail: 'sam@contoso.com', until: '2027-03-31', reason: 'The tender is his' },
  })
  expect(await listed()).toHaveLength(1)
})

test('Sam writes none and removes none, and a guest reads none', async () => {
  const { templateId } = await keep()
  expect(outcomeOf(await keep({ name: 'Mine' }, { who: sam }))).toEqual([403, 'not-an-operator'])
  const removal = await sam.call(removeInvitationTemplate, { params: { templateId } })
  expect(removal.status).toBe(403)
  const grace = await world.enter('grace@adatum.com')
  expect((await read(grace)).body['code']).toBe('not-answerable')
  expect(await listed()).toHaveLength(1)
})
