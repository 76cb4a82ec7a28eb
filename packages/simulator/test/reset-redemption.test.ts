import { beforeEach, describe, expect, it } from 'vitest'
import { directoryRoles } from '../src/world/directory-roles.ts'
import { invitationCalls, messageOf, redirectUrl } from './invitation-calls.ts'
import { claimsOf, list, redirectUri, withSimulator } from './world.ts'

const world = withSimulator()
const calls = invitationCalls(world)
const { inviteMail, idOf, getUser, redeem, read } = calls
const omar = 'omar@outlook.example'
const newAddress = 'omar@haddad.example'

beforeEach(() =>
  world.simulator.choose({
    invitationsByApps: 'allowed',
    personalAccounts: 'accepted',
  }),
)

const keeper = async () => calls.asApp('contoso', 'User.ReadWrite.All')
const addAddress = async (name: string, address: string) =>
  calls.send(await keeper(), 'PATCH', `/users/${world.userId(name)}`, { otherMails: [address] })
const reset = async (name: string, mail: string, token?: string) =>
  inviteMail(mail, { invitedUser: { id: world.userId(name) }, resetRedemption: true }, token)
const groupsOf = async (name: string) =>
  list(await read(`/users/${world.userId(name)}/memberOf?$select=id`)).map(({ id }) => id)
const giveRole = async (name: string, role: keyof typeof directoryRoles) =>
  calls.send(
    await calls.asApp('contoso', 'RoleManagement.ReadWrite.Directory'),
    'POST',
    '/roleManagement/directory/roleAssignments',
    {
      principalId: world.userId(name),
      roleDefinitionId: directoryRoles[role].roleTemplateId,
      directoryScopeId: '/',
    },
  )

describe('a reset of redemption', () => {
  it('lets Omar come with another account, as the same guest', async () => {
    const { refreshToken } = await world.signIn('contoso', omar)
    const groups = await groupsOf('Omar Haddad')
    await addAddress('Omar Haddad', newAddress)
    const answer = await reset('Omar Haddad', newAddress)
    expect(answer.body).toMatchObject({ resetRedemption: true, status: 'PendingAcceptance' })
    expect(idOf(answer)).toBe(world.userId('Omar Haddad'))
    expect(await getUser(idOf(answer))).toMatchObject({
      mail: omar,
      userPrincipalName: 'omar_outlook.example#EXT#@contoso.onmicrosoft.com',
      externalUserState: 'PendingAcceptance',
      identities: [{ signInType: 'userPrincipalName' }],
    })
    expect(await groupsOf('Omar Haddad')).toEqual(groups)
    await expect(world.signIn('contoso', omar)).rejects.toThrow('AADSTS50020')

    expect((await redeem(answer, newAddress)).location).toBe(redirectUrl)
    expect((await getUser(idOf(answer)))['identities']).toMatchObject([
      { issuer: 'mail', issuerAssignedId: newAddress },
      { signInType: 'userPrincipalName' },
    ])
    const { accessToken } = await world.signIn('contoso', newAddress)
    expect(claimsOf(accessToken)['oid']).toBe(world.userId('Omar Haddad'))
    await expect(world.signIn('contoso', omar)).rejects.toThrow('AADSTS50020')
    expect((await world.refresh('contoso', refreshToken)).body['error_codes']).toEqual([50020])
  })

  it('with the same address ends what he had until he comes again', async () => {
    world.simulator.choose({ pendingGuest: '50014' })
    const { refreshToken } = await world.signIn('contoso', omar)
    const answer = await reset('Omar Haddad', omar)
    expect((await world.refresh('contoso', refreshToken)).body['error_codes']).toEqual([50014])
    await redeem(answer, omar)
    expect((await world.refresh('contoso', refreshToken)).status).toBe(200)
  })

  it('ends the links of before', async () => {
    const before = await inviteMail(omar)
    await addAddress('Omar Haddad', newAddress)
    const after = await reset('Omar Haddad', newAddress)
    expect((await redeem(before, omar)).page).toContain('Invitation redemption failed')
    expect((await redeem(after, newAddress)).location).toBe(redirectUrl)
  })

  it('is in the audit log by its own name', async () => {
    await reset('Omar Haddad', omar)
    const names = list(await read('/auditLogs/directoryAudits')).map(
      (entry) => entry['activityDisplayName'],
    )
    expect(names).toEqual(['Invite external user with reset invitation status', 'Update user'])
  })

  it('asks for an address that the guest has', async () => {
    const before = await getUser(world.userId('Omar Haddad'))
    const answer = await reset('Omar Haddad', newAddress)
    expect([answer.status, messageOf(answer)]).toEqual([
      400,
      'The email you’re using to invite this user doesn’t match any emails on the user object. Please add this email to the user object and try again.',
    ])
    expect(await getUser(world.userId('Omar Haddad'))).toEqual(before)
  })

  it.each([
    ['Rosa Lima', 'rosa@adatum.com', 403],
    ['Priya Raman', 'priya@tailspin.com', 403],
    ['Ravi Menon', 'ravi@tailspin.com', 403],
    ['Hugo Silva', 'hugo@tailspin.com', 201],
  ] as const)('by an app, of %s, answers %s with %i', async (name, mail, status) => {
    const { externalUserState } = await getUser(world.userId(name))
    expect((await reset(name, mail)).status).toBe(status)
    const now = (await getUser(world.userId(name)))['externalUserState']
    expect(now).toBe(status === 201 ? 'PendingAcceptance' : externalUserState)
  })

  it('by a person asks for a role, and for the highest where the guest has one', async () => {
    const asNoor = await calls.asPerson('contoso', 'Noor Rahman', 'User.Invite.All')
    expect((await reset('Omar Haddad', omar, asNoor)).status).toBe(403)
    await giveRole('Noor Rahman', 'guestInviter')
    expect((await reset('Omar Haddad', omar, asNoor)).status).toBe(403)
    await giveRole('Noor Rahman', 'helpdeskAdministrator')
    expect((await reset('Omar Haddad', omar, asNoor)).status).toBe(201)
    expect((await reset('Rosa Lima', 'rosa@adatum.com', asNoor)).status).toBe(403)
    await giveRole('Noor Rahman', 'globalAdministrator')
    expect((await reset('Rosa Lima', 'rosa@adatum.com', asNoor)).status).toBe(201)
  })

  it('to another address asks a person for a role that may change people, too', async () => {
    const scopes = ['User.Invite.All', 'User-Mail.ReadWrite.All']
    const asNoor = await calls.asPerson('contoso', 'Noor Rahman', ...scopes)
    const omars = `/users/${world.userId('Omar Haddad')}`
    const change = { otherMails: [omar, newAddress] }
    await giveRole('Noor Rahman', 'helpdeskAdministrator')
    expect((await calls.send(asNoor, 'PATCH', omars, change)).status).toBe(403)
    await giveRole('Noor Rahman', 'userAdministrator')
    const invitesOnly = await calls.asPerson('contoso', 'Noor Rahman', 'User.Invite.All')
    expect((await calls.send(invitesOnly, 'PATCH', omars, change)).status).toBe(403)
    // Of a person no more than the addresses.
    expect((await calls.send(asNoor, 'PATCH', omars, { displayName: 'Omar' })).status).toBe(403)
    expect((await calls.send(asNoor, 'PATCH', omars, change)).status).toBe(204)
    expect((await reset('Omar Haddad', newAddress, asNoor)).status).toBe(201)
  })

  it('is what Foyer’s own registration for operators is for, where there is one', async () => {
    const { organizations } = world.simulator.registrations()
    const { tenantId, operatorActs } = organizations.find(({ slug }) => slug === 'contoso') ?? {}
    const page = await world.send(
      `/${tenantId}/oauth2/v2.0/authorize?${new URLSearchParams({
        client_id: operatorActs?.clientId ?? '',
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: 'User.Invite.All User-Mail.ReadWrite.All',
        code_challenge: 'a'.repeat(43),
        code_challenge_method: 'S256',
      }).toString()}`,
    )
    expect(page.status).toBe(200)
    expect(page.text).toContain('Pick an account')
    const without = organizations.filter((each) => !each.operatorActs).map(({ slug }) => slug)
    expect(without).toEqual(['fabrikam', 'northwind'])
  })

  it('of Tom, who was never invited, is refused', async () => {
    expect((await reset('Tom Becker', 'tom@contoso.com')).status).toBe(400)
  })
})
