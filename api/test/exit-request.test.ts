import { randomBytes } from 'node:crypto'
import { askForExitCode, fileExitRequest } from '@foyer/contracts/exit-code'
import {
  confirmMyExitRequest,
  type ExitRequest,
  type ExitStatus,
  getExitStatus,
  getMyExitRequest,
  getObjection,
  grantExit,
  listExitRequests,
  objectToExit,
  refuseExit,
  stopMyExitRequest,
} from '@foyer/contracts/exit-request'
import type { OrganizationId } from '@foyer/contracts/ids'
import { listMyJournal } from '@foyer/contracts/journal'
import { getMe } from '@foyer/contracts/me'
import type { Operation } from '@foyer/contracts/operation'
import { getReceipt } from '@foyer/contracts/receipt'
import { findWayBack } from '@foyer/contracts/way-back'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Answer } from './support/call.ts'
import { askForCode, fileExit, fileWith, mailsTo, readCode, tokenIn } from './support/exit.ts'
import { forgetWork, hurryWork, idOf } from './support/leaving.ts'
import { noRateLimits } from './support/no-rate-limits.ts'
import { spyOn } from './support/spy-store.ts'
import { openWorld, type Slug, type Visitor, type World } from './support/world.ts'

const dayMs = 24 * 60 * 60_000
const grace = 'grace@adatum.com'
const reason = 'I moved to another company'

let world: World

beforeAll(async () => {
  // Contoso lets nobody leave by themselves here, so that Grace has to ask.
  world = await openWorld({
    world: 'optimist',
    declared: {
      contoso: { guestsMayLeave: false, exitRequests: { escalateTo: 'ombud@contoso.com' } },
    },
    rateLimits: noRateLimits,
  })
})
beforeEach(async () => {
  world.simulator.reset()
  for (const slug of ['contoso', 'woodgrove-bank'] as const) {
    await forgetWork(world, slug)
    await within(slug, async (transaction) => {
      await transaction.deleteFrom('exitRequest').execute()
      await transaction.deleteFrom('mail').execute()
    })
  }
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const within: (
  slug: Slug,
  work: Parameters<World['portal']['store']['asOrganization']>[1],
) => Promise<unknown> = async (slug, work) =>
  world.portal.store.asOrganization(world.tenantIdOf(slug) as OrganizationId, work)

const nobody = () => world.comeWith(undefined)
const outcomeOf = ({ status, body }: Answer) => [status, body['code']]

const subjectsTo = async (address: string) =>
  (await mailsTo(world, address)).map((mail) => mail.subject)
const ask = async (mail = grace) => askForCode(world, mail, 'contoso')
const codeOf = async () => readCode(world, grace)
const file = async (attempt: string, code: string) => fileWith(world, attempt, { code })
const askAndFile = async (mail = grace, slug: Slug = 'contoso') =>
  fileExit(world, mail, slug, reason)

async function statusAt(token: string): Promise<ExitStatus> {
  const { body } = await nobody().call(getExitStatus, { params: { token } })
  return body as ExitStatus
}

async function requestsFor(visitor: Visitor): Promise<ExitRequest[]> {
  const { status, body } = await visitor.call(listExitRequests, {})
  if (status !== 200) throw new Error(String(body['code']))
  return body['requests'] as ExitRequest[]
}

async function answerer(mail: string) {
  const visitor = await world.enter(mail)
  const [request] = await requestsFor(await world.enter('ada@contoso.com'))
  const params = { exitRequestId: request?.exitRequestId ?? '' }
  return {
    visitor,
    grant: async () => visitor.call(grantExit, { params }),
    refuse: async (why: string) => visitor.call(refuseExit, { params, body: { reason: why } }),
  }
}

/** So many days pass, and what is due on the last of them is done. */
async function pass(days: number): Promise<void> {
  world.simulator.clock.advance(days * dayMs)
  for (let round = 0; round < 3; round += 1) await world.portal.settle()
}

const isEnabled = async (mail: string) => {
  const { value } = await world.graph<{ value: { accountEnabled: boolean }[] }>(
    `/users?$filter=mail eq '${mail}'&$select=accountEnabled`,
  )
  return value[0]?.accountEnabled
}

test('Grace may not leave: she reads a code, files, confirms at her own page, and Sam ends her access', async () => {
  const token = await askAndFile()
  const [filed, code] = await mailsTo(world, grace)
  expect(code?.subject).not.toMatch(/\d{6}/)
  expect(code?.text).toContain('Contoso')
  expect(filed?.text).toContain('/exit-status/')
  // Nothing in it says whose it is, to whoever finds the address.
  const waiting = await statusAt(token)
  expect(waiting).toMatchObject({ state: 'waiting', organization: { name: 'Contoso' } })
  expect(JSON.stringify(waiting)).not.toMatch(/grace|adeyemi|another company/i)

  const visitor = await world.enter(grace)
  const mine = await visitor.call(getMyExitRequest, {})
  expect(mine.body['request']).toMatchObject({ state: 'waiting' })
  const sam = await answerer('sam@contoso.com')
  expect(outcomeOf(await sam.grant())).toEqual([409, 'exit-not-open'])
  expect((await visitor.call(confirmMyExitRequest, {})).status).toBe(204)
  expect((await visitor.call(confirmMyExitRequest, {})).status).toBe(204)
  expect(await statusAt(token)).toMatchObject({ state: 'open', isOverdue: false })

  expect(await requestsFor(sam.visitor)).toMatchObject([
    { guest: { name: 'Grace Adeyemi', mail: grace }, seenAs: 'sponsor', state: 'open', reason },
  ])
  expect((await sam.grant()).status).toBe(204)
  await world.portal.settle()
  expect(await isEnabled(grace)).toBe(false)
  expect(outcomeOf(await visitor.call(getMe, {}))).toEqual([403, 'blocked-here'])
  expect(await world.effects('user-deleted')).toEqual([])
  expect(await statusAt(token)).toMatchObject({ state: 'granted' })
  expect(await subjectsTo(grace)).toHaveLength(3)
})

test('what Sam has granted is carried out after the grace time, once, with a receipt', async () => {
  const token = await askAndFile()
  await (await world.enter(grace)).call(confirmMyExitRequest, {})
  await (await answerer('sam@contoso.com')).grant()
  await world.portal.settle()
  await pass(6)
  expect(await world.effects('user-deleted')).toEqual([])
  await pass(1)
  expect(await world.effects('user-deleted')).toHaveLength(1)
  expect(await statusAt(token)).toMatchObject({ state: 'done' })
  const [receipt] = await mailsTo(world, grace)
  const receiptToken = /receipts\/([\w-]{43})/.exec(receipt?.text ?? '')?.[1] ?? ''
  const params = { token: receiptToken }
  const { body } = await nobody().call(getReceipt, { params })
  expect(body).toMatchObject({ state: 'done', proof: 'mail-code', told: ['Sam Okafor'] })
  // Somebody else had to grant it, so nobody takes it back alone.
  expect((await nobody().call(findWayBack, { params })).body).toMatchObject({ offer: 'ask' })
  await pass(1)
  expect(await world.effects('user-deleted')).toHaveLength(1)
})

test('the journal tells the guest who asked, who granted and what was done', async () => {
  await askAndFile()
  const visitor = await world.enter(grace)
  await visitor.call(confirmMyExitRequest, {})
  const sam = await answerer('sam@contoso.com')
  await sam.refuse('You are needed until May')
  const { body } = await visitor.call(listMyJournal, { query: {} })
  // Of the tests before this one nothing is taken back: a journal is only appended to.
  expect((body['entries'] as object[]).slice(0, 3)).toMatchObject([
    { act: 'refuse-exit', outcome: 'done', actor: { kind: 'sponsor', name: 'Sam Okafor' } },
    { act: 'confirm-exit', outcome: 'done', actor: { kind: 'guest' } },
    { act: 'ask-for-exit', outcome: 'asked', actor: { kind: 'guest' } },
  ])
  const refusal = (await mailsTo(world, grace)).find(({ subject }) =>
    subject.includes('does not end'),
  )
  expect(refusal?.text).toContain('You are needed until May')
})

const pierre = 'pierre@marchand.example'
const contact = 'privacy@woodgrovebank.com'

test('Pierre is blocked at Woodgrove: once nobody has objected for two weeks, it owes him an answer', async () => {
  const token = await askAndFile(pierre, 'woodgrove-bank')
  expect(await subjectsTo(contact)).toHaveLength(1)
  await pass(13)
  expect(await statusAt(token)).toMatchObject({ state: 'waiting' })
  await pass(1)
  expect(await statusAt(token)).toMatchObject({ state: 'open', isOverdue: false })
  expect(await subjectsTo(contact)).toHaveLength(2)
})

test('Woodgrove is reminded of Pierre seven days before its answer is due, and on the day before', async () => {
  await askAndFile(pierre, 'woodgrove-bank')
  await pass(14)
  const before = (await subjectsTo(contact)).length
  await pass(9)
  expect(await subjectsTo(contact)).toHaveLength(before + 1)
  await pass(3)
  expect(await subjectsTo(contact)).toHaveLength(before + 1)
  await pass(3)
  expect(await subjectsTo(contact)).toHaveLength(before + 2)
})

test('Pierre and Woodgrove are told on the day that its answer is overdue, and never again', async () => {
  const token = await askAndFile(pierre, 'woodgrove-bank')
  await pass(29)
  const before = (await subjectsTo(contact)).length
  await pass(1)
  expect(await statusAt(token)).toMatchObject({ state: 'open', isOverdue: true })
  expect(await subjectsTo(contact)).toHaveLength(before + 1)
  const [overdue] = await mailsTo(world, pierre)
  expect(overdue?.text).toContain(`/exit-status/`)
  expect(overdue?.text).toContain('Woodgrove Bank')
  await pass(20)
  expect(await subjectsTo(contact)).toHaveLength(before + 1)
})

test('nobody need object to the request of Lena, who was not seen at Contoso for a month', async () => {
  const lena = 'lena@atelier-vogel.example'
  expect(await statusAt(await askAndFile(lena))).toMatchObject({ state: 'waiting' })
  await within('contoso', async (transaction) => transaction.deleteFrom('exitRequest').execute())
  await pass(20)
  expect(await statusAt(await askAndFile(lena))).toMatchObject({ state: 'open' })
  expect(await requestsFor(await world.enter('ada@contoso.com'))).toMatchObject([
    { guest: { name: 'Lena Vogel' }, lastSignInAt: '2026-11-12T10:00:00.000Z' },
  ])
})

test('Contoso names somebody who hears of what is overdue', async () => {
  await askAndFile()
  await pass(29)
  expect(await subjectsTo('ombud@contoso.com')).toEqual([])
  await pass(1)
  expect(await subjectsTo('ombud@contoso.com')).toHaveLength(1)
})

test('a wrong code is refused, five times, and then the right one does not count either', async () => {
  const attempt = await ask()
  const code = await codeOf()
  const wrong = code === '000000' ? '000001' : '000000'
  for (let each = 0; each < 5; each += 1) {
    expect(outcomeOf(await file(attempt, wrong))).toEqual([403, 'code-refused'])
  }
  expect(outcomeOf(await file(attempt, code))).toEqual([410, 'code-ended'])
})

test('a code counts for ten minutes, in the browser that asked for it, and leads to one request', async () => {
  const mine = await ask()
  const code = await codeOf()
  const others = await ask('omar@outlook.example')
  expect(outcomeOf(await file(others, code))).toEqual([403, 'code-refused'])
  expect(outcomeOf(await file(randomBytes(32).toString('base64url'), code))).toEqual([
    410,
    'code-ended',
  ])
  expect((await file(mine, code)).status).toBe(201)
  expect((await file(mine, code)).status).toBe(201)
  expect(await requestsFor(await world.enter('ada@contoso.com'))).toHaveLength(1)
  world.simulator.clock.advance(11 * 60_000)
  expect(outcomeOf(await file(mine, code))).toEqual([410, 'code-ended'])

  // Another code while it goes its way is about the same request.
  const again = await ask()
  expect((await file(again, await codeOf())).status).toBe(201)
  expect(await requestsFor(await world.enter('ada@contoso.com'))).toHaveLength(1)
})

test('two codes that are filed at the same moment lead to one request', async () => {
  const attempts = [await ask()]
  const codes = [await codeOf()]
  attempts.push(await ask())
  codes.push(await codeOf())
  const answers = await Promise.all(attempts.map(async (one, at) => file(one, codes[at] ?? '')))
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  expect(await requestsFor(await world.enter('ada@contoso.com'))).toHaveLength(1)
})

test('whoever is no guest gets the same answer, no mail, and no further', async () => {
  const before = (await mailsTo(world, 'sam@contoso.com')).length
  for (const mail of ['nobody@nowhere.example', 'sam@contoso.com', "o'hara@x.example"]) {
    const answer = await nobody().call(askForExitCode, {
      params: { slug: 'contoso' },
      body: { mail },
    })
    expect([answer.status, Object.keys(answer.body)]).toEqual([202, ['attempt']])
    await world.portal.settle()
    expect(outcomeOf(await file(String(answer.body['attempt']), '123456'))).toEqual([
      403,
      'code-refused',
    ])
  }
  expect(await mailsTo(world, 'sam@contoso.com')).toHaveLength(before)
  expect(await mailsTo(world, 'nobody@nowhere.example')).toEqual([])
})

test('nothing is done for one address that is not done for any other, so no time tells them apart', async () => {
  const done: string[] = []
  await using portal = await world.openAnotherPortal({
    store: spyOn(world.portal.store, (what) => done.push(what)),
  })
  const visitor = portal.comeWith(undefined)
  const graphRequests = async () =>
    (await world.requests()).reduce((sum, { count }) => sum + count, 0)
  /** What the portal does until it has answered. */
  async function workOf(operation: Operation, input: object) {
    done.length = 0
    const before = await graphRequests()
    const { body } = await visitor.call(operation, input)
    expect(await graphRequests()).toBe(before)
    return { work: [...done], body }
  }

  const params = { slug: 'contoso' }
  const known = await workOf(askForExitCode, { params, body: { mail: grace } })
  const unknown = await workOf(askForExitCode, { params, body: { mail: 'nobody@x.example' } })
  expect(known.work.length).toBeGreaterThan(3)
  expect(unknown.work).toEqual(known.work)
  await world.portal.settle()

  const guess = ({ body }: { body: Readonly<Record<string, unknown>> }) => ({
    params: { attempt: String(body['attempt']) },
    body: { code: '000000' },
  })
  const near = await workOf(fileExitRequest, guess(known))
  const far = await workOf(fileExitRequest, guess(unknown))
  expect(near.body['code']).toBe(far.body['code'])
  expect(far.work).toEqual(near.work)
})

test('an address is asked for a few codes a day, whether it is known or not', async () => {
  for (const mail of [grace, 'nobody@nowhere.example']) {
    for (let each = 0; each < 5; each += 1) await ask(mail)
    const answer = await nobody().call(askForExitCode, {
      params: { slug: 'contoso' },
      body: { mail: mail.toUpperCase() },
    })
    expect(outcomeOf(answer)).toEqual([429, 'too-many-codes'])
  }
  expect(await mailsTo(world, grace)).toHaveLength(5)
})

test('“not me” in the mail of the code closes it before it is used', async () => {
  const attempt = await ask()
  const code = await codeOf()
  const [mail] = await mailsTo(world, grace)
  const params = { token: tokenIn(mail) }
  // Opening the page does nothing.
  expect((await nobody().call(getObjection, { params })).body).toMatchObject({ stops: 'code' })
  expect((await nobody().call(objectToExit, { params })).status).toBe(204)
  expect((await nobody().call(getObjection, { params })).body).toMatchObject({ stops: 'nothing' })
  expect(outcomeOf(await file(attempt, code))).toEqual([410, 'code-ended'])
})

test('“not me” after the grant takes the block back, and nobody is removed', async () => {
  const token = await askAndFile()
  await (await world.enter(grace)).call(confirmMyExitRequest, {})
  await (await answerer('sam@contoso.com')).grant()
  await world.portal.settle()
  expect(await isEnabled(grace)).toBe(false)
  const [mail] = (await mailsTo(world, grace)).filter(({ text }) => text.includes('/not-me/'))
  const params = { token: tokenIn(mail) }
  expect((await nobody().call(objectToExit, { params })).status).toBe(204)
  expect((await nobody().call(objectToExit, { params })).status).toBe(204)
  await world.portal.settle()
  expect(await isEnabled(grace)).toBe(true)
  expect(await statusAt(token)).toMatchObject({ state: 'stopped' })
  await pass(10)
  expect(await world.effects('user-deleted')).toEqual([])
  expect((await (await world.enter(grace)).call(getMe, {})).status).toBe(200)
})

test('“not me” counts while the removal waits for its directory, and not once it is done', async () => {
  const token = await askAndFile()
  await (await world.enter(grace)).call(confirmMyExitRequest, {})
  await (await answerer('sam@contoso.com')).grant()
  await world.portal.settle()
  const mail = (await mailsTo(world, grace)).find(({ text }) => text.includes('/not-me/'))
  const params = { token: tokenIn(mail) }
  world.fail({ path: '/v1.0/users/*', status: 503 })
  world.simulator.clock.advance(7 * dayMs)
  await world.portal.settle()
  expect((await nobody().call(getObjection, { params })).body).toMatchObject({ stops: 'request' })
  expect((await nobody().call(objectToExit, { params })).status).toBe(204)
  world.simulator.faults.clear()
  for (let round = 0; round < 3; round += 1) {
    await hurryWork(world)
    await world.portal.settle()
  }
  expect(await world.effects('user-deleted')).toEqual([])
  expect(await isEnabled(grace)).toBe(true)
  expect(await statusAt(token)).toMatchObject({ state: 'stopped' })
  const told = (await subjectsTo(grace)).filter((subject) =>
    /not ended|still a guest/.test(subject),
  )
  expect(told).toEqual(['Your access at Contoso is not ended'])
})

test('“not me” after the removal is not said to have stopped anything', async () => {
  const token = await askAndFile()
  await (await world.enter(grace)).call(confirmMyExitRequest, {})
  await (await answerer('sam@contoso.com')).grant()
  await world.portal.settle()
  const mail = (await mailsTo(world, grace)).find(({ text }) => text.includes('/not-me/'))
  await pass(8)
  const params = { token: tokenIn(mail) }
  expect((await nobody().call(getObjection, { params })).body).toMatchObject({ stops: 'nothing' })
  expect(outcomeOf(await nobody().call(objectToExit, { params }))).toEqual([
    409,
    'leaving-not-stoppable',
  ])
  expect(await statusAt(token)).toMatchObject({ state: 'done' })
})

test('who confirms and who objects at the same moment: it is stopped', async () => {
  const token = await askAndFile()
  const visitor = await world.enter(grace)
  const mail = (await mailsTo(world, grace)).find(({ subject }) => subject.startsWith('Your code'))
  const objection = { params: { token: tokenIn(mail) } }
  const [confirmed, objected] = await Promise.all([
    visitor.call(confirmMyExitRequest, {}),
    nobody().call(objectToExit, objection),
  ])
  expect([204, 404]).toContain(confirmed.status)
  expect(objected.status).toBe(204)
  expect(await statusAt(token)).toMatchObject({ state: 'stopped' })
})

test('Grace stops at her own page what she did not ask for', async () => {
  const token = await askAndFile()
  const visitor = await world.enter(grace)
  expect((await visitor.call(stopMyExitRequest, {})).status).toBe(204)
  expect(outcomeOf(await visitor.call(stopMyExitRequest, {}))).toEqual([
    404,
    'exit-request-not-found',
  ])
  expect(await statusAt(token)).toMatchObject({ state: 'stopped' })
  await pass(30)
  expect(await statusAt(token)).toMatchObject({ state: 'stopped' })
})

test('only who vouches for her, or an operator, sees it and answers, and one answer counts', async () => {
  await askAndFile()
  await (await world.enter(grace)).call(confirmMyExitRequest, {})
  const noor = await answerer('noor@contoso.com')
  expect(await requestsFor(noor.visitor)).toEqual([])
  expect(outcomeOf(await noor.grant())).toEqual([404, 'exit-request-not-found'])
  const omar = await answerer('omar@outlook.example')
  expect(outcomeOf(await omar.grant())).toEqual([403, 'not-answerable'])
  const [sam, ada] = [await answerer('sam@contoso.com'), await answerer('ada@contoso.com')]
  const answers = await Promise.all([sam.grant(), ada.refuse('No'), sam.refuse('No'), ada.grant()])
  expect(answers.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(3)
})

test('Sam does not vouch for her any more: he does not answer either', async () => {
  await askAndFile()
  const visitor = await world.enter(grace)
  await visitor.call(confirmMyExitRequest, {})
  const sam = await answerer('sam@contoso.com')
  const path = `/users/${idOf(visitor)}/sponsors/${idOf(sam.visitor)}/$ref`
  await world.changeDirectory('DELETE', path)
  expect(outcomeOf(await sam.grant())).toEqual([404, 'exit-request-not-found'])
})

test('the directory does what it does not answer: she is blocked once, and unblocked once', async () => {
  await askAndFile()
  await (await world.enter(grace)).call(confirmMyExitRequest, {})
  await (await answerer('sam@contoso.com')).grant()
  world.fail({ method: 'PATCH', path: '/v1.0/users/*', drop: 'after', count: 1 })
  await world.portal.settle()
  await hurryWork(world)
  await world.portal.settle()
  expect(await isEnabled(grace)).toBe(false)

  const mail = (await mailsTo(world, grace)).find(({ text }) => text.includes('/not-me/'))
  world.fail({ method: 'PATCH', path: '/v1.0/users/*', status: 503, count: 5 })
  await nobody().call(objectToExit, { params: { token: tokenIn(mail) } })
  for (let round = 0; round < 3; round += 1) {
    await world.portal.settle()
    await hurryWork(world)
  }
  await world.portal.settle()
  expect(await isEnabled(grace)).toBe(true)
})

test('whom somebody else has blocked before, nobody unblocks by stopping it', async () => {
  const pierre = 'pierre@marchand.example'
  await askAndFile(pierre, 'woodgrove-bank')
  const mail = (await mailsTo(world, pierre)).find(({ text }) => text.includes('/not-me/'))
  await nobody().call(objectToExit, { params: { token: tokenIn(mail) } })
  await world.portal.settle()
  expect((await world.effects('user-updated')).length).toBe(0)
})

test('she is given a role after the grant: nothing is removed, and the request says why', async () => {
  await askAndFile()
  const visitor = await world.enter(grace)
  await visitor.call(confirmMyExitRequest, {})
  const sam = await answerer('sam@contoso.com')
  world.fail({ path: '/v1.0/roleManagement/directory/roleAssignments', status: 403 })
  expect(outcomeOf(await sam.grant())).toEqual([409, 'departure-roles-unreadable'])
  world.simulator.faults.clear()
  expect((await sam.grant()).status).toBe(204)
  world.fail({ path: '/v1.0/roleManagement/directory/roleAssignments', status: 403 })
  await world.portal.settle()
  expect(await isEnabled(grace)).toBe(true)
  expect(await requestsFor(sam.visitor)).toMatchObject([
    { state: 'open', because: 'departure-roles-unreadable' },
  ])
})

test('an administrator removes her meanwhile: nobody waits for an answer', async () => {
  const token = await askAndFile()
  const visitor = await world.enter(grace)
  await visitor.call(confirmMyExitRequest, {})
  const sam = await answerer('sam@contoso.com')
  await sam.grant()
  await world.changeDirectory('DELETE', `/users/${idOf(visitor)}`)
  await world.portal.settle()
  expect(await statusAt(token)).toMatchObject({ state: 'gone' })
})

test.each([
  ['no address', { mail: 'grace' }],
  ['two addresses', { mail: 'a@b.example, c@d.example' }],
  ['a line break', { mail: 'a@b.example\r\nBcc: c@d.example' }],
  ['an endless address', { mail: `${'a'.repeat(250)}@b.example` }],
  ['something more', { mail: grace, code: '123456' }],
])('%s is not understood', async (_, body) => {
  const answer = await nobody().call(askForExitCode, { params: { slug: 'contoso' }, body })
  expect(outcomeOf(answer)).toEqual([400, 'invalid-request'])
})
