import { describe, expect, it } from 'vitest'
import { errorOf, groupCalls } from './group-calls.ts'
import { dayMs, list, withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T08:00:00Z') })
const { asApp, send, admin, groupId } = groupCalls(world)

const ask = async (path: string, { isAdvanced = true } = {}) =>
  world.graph(
    await asApp('contoso', 'Directory.Read.All', 'Member.Read.Hidden'),
    `/v1.0${path}`,
    isAdvanced ? { headers: { consistencylevel: 'eventual' } } : {},
  )
const namesOf = (body: Record<string, unknown>) => list(body).map((one) => one['displayName'])

describe('groups are found', () => {
  it.each([
    ["$filter=groupTypes/any(c:c eq 'DynamicMembership')", ['All Partners']],
    ["$filter=displayName eq 'harbour drawings'", ['Harbour Drawings']],
    [
      "$filter=startsWith(displayName,'Harbour') and securityEnabled eq true",
      ['Harbour Drawings', 'Harbour Reviewers'],
    ],
    [
      "$filter=resourceProvisioningOptions/any(x:x eq 'Team')&$select=id,displayName",
      ['Harbour Redevelopment'],
    ],
    ['$filter=onPremisesSyncEnabled eq true', ['Site Access East']],
    ['$filter=isAssignableToRole eq true', ['Report Readers']],
  ])('by %s without any header', async (query, names) => {
    const { status, body } = await ask(`/groups?${query}`, { isAdvanced: false })
    expect(status).toBe(200)
    expect(namesOf(body)).toEqual(names)
  })

  it.each([
    ['$filter=expirationDateTime le 2026-12-31T00:00:00Z&$count=true', ['Tender 2026']],
    ['$search="displayName:tender" OR "description:badges"', ['Site Access East', 'Tender 2026']],
    [
      "$filter=startswith(displayName,'s')&$count=true&$orderby=displayName desc&$top=2",
      ['Supplier Quality', 'Supplier Forum'],
    ],
  ])('by %s in the advanced way', async (query, names) => {
    const { status, body } = await ask(`/groups?${query}`)
    expect(status).toBe(200)
    expect(namesOf(body)).toEqual(names)
  })

  it.each([
    ['$filter=expirationDateTime le 2026-12-31T00:00:00Z', false],
    ['$filter=createdDateTime ge 2021-11-01T00:00:00Z&$count=true', true],
    ['$search="displayName:tender"', false],
  ])('by nothing like %s', async (query, isAdvanced) => {
    const answer = await ask(`/groups?${query}`, { isAdvanced })
    expect(answer.status).toBe(400)
    expect(errorOf(answer).code).toBe('Request_UnsupportedQuery')
  })

  it('and counted', async () => {
    const { body } = await ask('/groups?$top=999&$count=true&$select=id')
    const total = list(body).length
    expect(body['@odata.count']).toBe(total)
    expect((await ask('/groups/$count')).text).toBe(String(total))
    expect((await ask("/groups/$count?$filter=startsWith(displayName,'Harbour')")).text).toBe('3')
    expect((await ask('/groups/$count', { isAdvanced: false })).status).toBe(400)
  })

  it('page by page, each once, also when one is deleted meanwhile', async () => {
    const everybody = namesOf((await ask('/groups?$top=999&$select=displayName')).body)
    const seen: unknown[] = []
    let next: string | undefined = '/groups?$top=4&$select=id,displayName'
    while (next) {
      const { body }: { body: Record<string, unknown> } = await ask(next)
      seen.push(...namesOf(body))
      if (seen.length === 4) {
        await admin('DELETE', `/groups/${await groupId('Harbour Redevelopment')}`)
      }
      const link = body['@odata.nextLink'] as string | undefined
      next = link?.slice(link.indexOf('/groups'))
    }
    expect(seen).toEqual(everybody)
  })

  it('also in the list of one person, and among the deleted', async () => {
    const id = world.userId('Grace Adeyemi')
    const query = "$count=true&$orderby=displayName&$filter=startswith(displayName,'harbour')"
    const { body } = await ask(`/users/${id}/memberOf/microsoft.graph.group?${query}`)
    expect(namesOf(body)).toEqual(['Harbour Drawings', 'Harbour Redevelopment'])
    for (const name of ['Supplier Quality', 'Supplier Forum']) {
      await admin('DELETE', `/groups/${await groupId(name)}`)
      world.simulator.clock.advance(dayMs)
    }
    const deleted = '/directory/deletedItems/microsoft.graph.group?$count=true'
    const sorted = await ask(`${deleted}&$orderBy=deletedDateTime desc&$select=id,displayName`)
    expect(sorted.body['@odata.count']).toBe(2)
    expect(namesOf(sorted.body)).toEqual(['Supplier Forum', 'Supplier Quality'])
  })
})

describe('members are found', () => {
  it.each([
    ['members', 'directoryObjects'],
    ['members/microsoft.graph.user', 'users'],
    ['transitiveMembers/microsoft.graph.user', 'users'],
  ])('in %s by the beginning of a name', async (relation, set) => {
    const path = `/groups/${await groupId('Harbour Drawings')}/${relation}`
    const query = "$count=true&$filter=startswith(displayName,'g')"
    const { status, body } = await ask(`${path}?${query}`)
    expect(status).toBe(200)
    expect(body['@odata.context']).toContain(`$metadata#${set}`)
    expect(body['@odata.count']).toBe(1)
    expect(namesOf(body)).toEqual(['Grace Adeyemi'])
    expect((await ask(`${path}?${query}`, { isAdvanced: false })).status).toBe(400)
  })
})

describe('a group comes with', () => {
  it('its members or its owners, twenty at most', async () => {
    const id = await groupId('Harbour Redevelopment')
    const withOwners = await ask(`/groups/${id}?$expand=owners($select=id,displayName)`)
    expect(withOwners.body['owners']).toEqual([
      {
        '@odata.type': '#microsoft.graph.user',
        id: world.userId('Sam Okafor'),
        displayName: 'Sam Okafor',
      },
    ])
    const { body } = await ask('/groups?$top=999&$select=id&$expand=members')
    const expanded = list(body).find((one) => one['id'] === id)
    expect(expanded?.['members']).toHaveLength(20)
  })

  it('nothing that is no relation, and no hidden members', async () => {
    const path = `/groups/${await groupId('Quiet Circle')}`
    expect((await ask(`${path}?$expand=bowling`)).status).toBe(400)
    expect((await ask(`${path}?$expand=members`)).status).toBe(200)
    const reader = await asApp('contoso', 'Group.Read.All')
    expect((await send(reader, 'GET', `${path}?$expand=members`)).status).toBe(403)
  })
})
