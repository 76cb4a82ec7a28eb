import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId } from '@foyer/contracts/ids'
import {
  confirmRedeemer,
  type Invitation,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '@foyer/contracts/invitation'
import { openInvitation, type OpenedInvitation } from '@foyer/contracts/invitation-link'
import { getMyData, type MyData } from '@foyer/contracts/my-data'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { syncOrganization } from '../src/projection/projection.ts'
import { StoreError } from '../src/store/store-error.ts'
import { mailsTo } from './support/exit.ts'
import {
  accept,
  forgetInvitations,
  guestsOf,
  invite,
  inviteElsewhere,
  letInvite,
  linkFor,
  readStore,
  redeem,
  sendInvitation,
} from './support/invitation.ts'
import { noRateLimits } from './support/no-rate-limits.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

const dayMs = 24 * 60 * 60_000
const nora = 'nora@litware.example'
const femi = 'femi@woodgrovebank.com'
const sam = 'sam@contoso.com'

let world: World
let visitor: Visitor

beforeAll(async () => {
  world = await openWorld({
    rateLimits: noRateLimits,
  })
})
beforeEach(async () => {
  world.simulator.reset()
  for (const slug of ['contoso', 'fabrikam'] as const) await forgetInvitations(world, slug)
  await letInvite(world, 'everyone', 'fabrikam')
  visitor = await world.enter(sam)
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const nobody = () => world.comeWith(undefined)
const openOf = async (token: string) => nobody().call(openInvitation, { params: { token } })
const offerOf = async (token: string) => (await openOf(token)).body as OpenedInvitation
const listOf = async (who: Visitor = visitor) =>
  (await who.call(listInvitations, { query: {} })).body['invitations'] as Invitation[]
const only = async (who?: Visitor) => (await listOf(who))[0] as Invitation
const pass = async (ms: number) => {
  world.simulator.clock.advance(ms)
  await world.portal.settle()
}
const becauseOf = ({ headers }: { headers: Record<string, unknown> }) =>
  new URL(String(headers['location']), 'http://portal').searchParams.get('because')
const groupNamed = async (name: string) => {
  const { value } = await world.graph<{ value: { id: GroupId; displayName: string }[] }>(
    `/groups?$select=id,displayName&$top=999`,
  )
  return value.find(({ displayName }) => displayName === name)?.id as GroupId
}

describe('who is invited', () => {
  test('reads by whom, for what and until when; the directory knows nothing of them', async () => {
    const { token } = await sendInvitation(world, visitor, nora, { message: 'See you on Monday' })
    const opened = await offerOf(token)
    expect(opened).toMatchObject({
      state: 'open',
      organization: { slug: 'contoso', name: 'Contoso', domain: 'contoso.com' },
      offer: {
        name: 'Nora Hansen',
        purpose: 'Winter tender',
        message: 'See you on Monday',
        invitedBy: { name: 'Sam Okafor', mail: sam },
        endsOn: '2027-03-31',
        maskedMail: 'n•••@litware.example',
        attemptsLeft: 3,
      },
    })
    const [mail] = await mailsTo(world, nora)
    expect(mail?.text).toContain(String(opened.offer?.code))
    expect(JSON.stringify(opened)).not.toContain(nora)
    expect(await guestsOf(world, nora)).toEqual([])
    expect(await only()).toMatchObject({ state: 'open', mail: nora, isMine: true })
    expect((await only()).openedAt).toBeDefined()
    expect((await only()).mailedAt).toBeDefined()
  })

  test('waits for weeks, and no line of the log warns of it', async () => {
    const before = world.portal.log().length
    await sendInvitation(world, visitor, nora)
    await pass(60_000)
    expect((await only()).state).toBe('open')
    const lines = world.portal.log().slice(before).split('\n')
    expect(lines.filter((line) => line.includes('step not done'))).toEqual([])
  })

  test('is written to in their language', async () => {
    await sendInvitation(world, visitor, nora, { language: 'de' })
    const [mail] = await mailsTo(world, nora)
    expect(mail?.subject).toBe('Sam Okafor lädt Sie ein, Gast von Contoso zu sein')
  })

  test('reads as often as they like, and so does whatever reads mails', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD'] as const) {
      const url = `/v1/invitation-links/${token}`
      expect((await world.portal.app.inject({ method, url })).statusCode).toBe(200)
    }
    for (const method of ['GET', 'HEAD'] as const) {
      const url = `/i/${token}/acceptance`
      const { headers } = await world.portal.app.inject({ method, url })
      expect(headers['location']).toBeUndefined()
    }
    expect(await guestsOf(world, nora)).toEqual([])
    expect((await offerOf(token)).state).toBe('open')
    expect((await accept(world, token)).headers['location']).toContain('/redeem?rd=')
  })
})

describe('whoever accepts', () => {
  test.each([
    ['a work account', 'contoso', femi],
    ['a personal account', 'fabrikam', 'omar@outlook.example'],
    ['a Google account', 'contoso', 'mei@gmail.example'],
    ['a SAML provider', 'contoso', 'pierre@marchand.example'],
    ['a code by mail', 'fabrikam', 'lena@atelier-vogel.example'],
    ['an address that nobody knew', 'contoso', nora],
  ] as const)('with %s becomes a guest of %s, once', async (_kind, slug, mail) => {
    const inviter = slug === 'contoso' ? visitor : await world.enter('ines@fabrikam.com', slug)
    const { token } = await sendInvitation(world, inviter, mail)
    expect(await guestsOf(world, mail, slug)).toEqual([])

    const answer = await accept(world, token)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(await guestsOf(world, mail, slug)).toMatchObject([
      { displayName: 'Nora Hansen', externalUserState: 'PendingAcceptance' },
    ])
    expect((await only(inviter)).state).toBe('accepted')

    const arrival = await redeem(String(answer.headers['location']), mail)
    expect(arrival.location).toBe(`http://localhost:4280/o/${slug}`)
    await world.portal.settle()
    expect(await only(inviter)).toMatchObject({ state: 'redeemed', missedGroups: [] })
    expect(await guestsOf(world, mail, slug)).toHaveLength(1)
    expect(becauseOf(await accept(world, token))).toBe('invitation-not-open')
  })

  test('has whoever invited as their sponsor, the groups that were named, and an end date', async () => {
    const owned = await world.graph<{ value: { id: GroupId; displayName: string }[] }>(
      `/users/${sam}/ownedObjects/microsoft.graph.group?$select=id,displayName,groupTypes,isAssignableToRole`,
    )
    const { groups } = (await visitor.get('/v1/invitations/groups')).json<{
      groups: { groupId: GroupId; name: string }[]
    }>()
    expect(groups.length).toBeGreaterThan(0)
    expect(owned.value.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(groups.map(({ name }) => name)),
    )
    const groupIds = groups.map(({ groupId }) => groupId).slice(0, 2)
    const { token } = await sendInvitation(world, visitor, nora, { groupIds })
    const { headers } = await accept(world, token)
    const [guest] = await guestsOf(world, nora)
    const of = async (relation: string) =>
      (await world.graph<{ value: { id: string }[] }>(`/users/${guest?.id}/${relation}?$select=id`))
        .value
    const samId = (await world.graph<{ id: string }>(`/users/${sam}`)).id
    expect((await of('sponsors')).map(({ id }) => id)).toEqual([samId])
    await world.portal.settle()
    expect(await of('memberOf')).toEqual([])

    await redeem(String(headers['location']), nora)
    await world.portal.settle()
    expect((await of('memberOf')).map(({ id }) => id).toSorted()).toEqual(groupIds.toSorted())
    const term = await world.portal.store.asOrganization(
      world.tenantIdOf('contoso') as OrganizationId,
      async (transaction) => transaction.selectFrom('term').selectAll().execute(),
    )
    expect(term).toMatchObject([{ guestId: guest?.id, endDate: '2027-03-31', endSetBy: samId }])
    const subjects = (await mailsTo(world, sam)).map(({ subject }) => subject)
    expect(subjects.slice(0, 2)).toEqual([
      'Nora Hansen is a guest of Contoso now',
      'Nora Hansen has accepted the invitation of Contoso',
    ])
  })

  test('in two tabs at once makes one guest, and one mail to Sam', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    const [one, other] = await Promise.all([accept(world, token), accept(world, token)])
    expect([one.statusCode, other.statusCode]).toEqual([303, 303])
    for (const { headers } of [one, other]) expect(headers['location']).toContain('/redeem?rd=')
    expect(await guestsOf(world, nora)).toHaveLength(1)
    expect(await mailsTo(world, sam)).toHaveLength(1)
  })

  test('and got stuck can begin again, three times in all, and then after another mail', async () => {
    const { token, invitationId } = await sendInvitation(world, visitor, nora)
    const links = []
    for (let press = 0; press < 3; press += 1) {
      links.push(String((await accept(world, token)).headers['location']))
    }
    expect(new Set(links).size).toBe(3)
    expect(becauseOf(await accept(world, token))).toBe('invitation-used-up')
    const again = { params: { invitationId }, key: randomUUID() }
    expect((await visitor.call(resendInvitation, again)).status).toBe(201)
    const newer = await linkFor(world, nora)
    expect(becauseOf(await accept(world, token))).toBe('invitation-link-not-found')
    const { headers } = await accept(world, newer)
    await redeem(String(headers['location']), nora)
    await world.portal.settle()
    expect((await only()).state).toBe('redeemed')
    expect(await guestsOf(world, nora)).toHaveLength(1)
  })

  test('is told once that a step is left', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    await accept(world, token)
    await pass(3 * dayMs)
    await pass(3 * dayMs)
    const mails = (await mailsTo(world, nora)).filter(({ subject }) => subject.includes('One step'))
    expect(mails).toHaveLength(1)
    const { headers } = await accept(world, await linkFor(world, nora))
    expect(headers['location']).toContain('/redeem?rd=')
  })

  test('from another site’s page accepts nothing', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    const answer = await accept(world, token, { 'sec-fetch-site': 'cross-site' })
    expect([answer.statusCode, becauseOf(answer)]).toEqual([303, 'internal-error'])
    expect(await guestsOf(world, nora)).toEqual([])
  })
})

/** Femi is a guest of Contoso by Sam's invitation. */
async function bringFemi(): Promise<Visitor> {
  const { token } = await sendInvitation(world, visitor, femi)
  await redeem(String((await accept(world, token)).headers['location']), femi)
  await world.portal.settle()
  return world.enter(femi)
}

test('whoever became a guest reads the invitation and its mails at their own data', async () => {
  const guest = await bringFemi()
  const { body } = await guest.call(getMyData, {})
  const { invitations, mails, journal } = body as unknown as MyData
  expect(invitations).toMatchObject([
    { state: 'redeemed', invitedBy: 'Sam Okafor', mail: femi, purpose: 'Winter tender' },
  ])
  expect(mails.map(({ template }) => template).toSorted()).toEqual([
    'invitation',
    'invitation-news',
    'invitation-news',
  ])
  expect(journal.map(({ act }) => act)).toEqual(['redeem-invitation', 'accept-invitation'])
})

test('thirty days after its end nothing of an invitation is left but ids in the journal', async () => {
  const more = { name: 'Wanda Quill' }
  const { invitationId } = await sendInvitation(world, visitor, nora, more)
  await visitor.call(withdrawInvitation, { params: { invitationId } })
  await pass(29 * dayMs)
  expect((await readStore(world, 'contoso')).get('invitation')).toContain(nora)
  await pass(2 * dayMs)
  await pass(2 * dayMs)
  for (const [table, text] of await readStore(world, 'contoso')) {
    expect([table, text.includes(nora), text.includes('Wanda')]).toEqual([table, false, false])
  }
})

describe('an organization that does not answer', () => {
  const path = '/v1.0/invitations'

  test('that took it and lost the connection has one guest, and the press leads on', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    world.fail({ method: 'POST', path, drop: 'after', count: 1 })
    const { headers } = await accept(world, token)
    expect(headers['location']).toContain('/redeem?rd=')
    expect(await guestsOf(world, nora)).toHaveLength(1)
    expect(await mailsTo(world, sam)).toHaveLength(1)
  })

  test('that took it and told nobody, however often, has one guest, whom a step finds', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    const heal = world.fail({ method: 'POST', path, drop: 'after' })
    expect(becauseOf(await accept(world, token))).toBe('directory-failed')
    heal()
    expect(await guestsOf(world, nora)).toHaveLength(1)
    expect((await only()).state).toBe('accepting')
    await pass(60_000)
    expect((await only()).state).toBe('accepting')
    await pass(2 * 60_000)
    const [guest] = await guestsOf(world, nora)
    expect(await only()).toMatchObject({ state: 'accepted', guestId: guest?.id })
    expect(await mailsTo(world, sam)).toHaveLength(1)
    const { headers } = await accept(world, token)
    await redeem(String(headers['location']), nora)
    await world.portal.settle()
    expect((await only()).state).toBe('redeemed')
    expect(await guestsOf(world, nora)).toHaveLength(1)
  })

  test('and a process that ends between the intent and the answer loses nothing', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    // The second transaction of the press is never reached.
    let transactions = 0
    await using dying = await world.openAnotherPortal({
      store: {
        ...world.portal.store,
        asOrganization: async (organizationId, work) => {
          transactions += 1
          if (transactions > 1) throw new StoreError('unreachable', 'the process has ended')
          return world.portal.store.asOrganization(organizationId, work)
        },
      },
    })
    const answer = await accept({ portal: { ...world.portal, app: dying.app } }, token)
    expect(becauseOf(answer)).toBe('store-unavailable')
    expect(await guestsOf(world, nora)).toHaveLength(1)
    const again = await accept(world, token)
    expect(again.headers['location']).toContain('/redeem?rd=')
    expect(await guestsOf(world, nora)).toHaveLength(1)
    await pass(3 * 60_000)
    expect((await only()).state).toBe('accepted')
    expect(await mailsTo(world, sam)).toHaveLength(1)
  })

  test('leaves the offer as it was once it is known that nothing was done', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    const heal = world.fail({ method: 'POST', path, status: 503 })
    expect(becauseOf(await accept(world, token))).toMatch(/^directory-/)
    expect((await only()).state).toBe('accepting')
    heal()
    await pass(3 * 60_000)
    expect(await only()).toMatchObject({ state: 'open', because: 'directory-failed' })
    const { headers } = await accept(world, token)
    expect(headers['location']).toContain('/redeem?rd=')
    expect(await guestsOf(world, nora)).toHaveLength(1)
  })

  test('that refuses Foyer’s app says so, and the offer is open', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    world.fail({ method: 'POST', path, status: 403 })
    expect(becauseOf(await accept(world, token))).toBe('directory-refused')
    expect(await only()).toMatchObject({ state: 'open', because: 'directory-refused' })
  })

  test('that does not take the address says so to whoever invited', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    world.fail({ method: 'POST', path, status: 400 })
    expect(becauseOf(await accept(world, token))).toBe('invitation-not-taken')
    expect(await only()).toMatchObject({ state: 'open', because: 'invitation-not-taken' })
  })
})

test('a guest whom an administrator has removed is not made again by the link', async () => {
  const { token } = await sendInvitation(world, visitor, nora)
  await accept(world, token)
  const [guest] = await guestsOf(world, nora)
  await pass(60 * 60_000)
  await world.changeDirectory('DELETE', `/users/${guest?.id}`)
  expect(becauseOf(await accept(world, token))).toBe('invitation-not-open')
  await pass(60_000)
  expect(await guestsOf(world, nora)).toEqual([])
  visitor = await world.enter(sam)
  expect(await only()).toMatchObject({ state: 'expired', because: 'guest-gone' })
})

describe('nobody accepts', () => {
  test('where Sam may not invite any more', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    await letInvite(world, 'adminsAndGuestInviters')
    expect(becauseOf(await accept(world, token))).toBe('inviting-not-allowed')
    expect(await guestsOf(world, nora)).toEqual([])
    await letInvite(world, 'adminsGuestInvitersAndAllMembers')
    expect((await accept(world, token)).headers['location']).toContain('/redeem?rd=')
  })

  test('where Sam is blocked', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    await world.changeDirectory('PATCH', `/users/${sam}`, { accountEnabled: false })
    expect(becauseOf(await accept(world, token))).toBe('inviting-not-allowed')
    expect(await guestsOf(world, nora)).toEqual([])
  })

  test('what was withdrawn, and its link tells no names', async () => {
    const { token, invitationId } = await sendInvitation(world, visitor, nora)
    const input = { params: { invitationId } }
    expect((await visitor.call(withdrawInvitation, input)).status).toBe(204)
    expect((await visitor.call(withdrawInvitation, input)).status).toBe(204)
    expect(becauseOf(await accept(world, token))).toBe('invitation-not-open')
    const opened = await offerOf(token)
    expect(opened).toMatchObject({ state: 'withdrawn', language: 'en' })
    expect(JSON.stringify(opened)).not.toMatch(/Nora|Sam|tender/)
    expect(await guestsOf(world, nora)).toEqual([])
  })

  test('what has expired; Sam is told, and can send it again', async () => {
    const { token, invitationId } = await sendInvitation(world, visitor, nora)
    await pass(10 * dayMs)
    const [reminder] = await mailsTo(world, nora)
    expect(reminder?.subject).toBe('The invitation of Contoso is still open')
    await pass(4 * dayMs)
    expect(becauseOf(await accept(world, token))).toBe('invitation-not-open')
    expect((await offerOf(token)).state).toBe('expired')
    expect(await guestsOf(world, nora)).toEqual([])
    expect((await mailsTo(world, sam))[0]?.subject).toContain('has not answered')
    visitor = await world.enter(sam)
    await visitor.call(resendInvitation, { params: { invitationId }, key: randomUUID() })
    expect((await offerOf(await linkFor(world, nora))).state).toBe('open')
    expect((await openOf(token)).status).toBe(404)
  })

  test('what has expired and nobody has looked at since', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    world.simulator.clock.advance(14 * dayMs + 1)
    expect(becauseOf(await accept(world, token))).toBe('invitation-not-open')
    expect((await offerOf(token)).offer).toBeUndefined()
    expect(await guestsOf(world, nora)).toEqual([])
    // It stands in nobody's way.
    visitor = await world.enter(sam)
    expect((await invite(visitor, nora)).status).toBe(201)
  })

  test('with a link that nobody was given, however near it is', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    const other = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`
    for (const wrong of [other, token.toLowerCase(), token.slice(1), `${token}x`, 'x']) {
      const answer = await accept(world, wrong)
      const isFound = String(answer.headers['location']).includes('/redeem')
      expect([answer.statusCode, isFound]).toEqual([303, wrong === token])
    }
    expect(await guestsOf(world, nora)).toEqual([])
  })

  test('where somebody else has made them a guest meanwhile', async () => {
    const { token } = await sendInvitation(world, visitor, nora)
    await inviteElsewhere(world, nora)
    await pass(30 * 60_000)
    expect(becauseOf(await accept(world, token))).toBe('known-already')
    expect((await only()).state).toBe('open')
  })
})

test('the ticket of the redemption is in no log, table or reply but the one 303', async () => {
  const { token } = await sendInvitation(world, visitor, nora)
  const answer = await accept(world, token)
  const rd = new URL(String(answer.headers['location'])).searchParams.get('rd') ?? ''
  const ticket = new URL(rd).searchParams.get('ticket') ?? ''
  expect(ticket.length).toBeGreaterThan(20)
  await redeem(String(answer.headers['location']), nora)
  await world.portal.settle()
  const forms = [ticket, encodeURIComponent(ticket), encodeURIComponent(encodeURIComponent(ticket))]
  const holds = (text: string) => forms.some((form) => text.includes(form))
  expect(holds(String(answer.headers['location']))).toBe(true)
  expect(holds(answer.body)).toBe(false)
  expect(holds(world.portal.log())).toBe(false)
  expect(world.portal.log()).not.toContain(token)
  const texts = await readStore(world, 'contoso')
  // The words are unsealed: what is sealed with the invitation’s own key is found.
  expect(texts.get('invitation')).toContain(nora)
  expect(texts.get('mail')).toContain(nora)
  for (const [table, text] of texts) {
    expect([table, holds(text), text.includes(token)]).toEqual([table, false, false])
  }
  const mails = await (await fetch(`${world.simulator.url}/simulator/mails`)).text()
  expect(holds(mails)).toBe(false)
  expect(holds(JSON.stringify(await listOf()))).toBe(false)
})

describe('Nora of Adatum, whose colleagues have accounts that Adatum keeps', () => {
  const hers = 'nora@adatum.com'
  const contoso = () => world.tenantIdOf('contoso') as OrganizationId
  const ownGroup = async () =>
    (await visitor.get('/v1/invitations/groups')).json<{
      groups: { groupId: GroupId; name: string }[]
    }>().groups[0]
  const isIn = async (groupId: GroupId | undefined) => {
    const [guest] = await guestsOf(world, hers)
    const { value } = await world.graph<{ value: { id: string }[] }>(
      `/groups/${groupId}/members?$select=id`,
    )
    return value.some(({ id }) => id === guest?.id)
  }

  test('is held when she comes with a code by mail, until Sam says that it is she', async () => {
    await syncOrganization(world.portal, contoso())
    const group = await ownGroup()
    const groupIds = group ? [group.groupId] : []
    const { token, invitationId } = await sendInvitation(world, visitor, hers, { groupIds })
    expect((await offerOf(token)).offer?.expected).toBe('work-account')
    await redeem(String((await accept(world, token)).headers['location']), hers)
    await world.portal.settle()
    expect(await only()).toMatchObject({
      state: 'held',
      because: 'another-account',
      missedGroups: [group?.name],
      canConfirm: true,
    })
    expect(await isIn(group?.groupId)).toBe(false)
    const [mail] = await mailsTo(world, sam)
    expect(mail?.subject).toBe(
      'Somebody has used the invitation of Nora Hansen with another account',
    )

    const input = { params: { invitationId } }
    const noor = await world.enter('noor@contoso.com')
    expect((await noor.call(confirmRedeemer, input)).status).toBe(404)
    expect((await visitor.call(confirmRedeemer, input)).status).toBe(204)
    expect((await visitor.call(confirmRedeemer, input)).status).toBe(204)
    await world.portal.settle()
    expect(await only()).toMatchObject({ state: 'redeemed', missedGroups: [] })
    expect(await isIn(group?.groupId)).toBe(true)
  })

  test('is not brought into a group that Sam owns no more, and he reads which', async () => {
    const group = await ownGroup()
    const more = { groupIds: group ? [group.groupId] : [] }
    const { token } = await sendInvitation(world, visitor, nora, more)
    const { headers } = await accept(world, token)
    const samId = (await world.graph<{ id: string }>(`/users/${sam}`)).id
    const noorId = (await world.graph<{ id: string }>('/users/noor@contoso.com')).id
    const owners = `/groups/${group?.groupId}/owners`
    await world.changeDirectory('POST', `${owners}/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/users/${noorId}`,
    })
    await world.changeDirectory('DELETE', `${owners}/${samId}/$ref`)
    await redeem(String(headers['location']), nora)
    await world.portal.settle()
    expect(await only()).toMatchObject({ state: 'redeemed', missedGroups: [group?.name] })
  })
})

test('somebody else’s group, or one that a rule fills, is no group to invite into', async () => {
  const notOwned = await groupNamed('Supplier Forum')
  for (const groupId of [notOwned, randomUUID() as GroupId]) {
    const answer = await invite(visitor, nora, { groupIds: [groupId] })
    expect([answer.status, answer.body['code']]).toEqual([422, 'group-not-invitable'])
  }
})
