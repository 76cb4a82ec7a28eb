import { endAccess } from '@foyer/contracts/ending'
import { getGuest } from '@foyer/contracts/guest'
import type { GroupId, PersonId } from '@foyer/contracts/ids'
import {
  confirmRedeemer,
  type Invitation,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '@foyer/contracts/invitation'
import { declineInvitation } from '@foyer/contracts/invitation-link'
import { listMyJournal } from '@foyer/contracts/journal'
import {
  answerMove,
  getMoveChoice,
  type MoveChoice,
  openMove,
  stopGuestMove,
  stopMove,
  stopMyMove,
} from '@foyer/contracts/move'
import { getMyData, type MyData } from '@foyer/contracts/my-data'
import type { Day } from '@foyer/lifecycle/calendar'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { eraseGuest } from '../src/erasing/erase-guest.ts'
import { mailsTo } from './support/exit.ts'
import {
  accept,
  forgetInvitations,
  guestsOf,
  invite,
  linkFor,
  redeem,
} from './support/invitation.ts'
import {
  addTo,
  come,
  groupsOf,
  idOfGroup,
  isEnabled,
  moveOf,
  myMove,
  stopLinkFor,
} from './support/move.ts'
import { noRateLimits } from './support/no-rate-limits.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type Visitor, type World } from './support/world.ts'

// Omar, a guest of Contoso for whom Sam vouches, has another address now.

// Weeks pass in some of these, with all that is done on each day.
vi.setConfig({ testTimeout: 20_000 })

const dayMs = 24 * 60 * 60_000
const omar = 'omar@outlook.example'
const nora = 'nora@litware.example'
const sam = 'sam@contoso.com'
const ada = 'ada@contoso.com'

let world: World
let contoso: UnderPolicy
let omarId: PersonId
let ownGroup: GroupId
let otherGroup: GroupId

beforeAll(async () => {
  world = await openWorld({ rateLimits: noRateLimits })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await contoso.begin()
  await forgetInvitations(world, 'contoso')
  omarId = (await contoso.find(await world.enter(sam), omar)).guestId
  // Omar is in both; one is Sam's to fill, and one is not.
  ownGroup = await idOfGroup(world, 'Supplier Quality')
  otherGroup = await idOfGroup(world, 'Tender 2026')
  await addTo(world, 'members', otherGroup, omarId)
})
afterAll(async () => world[Symbol.asyncDispose]())

const codeOf = ({ body }: { body: Readonly<Record<string, unknown>> }) => body['code']
const pass = async (ms: number) => {
  world.simulator.clock.advance(ms)
  await world.portal.settle()
}
const nobody = () => world.comeWith(undefined)
const begin = async (by: Visitor | string = sam, more: object = {}) => {
  const visitor = typeof by === 'string' ? await world.enter(by) : by
  const answer = await invite(visitor, nora, { movesFrom: omarId, name: 'Omar Haddad', ...more })
  await world.portal.settle()
  return answer
}
const choiceFor = async (guestId: PersonId, by = sam) =>
  (await world.enter(by)).call(getMoveChoice, { params: { guestId } })
const choose = async (
  guestId: PersonId,
  groupIds: GroupId[],
  { by = sam, carriesEnd = false } = {},
) => {
  const visitor = await world.enter(by)
  const answer = await visitor.call(answerMove, {
    params: { guestId },
    body: { groupIds, carriesEnd },
  })
  await world.portal.settle()
  return answer
}
const invitationOf = async () => {
  const { body } = await (await world.enter(ada)).call(listInvitations, { query: {} })
  return (body['invitations'] as Invitation[])[0] as Invitation
}
const subjectsTo = async (mail: string) => (await mailsTo(world, mail)).map((each) => each.subject)
const actsOf = async (mail: string) => {
  const { body } = await (await world.enter(mail)).call(listMyJournal, { query: {} })
  return (body['entries'] as { act: string; outcome: string; group?: string }[]).map(
    ({ act, outcome, group }) => [act, outcome, group].filter(Boolean).join(' '),
  )
}

describe('a guest with another address', () => {
  test('is told at once, comes with it, gets what Sam ticks, and leaves the old account behind', async () => {
    const answer = await begin()
    expect([answer.status, answer.body['movesFrom']]).toEqual([201, omarId])
    expect(await subjectsTo(omar)).toEqual(['Is n•••@litware.example your new address at Contoso?'])
    expect(await guestsOf(world, nora)).toEqual([])
    const before = await groupsOf(world, omarId)
    const noraId = await come(world, nora)
    expect(await subjectsTo(omar)).toContain('Another account takes the place of yours at Contoso')
    const [asked] = await mailsTo(world, sam)
    expect(asked?.subject).toBe('Omar Haddad has come with the new address: what follows?')
    expect(asked?.text).toContain(`/o/contoso/guests/${noraId}`)
    expect(await groupsOf(world, noraId)).toEqual([])

    const choice = (await choiceFor(noraId)).body as MoveChoice
    const verdicts = choice.groups.map(({ name, cannotBecause }) => [name, cannotBecause])
    expect(verdicts).toContainEqual(['Supplier Quality', undefined])
    expect(verdicts).toContainEqual(['Tender 2026', 'not-yours'])
    expect((await choose(noraId, [ownGroup])).status).toBe(204)
    expect((await choose(noraId, [ownGroup])).status).toBe(204)
    expect(codeOf(await choose(noraId, []))).toBe('move-not-asked')
    expect(await groupsOf(world, noraId)).toEqual(['Supplier Quality'])
    expect((await moveOf(world, noraId, 'cameBy'))?.answer).toMatchObject({
      by: 'Sam Okafor',
      groups: ['Supplier Quality'],
      missed: [],
      isCarried: true,
    })
    expect(await actsOf(nora)).toEqual([
      'carry-group done Supplier Quality',
      'answer-move done',
      'redeem-invitation done',
      'accept-invitation done',
    ])

    await pass(13 * dayMs)
    expect(await isEnabled(world, omarId)).toBe(true)
    expect(await groupsOf(world, omarId)).toEqual(before)
    await pass(2 * dayMs)
    expect(await isEnabled(world, omarId)).toBe(false)
    expect((await subjectsTo(omar))[0]).toBe(
      'This account at Contoso is blocked: n•••@litware.example has taken its place',
    )
    expect((await moveOf(world, omarId))?.state).toBe('ended')
    await pass(8 * dayMs)
    expect(await isEnabled(world, omarId)).toBeUndefined()
    expect((await subjectsTo(omar))[0]).toBe('Your old account at Contoso was removed')
    expect(await groupsOf(world, noraId)).toEqual(['Supplier Quality'])
  })

  test('gets nothing where nobody says anything', async () => {
    await begin()
    const noraId = await come(world, nora)
    await pass(40 * dayMs)
    expect(await groupsOf(world, noraId)).toEqual([])
  })

  test('is given the old last day where Sam ticks it', async () => {
    await contoso.setEnd(omar, '2027-01-15' as Day)
    await begin()
    const noraId = await come(world, nora)
    expect((await choiceFor(noraId)).body).toMatchObject({ endsOn: '2027-01-15' })
    expect((await choose(noraId, [], { carriesEnd: true })).status).toBe(204)
    await contoso.sync()
    const { body } = await (await world.enter(ada)).call(getGuest, { params: { guestId: noraId } })
    expect(body['end']).toMatchObject({ on: '2027-01-15' })
  })

  test('is not given a day that is over', async () => {
    await begin()
    const noraId = await come(world, nora)
    await contoso.setEnd(omar, '2026-11-01' as Day)
    expect((await choiceFor(noraId)).body).toMatchObject({ endCannotBecause: 'end-in-the-past' })
    expect(codeOf(await choose(noraId, [], { carriesEnd: true }))).toBe('end-in-the-past')
  })

  test('reads the move at their own data, from both accounts, and is erased with either', async () => {
    await begin()
    const noraId = await come(world, nora)
    const dataOf = async (mail: string) =>
      ((await (await world.enter(mail)).call(getMyData, {})).body as unknown as MyData).access
    expect((await dataOf(omar))?.moves).toMatchObject([
      { state: 'redeemed', isNew: false, maskedMail: 'n•••@litware.example' },
    ])
    expect((await dataOf(nora))?.moves).toMatchObject([{ isNew: true, askedBy: 'Sam Okafor' }])
    const { store } = world.portal
    const organizationId = world.tenantIdOf('contoso') as never
    const link = await stopLinkFor(world, omar)
    await store.asOrganization(organizationId, async (transaction) =>
      eraseGuest(transaction, {
        organizationId,
        guestId: noraId,
        by: 'foyer',
        now: world.portal.clock.now(),
      }),
    )
    expect(await myMove(world, omar)).toBeUndefined()
    expect(codeOf(await nobody().call(openMove, { params: { token: link } }))).toBe(
      'move-not-found',
    )
    await pass(30 * dayMs)
    expect(await isEnabled(world, omarId)).toBe(true)
  })
})

describe('Omar stops it', () => {
  const stopSignedIn = async () => (await world.enter(omar)).call(stopMyMove, {})

  test('before anybody comes: the invitation is withdrawn, and everybody is told', async () => {
    await begin()
    const token = await linkFor(world, nora)
    expect((await stopSignedIn()).status).toBe(204)
    expect((await stopSignedIn()).status).toBe(204)
    await world.portal.settle()
    expect((await invitationOf()).state).toBe('withdrawn')
    expect(String((await accept(world, token)).headers['location'])).toContain(
      'because=invitation-not-open',
    )
    expect(await guestsOf(world, nora)).toEqual([])
    const told = 'The move of Omar Haddad to another address was stopped'
    expect(await subjectsTo(sam)).toContain(told)
    expect(await subjectsTo('privacy@contoso.com')).toContain(told)
    expect((await subjectsTo(omar))[0]).toBe('Your account at Contoso does not move')
    await pass(40 * dayMs)
    expect(await isEnabled(world, omarId)).toBe(true)
    expect((await actsOf(omar)).slice(0, 2)).toEqual(['stop-move done', 'begin-move asked'])
  })

  test('after somebody came and got groups: they lose them, are held, and Omar stays', async () => {
    await begin()
    const noraId = await come(world, nora)
    await choose(noraId, [ownGroup])
    expect(await groupsOf(world, noraId)).toEqual(['Supplier Quality'])
    expect((await stopSignedIn()).status).toBe(204)
    await world.portal.settle()
    expect(await groupsOf(world, noraId)).toEqual([])
    expect(await groupsOf(world, omarId)).toContain('Supplier Quality')
    expect(await invitationOf()).toMatchObject({
      state: 'held',
      because: 'move-stopped',
      canConfirm: false,
      canResend: false,
    })
    const { invitationId } = await invitationOf()
    const confirmed = (await world.enter(sam)).call(confirmRedeemer, { params: { invitationId } })
    expect(codeOf(await confirmed)).toBe('invitation-not-open')
    expect(codeOf(await choose(noraId, [ownGroup]))).toBe('move-not-asked')
    await pass(40 * dayMs)
    expect(await isEnabled(world, omarId)).toBe(true)
  })

  test('and what the new account had of its own stays', async () => {
    await begin()
    const noraId = await come(world, nora)
    await addTo(world, 'members', ownGroup, noraId)
    await choose(noraId, [ownGroup])
    await stopSignedIn()
    await world.portal.settle()
    expect(await groupsOf(world, noraId)).toEqual(['Supplier Quality'])
  })

  test('while somebody is at Microsoft: they come to nothing', async () => {
    await begin()
    const token = await linkFor(world, nora)
    const { headers } = await accept(world, token)
    await stopSignedIn()
    await redeem(String(headers['location']), nora)
    await world.portal.settle()
    expect(await invitationOf()).toMatchObject({ state: 'held', because: 'move-stopped' })
    expect((await moveOf(world, omarId))?.state).toBe('stopped')
    expect(String((await accept(world, token)).headers['location'])).toContain(
      'because=invitation-not-open',
    )
  })

  test('by the mail, whose link does nothing by being opened', async () => {
    await begin()
    const noraId = await come(world, nora)
    const token = await stopLinkFor(world, omar)
    for (let time = 0; time < 3; time += 1) {
      const { status, body } = await nobody().call(openMove, { params: { token } })
      expect([status, body['move']]).toMatchObject([200, { state: 'redeemed', canStop: true }])
      expect(JSON.stringify(body)).not.toContain(nora)
    }
    for (const method of ['GET', 'HEAD'] as const) {
      const url = `/v1/move-links/${token}/stop`
      expect((await world.portal.app.inject({ method, url })).statusCode).toBe(405)
    }
    expect((await moveOf(world, omarId))?.state).toBe('redeemed')
    const other = 'x'.repeat(43)
    expect(codeOf(await nobody().call(stopMove, { params: { token: other } }))).toBe(
      'move-not-found',
    )
    expect((await nobody().call(stopMove, { params: { token } })).status).toBe(204)
    expect((await nobody().call(stopMove, { params: { token } })).status).toBe(204)
    expect((await moveOf(world, omarId))?.state).toBe('stopped')
    expect(await groupsOf(world, noraId)).toEqual([])
  })

  test('by the mail though he is blocked already', async () => {
    await begin()
    await come(world, nora)
    await pass(15 * dayMs)
    expect(await isEnabled(world, omarId)).toBe(false)
    const token = await stopLinkFor(world, omar)
    expect((await nobody().call(stopMove, { params: { token } })).status).toBe(204)
    await world.portal.settle()
    expect(await isEnabled(world, omarId)).toBe(true)
    await pass(40 * dayMs)
    expect(await isEnabled(world, omarId)).toBe(true)
  })

  test('not once he is removed', async () => {
    await begin()
    await come(world, nora)
    await pass(15 * dayMs)
    await pass(8 * dayMs)
    const token = await stopLinkFor(world, omar)
    expect(codeOf(await nobody().call(stopMove, { params: { token } }))).toBe('move-not-stoppable')
  })
})

test('Ada stops it; Sam, who asked for it, cannot, and nobody of another organization can', async () => {
  await begin()
  await come(world, nora)
  const input = { params: { guestId: omarId } }
  expect(codeOf(await (await world.enter(sam)).call(stopGuestMove, input))).toBe('not-an-operator')
  const ines = await world.enter('ines@fabrikam.com', 'fabrikam')
  expect(codeOf(await ines.call(stopGuestMove, input))).toBe('guest-not-found')
  const grace = await world.enter('grace@adatum.com', 'fabrikam')
  expect(codeOf(await grace.call(stopMyMove, {}))).toBe('move-not-found')
  expect((await (await world.enter(ada)).call(stopGuestMove, input)).status).toBe(204)
  expect((await moveOf(world, omarId))?.state).toBe('stopped')
})

describe('where nobody comes, nothing happens to the old account, and it is told so', () => {
  const fate = async () => {
    await world.portal.settle()
    const [told] = await subjectsTo(omar)
    const state = (await moveOf(world, omarId))?.state
    await pass(30 * dayMs)
    return { state, told, isEnabled: await isEnabled(world, omarId) }
  }
  const lapsed = {
    state: 'lapsed',
    told: 'Your account at Contoso stays as it was',
    isEnabled: true,
  }

  test('the invitation runs out, and is not sent again', async () => {
    await begin()
    await pass(15 * dayMs)
    const { invitationId, canResend } = await invitationOf()
    expect(canResend).toBe(false)
    const input = { params: { invitationId }, key: randomUUID() }
    expect(codeOf(await (await world.enter(sam)).call(resendInvitation, input))).toBe(
      'invitation-not-open',
    )
    expect(await fate()).toEqual(lapsed)
  })

  test('it is declined', async () => {
    await begin()
    const params = { token: await linkFor(world, nora) }
    await nobody().call(declineInvitation, { params, body: { mail: nora } })
    expect(await fate()).toEqual(lapsed)
  })

  test('Sam withdraws it', async () => {
    await begin()
    const { invitationId } = await invitationOf()
    await (await world.enter(sam)).call(withdrawInvitation, { params: { invitationId } })
    expect(await fate()).toEqual(lapsed)
  })

  test('whoever came is gone again before the time', async () => {
    await begin()
    const noraId = await come(world, nora)
    await world.changeDirectory('DELETE', `/users/${noraId}`)
    await pass(15 * dayMs)
    expect(await fate()).toEqual(lapsed)
  })
})

describe('nobody is moved', () => {
  test('by somebody who does not vouch for them, or of another organization', async () => {
    for (const [by, slug] of [
      ['noor@contoso.com', 'contoso'],
      ['ines@fabrikam.com', 'fabrikam'],
    ] as const) {
      expect(codeOf(await begin(await world.enter(by, slug)))).toBe('guest-not-found')
    }
    expect(await subjectsTo(omar)).toEqual([])
    expect(await myMove(world, omar)).toBeUndefined()
  })

  test('twice at once, with groups named beforehand, or to a known address', async () => {
    expect(codeOf(await begin(sam, { groupIds: [ownGroup] }))).toBe('group-not-invitable')
    const visitor = await world.enter(sam)
    const known = { movesFrom: omarId }
    expect(codeOf(await invite(visitor, 'grace@adatum.com', known))).toBe('known-already')
    await begin()
    expect(codeOf(await invite(visitor, 'wanda@litware.example', known))).toBe('move-under-way')
    expect(await mailsTo(world, 'wanda@litware.example')).toEqual([])
  })

  test('on from an account that has just come by a move', async () => {
    await begin()
    const noraId = await come(world, nora)
    await contoso.sync()
    const visitor = await world.enter(sam)
    const input = { movesFrom: noraId }
    expect(codeOf(await invite(visitor, 'wanda@litware.example', input))).toBe('move-under-way')
  })

  test('who holds a role, who is blocked, or whose access is being ended', async () => {
    const [rosa] = await guestsOf(world, 'rosa@adatum.com')
    const operator = await world.enter(ada)
    expect(codeOf(await invite(operator, nora, { movesFrom: rosa?.id as PersonId }))).toBe(
      'departure-role-held',
    )
    const visitor = await world.enter(ada)
    const body = { reason: 'The project is over' }
    const first = await visitor.call(endAccess, { params: { guestId: omarId }, body })
    const challenge = String(first.body['challenge'])
    const anew = await world.enter(ada)
    await anew.call(endAccess, { params: { guestId: omarId }, body: { ...body, challenge } })
    expect(codeOf(await begin())).toBe('ending-under-way')
    await world.changeDirectory('PATCH', `/users/${omarId}`, { accountEnabled: false })
    expect(codeOf(await begin())).toBe('move-not-possible')
  })
})

describe('what follows', () => {
  test('is only what the one who ticks may bring somebody into', async () => {
    await begin()
    const noraId = await come(world, nora)
    expect(codeOf(await choose(noraId, [otherGroup]))).toBe('group-not-invitable')
    // Omar is not in it.
    const strange = await idOfGroup(world, 'Harbour Redevelopment')
    expect(codeOf(await choose(noraId, [strange]))).toBe('group-not-invitable')
    expect(codeOf(await choose(noraId, [ownGroup], { by: 'noor@contoso.com' }))).toBe(
      'guest-not-found',
    )
    expect(await groupsOf(world, noraId)).toEqual([])
    expect((await choose(noraId, [ownGroup, otherGroup], { by: ada })).status).toBe(204)
    expect(await groupsOf(world, noraId)).toEqual(['Supplier Quality', 'Tender 2026'])
  })

  test('is nothing once Sam vouches no more', async () => {
    await begin()
    const noraId = await come(world, nora)
    const samId = (await world.graph<{ id: string }>(`/users/${sam}`)).id
    await world.changeDirectory('DELETE', `/users/${omarId}/sponsors/${samId}/$ref`)
    expect(codeOf(await choiceFor(noraId))).toBe('guest-not-found')
    expect(codeOf(await choose(noraId, [ownGroup]))).toBe('guest-not-found')
  })

  test('is missed where Sam loses the group before it is done', async () => {
    await begin()
    const noraId = await come(world, nora)
    const heal = world.fail({ path: `/v1.0/groups/${ownGroup}/members/$ref`, status: 503 })
    const visitor = await world.enter(sam)
    const body = { groupIds: [ownGroup], carriesEnd: false }
    await visitor.call(answerMove, { params: { guestId: noraId }, body })
    const samId = (await world.graph<{ id: string }>(`/users/${sam}`)).id
    await addTo(world, 'owners', ownGroup, (await world.graph<{ id: string }>(`/users/${ada}`)).id)
    await world.changeDirectory('DELETE', `/groups/${ownGroup}/owners/${samId}/$ref`)
    heal()
    await world.portal.settle()
    expect(await groupsOf(world, noraId)).toEqual([])
    expect((await moveOf(world, noraId, 'cameBy'))?.answer?.missed).toEqual(['Supplier Quality'])
  })
})
