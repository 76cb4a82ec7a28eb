import { describe, expect, test } from 'vitest'
import { groupCalls } from './group-calls.ts'
import { byText, dayMs, list, withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T09:00:00Z') })
const calls = groupCalls(world)

async function read(path: string, slug = 'contoso', ...roles: string[]) {
  const token = await calls.asApp(slug, ...(roles.length > 0 ? roles : ['AuditLog.Read.All']))
  return world.graph(token, path)
}
async function audits(query = '') {
  return list((await read(`/v1.0/auditLogs/directoryAudits${query}`)).body)
}
async function signIns(query = '', version = 'v1.0') {
  return list((await read(`/${version}/auditLogs/signIns${query}`)).body)
}
const names = (entries: readonly Record<string, unknown>[]) =>
  entries.map((entry) => entry['activityDisplayName'])

async function joinAndLeave() {
  const group = await calls.groupId('Supplier Forum')
  const jonas = world.userId('Jonas Weber')
  await calls.admin('POST', `/groups/${group}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${jonas}`,
  })
  world.simulator.clock.advance(60_000)
  await calls.admin('DELETE', `/groups/${group}/members/${jonas}/$ref`)
  return { group, jonas }
}

describe('the audit log', () => {
  test('tells what was done to whom by which app, the newest first', async () => {
    const { group, jonas } = await joinAndLeave()
    const [removal, addition] = await audits()
    expect(removal).toMatchObject({
      activityDisplayName: 'Remove member from group',
      category: 'GroupManagement',
      loggedByService: 'Core Directory',
      operationType: 'Unassign',
      result: 'success',
      initiatedBy: { user: null },
    })
    expect(removal?.['targetResources']).toMatchObject([
      { id: jonas, displayName: 'Jonas Weber', type: 'User', groupType: null },
      { id: group, displayName: 'Supplier Forum', type: 'Group' },
    ])
    const tool = world.simulator
      .registrations()
      .tools.find(({ tenantId }) => tenantId === world.organization('contoso').tenantId)
    expect(removal?.['initiatedBy']).toMatchObject({ app: { appId: tool?.clientId } })
    expect(addition?.['activityDisplayName']).toBe('Add member to group')
  })

  test('is filtered by activity, time, initiator and target', async () => {
    const { group } = await joinAndLeave()
    const filtered = async (filter: string) =>
      names(await audits(`?$filter=${encodeURIComponent(filter)}`))
    const both = ['Remove member from group', 'Add member to group']
    expect(await filtered("activityDisplayName eq 'Add member to group'")).toEqual([both[1]])
    expect(await filtered("startswith(activityDisplayName,'Remove')")).toEqual([both[0]])
    expect(await filtered('activityDateTime ge 2026-11-23T09:00:50Z')).toEqual([both[0]])
    expect(await filtered(`targetResources/any(t:t/id eq '${group}')`)).toEqual(both)
    expect(
      await filtered(`targetResources/any(t:t/id eq '${world.userId('Sam Okafor')}')`),
    ).toEqual([])
    expect(await filtered("initiatedBy/user/id eq 'nobody'")).toEqual([])
  })

  test('is ordered as asked, in pages', async () => {
    await joinAndLeave()
    expect(names(await audits('?$orderby=activityDateTime'))).toEqual([
      'Add member to group',
      'Remove member from group',
    ])
    const first = await read('/v1.0/auditLogs/directoryAudits?$top=1')
    expect(names(list(first.body))).toEqual(['Remove member from group'])
    const next = new URL(String(first.body['@odata.nextLink']))
    const second = await read(`${next.pathname}${next.search}`)
    expect(names(list(second.body))).toEqual(['Add member to group'])
    expect(second.body['@odata.nextLink']).toBeUndefined()
  })

  test('names the properties that an update changed', async () => {
    await calls.admin('PATCH', `/users/${world.userId('Jonas Weber')}`, { jobTitle: 'Buyer' })
    const [entry] = await audits()
    expect(entry?.['activityDisplayName']).toBe('Update user')
    expect(entry?.['targetResources']).toMatchObject([
      { modifiedProperties: [{ displayName: 'JobTitle' }] },
    ])
  })

  test('keeps an entry for 30 days', async () => {
    await joinAndLeave()
    const id = String((await audits())[0]?.['id'])
    const entry = `/v1.0/auditLogs/directoryAudits/${id}`
    world.simulator.clock.advance(30 * dayMs - 120_000)
    expect((await read(entry)).body['activityDisplayName']).toBe('Remove member from group')
    world.simulator.clock.advance(180_000)
    expect((await read(entry)).status).toBe(404)
    expect(names(await audits())).not.toContain('Remove member from group')
  })

  test('is for AuditLog.Read.All alone, and of one organization', async () => {
    await joinAndLeave()
    const refused = await read('/v1.0/auditLogs/directoryAudits', 'contoso', 'User.Read.All')
    expect(refused.status).toBe(403)
    expect(list((await read('/v1.0/auditLogs/directoryAudits', 'fabrikam')).body)).toEqual([])
  })

  test.each([
    ["$filter=resultReason eq 'x'", 400],
    ['$filter=activityDateTime gt 2026-11-23', 400],
    ["$filter=colour eq 'red'", 400],
    ['$orderby=category', 400],
    ['$top=1001', 400],
    ['$top=1000', 200],
  ])('answers %s with %i', async (query, status) => {
    expect((await read(`/v1.0/auditLogs/directoryAudits?${query}`)).status).toBe(status)
  })
})

describe('the sign-ins', () => {
  test('tell who signed in to which app', async () => {
    await world.signIn('contoso', 'grace@adatum.com')
    expect(await signIns()).toMatchObject([
      {
        userId: world.userId('Grace Adeyemi'),
        userDisplayName: 'Grace Adeyemi',
        appDisplayName: 'Foyer',
        isInteractive: true,
        status: { errorCode: 0, failureReason: null },
      },
    ])
  })

  test('tell of somebody who is nobody here', async () => {
    await expect(world.signIn('fabrikam', 'rosa@adatum.com')).rejects.toThrow('50020')
    const [attempt] = list((await read('/v1.0/auditLogs/signIns', 'fabrikam')).body)
    expect(attempt).toMatchObject({
      userId: '00000000-0000-0000-0000-000000000000',
      userPrincipalName: 'rosa@adatum.com',
      status: {
        errorCode: 50020,
        failureReason: expect.stringContaining('does not exist in tenant') as string,
      },
    })
  })

  test('have a renewal in beta only, for whoever asks for it', async () => {
    const { refreshToken } = await world.signIn('contoso', 'grace@adatum.com')
    await world.refresh('contoso', refreshToken)
    expect(await signIns()).toHaveLength(1)
    expect(await signIns('', 'beta')).toHaveLength(1)
    const others = await signIns(
      "?$filter=signInEventTypes/any(t: t eq 'nonInteractiveUser')",
      'beta',
    )
    expect(others).toMatchObject([{ isInteractive: false, status: { errorCode: 0 } }])
  })

  test('write down a renewal that another organization refuses', async () => {
    const { refreshToken } = await world.signIn('contoso', 'rosa@adatum.com')
    expect((await world.refresh('fabrikam', refreshToken)).status).toBe(400)
    const answer = await read(
      "/beta/auditLogs/signIns?$filter=signInEventTypes/any(t: t eq 'nonInteractiveUser') and status/errorCode eq 50020",
      'fabrikam',
    )
    expect(list(answer.body)).toHaveLength(1)
  })

  test('move signInActivity', async () => {
    const activity = async () => {
      const { body } = await read(
        `/v1.0/users/${world.userId('Grace Adeyemi')}?$select=signInActivity`,
        'contoso',
        'User.Read.All',
        'AuditLog.Read.All',
      )
      return body['signInActivity'] as Record<string, string>
    }
    await world.signIn('contoso', 'grace@adatum.com')
    const seen = await activity()
    expect(seen['lastSignInDateTime']).toMatch(/^2026-11-23T09:0/)
    expect(seen['lastSuccessfulSignInDateTime']).toBe(seen['lastSignInDateTime'])
  })

  test('are one entry by id, and end after 30 days', async () => {
    await world.signIn('contoso', 'grace@adatum.com')
    const [{ id } = { id: undefined }] = await signIns()
    const entry = `/v1.0/auditLogs/signIns/${String(id)}`
    expect((await read(entry)).body['id']).toBe(id)
    world.simulator.clock.advance(30 * dayMs + 1)
    expect((await read(entry)).status).toBe(404)
  })

  test('survive a saved state', async () => {
    await world.signIn('contoso', 'grace@adatum.com')
    const before = await signIns()
    const state = world.simulator.save()
    world.simulator.reset()
    expect(await signIns()).toEqual([])
    world.simulator.load(state)
    expect(await signIns()).toEqual(before)
  })

  test('want a premium licence', async () => {
    const poor = world.simulator.registrations().organizations.map(({ slug }) => slug)
    const statuses = await Promise.all(
      poor.map(async (slug) => (await read('/v1.0/auditLogs/signIns', slug)).status),
    )
    expect(statuses.toSorted(byText)).toContain(403)
    const refused = await Promise.all(
      poor.map(async (slug) => (await read('/v1.0/auditLogs/signIns', slug)).body['error']),
    )
    expect(refused.find(Boolean)).toMatchObject({
      code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    })
  })
})
