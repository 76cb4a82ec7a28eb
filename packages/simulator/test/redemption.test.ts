import { beforeEach, describe, expect, it } from 'vitest'
import { everybody, invitationCalls, redirectUrl } from './invitation-calls.ts'
import { claimsOf, list, withSimulator } from './world.ts'

const world = withSimulator()
const calls = invitationCalls(world)
const { inviteMail, idOf, getUser, stateOf, redeem, browse, read } = calls
const nora = 'nora@litware.example'
const femi = 'femi@woodgrovebank.com'

beforeEach(() => world.simulator.choose({ personalAccounts: 'accepted' }))

const inviteTo = async (slug: string, mail: string) =>
  inviteMail(mail, {}, await calls.asApp(slug, 'User.Invite.All', 'User.ReadWrite.All'))
const open = async (slug = 'contoso') => calls.setPolicy({ allowInvitesFrom: 'everyone' }, slug)
const newestCode = async () => {
  const mails = JSON.parse((await world.send('/simulator/mails')).text) as { text: string }[]
  return /\d{8}/.exec(mails[0]?.text ?? '')?.[0] ?? ''
}
const audited = async (slug = 'contoso') =>
  list(await read('/auditLogs/directoryAudits', slug)).map((one) => one['activityDisplayName'])

describe('the link of an invitation', () => {
  it.each([
    ['a work account', 'contoso', femi, 'ExternalAzureAD'],
    ['a personal account', 'fabrikam', 'omar@outlook.example', 'MicrosoftAccount'],
    ['a Google account', 'contoso', 'mei@gmail.example', 'google.com'],
    ['a SAML provider', 'contoso', 'pierre@marchand.example', 'https://sso.marchand.example/saml'],
    ['a code by mail', 'fabrikam', 'lena@atelier-vogel.example', 'mail'],
    ['an address that nobody knew', 'contoso', nora, 'mail'],
  ])('leads whoever has %s to the page that was named', async (_kind, slug, mail, issuer) => {
    await open(slug)
    const answer = await inviteTo(slug, mail)
    const arrival = await redeem(answer, mail)
    expect(arrival).toMatchObject({ location: redirectUrl, wasAsked: true })
    const user = await getUser(idOf(answer), slug)
    expect(user).toMatchObject({
      externalUserState: 'Accepted',
      identities: [{ signInType: 'federated', issuer }, { signInType: 'userPrincipalName' }],
    })
    const { accessToken } = await world.signIn(slug, mail, { cookie: arrival.cookie })
    expect(claimsOf(accessToken)['oid']).toBe(idOf(answer))
  })

  it('asks Nora who she is, for a code, and whether she agrees; nothing is changed before', async () => {
    await open()
    const answer = await inviteMail(nora, { invitedUserDisplayName: 'Nora Hansen' })
    const before = await getUser(idOf(answer))
    const browser = browse(answer)
    const first = await browser.open()
    expect(first.status).toBe(200)
    expect(first.text).toContain('The account that was invited')
    expect(first.text).toContain('Nora Hansen')
    expect(first.headers.get('content-security-policy')).toContain("form-action 'self' https://")

    expect((await browser.send({ mail: nora })).text).toContain('A code was sent to')
    expect((await browser.send({ mail: nora, code: '1' })).text).toContain('not the code')
    const review = await browser.send({ mail: nora, code: await newestCode() })
    expect(review.text).toContain('Review permissions')
    expect(review.text).toContain('href="https://contoso.com/privacy"')
    expect(await getUser(idOf(answer))).toEqual(before)

    const accepted = await browser.send({ mail: nora, accept: 'yes' })
    expect([accepted.status, accepted.headers.get('location')]).toEqual([302, redirectUrl])
    expect(await stateOf(idOf(answer))).toBe('Accepted')
    expect((await audited()).slice(0, 2)).toEqual(['Redeem external user invite', 'Update user'])
  })

  it('says where Northwind has no privacy statement', async () => {
    await open('northwind')
    const browser = browse(await inviteTo('northwind', femi))
    expect((await browser.send({ mail: femi })).text).toContain('has not provided links')
  })

  it('asks for the terms of Woodgrove Bank once the permissions are accepted', async () => {
    const mail = 'mei@gmail.example'
    await open('woodgrove-bank')
    const answer = await inviteTo('woodgrove-bank', mail)
    const id = idOf(answer)
    const browser = browse(answer)
    await browser.send({ mail })
    const terms = await browser.send({ mail, accept: 'yes' })
    expect(terms.text).toContain('Woodgrove Bank terms of use')
    expect(await stateOf(id, 'woodgrove-bank')).toBe('PendingAcceptance')
    const declined = await browser.send({ mail, accept: 'yes', decline: 'yes' })
    expect([declined.status, declined.headers.get('location')]).toEqual([400, null])
    expect(await stateOf(id, 'woodgrove-bank')).toBe('PendingAcceptance')
    const done = await browser.send({ mail, accept: 'yes', terms: 'yes' })
    expect(done.headers.get('location')).toBe(redirectUrl)
    expect(await audited('woodgrove-bank')).toContain('Accept Terms Of Use')
  })

  it('asks Yuki nothing where Adatum and Fabrikam do without consent', async () => {
    await open('fabrikam')
    const mail = 'yuki@adatum.com'
    const answer = await inviteTo('fabrikam', mail)
    const page = await browse(answer).send({ mail })
    expect(page.headers.get('location')).toBe(redirectUrl)
    expect(await stateOf(idOf(answer), 'fabrikam')).toBe('Accepted')
  })

  it('asks whoever is signed in with the invited account for consent alone', async () => {
    await open()
    const { cookie } = await world.signIn('woodgrove-bank', femi)
    const rd = new URL(calls.linkOf(await inviteMail(femi))).searchParams.get('rd') ?? ''
    const page = await world.send(rd.slice(world.simulator.url.length), { headers: { cookie } })
    expect(page.text).toContain('Review permissions')
  })

  it('wants a second factor where a policy does', async () => {
    await open()
    const token = await calls.asApp('contoso', 'Policy.ReadWrite.ConditionalAccess')
    await calls.send(token, 'POST', '/identity/conditionalAccess/policies', {
      displayName: 'Everybody',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: ['All'] },
        users: { includeUsers: ['All'] },
      },
      grantControls: { operator: 'OR', builtInControls: ['mfa'] },
    })
    const browser = browse(await inviteMail(femi))
    expect((await browser.send({ mail: femi })).text).toContain('Approve sign-in request')
    expect((await browser.send({ mail: femi, approve: 'yes' })).text).toContain(
      'Review permissions',
    )
  })

  it('works for an alias, for which a link to Contoso does not', async () => {
    await open()
    world.simulator.choose({ redeemedByAnother: 'refused' })
    const answer = await inviteMail('femi.cole@woodgrovebank.com')
    await expect(world.signIn('contoso', femi)).rejects.toThrow('AADSTS50020')
    expect((await redeem(answer, femi)).location).toBe(redirectUrl)
    const { accessToken } = await world.signIn('contoso', femi)
    expect(claimsOf(accessToken)['oid']).toBe(idOf(answer))
  })

  it('leads on at once whenever Nora opens it again, and nobody else', async () => {
    await open()
    world.simulator.choose({ redeemedByAnother: 'binds-that-account' })
    const answer = await inviteMail(nora)
    const { cookie } = await redeem(answer, nora)
    expect(await redeem(answer, nora, cookie)).toMatchObject({
      location: redirectUrl,
      wasAsked: false,
    })
    expect((await redeem(answer, femi)).page).toContain('AADSTS50020')
  })

  it('is remembered by a saved world', async () => {
    await open()
    const answer = await inviteMail(nora)
    const state = world.simulator.save()
    world.simulator.reset()
    world.simulator.load(state)
    expect((await redeem(answer, nora)).location).toBe(redirectUrl)
  })

  it('is in the sign-in log, as the portal of invitations', async () => {
    await open()
    await redeem(await inviteMail(nora), nora)
    const [entry] = list(await read('/auditLogs/signIns'))
    expect(entry).toMatchObject({
      appDisplayName: 'Microsoft Invitation Acceptance Portal',
      status: { errorCode: 0 },
    })
  })
})

describe('pages that lead no further', () => {
  it.each(['refused', 'binds-that-account'] as const)(
    'V-18: Femi opens the link of Nora: %s',
    async (redeemedByAnother) => {
      await open()
      world.simulator.choose({ redeemedByAnother })
      const answer = await inviteMail(nora)
      const id = idOf(answer)
      const { location, page } = await redeem(answer, femi)
      const outcome = {
        location,
        state: await stateOf(id),
        isRefused: page.includes('AADSTS50020'),
      }
      const binds = { location: redirectUrl, state: 'Accepted', isRefused: false }
      const refuses = { location: undefined, state: 'PendingAcceptance', isRefused: true }
      expect(outcome).toEqual(redeemedByAnother === 'refused' ? refuses : binds)
      const holder = redeemedByAnother === 'refused' ? nora : femi
      expect(claimsOf((await world.signIn('contoso', holder)).accessToken)['oid']).toBe(id)
    },
  )

  it('Grace, who is a guest of Contoso, never comes to be Nora as well', async () => {
    await open()
    world.simulator.choose({ redeemedByAnother: 'binds-that-account' })
    const answer = await inviteMail(nora)
    expect((await redeem(answer, 'grace@adatum.com')).page).toContain('AADSTS50020')
    expect(await stateOf(idOf(answer))).toBe('PendingAcceptance')
  })

  it('Nora cancels', async () => {
    await open()
    const answer = await inviteMail(femi)
    const browser = browse(answer)
    await browser.send({ mail: femi })
    const page = await browser.send({ mail: femi, decline: 'yes' })
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
    expect(page.text).toContain('AADSTS65004')
    expect(await stateOf(idOf(answer))).toBe('PendingAcceptance')
    expect((await redeem(answer, femi)).location).toBe(redirectUrl)
  })

  it('Nora is blocked before she comes', async () => {
    await open()
    const answer = await inviteMail(nora)
    const id = idOf(answer)
    const keeper = await calls.asApp('contoso', 'User.ReadWrite.All')
    await calls.send(keeper, 'PATCH', `/users/${id}`, { accountEnabled: false })
    const { location, page } = await redeem(answer, nora)
    expect([location, page]).toEqual([undefined, expect.stringContaining('AADSTS50057')])
    expect(await stateOf(id)).toBe('PendingAcceptance')
  })

  it.each([
    ['contoso', 'woodgrove-bank', 'b2bCollaborationInbound', 'AADSTS500213'],
    ['woodgrove-bank', 'contoso', 'b2bCollaborationOutbound', 'AADSTS500212'],
  ] as const)('%s has shut %s out since', async (side, other, setting, code) => {
    await open()
    const answer = await inviteMail(femi)
    const { refreshToken } = await world.signIn('woodgrove-bank', femi)
    const change = { [setting]: everybody('blocked') }
    await calls.setPartner(side, await calls.tenantIdOf(other), change)
    const { location, page } = await redeem(answer, femi)
    expect([location, page]).toEqual([undefined, expect.stringContaining(code)])
    expect(await stateOf(idOf(answer))).toBe('PendingAcceptance')
    const door = new RegExp(`trouble signing you in\\.\\s+${code}`)
    await expect(world.signIn('contoso', femi)).rejects.toThrow(door)
    const silent = await world.refresh('contoso', refreshToken)
    expect(silent.body['error_codes']).toEqual([Number(code.slice('AADSTS'.length))])
  })

  it('the guest was deleted, or the ticket is another', async () => {
    await open()
    const answer = await inviteMail(nora)
    const browser = browse(answer)
    const forged = new URL(new URL(calls.linkOf(answer)).searchParams.get('rd') ?? '')
    forged.searchParams.set('ticket', 'x')
    const other = await world.send(`${forged.pathname}${forged.search}`)
    expect([other.status, other.text]).toEqual([
      400,
      expect.stringContaining('Invitation redemption failed'),
    ])
    const keeper = await calls.asApp('contoso', 'User.ReadWrite.All')
    await calls.send(keeper, 'DELETE', `/users/${idOf(answer)}`)
    for (const page of [await browser.open(), await browser.send({ mail: nora })]) {
      expect([page.status, page.text]).toEqual([
        400,
        expect.stringContaining('Invitation redemption failed'),
      ])
    }
  })

  it('a link to elsewhere, and a form of another site', async () => {
    await open()
    const away = await world.send('/redeem?rd=https%3A%2F%2Fevil.example%2F%3Ftenant%3Dx')
    expect(away.headers.get('location')).toBe('/redeem/')
    const answer = await inviteMail(nora)
    const rd = new URL(calls.linkOf(answer)).searchParams.get('rd') ?? ''
    const sent = await world.send(rd.slice(world.simulator.url.length), {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new URLSearchParams({ mail: nora }),
    })
    expect([sent.status, sent.headers.get('set-cookie')]).toEqual([403, null])
  })
})

describe('a link to the organization itself', () => {
  it('redeems just in time, for the very address that was invited', async () => {
    await open()
    const id = idOf(await inviteMail(nora))
    const { accessToken, refreshToken } = await world.signIn('contoso', nora)
    expect(claimsOf(accessToken)['oid']).toBe(id)
    expect(await getUser(id)).toMatchObject({
      externalUserState: 'Accepted',
      identities: [{ issuer: 'mail', issuerAssignedId: nora }, {}],
    })
    expect(await audited()).toContain('Redeem external user invite')
    expect((await world.refresh('contoso', refreshToken)).status).toBe(200)
  })

  it('asks for the terms of Woodgrove Bank as well', async () => {
    await open('woodgrove-bank')
    const id = idOf(await inviteTo('woodgrove-bank', nora))
    await world.signIn('woodgrove-bank', nora)
    expect(await stateOf(id, 'woodgrove-bank')).toBe('Accepted')
    expect(await audited('woodgrove-bank')).toContain('Accept Terms Of Use')
  })
})
