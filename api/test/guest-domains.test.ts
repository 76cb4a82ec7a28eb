import { checkInvitation, type InvitationCheck } from '@foyer/contracts/invitation-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { check, fileOf, forgetFiles } from './support/invitation-file.ts'
import { forgetInvitations, invite, letInvite, listDomains } from './support/invitation.ts'
import { noRateLimits } from './support/no-rate-limits.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// An administrator's lists of domains are obeyed before Microsoft would refuse.

let world: World
let sam: Visitor

beforeAll(async () => {
  world = await openWorld({ rateLimits: noRateLimits })
})
beforeEach(async () => {
  world.simulator.reset()
  await forgetInvitations(world, 'contoso')
  await forgetFiles(world, 'contoso')
  sam = await world.enter('sam@contoso.com')
})
afterAll(async () => world[Symbol.asyncDispose]())

const nora = 'nora@litware.example'
const mei = 'mei@gmail.example'

const policyOf = (lists: object) => ({
  B2BManagementPolicy: { InvitationsAllowedAndBlockedDomainsPolicy: lists },
})

/** What is said of the lists, before the address is invited. */
async function saidOf(mail: string, who: Visitor = sam) {
  const { body } = await who.call(checkInvitation, { body: { mail } })
  return (body as unknown as InvitationCheck).findings.find(
    ({ reason }) => reason === 'domain-lists',
  )
}

const willFail = { reason: 'domain-lists', verdict: 'will-fail' }

test('where Contoso has no list, nothing is said of lists, and anybody can be invited', async () => {
  expect(await saidOf(nora)).toBeUndefined()
  expect((await invite(sam, nora)).status).toBe(201)
})

test('whose domain Contoso blocks is not invited, in whatever letters it is written', async () => {
  await listDomains(world, 'contoso', policyOf({ BlockedDomains: ['LitWare.example'] }))
  expect(await saidOf(nora)).toEqual(willFail)
  expect(await saidOf('NORA@LITWARE.EXAMPLE')).toEqual(willFail)
  expect(await saidOf('nora@sub.litware.example')).toBeUndefined()
  const { status, body } = await invite(sam, nora)
  expect([status, body['code']]).toEqual([422, 'domain-not-taken'])
  expect((await invite(sam, mei)).status).toBe(201)
})

test('whose domain Contoso allows is invited, and nobody else', async () => {
  await listDomains(world, 'contoso', policyOf({ AllowedDomains: ['litware.example'] }))
  expect(await saidOf(nora)).toBeUndefined()
  expect(await saidOf(mei)).toEqual(willFail)
})

test('rows of a file whose domain is blocked are left out, and the others are fine', async () => {
  await listDomains(world, 'contoso', policyOf({ BlockedDomains: ['litware.example'] }))
  const file = fileOf(
    `${nora},Nora Hansen,Tender,2027-03-31`,
    'ida@berg.example,Ida Berg,Tender,2027-03-31',
  )
  const told = await check(await world.enter('ada@contoso.com'), file)
  expect(told.rows.map(({ findings }) => findings)).toEqual([
    [{ ...willFail, column: 'address' }],
    [],
  ])
})

const notChecked = {
  reason: 'domain-lists',
  verdict: 'not-checked',
  needs: 'Policy.Read.B2BManagementPolicy',
}

test.each([
  [
    'that is about other things',
    '{"B2BManagementPolicy":{"AutoRedeemPolicy":{}}}',
    true,
    undefined,
  ],
  [
    'of single apps',
    JSON.stringify(policyOf({ BlockedDomains: ['litware.example'] })),
    false,
    undefined,
  ],
  ['that is no JSON', 'BlockedDomains: litware.example', true, notChecked],
  [
    'with something else as list',
    JSON.stringify(policyOf({ BlockedDomains: 7 })),
    true,
    notChecked,
  ],
  [
    'with something else as domain',
    JSON.stringify(policyOf({ AllowedDomains: [7] })),
    true,
    notChecked,
  ],
])('a policy %s is not taken for a list', async (_, definition, isOrganizationDefault, said) => {
  world.fail({
    path: '/beta/policies/b2bManagementPolicies',
    status: 200,
    body: { value: [{ id: 'any', definition: [definition], isOrganizationDefault }] },
  })
  expect(await saidOf(nora)).toEqual(said)
})

test.each([
  ['in a cloud without it', 400],
  ['while it fails', 500],
])(
  'the beta tells nothing %s: that is said, and nobody is kept from inviting',
  async (_, status) => {
    world.fail({ path: '/beta/policies/b2bManagementPolicies', status })
    expect(await saidOf(nora)).toEqual(notChecked)
    expect((await invite(sam, nora)).status).toBe(201)
  },
)

test('Fabrikam lets Foyer read no lists: that is said, and nobody is kept from inviting', async () => {
  await letInvite(world, 'everyone', 'fabrikam')
  const ines = await world.enter('ines@fabrikam.com', 'fabrikam')
  await listDomains(world, 'fabrikam', policyOf({ BlockedDomains: ['litware.example'] }))
  expect(await saidOf(nora, ines)).toEqual(notChecked)
  expect((await invite(ines, nora)).status).toBe(201)
})
