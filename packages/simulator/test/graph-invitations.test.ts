import { beforeEach, describe, expect, it } from 'vitest'
import { invitationCalls, messageOf, redirectUrl } from './invitation-calls.ts'
import { list, withSimulator } from './world.ts'

const world = withSimulator()
const calls = invitationCalls(world)
const { inviteMail, idOf, getUser, read } = calls
const nora = 'nora@litware.example'
const redeemLink = /^http:\/\/127\.0\.0\.1:\d+\/redeem\?rd=http/

beforeEach(() =>
  world.simulator.choose({
    invitationsByApps: 'allowed',
  }),
)

const sponsorsOf = async (id: string) =>
  list(await read(`/users/${id}/sponsors`)).map(({ displayName }) => displayName)
const mails = async () =>
  JSON.parse((await world.send('/simulator/mails')).text) as {
    to: string
    from: string
    subject: string
    text: string
    html: string
  }[]

describe('an invitation', () => {
  it('makes a guest who waits for Nora', async () => {
    const answer = await inviteMail(nora, { invitedUserDisplayName: 'Nora Hansen' })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      invitedUserDisplayName: 'Nora Hansen',
      invitedUserType: 'Guest',
      invitedUserEmailAddress: nora,
      sendInvitationMessage: false,
      resetRedemption: false,
      inviteRedirectUrl: redirectUrl,
      status: 'PendingAcceptance',
    })
    expect(answer.body['inviteRedeemUrl']).toMatch(redeemLink)
    expect(await getUser(idOf(answer))).toMatchObject({
      displayName: 'Nora Hansen',
      mail: nora,
      userPrincipalName: 'nora_litware.example#EXT#@contoso.onmicrosoft.com',
      userType: 'Guest',
      creationType: 'Invitation',
      externalUserState: 'PendingAcceptance',
      identities: [{ signInType: 'userPrincipalName', issuer: 'contoso.onmicrosoft.com' }],
      otherMails: [nora],
      proxyAddresses: [`SMTP:${nora}`],
    })
    expect(await mails()).toEqual([])
  })

  it('names its link by the invitation, and not by the guest', async () => {
    const { body } = await inviteMail(nora)
    const rd = new URL(String(body['inviteRedeemUrl'])).searchParams.get('rd') ?? ''
    const query = Object.fromEntries(new URL(rd).searchParams)
    const tenant = world.organization('contoso').tenantId
    expect(query).toMatchObject({ tenant, user: body['id'], ver: '2.0' })
    expect(query['ticket']).toHaveLength(44)
  })

  it('calls a guest without a name by their address, and tells delta feeds of them', async () => {
    const token = await calls.asApp('contoso', 'User.Read.All')
    const first = await world.graph(token, '/v1.0/users/delta?$deltatoken=latest')
    const id = idOf(await inviteMail(nora))
    expect(await getUser(id)).toMatchObject({ displayName: 'nora' })
    const link = new URL(String(first.body['@odata.deltaLink']))
    const round = await world.graph(token, `${link.pathname}${link.search}`)
    expect(list(round.body).map((one) => one['id'])).toContain(id)
  })

  it('is in the audit log, after the guest that it made', async () => {
    const id = idOf(await inviteMail(nora))
    const entries = list(await read('/auditLogs/directoryAudits'))
    const about = entries.filter((entry) => JSON.stringify(entry).includes(id))
    expect(about).toMatchObject([
      {
        activityDisplayName: 'Invite external user',
        category: 'UserManagement',
        loggedByService: 'Invited Users',
        targetResources: [{ id, displayName: 'nora' }],
      },
      { activityDisplayName: 'Add user', loggedByService: 'Core Directory' },
    ])
  })

  it('comes again as another link for the same guest', async () => {
    const first = await inviteMail(nora)
    const again = await inviteMail(nora.toUpperCase())
    const byId = await inviteMail(nora, { invitedUser: { id: idOf(first) } })
    expect([idOf(again), idOf(byId)]).toEqual([idOf(first), idOf(first)])
    const links = [first, again, byId].map(({ body }) => body['inviteRedeemUrl'])
    expect(new Set(links).size).toBe(3)
    const entries = list(await read('/auditLogs/directoryAudits'))
    const names = entries.map((entry) => entry['activityDisplayName'])
    expect(names.filter((name) => name === 'Invite external user')).toHaveLength(3)
    expect(names.filter((name) => name === 'Add user')).toHaveLength(1)
  })

  it('leaves Omar, who has taken up his, as he is', async () => {
    const omar = world.userId('Omar Haddad')
    const before = await getUser(omar)
    const answer = await inviteMail('omar@outlook.example')
    expect([idOf(answer), answer.body['status']]).toEqual([omar, 'PendingAcceptance'])
    expect(await getUser(omar)).toEqual(before)
  })

  it('makes a new guest where the one before was deleted', async () => {
    const first = idOf(await inviteMail(nora))
    const keeper = await calls.asApp('contoso', 'User.ReadWrite.All')
    await calls.send(keeper, 'DELETE', `/users/${first}`)
    expect(idOf(await inviteMail(nora))).not.toBe(first)
    const restored = await calls.send(keeper, 'POST', `/directory/deletedItems/${first}/restore`)
    expect([restored.status, messageOf(restored)]).toEqual([
      400,
      expect.stringContaining('Another object with the same value for property'),
    ])
  })
})

describe('sponsors of an invitation', () => {
  it('are whom it names, people and groups', async () => {
    const desk = await calls.groupId('Partner Desk')
    const invitedUserSponsors = [{ id: world.userId('Sam Okafor') }, { id: desk }]
    const id = idOf(await inviteMail(nora, { invitedUserSponsors }))
    expect(await sponsorsOf(id)).toEqual(['Sam Okafor', 'Partner Desk'])
  })

  it('are the person who invites where none are named, and nobody for an app', async () => {
    await calls.setPolicy({ allowInvitesFrom: 'everyone' })
    const sam = await calls.asPerson('contoso', 'Sam Okafor', 'User.Invite.All')
    expect(await sponsorsOf(idOf(await inviteMail(nora, {}, sam)))).toEqual(['Sam Okafor'])
    expect(await sponsorsOf(idOf(await inviteMail('ben@litware.example')))).toEqual([])
  })

  it('are five at most, and somebody', async () => {
    const six = ['Sam Okafor', 'Ada Lindqvist', 'Jonas Weber', 'Noor Rahman', 'Tom Becker']
      .concat('Yuki Sato')
      .map((name) => ({ id: world.userId(name) }))
    expect((await inviteMail(nora, { invitedUserSponsors: six })).status).toBe(400)
    const nobody = [{ id: '00000000-0000-4000-8000-000000000000' }]
    expect((await inviteMail(nora, { invitedUserSponsors: nobody })).status).toBe(404)
    expect((await inviteMail(nora, { invitedUserSponsors: [{}] })).status).toBe(400)
    expect(list(await read(`/users?$filter=mail eq '${nora}'`))).toEqual([])
  })
})

describe('the message of an invitation', () => {
  const message = {
    sendInvitationMessage: true,
    invitedUserMessageInfo: {
      messageLanguage: 'en-US',
      customizedMessageBody: 'The drawings are ready.',
      ccRecipients: [{ emailAddress: { address: 'sam@contoso.com' } }],
    },
  }

  it('arrives with the link and the words of Sam, and for whoever gets a copy', async () => {
    await calls.setPolicy({ allowInvitesFrom: 'everyone' })
    const sam = await calls.asPerson('contoso', 'Sam Okafor', 'User.Invite.All')
    const { body } = await inviteMail(nora, message, sam)
    const [copy, mail] = await mails()
    expect([mail?.to, copy?.to]).toEqual([nora, 'sam@contoso.com'])
    expect(mail?.from).toContain('invites@microsoft.com')
    expect(mail?.subject).toBe(
      'Sam Okafor invited you to access applications within their organization',
    )
    expect(mail?.text).toContain(String(body['inviteRedeemUrl']))
    expect(mail?.text).toContain('The drawings are ready.')
    expect(mail?.text).toContain('https://contoso.com/privacy')
    const link = String(body['inviteRedeemUrl']).replaceAll('&', '&amp;')
    expect(mail?.html).toContain(`<a href="${link}">Accept invitation</a>`)
    expect(body['invitedUserMessageInfo']).toMatchObject({
      messageLanguage: 'en-US',
      customizedMessageBody: 'The drawings are ready.',
    })
  })

  it('loses its words where an app invites', async () => {
    await inviteMail(nora, message)
    const [, mail] = await mails()
    expect(mail?.subject).toBe(
      'Contoso invited you to access applications within their organization',
    )
    expect(mail?.text).not.toContain('The drawings are ready.')
  })

  it('is copied to one address only', async () => {
    const ccRecipients = ['a@litware.example', 'b@litware.example'].map((address) => ({
      emailAddress: { address },
    }))
    const answer = await inviteMail(nora, { invitedUserMessageInfo: { ccRecipients } })
    expect(answer.status).toBe(400)
  })
})

describe('what is not taken', () => {
  it.each<[string, Record<string, unknown>]>([
    ['no address', { invitedUserEmailAddress: undefined }],
    ['what is no address', { invitedUserEmailAddress: 'nora' }],
    ['a plus sign', { invitedUserEmailAddress: 'nora+work@litware.example' }],
    ['a dot at the end', { invitedUserEmailAddress: 'nora.@litware.example' }],
    ['no way on', { inviteRedirectUrl: undefined }],
    ['a way that is no web page', { inviteRedirectUrl: 'javascript:alert(1)' }],
    ['another type', { invitedUserType: 'Friend' }],
    ['a text for a switch', { sendInvitationMessage: 'yes' }],
    ['a property that nobody has described', { endDate: '2027-01-01' }],
    ['a reset of nobody', { resetRedemption: true }],
  ])('%s', async (_what, change) => {
    const answer = await inviteMail(nora, change)
    expect([answer.status, (answer.body['error'] as { code: string }).code]).toEqual([
      400,
      'BadRequest',
    ])
    expect(list(await read(`/users?$filter=mail eq '${nora}'`))).toEqual([])
  })

  it('an address of the organization itself', async () => {
    expect(messageOf(await inviteMail('newcomer@contoso.com'))).toBe(
      "This user cannot be invited because the domain of the user's email address is a verified domain of this directory.",
    )
  })

  it('Sam and Tom, who are here without an invitation', async () => {
    for (const [name, mail] of [
      ['Sam Okafor', 'sam@contoso.com'],
      ['Tom Becker', 'tom@contoso.com'],
    ] as const) {
      expect(messageOf(await inviteMail(mail))).toBe(
        `The invited user already exists in the directory as object ID: ${world.userId(name)}. They can use that account to sign in to shared apps and resources.`,
      )
    }
    const keeper = await calls.asApp('contoso', 'User.ReadWrite.All')
    const tom = world.userId('Tom Becker')
    await calls.send(keeper, 'PATCH', `/users/${tom}`, { accountEnabled: false })
    expect(messageOf(await inviteMail('tom@contoso.com'))).toBe(
      `The invited user already exists in the directory as object ID: ${tom}, but the account is blocked from signing in. If the account is unblocked, they can use that account to sign in to shared apps and resources.`,
    )
  })

  it('an address that is not the guest’s, or a guest who is not here', async () => {
    const id = world.userId('Omar Haddad')
    expect(messageOf(await inviteMail(nora, { invitedUser: { id } }))).toBe(
      'The email you’re using to invite this user doesn’t match any emails on the user object. Please add this email to the user object and try again.',
    )
    const nobody = { invitedUser: { id: '00000000-0000-4000-8000-000000000000' } }
    expect((await inviteMail(nora, nobody)).status).toBe(404)
  })

  it('a member, unless more than the right to invite is there', async () => {
    expect((await inviteMail(nora, { invitedUserType: 'Member' })).status).toBe(403)
    const wide = await calls.asApp('contoso', 'User.ReadWrite.All')
    const id = idOf(await inviteMail(nora, { invitedUserType: 'Member' }, wide))
    expect(await getUser(id)).toMatchObject({ userType: 'Member', creationType: 'Invitation' })
  })
})
