import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId } from '@foyer/contracts/ids'
import { type Invitation, listInvitations } from '@foyer/contracts/invitation'
import { getInvitationFile, stopInvitationFile } from '@foyer/contracts/invitation-file'
import { toCsv } from '@foyer/contracts/csv'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eraseGuest } from '../../src/erasing/erase-guest.ts'
import { setHalt } from '../../src/work/halt.ts'
import { retrySteps } from '../../src/work/retry.ts'
import { type Urgency, urgency } from '../../src/work/step.ts'
import { claimSteps } from '../../src/work/claim.ts'
import { addStep } from '../../src/work/add-step.ts'
import { tidyKind } from '../../src/work/tidy.ts'
import { mailsTo } from '../support/exit.ts'
import {
  inviteElsewhere,
  letInvite,
  linkFor,
  readStore,
  sendInvitation,
} from '../support/invitation.ts'
import {
  fileOf,
  finishFile,
  forgetFiles,
  invitedIds,
  mailedTo,
  readFileResult,
  readInvitationFile,
  rowsOf,
  sendFile,
  workOnRow,
} from '../support/invitation-file.ts'
import { hurryWork } from '../support/leaving.ts'
import { noRateLimits } from '../support/no-rate-limits.ts'
import { underPolicy, type UnderPolicy } from '../support/under-policy.ts'
import { openWorld, type Visitor, type World } from '../support/world.ts'

// What becomes of a file while workers, the directory and people get in its way.

let world: World
let contoso: UnderPolicy
let organizationId: OrganizationId
let ada: Visitor
const nora = 'nora@litware.example'
const noraRow = `${nora},Nora Hansen,Winter tender,2027-03-31`
const dayMs = 24 * 60 * 60_000

beforeAll(async () => {
  world = await openWorld({
    rateLimits: noRateLimits,
  })
  contoso = underPolicy(world)
  organizationId = world.tenantIdOf('contoso') as OrganizationId
})
beforeEach(async () => {
  await forgetFiles(world, 'contoso')
  await setHalt(world.portal.store, undefined)
  await contoso.begin()
  ada = await world.enter('ada@contoso.com')
})
afterAll(async () => world[Symbol.asyncDispose]())

/** Whoever held a step is not heard of any more. */
async function expire(): Promise<void> {
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET leased_until = clock_timestamp() - interval '1 s'
      WHERE leased_until IS NOT NULL`.execute(handle),
  )
}
/** Sends a file that nobody begins to work on. */
async function sendHalted(...rows: readonly string[]): Promise<string> {
  await setHalt(world.portal.store, 'a test')
  return sendFile(ada, fileOf(...rows))
}
const goOn = async () => setHalt(world.portal.store, undefined)
const stop = async (fileId: string) =>
  (await ada.call(stopInvitationFile, { params: { fileId } })).status
const listOf = async (who: Visitor) =>
  (await who.call(listInvitations, { query: {} })).body['invitations'] as Invitation[]
const stepsLeft = async () =>
  world.portal.store.outside(async (handle) =>
    handle
      .selectFrom('step')
      .select('state')
      .where('kind', '=', 'invitation-file-row')
      .where('state', '<>', 'done')
      .execute(),
  )
const groupNamed = async (name: string) => {
  const path = `/groups?$select=id,displayName&$top=999`
  const { value } = await world.graph<{ value: { id: GroupId; displayName: string }[] }>(path)
  return value.find(({ displayName }) => displayName === name)?.id
}

test('everybody of a file is invited as if alone, and who fails or is left out comes first', async () => {
  const fileId = await sendHalted(
    ...rowsOf(2),
    'grace@adatum.com,Grace Adeyemi,Winter tender,2027-03-31',
    'elsewhere@litware.example,Else Where,Winter tender,2027-03-31',
    `${nora},Nora Hansen,Winter tender,2027-03-31,Tender 2026,de,"Bis Montag\n""=1+1""",sam@contoso.com`,
  )
  await inviteElsewhere(world, 'elsewhere@litware.example')
  await goOn()
  const file = await finishFile(world, ada, fileId)
  expect(file).toMatchObject({ state: 'done', total: 5, done: 3, failed: 1, leftOut: 1 })
  expect(file.items.slice(0, 2)).toEqual([
    {
      line: 5,
      state: 'failed',
      because: 'known-already',
      mail: 'elsewhere@litware.example',
      name: 'Else Where',
    },
    {
      line: 4,
      state: 'left-out',
      because: 'known-already',
      mail: 'grace@adatum.com',
      name: 'Grace Adeyemi',
    },
  ])
  const { items } = await readFileResult(ada, fileId)
  expect(items.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6])
  expect(await mailedTo(world)).toEqual([
    'guest0000@litware.example',
    'guest0001@litware.example',
    nora,
  ])
  const invitation = (await listOf(ada)).find(({ mail }) => mail === nora)
  expect(invitation).toMatchObject({
    invitationId: items[4]?.invitationId,
    state: 'open',
    isMine: true,
    name: 'Nora Hansen',
    purpose: 'Winter tender',
    message: 'Bis Montag\n"=1+1"',
    language: 'de',
    sponsor: 'Sam Okafor',
    endsOn: '2027-03-31',
    groups: [{ groupId: await groupNamed('Tender 2026'), name: 'Tender 2026' }],
  })
  const [mail] = await mailsTo(world, nora)
  expect(mail?.subject).toContain('lädt Sie ein')
  expect(await linkFor(world, nora)).toHaveLength(43)
})

test('a worker that ends at any point is followed by the next, and nobody is invited twice', async () => {
  let isOver = false
  let points = 1
  for (; !isOver; points += 1) {
    const mail = `nora${points}@litware.example`
    const before = (await invitedIds(world)).length
    const fileId = await sendHalted(`${mail},Nora Hansen,Winter tender,2027-03-31`)
    await goOn()
    const killed = await workOnRow(world)
    for (let point = 0; point < points && !killed.hasEnded; point += 1) await killed.go()
    isOver = killed.hasEnded
    await expire()
    await hurryWork(world)
    expect(await mailsTo(world, mail)).toHaveLength(1)
    expect(await readInvitationFile(ada, fileId)).toMatchObject({ state: 'done', done: 1 })
    expect((await invitedIds(world)).length - before).toBe(1)
  }
  expect(points).toBeGreaterThan(5)
}, 60_000)

test('whatever anybody waits for or is told by comes first', async () => {
  await sendHalted(...rowsOf(2))
  await goOn()
  const claim = async (leastUrgent: Urgency) =>
    claimSteps(world.portal.store, organizationId, { most: 10, leastUrgent, without: [] })
  expect(await claim(urgency.told)).toEqual([])
})

test('stopped in the middle, what is sent stays, and who waits is not invited', async () => {
  const fileId = await sendHalted(...rowsOf(3))
  const worker = await workOnOneOf()
  while (!worker.hasEnded) await worker.go()
  await setHalt(world.portal.store, 'a test')
  expect(await readInvitationFile(ada, fileId)).toMatchObject({
    state: 'under-way',
    done: 1,
    waiting: 2,
  })
  const jonas = await world.enter('jonas@contoso.com')
  const stopped = await jonas.call(stopInvitationFile, { params: { fileId } })
  expect(stopped.status).toBe(204)
  await goOn()
  expect(await mailedTo(world)).toHaveLength(1)
  expect(await stepsLeft()).toEqual([])
  expect(await stop(fileId)).toBe(204)
  expect(await readInvitationFile(ada, fileId)).toMatchObject({
    state: 'stopped',
    done: 1,
    stopped: 2,
  })
})

/** A worker for one row, while no other begins anything. */
async function workOnOneOf() {
  await goOn()
  const worker = await workOnRow(world)
  await worker.go()
  return worker
}

test('a worker that is in the middle of a row when it is stopped invites nobody', async () => {
  const fileId = await sendHalted(noraRow)
  const worker = await workOnOneOf()
  // Past its looks, in front of its last transaction.
  for (let point = 0; point < 3; point += 1) await worker.go()
  expect(worker.hasEnded).toBe(false)
  await stop(fileId)
  while (!worker.hasEnded) await worker.go()
  expect(await readInvitationFile(ada, fileId)).toMatchObject({ state: 'stopped', stopped: 1 })
  expect(await mailedTo(world)).toEqual([])
  expect(await listOf(ada)).toEqual([])
})

test('a directory that has enough for now is asked again, and each is invited once', async () => {
  const fileId = await sendHalted(...rowsOf(4))
  const heal = world.fail({
    path: '/v1.0/directory/deletedItems/*',
    status: 429,
    headers: { 'retry-after': '1' },
  })
  await goOn()
  await world.portal.settle()
  expect(await readInvitationFile(ada, fileId)).toMatchObject({
    state: 'under-way',
    waiting: 4,
    waitsBecause: 'directory-busy',
  })
  heal()
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  expect(await finishFile(world, ada, fileId)).toMatchObject({ state: 'done', done: 4 })
  expect(await mailedTo(world)).toEqual(rowsOf(4).map((row) => row.split(',')[0]))
})

test('rows leave a fifth of the day’s mails to people, and go on the next day', async () => {
  const fileId = await sendHalted(noraRow)
  await spendMails(400)
  await goOn()
  await world.portal.settle()
  expect(await readInvitationFile(ada, fileId)).toMatchObject({
    state: 'under-way',
    waiting: 1,
    waitsBecause: 'mail-budget',
  })
  const sam = await world.enter('sam@contoso.com')
  await sendInvitation(world, sam, 'alone@litware.example')
  expect(await mailedTo(world)).toEqual(['alone@litware.example'])
  world.simulator.clock.advance(dayMs)
  ada = await world.enter('ada@contoso.com')
  expect(await finishFile(world, ada, fileId)).toMatchObject({ state: 'done', done: 1 })
  expect(await mailsTo(world, nora)).toHaveLength(1)
}, 30_000)

test('rows wait where as many mails wait already as the day has', async () => {
  const fileId = await sendHalted(...rowsOf(2))
  await spendMails(398)
  await addWaitingMails(2)
  await goOn()
  await world.portal.settle()
  expect(await readInvitationFile(ada, fileId)).toMatchObject({
    waiting: 2,
    waitsBecause: 'mail-budget',
  })
  expect(await listOf(ada)).toEqual([])
})

/** As if mails had been put off that tell somebody something. */
async function addWaitingMails(count: number): Promise<void> {
  await world.portal.store.asOrganization(organizationId, async (transaction) => {
    for (let place = 0; place < count; place += 1) {
      const subjectId = randomUUID()
      const step = { organizationId, kind: 'mail', subjectId, key: `mail:${subjectId}` }
      await addStep(transaction, { ...step, urgency: urgency.told })
    }
    await sql`UPDATE step SET due_at = clock_timestamp() + interval '1 hour'
      WHERE kind = 'mail'`.execute(transaction)
  })
}

/** As if so many mails had left today. */
async function spendMails(used: number): Promise<void> {
  const midnight = new Date((Math.floor(world.portal.clock.now().getTime() / dayMs) + 1) * dayMs)
  await world.portal.store.outside(async (handle) =>
    sql`INSERT INTO allowance (kind, subject, ends_at, used)
      VALUES ('mail', sha256(convert_to(${organizationId}, 'UTF8')), ${midnight}, ${used})
      ON CONFLICT (kind, subject) DO UPDATE SET ends_at = excluded.ends_at, used = excluded.used`.execute(
      handle,
    ),
  )
}

test('what a day of trouble keeps from being sent has failed, until it is tried again', async () => {
  const fileId = await sendHalted(noraRow)
  const heal = world.fail({ path: '/v1.0/directory/deletedItems/*', status: 503 })
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET made_at = made_at - interval '1 day'`.execute(handle),
  )
  await goOn()
  await hurryWork(world)
  await world.portal.settle()
  expect((await readInvitationFile(ada, fileId)).items).toMatchObject([
    { mail: nora, state: 'failed', because: expect.stringMatching(/^directory-/) as string },
  ])
  heal()
  await retrySteps(world.portal.store, { organizationId })
  expect(await mailsTo(world, nora)).toHaveLength(1)
  expect(await readInvitationFile(ada, fileId)).toMatchObject({ state: 'done', done: 1 })
})

test('what was given up is not tried again once it was stopped', async () => {
  const fileId = await sendHalted(noraRow)
  const heal = world.fail({ path: '/v1.0/directory/deletedItems/*', status: 503 })
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET made_at = made_at - interval '1 day'`.execute(handle),
  )
  await goOn()
  await hurryWork(world)
  await world.portal.settle()
  heal()
  await stop(fileId)
  expect(
    await retrySteps(world.portal.store, { organizationId, kind: 'invitation-file-row' }),
  ).toBe(0)
  expect(await readInvitationFile(ada, fileId)).toMatchObject({ failed: 1, stopped: 0 })
  expect(await mailedTo(world)).toEqual([])
})

test('each row asks whether Ada may still invite', async () => {
  const fileId = await sendHalted(...rowsOf(2))
  await letInvite(world, 'none')
  await goOn()
  const file = await finishFile(world, ada, fileId)
  expect(file).toMatchObject({ done: 0, failed: 2 })
  expect(file.items[0]?.because).toBe('inviting-not-allowed')
  expect(await mailedTo(world)).toEqual([])
})

test('a file uses up nothing of what Ada or Sam may send alone, and more than twenty go', async () => {
  const fileId = await sendFile(ada, fileOf(...rowsOf(25)))
  expect(await finishFile(world, ada, fileId)).toMatchObject({ done: 25, failed: 0 })
}, 30_000)

test('nothing of the result is a formula', async () => {
  const fileId = await sendHalted('=cmd|calc,"=HYPERLINK(""x"")",-1,@SUM(A1)', noraRow)
  const { items } = await readFileResult(ada, fileId)
  const text = toCsv(items.map(({ mail = '', name = '' }) => [mail, name]))
  expect(text.split('\r\n')[0]).toBe(`"'=cmd|calc","'=HYPERLINK(""x"")"`)
})

test('who is erased is in no file any more, and the words of rows are sealed', async () => {
  const fileId = await sendHalted(noraRow, ...rowsOf(1))
  const readItems = async () =>
    world.portal.store.asOrganization(organizationId, async (transaction) =>
      transaction.selectFrom('invitationItem').select(['words', 'mailHash']).execute(),
    )
  for (const { words } of await readItems()) {
    expect(Buffer.from(words ?? []).toString('latin1')).not.toContain('litware')
  }
  await goOn()
  await finishFile(world, ada, fileId)
  // The invitations have words of their own.
  expect(await readItems()).toEqual(
    Array.from({ length: 2 }, () => ({ words: null, mailHash: null })),
  )
  const [item] = (await readFileResult(ada, fileId)).items
  const guestId = item?.invitationId as never
  const now = world.portal.clock.now()
  await world.portal.store.asOrganization(organizationId, async (transaction) =>
    eraseGuest(transaction, { organizationId, guestId, by: 'foyer', now }),
  )
  expect(await readInvitationFile(ada, fileId)).toMatchObject({ total: 1, done: 1 })
  for (const [table, text] of await readStore(world, 'contoso')) {
    expect([table, text.includes(nora)]).toEqual([table, false])
  }
})

test('after thirty days it is gone with what its rows said, unless somebody still waits', async () => {
  const more = 'grace@adatum.com,Wanda Quill,Winter tender,2027-03-31'
  const ended = await sendHalted(more)
  const waiting = await sendFile(ada, fileOf(noraRow))
  await world.portal.store.outside(async (handle) =>
    sql`UPDATE step SET state = 'dead' WHERE kind = 'invitation-file-row'`.execute(handle),
  )
  await goOn()
  const tidyAfter = async (days: number) => {
    world.simulator.clock.advance(days * dayMs)
    await world.portal.store.asOrganization(organizationId, async (transaction) =>
      addStep(transaction, {
        organizationId,
        kind: tidyKind,
        subjectId: organizationId,
        key: `tidy a file after ${days}`,
        urgency: urgency.patient,
      }),
    )
    await world.portal.settle()
    ada = await world.enter('ada@contoso.com')
    const statusOf = async (fileId: string) =>
      (await ada.call(getInvitationFile, { params: { fileId } })).status
    return [await statusOf(ended), await statusOf(waiting)]
  }
  expect(await tidyAfter(29)).toEqual([200, 200])
  expect((await readStore(world, 'contoso')).get('invitation_item')).toContain('Wanda Quill')
  const keys = async () =>
    world.portal.store.asOrganization(organizationId, async (transaction) =>
      transaction.selectFrom('guestKey').select('guestId').execute(),
    )
  const before = await keys()
  expect(await tidyAfter(2)).toEqual([404, 200])
  expect((await readStore(world, 'contoso')).get('invitation_item')).not.toContain('Wanda Quill')
  expect((await keys()).length).toBeLessThan(before.length)
})
