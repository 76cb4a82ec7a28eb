import { endAccess } from '@foyer/contracts/ending'
import { getGuest } from '@foyer/contracts/guest'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import {
  answerResetQuestion,
  askForReset,
  carryOutReset,
  getReset,
  getResetQuestion,
} from '@foyer/contracts/reset'
import { signInWithoutBrowser } from '@foyer/simulator/browserless-sign-in'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeReset, findReset, readResetWords } from '../src/resets/reset.ts'
import { mailsTo } from './support/exit.ts'
import { noRateLimits } from './support/no-rate-limits.ts'
import {
  agreeReset,
  answerAs,
  askReset,
  carryOut,
  giveRole,
  graphTokenOf,
  questionFor,
  stopResetOf,
} from './support/reset.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, portalOrigin, type World } from './support/world.ts'

// A guest's sign-in is set back by the guest's own address, two operators, three days, and then the
// right of the one who carries it out.

let world: World
let contoso: UnderPolicy
let omarId: PersonId
let adaId: PersonId
let jonasId: PersonId

const omar = 'omar@outlook.example'
const newAddress = 'omar@haddad.example'
const ada = 'ada@contoso.com'
const jonas = 'jonas@contoso.com'
const sam = 'sam@contoso.com'
const dayMs = 24 * 60 * 60_000

beforeAll(async () => {
  world = await openWorld({ rateLimits: noRateLimits })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  world.simulator.choose({ personalAccounts: 'accepted' })
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction.deleteFrom('reset').execute(),
  )
  omarId = await personOf(omar)
  adaId = await personOf(ada)
  jonasId = await personOf(jonas)
  await giveRole(world, adaId, 'User Administrator')
})
afterAll(async () => world[Symbol.asyncDispose]())

async function personOf(mail: string): Promise<PersonId> {
  const filter = encodeURIComponent(`mail eq '${mail}'`)
  const { value } = await world.graph<{ value: readonly { id: PersonId }[] }>(
    `/users?$filter=${filter}&$select=id`,
  )
  const [found] = value
  if (!found) throw new Error(`nobody of ${mail} is there`)
  return found.id
}

async function pass(ms: number): Promise<void> {
  world.simulator.clock.advance(ms)
  await world.portal.settle()
}

/** Up to where Jonas has agreed. */
async function agreed(mail?: string): Promise<void> {
  await askReset(world, ada, omarId, mail)
  await answerAs(world, omar, true)
  const { status, body } = await agreeReset(world, jonas, omarId)
  if (status !== 200) throw new Error(`not agreed: ${String(body['code'])}`)
}

/** Up to where it may be carried out. */
async function ready(mail?: string): Promise<void> {
  await agreed(mail)
  await pass(3 * dayMs)
}

const asAda = async (changes: object = {}) =>
  carryOut(world, ada, omarId, await graphTokenOf(world, adaId, { ...changes }))

const omarInDirectory = async () => {
  const select = '$select=mail,otherMails,externalUserState,accountEnabled'
  return world.graph<{
    readonly mail: string
    readonly otherMails: readonly string[]
    readonly externalUserState: string
  }>(`/users/${omarId}?${select}`)
}

const stateOf = async () => {
  const { body } = await (await world.enter(ada)).call(getReset, { params: { guestId: omarId } })
  return (body['reset'] as Record<string, unknown> | undefined)?.['state']
}

async function entriesOf(): Promise<readonly Record<string, unknown>[]> {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  return world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction
      .selectFrom('journal')
      .select(['act', 'outcome', 'because', 'actorKind', 'actorId', 'facts'])
      .where('guestId', '=', omarId)
      .where('act', 'in', [
        'ask-for-reset',
        'confirm-reset',
        'agree-to-reset',
        'stop-reset',
        'reset',
      ])
      .orderBy('position')
      .execute(),
  )
}

test('Omar moves to another address with everything he has, and both addresses are told', async () => {
  const asked = await askReset(world, ada, omarId, newAddress)
  expect(asked.body).toMatchObject({
    state: 'asked',
    from: omar,
    to: newAddress,
    askedBy: 'Ada Lindqvist',
  })
  const token = await questionFor(world, omar)
  const question = await world.comeWith(undefined).call(getResetQuestion, { params: { token } })
  expect(question.body).toMatchObject({ state: 'asked', to: newAddress, isSameAddress: false })
  expect((await answerAs(world, omar, true)).body['state']).toBe('proved')
  expect((await agreeReset(world, jonas, omarId)).body).toMatchObject({
    state: 'waiting',
    agreedBy: 'Jonas Weber',
  })
  for (const person of [omar, sam, ada]) {
    const subjects = (await mailsTo(world, person)).map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject.includes('set back')).length).toBe(1)
  }
  await pass(3 * dayMs)
  const groups = await world.graph<{ value: unknown[] }>(`/users/${omarId}/memberOf?$select=id`)
  const done = await asAda()
  expect([done.status, done.body['state']]).toEqual([200, 'done'])
  expect(JSON.stringify(done.body)).not.toMatch(/redeem|ticket/)
  expect(await omarInDirectory()).toMatchObject({
    externalUserState: 'PendingAcceptance',
    otherMails: expect.arrayContaining([newAddress]) as unknown,
  })
  expect(await world.graph(`/users/${omarId}/memberOf?$select=id`)).toEqual(groups)
  // Of Microsoft's mails none; of Foyer's one to each address, and the new one leads to the sign-in.
  const [toNew] = await mailsTo(world, newAddress)
  expect(toNew?.text).toContain('/o/contoso')
  expect((await mailsTo(world, newAddress)).length).toBe(1)
  expect((await mailsTo(world, omar))[0]?.text).toContain('belongs to whoever reads')
  // By the organization’s own link, and asked what Microsoft asked when he was invited.
  expect(await oidAtFoyerOf(newAddress)).toBe(omarId)
  await expect(oidAtFoyerOf(omar)).rejects.toThrow(/AADSTS/)
  expect(await entriesOf()).toMatchObject([
    { act: 'ask-for-reset', actorId: adaId },
    { act: 'confirm-reset', actorKind: 'guest' },
    { act: 'agree-to-reset', actorId: jonasId, facts: { askedBy: adaId, agreedBy: jonasId } },
    { act: 'reset', outcome: 'done', facts: { askedBy: adaId, agreedBy: jonasId } },
  ])
})

async function oidAtFoyerOf(mail: string): Promise<unknown> {
  const { web, api } = world.simulator.registrations()
  const { accessToken } = await signInWithoutBrowser({
    url: world.simulator.url,
    tenantId: world.tenantIdOf('contoso'),
    clientId: web.clientId,
    redirectUri: `${portalOrigin}/`,
    scope: api.scope,
    mail,
  })
  const payload = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()
  return (JSON.parse(payload) as { oid: string }).oid
}

test('Omar signs in anew with the same address, for which a smaller role and permission do', async () => {
  await giveRole(world, jonasId, 'Helpdesk Administrator')
  const before = await omarInDirectory()
  await ready()
  const token = await graphTokenOf(world, jonasId, { scp: 'User.Invite.All' })
  expect((await carryOut(world, jonas, omarId, token)).body['state']).toBe('done')
  const { externalUserState: _, ...after } = await omarInDirectory()
  expect(before).toMatchObject(after)
  expect((await mailsTo(world, omar))[0]?.text).toContain('Sign in once more')
})

test('who asked does not agree, however often', async () => {
  await askReset(world, ada, omarId)
  await answerAs(world, omar, true)
  for (let time = 0; time < 2; time += 1) {
    const answer = await agreeReset(world, ada, omarId)
    expect([answer.status, answer.body['code']]).toEqual([403, 'reset-needs-another'])
  }
  await pass(4 * dayMs)
  expect((await asAda()).body['code']).toBe('reset-not-agreed')
  expect((await omarInDirectory()).externalUserState).toBe('Accepted')
})

test('without the yes of the address nobody agrees', async () => {
  await askReset(world, ada, omarId, newAddress)
  const token = await questionFor(world, omar)
  // Whatever opens the mail follows the link.
  for (let time = 0; time < 3; time += 1) {
    await world.comeWith(undefined).call(getResetQuestion, { params: { token } })
  }
  expect((await agreeReset(world, jonas, omarId)).body['code']).toBe('reset-not-proved')
})

test('the no of the address ends it, and Ada reads so', async () => {
  await askReset(world, ada, omarId, newAddress)
  expect((await answerAs(world, omar, false)).body['state']).toBe('stopped')
  // A yes afterwards changes nothing.
  expect((await answerAs(world, omar, true)).body['state']).toBe('stopped')
  expect((await agreeReset(world, jonas, omarId)).body['code']).toBe('reset-not-asked')
  expect((await mailsTo(world, ada))[0]?.subject).toContain('does not want')
})

test.each([
  ['the old address', async () => answerAs(world, omar, false)],
  ['Ada', async () => stopResetOf(world, ada, omarId)],
  ['Jonas', async () => stopResetOf(world, jonas, omarId)],
  ['Sam, who vouches', async () => stopResetOf(world, sam, omarId)],
])('%s stops it within the three days', async (_, stop) => {
  await agreed(newAddress)
  await pass(2 * dayMs)
  expect((await stop()).status).toBeLessThan(300)
  expect((await stop()).status).toBeLessThan(300)
  await pass(2 * dayMs)
  expect((await asAda()).body['code']).toBe('reset-not-asked')
  expect((await omarInDirectory()).otherMails).not.toContain(newAddress)
  expect((await mailsTo(world, omar))[0]?.subject).toContain('stays as it is')
})

test('nobody else stops or sees it, and a sponsor asks for none', async () => {
  await agreed()
  const noor = await world.enter('noor@contoso.com')
  const params = { guestId: omarId }
  expect((await noor.call(getReset, { params })).body['code']).toBe('guest-not-found')
  expect((await stopResetOf(world, 'noor@contoso.com', omarId)).status).toBe(404)
  const bySam = await (await world.enter(sam)).call(askForReset, { params, body: { reason: 'x' } })
  expect(bySam.body['code']).toBe('not-an-operator')
  const seen = await (await world.enter(sam)).call(getGuest, { params })
  expect(seen.body['reset']).toMatchObject({ state: 'waiting', agreedBy: 'Jonas Weber' })
  // With what operators act is nobody else's business.
  const ofSam = await (await world.enter(sam)).call(getReset, { params })
  expect([ofSam.body['seenAs'], ofSam.body['actsWith']]).toEqual(['sponsor', undefined])
})

test('a minute before the three days are over is too early', async () => {
  await agreed()
  await pass(3 * dayMs - 60_000)
  expect((await asAda()).body['code']).toBe('reset-too-early')
  await pass(60_000)
  expect((await asAda()).body['state']).toBe('done')
})

test('what nobody goes on with lapses, at each of its stations', async () => {
  await askReset(world, ada, omarId)
  await pass(14 * dayMs)
  expect(await stateOf()).toBe('lapsed')
  await ready()
  await pass(14 * dayMs)
  expect(await stateOf()).toBe('lapsed')
  expect((await asAda()).body['code']).toBe('reset-not-asked')
  expect((await mailsTo(world, ada))[0]?.subject).toContain('Nobody has set')
})

test.each([
  ['rosa@adatum.com', 'departure-role-held'],
  ['hugo@tailspin.com', 'departure-role-held'],
  ['priya@tailspin.com', 'departure-role-held'],
  ['ravi@tailspin.com', 'departure-protected'],
  ['yuki@adatum.com', 'departure-not-a-guest'],
  ['tom@contoso.com', 'departure-not-a-guest'],
])('of %s nobody asks: %s', async (mail, code) => {
  const answer = await askReset(world, ada, await personOf(mail))
  expect([answer.status, answer.body['code']]).toEqual([409, code])
})

test('who was given a role meanwhile keeps their sign-in, and it is over', async () => {
  await ready(newAddress)
  await giveRole(world, omarId, 'Helpdesk Administrator')
  expect((await asAda()).body['code']).toBe('departure-role-held')
  expect(await stateOf()).toBe('stopped')
  expect(await omarInDirectory()).toMatchObject({ externalUserState: 'Accepted' })
  expect((await omarInDirectory()).otherMails).not.toContain(newAddress)
})

test('a yes counts for the address that gave it: with another one it is over', async () => {
  await ready()
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) => {
    const row = await findReset(transaction, omarId)
    const words = row && (await readResetWords(transaction, row))
    if (!words) throw new Error('there is none')
    await changeReset(transaction, row, { words: { ...words, from: 'omar@before.example' } })
  })
  expect((await asAda()).body['code']).toBe('reset-address-changed')
  expect(await stateOf()).toBe('stopped')
})

test.each([
  ['lena@atelier-vogel.example', 'known-already'],
  ['noor@contoso.com', 'address-not-possible'],
  ['omar@haddad', 'address-not-possible'],
  ['omär@haddad.example', 'address-not-possible'],
])('nobody moves to %s: %s', async (mail, code) => {
  expect((await askReset(world, ada, omarId, mail)).body['code']).toBe(code)
})

test('one at a time, and the same again is the same', async () => {
  const first = await askReset(world, ada, omarId, newAddress)
  expect((await askReset(world, ada, omarId, newAddress)).body).toEqual(first.body)
  expect((await askReset(world, ada, omarId)).body['code']).toBe('reset-under-way')
  expect((await askReset(world, jonas, omarId, newAddress)).body['code']).toBe('reset-under-way')
  expect((await mailsTo(world, omar)).length).toBe(1)
})

test('whose access ends has no sign-in set back', async () => {
  const params = { guestId: omarId }
  const body = { reason: 'It is over' }
  const first = await (await world.enter(ada)).call(endAccess, { params, body })
  const challenge = String(first.body['challenge'])
  await (await world.enter(ada)).call(endAccess, { params, body: { ...body, challenge } })
  expect((await askReset(world, ada, omarId)).body['code']).toBe('ending-under-way')
})

test('where nothing is registered for operators, nobody asks, and nobody is told with what', async () => {
  await using other = await openWorld({
    rateLimits: noRateLimits,
    declared: { contoso: { operatorActs: undefined } },
  })
  const { value } = await other.graph<{ value: readonly { id: PersonId }[] }>(
    `/users?$filter=${encodeURIComponent(`mail eq '${omar}'`)}&$select=id`,
  )
  const guestId = value[0]?.id as PersonId
  const seen = await (await other.enter(ada)).call(getReset, { params: { guestId } })
  expect([seen.body['seenAs'], seen.body['actsWith']]).toEqual(['operator', undefined])
  expect((await askReset(other, ada, guestId)).body['code']).toBe('reset-not-possible')
})

describe('the token', () => {
  test.each([
    ['of Jonas', async () => graphTokenOf(world, jonasId)],
    [
      'of another organization',
      async () => graphTokenOf(world, adaId, { tid: world.tenantIdOf('fabrikam') }),
    ],
    ['by another app', async () => graphTokenOf(world, adaId, { appid: adaId })],
    [
      'for another resource',
      async () => graphTokenOf(world, adaId, { aud: 'https://management.azure.com' }),
    ],
    ['that has ended', async () => graphTokenOf(world, adaId, { exp: 1 })],
    ['without the scope', async () => graphTokenOf(world, adaId, { scp: 'User.Invite.All' })],
    ['for Foyer', async () => (await world.enter(ada)).token ?? ''],
    ['that is none', async () => 'garbage'],
    [
      'that Ada has signed herself',
      async () => `${(await graphTokenOf(world, adaId)).split('.').slice(0, 2).join('.')}.c2lnbmVk`,
    ],
  ])('%s does nothing', async (_, tokenOf) => {
    await ready(newAddress)
    const before = await omarInDirectory()
    const answer = await carryOut(world, ada, omarId, await tokenOf())
    expect([answer.status, answer.body['code']]).toEqual([403, 'operator-token-refused'])
    expect(await omarInDirectory()).toEqual(before)
    // The right one still does.
    expect((await asAda()).body['state']).toBe('done')
  })

  test('is needed', async () => {
    await ready()
    const reply = await world.portal.app.inject({
      method: 'POST',
      url: carryOutReset.path.replace('{guestId}', omarId),
      headers: { authorization: `Bearer ${(await world.enter(ada)).token ?? ''}` },
    })
    expect([reply.statusCode, reply.json()]).toMatchObject([
      403,
      { code: 'operator-token-refused' },
    ])
  })

  test('of somebody without the role does nothing, and leaves nothing', async () => {
    await ready(newAddress)
    await giveRole(world, jonasId, 'Helpdesk Administrator')
    const before = await omarInDirectory()
    const token = await graphTokenOf(world, jonasId)
    const answer = await carryOut(world, jonas, omarId, token)
    expect([answer.status, answer.body['code']]).toEqual([403, 'operator-role-missing'])
    expect(await omarInDirectory()).toEqual(before)
    expect((await entriesOf()).at(-1)).toMatchObject({
      act: 'reset',
      outcome: 'refused',
      because: 'operator-role-missing',
    })
  })

  test('is in no log, table or reply, whether it was used or refused', async () => {
    await ready(newAddress)
    const refused = await graphTokenOf(world, jonasId)
    const used = await graphTokenOf(world, adaId)
    const answers = [
      await carryOut(world, ada, omarId, refused),
      await carryOut(world, ada, omarId, used),
      await carryOut(world, ada, omarId, used),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 200])
    const signatures = [refused, used].map((token) => token.split('.').at(-1) ?? '')
    const organizationId = world.tenantIdOf('contoso') as OrganizationId
    const rows = await world.portal.store.asOrganization(organizationId, async (transaction) =>
      Promise.all(
        (['reset', 'journal', 'mail', 'step'] as const).map(async (table) =>
          transaction.selectFrom(table).selectAll().execute(),
        ),
      ),
    )
    const everything = JSON.stringify([answers, rows]) + world.portal.log()
    expect(everything).toContain('/v1/guests/:guestId/reset/act')
    for (const signature of signatures) expect(everything).not.toContain(signature)
  })

  test('again does nothing more', async () => {
    await ready(newAddress)
    const token = await graphTokenOf(world, adaId)
    await carryOut(world, ada, omarId, token)
    const done = (await world.effects('redemption-reset')).length
    expect((await carryOut(world, ada, omarId, token)).body['state']).toBe('done')
    expect((await world.effects('redemption-reset')).length).toBe(done)
    // And of nobody else.
    const lena = await personOf('lena@atelier-vogel.example')
    expect((await carryOut(world, ada, lena, token)).body['code']).toBe('reset-not-asked')
  })
})

describe('where Graph', () => {
  const invitations = { method: 'POST', path: '/v1.0/invitations' } as const

  /** As Foyer asks for it, and nobody hears of it. */
  async function resetInDirectory(): Promise<void> {
    const token = await graphTokenOf(world, adaId)
    await fetch(`${world.simulator.url}/v1.0/invitations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        invitedUserEmailAddress: omar,
        inviteRedirectUrl: portalOrigin,
        resetRedemption: true,
        invitedUser: { id: omarId },
      }),
    })
  }

  test('does it and drops the answer, it is done once, and everybody is told once', async () => {
    await ready(newAddress)
    world.fail({ ...invitations, drop: 'after', count: 1 })
    expect((await asAda()).body['state']).toBe('done')
    expect((await world.effects('redemption-reset')).length).toBe(1)
    expect((await mailsTo(world, newAddress)).length).toBe(1)
  })

  test('does it and is silent from then on, the next press finds it done, and needs no token', async () => {
    await ready()
    const heal = world.fail({ ...invitations, status: 503 })
    expect((await asAda()).status).toBeGreaterThanOrEqual(500)
    heal()
    // What the attempt did that nobody heard of.
    await resetInDirectory()
    expect((await world.effects('redemption-reset')).length).toBe(1)
    expect((await carryOut(world, ada, omarId, 'none')).body['state']).toBe('done')
    expect((await world.effects('redemption-reset')).length).toBe(1)
  })

  test('did nothing to a guest who had not redeemed anyway, the next press does it', async () => {
    await resetInDirectory()
    await ready()
    const heal = world.fail({ ...invitations, status: 503 })
    expect((await asAda()).status).toBeGreaterThanOrEqual(500)
    heal()
    const refused = await carryOut(world, ada, omarId, 'none')
    expect(refused.body['code']).toBe('operator-token-refused')
    expect((await asAda()).body['state']).toBe('done')
    expect((await world.effects('redemption-reset')).length).toBe(2)
  })

  test('does it, and leaves the date of the change as it was: the next press finds it done', async () => {
    await ready()
    const heal = world.fail({ ...invitations, status: 503 })
    expect((await asAda()).status).toBeGreaterThanOrEqual(500)
    heal()
    // What no document states: whether the date of the redemption changes with it.
    const select =
      'id,displayName,userType,creationType,accountEnabled,mail,otherMails,userPrincipalName,onPremisesSyncEnabled,isManagementRestricted,externalUserState,externalUserStateChangeDateTime'
    const before = await world.graph<object>(`/users/${omarId}?$select=${select}`)
    world.fail({
      method: 'GET',
      path: `/v1.0/users/${omarId}`,
      status: 200,
      body: { ...before, externalUserState: 'PendingAcceptance' },
    })
    expect((await carryOut(world, ada, omarId, 'none')).body).toMatchObject({ state: 'done' })
  })

  test('says no, nothing is changed, and it can be tried again', async () => {
    await ready(newAddress)
    const message =
      'Your organization does not allow collaboration with the domain of the user you are inviting.'
    const heal = world.fail({
      ...invitations,
      status: 400,
      body: { error: { code: 'BadRequest', message } },
    })
    expect((await asAda()).body['code']).toBe('reset-not-taken')
    expect((await omarInDirectory()).otherMails).not.toContain(newAddress)
    heal()
    expect((await asAda()).body['state']).toBe('done')
  })

  test('is down, nobody knows, and the page says so', async () => {
    await ready()
    const heal = world.fail({ ...invitations, status: 503 })
    expect((await asAda()).status).toBeGreaterThanOrEqual(500)
    const { body } = await (await world.enter(ada)).call(getReset, { params: { guestId: omarId } })
    expect(body['reset']).toMatchObject({ state: 'waiting', isUnsure: true })
    heal()
    expect((await asAda()).body['state']).toBe('done')
  })
})

test('a link that is altered or guessed asks nobody', async () => {
  const nobody = world.comeWith(undefined)
  for (const token of ['a'.repeat(43), `${'b'.repeat(42)}_`]) {
    const input = { params: { token } }
    expect((await nobody.call(getResetQuestion, input)).status).toBe(404)
    const answer = await nobody.call(answerResetQuestion, { ...input, body: { isWanted: true } })
    expect(answer.body['code']).toBe('reset-question-not-found')
  }
})
