import { beforeEach, describe, expect, it } from 'vitest'
import { everybody, invitationCalls, messageOf } from './invitation-calls.ts'
import { list, withSimulator } from './world.ts'

const world = withSimulator()
const calls = invitationCalls(world)
const { inviteMail } = calls
const nora = 'nora@litware.example'

beforeEach(() =>
  world.simulator.choose({
    invitationsByApps: 'allowed',
  }),
)

describe('who invites', () => {
  const refused =
    'Guest invitations not allowed for your company. Contact your company administrator for more details.'
  const people = ['Sam Okafor', 'Rosa Lima', 'Grace Adeyemi'] as const
  const scope = 'User.Invite.All'

  it.each<[string, string[]]>([
    ['none', []],
    ['adminsAndGuestInviters', ['Rosa Lima']],
    ['adminsGuestInvitersAndAllMembers', ['Sam Okafor', 'Rosa Lima']],
    ['everyone', ['Sam Okafor', 'Rosa Lima', 'Grace Adeyemi']],
  ])('%s: of a member, a Guest Inviter and a guest, %j', async (allowInvitesFrom, expected) => {
    await calls.setPolicy({ allowInvitesFrom })
    const said: Record<string, unknown> = {}
    for (const person of people) {
      const answer = await inviteMail(nora, {}, await calls.asPerson('contoso', person, scope))
      said[person] = answer.status === 201 ? 201 : [answer.status, messageOf(answer)]
    }
    const wanted = people.map((one) => [one, expected.includes(one) ? 201 : [403, refused]])
    expect(said).toEqual(Object.fromEntries(wanted))
  })

  it('nobody without the scope or the permission', async () => {
    await calls.setPolicy({ allowInvitesFrom: 'everyone' })
    const sam = await calls.asPerson('contoso', 'Sam Okafor', 'User.Read')
    expect((await inviteMail(nora, {}, sam)).status).toBe(403)
    const reader = await calls.asApp('contoso', 'User.Read.All')
    expect((await inviteMail(nora, {}, reader)).status).toBe(403)
  })

  it('V-10: an app, where it is left to administrators and inviters', async () => {
    await calls.setPolicy({ allowInvitesFrom: 'adminsAndGuestInviters' })
    expect((await inviteMail(nora)).status).toBe(201)
    world.simulator.choose({ invitationsByApps: 'refused' })
    const answer = await inviteMail('ben@litware.example')
    expect([answer.status, messageOf(answer)]).toEqual([403, refused])
    await calls.setPolicy({ allowInvitesFrom: 'everyone' })
    expect((await inviteMail('ben@litware.example')).status).toBe(201)
  })

  it('no app where nobody may', async () => {
    await calls.setPolicy({ allowInvitesFrom: 'none' })
    const answer = await inviteMail(nora)
    expect([answer.status, messageOf(answer)]).toEqual([403, refused])
  })
})

describe('whom an organization takes', () => {
  const path = '/beta/policies/b2bManagementPolicies'
  const definitionOf = (lists: object) => [
    JSON.stringify({ B2BManagementPolicy: { InvitationsAllowedAndBlockedDomainsPolicy: lists } }),
  ]
  const send = async (method: string, address: string, body?: object) =>
    world.graph(await calls.asApp('contoso', 'Policy.ReadWrite.B2BManagementPolicy'), address, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })

  it('is a list of domains in beta, which allows or blocks', async () => {
    expect(list((await send('GET', path)).body)).toEqual([])
    const blocked = { definition: definitionOf({ BlockedDomains: ['Litware.example'] }) }
    const made = await send('POST', path, blocked)
    expect(made.status).toBe(201)
    expect((await send('POST', path, blocked)).status).toBe(409)
    const answer = await inviteMail(nora)
    expect([answer.status, messageOf(answer)]).toEqual([
      400,
      expect.stringContaining('does not allow collaboration with the domain'),
    ])
    expect((await inviteMail('max@proseware.example')).status).toBe(201)

    const policy = `${path}/${String(made.body['id'])}`
    const allowed = { definition: definitionOf({ AllowedDomains: ['litware.example'] }) }
    expect((await send('PATCH', policy, allowed)).status).toBe(204)
    expect((await send('GET', policy)).body).toMatchObject(allowed)
    expect((await inviteMail(nora)).status).toBe(201)
    expect((await inviteMail('max@proseware.example')).status).toBe(400)

    expect((await send('DELETE', policy)).status).toBe(204)
    expect((await inviteMail('max@proseware.example')).status).toBe(201)
  })

  it('is never a list of both', async () => {
    const both = { AllowedDomains: ['a.example'], BlockedDomains: ['b.example'] }
    for (const definition of [definitionOf(both), ['{}'], ['nothing'], []]) {
      expect((await send('POST', path, { definition })).status).toBe(400)
    }
  })

  it.each([
    ['contoso', 'adatum', 'b2bCollaborationInbound'],
    ['adatum', 'contoso', 'b2bCollaborationOutbound'],
  ] as const)('is blocked by %s', async (side, other, setting) => {
    const change = { [setting]: everybody('blocked') }
    const set = await calls.setPartner(side, await calls.tenantIdOf(other), change)
    expect(set.status).toBe(201)
    for (const mail of ['grace@adatum.com', 'nobody-yet@adatum.com']) {
      const answer = await inviteMail(mail)
      expect([answer.status, messageOf(answer)]).toEqual([
        400,
        "This invitation is blocked by cross-tenant access settings. Admins in both your organization and the invited user's organization must configure cross-tenant access settings to allow the invitation.",
      ])
    }
    expect((await inviteMail('priya@tailspin.com')).status).toBe(201)
  })
})

describe('the quota of invitations', () => {
  it('is of all apps of an organization together, and of nothing else', async () => {
    world.simulator.quotas.choose({ invitations: 2, writes: 1, resourceUnits: 1 })
    const tool = await calls.asApp('contoso', 'User.Invite.All')
    const other = await world.appToken('contoso', 'inviter')
    const statuses: number[] = []
    let last = await inviteMail(nora, {}, tool)
    while (last.status === 201 && statuses.length < 1000) {
      statuses.push(last.status)
      last = await inviteMail(nora, {}, tool)
    }
    // The clock runs on between two requests, so that their number is not quite certain.
    expect(statuses.length).toBeGreaterThanOrEqual(2)
    expect([last.status, last.headers.get('x-ms-throttle-scope')]).toEqual([429, null])
    expect((await inviteMail(nora, {}, other)).status).toBe(429)
    world.simulator.clock.advance(60_000)
    expect((await inviteMail(nora, {}, other)).status).toBe(201)
  })

  it('is 150 in five seconds', async () => {
    world.simulator.quotas.choose({})
    const token = await calls.asInviter()
    const answers = await Promise.all(
      Array.from({ length: 600 }, async () => inviteMail(nora, {}, token)),
    )
    const taken = answers.filter(({ status }) => status === 201).length
    expect(taken).toBeGreaterThanOrEqual(150)
    expect(taken).toBeLessThan(600)
  })
})
