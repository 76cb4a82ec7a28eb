import { describe, expect, it } from 'vitest'
import { groupCalls } from './group-calls.ts'
import { list, withSimulator } from './world.ts'

const world = withSimulator()
const { asApp, send, groupId } = groupCalls(world)

describe('the teams of a person', () => {
  it('are the groups with a team that they are directly in', async () => {
    const token = await asApp('contoso', 'Team.ReadBasic.All')
    const path = `/users/${world.userId('Grace Adeyemi')}/joinedTeams`
    const { status, body } = await send(token, 'GET', path)
    expect(status).toBe(200)
    expect(list(body)).toEqual([
      {
        id: await groupId('Harbour Redevelopment'),
        displayName: 'Harbour Redevelopment',
        description: 'Everybody who rebuilds the harbour',
      },
    ])
    const grouper = await asApp('contoso', 'GroupMember.ReadWrite.All')
    expect((await send(grouper, 'GET', path)).status).toBe(403)
  })
})

describe('the apps of a group', () => {
  it('are those that it was given itself', async () => {
    const token = await asApp('contoso', 'Directory.Read.All')
    const path = async (name: string) => `/groups/${await groupId(name)}/appRoleAssignments`
    const { status, body } = await send(token, 'GET', await path('Partner Desk'))
    expect(status).toBe(200)
    expect(list(body)).toMatchObject([
      {
        appRoleId: '00000000-0000-0000-0000-000000000000',
        principalDisplayName: 'Partner Desk',
        principalId: await groupId('Partner Desk'),
        principalType: 'Group',
        resourceDisplayName: 'Contoso Directory Tool',
      },
    ])
    expect(list((await send(token, 'GET', await path('Supplier Forum'))).body)).toEqual([])
    const reader = await asApp('contoso', 'Group.Read.All')
    expect((await send(reader, 'GET', await path('Partner Desk'))).status).toBe(403)
  })
})

describe('a group shows', () => {
  it('its mailbox only when that is selected', async () => {
    const token = await asApp('contoso', 'Group.Read.All')
    const path = `/groups/${await groupId('Supplier Forum')}`
    const usual = await send(token, 'GET', path)
    expect(usual.body).not.toHaveProperty('allowExternalSenders')
    const names = ['allowExternalSenders', 'autoSubscribeNewMembers', 'isSubscribedByMail']
    const { body } = await send(token, 'GET', `${path}?$select=${names.join(',')},unseenCount`)
    expect(body).toEqual({
      '@odata.context': expect.stringContaining(
        `#groups(${names.join(',')},unseenCount)/$entity`,
      ) as string,
      allowExternalSenders: false,
      autoSubscribeNewMembers: false,
      isSubscribedByMail: false,
      unseenCount: 0,
    })
  })
})
