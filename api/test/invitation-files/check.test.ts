import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { checkInvitationFile, longestFile } from '@foyer/contracts/invitation-file-check'
import {
  getInvitationFile,
  type InvitationFileSummary,
  listInvitationFileItems,
  listInvitationFiles,
  stopInvitationFile,
} from '@foyer/contracts/invitation-file'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setHalt } from '../../src/work/halt.ts'
import { letInvite, readStore, sendInvitation } from '../support/invitation.ts'
import {
  check,
  fileOf,
  forgetFiles,
  mailedTo,
  readFileResult,
  readInvitationFile,
  rowsOf,
  send,
  sendFile,
} from '../support/invitation-file.ts'
import { forgetWork } from '../support/leaving.ts'
import { noRateLimits } from '../support/no-rate-limits.ts'
import { underPolicy, type UnderPolicy } from '../support/under-policy.ts'
import { openWorld, type Visitor, type World } from '../support/world.ts'

// Ada has a file checked, and sends what was checked and nothing else.

let world: World
let contoso: UnderPolicy
let ada: Visitor
const nora = 'nora@litware.example'

beforeAll(async () => {
  world = await openWorld({
    rateLimits: noRateLimits,
  })
  contoso = underPolicy(world)
})
beforeEach(async () => {
  await forgetFiles(world, 'contoso')
  await forgetWork(world, 'contoso')
  await halt(false)
  await contoso.begin()
  ada = await world.enter('ada@contoso.com')
})
afterAll(async () => world[Symbol.asyncDispose]())

const statusOf = async (who: Visitor, text: string, digest: string, key?: string) => {
  const { status, body } = await send(who, text, digest, key)
  return status === 202 ? status : body['code']
}
/** Ines, to whom Fabrikam has given its app role for operators. */
async function enterFabrikamAsOperator(): Promise<Visitor> {
  const { token = '' } = await world.enter('ines@fabrikam.com', 'fabrikam')
  const claims = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
  ) as object
  return world.comeWith(await world.simulator.issueToken({ ...claims, roles: ['Operator'] }))
}

const halt = async (isHalted: boolean) =>
  setHalt(world.portal.store, isHalted ? 'a test' : undefined)

describe('a check', () => {
  test('tells of each row what is against it, and sends nothing', async () => {
    await sendInvitation(world, await world.enter('sam@contoso.com'), 'open@litware.example')
    const gone = await contoso.find(await world.enter('sam@contoso.com'), 'omar@outlook.example')
    await world.changeDirectory('DELETE', `/users/${gone.guestId}`)
    await contoso.sync()
    const text = fileOf(
      'nora@litware.example,Nora Hansen,Tender,2027-03-31,Tender 2026,de,See you on Monday,sam@contoso.com',
      'NORA@litware.example,Nora Hansen,Tender,2027-03-31',
      'nobody,Nobody,Tender,2027-03-31',
      'noor@contoso.com,Noor Rahman,Tender,2027-03-31',
      'grace@adatum.com,Grace Adeyemi,Tender,2027-03-31',
      'omar@outlook.example,Omar Haddad,Tender,2027-03-31',
      'open@litware.example,Open,Tender,2027-03-31',
      'past@litware.example,Past,Tender,2020-01-01',
      'late@litware.example,Late,Tender,2099-01-01',
      'group@litware.example,Group,Tender,2027-03-31,No such group',
      'words@litware.example,Words,see www.evil.example,2027-03-31',
      'sponsor@litware.example,Sponsor,Tender,2027-03-31,,,,nobody@contoso.com',
      'guest@litware.example,Guest,Tender,2027-03-31,,,,grace@adatum.com',
      '=cmd|calc,+1,-1,@SUM(A1)',
    )
    const told = await check(ada, text)
    expect(
      told.rows.map(({ line, findings }) => [
        line,
        ...findings.map(({ reason, verdict }) => `${verdict} ${reason}`),
      ]),
    ).toEqual([
      [2],
      [3, 'will-fail twice-in-file'],
      [4, 'will-fail address-not-possible'],
      [5, 'will-fail own-domain'],
      [6, 'will-fail known-already'],
      [7, 'will-fail removed-guest'],
      [8, 'will-fail invited-already'],
      [9, 'will-fail end-in-the-past'],
      [10, 'will-fail end-over-the-cap'],
      [11, 'will-fail group-unknown'],
      [12, 'will-fail words-not-plain'],
      [13, 'will-fail sponsor-not-possible'],
      [14, 'will-fail sponsor-not-possible'],
      [15, 'will-fail address-not-possible', 'will-fail end-not-readable'],
    ])
    expect(told).toMatchObject({ total: 14, fine: 1, willFail: 13, mayFail: 0, notChecked: 0 })
    expect(told.findings.map(({ verdict }) => verdict)).toEqual(Array(4).fill('not-checked'))
    expect(told.leftToday).toBe(5_000)
    expect(await mailedTo(world)).toEqual(['open@litware.example'])
    for (const [table, kept] of await readStore(world, 'contoso')) {
      expect([table, kept.includes(nora)]).toEqual([table, false])
    }
  })

  test('tells where no row can be sent, and where Microsoft may refuse an app', async () => {
    await letInvite(world, 'none')
    const closed = await check(ada, fileOf(...rowsOf(1)))
    expect(closed.findings[0]).toEqual({ reason: 'rule-for-inviting', verdict: 'will-fail' })
    expect(await statusOf(ada, fileOf(...rowsOf(1)), closed.digest)).toBe('inviting-not-allowed')
  })

  test('asks of twenty sponsors, and says of the others that nobody asked', async () => {
    const rows = rowsOf(25).map((row, place) => `${row},,,,colleague${place}@contoso.com`)
    const told = await check(ada, fileOf(...rows))
    expect([told.willFail, told.notChecked]).toEqual([20, 5])
    expect(told.rows.at(-1)?.findings).toEqual([
      {
        reason: 'sponsor-not-possible',
        verdict: 'not-checked',
        needs: 'asked-when-sent',
        column: 'sponsor',
      },
    ])
  })

  test('says of whom the mails of the days before leave too late', async () => {
    const today = world.portal.clock.now()
    const tomorrow = new Date(today.getTime() + 24 * 60 * 60_000).toISOString().slice(0, 10)
    const rows = rowsOf(401).map((row) => row.replace('2027-03-31', tomorrow))
    const told = await check(ada, fileOf(...rows))
    expect(told.mailsADay).toBe(400)
    expect([told.fine, told.mayFail]).toEqual([400, 1])
    expect(told.rows.at(-1)?.findings[0]).toMatchObject({
      reason: 'end-in-the-past',
      verdict: 'may-fail',
    })
  })

  test('of a file that cannot be read has no rows, and such a file is not sent', async () => {
    const text = 'address,name\nx,y'
    const told = await check(ada, text)
    expect(told).toMatchObject({
      fault: { because: 'column-missing', column: 'purpose' },
      total: 0,
      rows: [],
    })
    expect(await statusOf(ada, text, told.digest)).toBe('invitation-file-not-readable')
  })

  test('takes 5,000 rows, and no more', async () => {
    const told = await check(ada, fileOf(...rowsOf(5_000)))
    expect([told.total, told.willFail]).toEqual([5_000, 0])
    expect((await check(ada, fileOf(...rowsOf(5_001)))).fault).toEqual({
      because: 'too-many-rows',
      line: 5_002,
    })
  }, 30_000)

  test('takes no file that is huge', async () => {
    const large = await ada.call(checkInvitationFile, {
      body: { text: 'x'.repeat(longestFile + 1) },
    })
    expect(large.body['code']).toBe('invalid-request')
    const huge = await ada.call(checkInvitationFile, { body: { text: 'x'.repeat(9e6) } })
    expect(huge.body['code']).toBe('body-too-large')
  })
})

describe('what was checked', () => {
  test('is sent only as it was checked: no sign of it may differ', async () => {
    const text = fileOf(...rowsOf(2))
    const { digest } = await check(ada, text)
    expect(await statusOf(ada, `${text}\r\n`, digest)).toBe('invitation-file-differs')
    const other = fileOf(...rowsOf(2)).replace('2027-03-31', '2027-03-30')
    expect(await statusOf(ada, other, digest)).toBe('invitation-file-differs')
    expect((await ada.call(listInvitationFiles, {})).body['files']).toEqual([])
    expect(await statusOf(ada, text, digest)).toBe(202)
  })

  test('is not sent where another row would fail by now', async () => {
    const text = fileOf(...rowsOf(2))
    const { digest } = await check(ada, text)
    const sam = await world.enter('sam@contoso.com')
    await sendInvitation(world, sam, 'guest0001@litware.example')
    expect(await statusOf(ada, text, digest)).toBe('invitation-file-differs')
    expect(await mailedTo(world)).toEqual(['guest0001@litware.example'])
  })

  test('is not sent where a name has become that of another group', async () => {
    const text = fileOf('nora@litware.example,Nora Hansen,Tender,2027-03-31,Tender 2026')
    const { digest } = await check(ada, text)
    const organizationId = world.tenantIdOf('contoso') as OrganizationId
    await world.portal.store.asOrganization(organizationId, async (transaction) => {
      const groups = transaction.updateTable('directoryGroup')
      await groups.set({ name: 'Tender 2025' }).where('name', '=', 'Tender 2026').execute()
      const other = await transaction
        .selectFrom('directoryGroup')
        .select('groupId')
        .where('kind', '=', 'security')
        .where('isManagedByRule', '=', false)
        .where('isSynced', '=', false)
        .where('isRoleAssignable', '=', false)
        .where('isProtected', '=', false)
        .where('name', '<>', 'Tender 2025')
        .executeTakeFirstOrThrow()
      await groups.set({ name: 'Tender 2026' }).where('groupId', '=', other.groupId).execute()
    })
    expect((await check(ada, text)).fine).toBe(1)
    expect(await statusOf(ada, text, digest)).toBe('invitation-file-differs')
  })

  test('is sent once, however often the same request comes', async () => {
    await halt(true)
    const text = fileOf(...rowsOf(3))
    const { digest } = await check(ada, text)
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(async () => send(ada, text, digest, key)))
    expect(new Set(answers.map(({ body }) => body['fileId'])).size).toBe(1)
    expect((await send(ada, text, digest, key)).body).toEqual(answers[0]?.body)
    // Another request for the same rows finds them waiting.
    expect(await statusOf(ada, text, digest)).toBe('invitation-file-differs')
    expect((await check(ada, text)).willFail).toBe(3)
    const { files } = (await ada.call(listInvitationFiles, {})).body as {
      files: readonly InvitationFileSummary[]
    }
    expect(files).toMatchObject([{ isMine: true, state: 'under-way', total: 3, waiting: 3 }])
  })

  test('of two operators at the same moment is sent by one', async () => {
    await halt(true)
    const jonas = await world.enter('jonas@contoso.com')
    const text = fileOf(...rowsOf(3))
    const { digest } = await check(ada, text)
    const answers = await Promise.all([statusOf(ada, text, digest), statusOf(jonas, text, digest)])
    expect(answers).toEqual(expect.arrayContaining([202, 'invitation-file-differs']))
  })

  test('of 5,000 rows is accepted whole, read in pages, and is all of an organization for a day', async () => {
    await halt(true)
    const rows = rowsOf(5_000)
    const fileId = await sendFile(ada, fileOf(...rows))
    expect(await readInvitationFile(ada, fileId)).toMatchObject({ total: 5_000, waiting: 5_000 })
    const { items, pages } = await readFileResult(ada, fileId)
    expect(pages).toBe(5)
    expect(items.map(({ line }) => line)).toEqual(rows.map((_, place) => place + 2))
    const more = fileOf(...rowsOf(1, 6_000))
    const { leftToday, digest } = await check(ada, more)
    expect(leftToday).toBe(0)
    expect(await statusOf(ada, more, digest)).toBe('too-many-file-rows')
    // What was stopped was never sent.
    await ada.call(stopInvitationFile, { params: { fileId } })
    expect(await readInvitationFile(ada, fileId)).toMatchObject({
      state: 'stopped',
      stopped: 5_000,
    })
    expect(await statusOf(ada, more, digest)).toBe(202)
  }, 60_000)
})

describe('whoever is no operator of Contoso', () => {
  test.each([
    ['a sponsor', 'sam@contoso.com', 'contoso', 'not-an-operator'],
    ['a guest', 'grace@adatum.com', 'contoso', 'not-an-operator'],
  ] as const)(
    'as %s has no file checked, sent, read or stopped',
    async (_who, mail, slug, code) => {
      await halt(true)
      const text = fileOf(...rowsOf(1))
      const { digest } = await check(ada, text)
      const fileId = await sendFile(ada, text)
      const other = await world.enter(mail, slug)
      const params = { fileId }
      const answers = [
        await other.call(checkInvitationFile, { body: { text } }),
        await send(other, text, digest),
        await other.call(listInvitationFiles, {}),
        await other.call(getInvitationFile, { params }),
        await other.call(listInvitationFileItems, { params, query: {} }),
        await other.call(stopInvitationFile, { params }),
      ]
      expect(answers.map(({ body }) => body['code'])).toEqual(answers.map(() => code))
      expect((await readInvitationFile(ada, fileId)).waiting).toBe(1)
    },
  )

  test('as an operator of another organization finds nothing by its id, nor sends it by its digest', async () => {
    await halt(true)
    const text = fileOf(...rowsOf(1))
    const { digest } = await check(ada, text)
    const fileId = await sendFile(ada, text)
    await letInvite(world, 'everyone', 'fabrikam')
    const other = await enterFabrikamAsOperator()
    const params = { fileId }
    expect((await other.call(listInvitationFiles, {})).body['files']).toEqual([])
    for (const answer of [
      await other.call(getInvitationFile, { params }),
      await other.call(listInvitationFileItems, { params, query: {} }),
      await other.call(stopInvitationFile, { params }),
    ]) {
      expect(answer.body['code']).toBe('invitation-file-not-found')
    }
    expect(await statusOf(other, text, digest)).toBe('invitation-file-differs')
    expect((await readInvitationFile(ada, fileId)).waiting).toBe(1)
  })
})
