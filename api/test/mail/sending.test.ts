import { createHash } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { postMail } from '../../src/mail/post.ts'
import { mails } from '../support/mails.ts'
import { openOutbox, type Outbox, personId } from '../support/outbox.ts'
import { openWorld, portalOrigin, type World } from '../support/world.ts'

// Each test opens a whole world.
vi.setConfig({ testTimeout: 20_000 })

const dayMs = 24 * 60 * 60_000

let world: World
let outbox: Outbox

async function open(setting: Parameters<typeof openWorld>[0] = {}, workers = 1) {
  world = await openWorld(setting)
  outbox = openOutbox(world, { workers })
}
afterEach(async () => {
  await outbox[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

describe('Grace', () => {
  beforeEach(async () => open())

  test('is told once, in her language, from her organization, with a way to her receipt', async () => {
    const key = await outbox.post({ language: 'de-AT' })
    await outbox.settle()
    const [mail, ...others] = await outbox.arrived()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      from: 'foyer@contoso.com',
      to: 'grace@adatum.com',
      subject: 'Sie haben Contoso verlassen',
    })
    const { mailId, sentAt, state, because } = await outbox.standing(key)
    expect([state, because]).toEqual(['done', null])
    expect(sentAt).toBeInstanceOf(Date)
    expect(mail?.messageId).toBe(`<${mailId}@contoso.com>`)
    expect(mail?.html).toContain('lang="de"')

    const address = /http:\S+\/receipts\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect(new URL(address).origin).toBe(portalOrigin)
    expect(mail?.html).toContain(`href="${address}"`)
    const token = address.split('/').at(-1) ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const links = await world.portal.store.outside(async (handle) =>
      handle.selectFrom('link').selectAll().execute(),
    )
    const hash = createHash('sha256').update(token).digest()
    const link = links.find((one) => Buffer.from(one.hash).equals(hash))
    expect(link).toMatchObject({ kind: 'receipt', subjectId: mails['left-organization'].leavingId })
    expect(world.portal.log()).not.toContain(token)
    expect(JSON.stringify(links)).not.toContain(token)
  })

  test('is told nothing of an act that was taken back', async () => {
    const organizationId = world.tenantIdOf('contoso') as OrganizationId
    const act = world.portal.store.asOrganization(organizationId, async (transaction) => {
      await postMail(transaction, {
        organizationId,
        guestId: personId(999_001),
        key: 'left:taken-back',
        to: 'grace@adatum.com',
        language: 'en',
        content: mails['left-organization'],
        at: new Date(),
      })
      throw new Error('the act failed')
    })
    await expect(act).rejects.toThrow('the act failed')
    await outbox.settle()
    expect(await outbox.arrived()).toEqual([])
  })

  test('is told once of one act, however often it is told to the outbox', async () => {
    const guestId = personId(999_002)
    await outbox.post({ key: 'left:twice', guestId })
    await outbox.post({ key: 'left:twice', guestId })
    await outbox.settle()
    expect(await outbox.arrived()).toHaveLength(1)
  })

  test('is told nothing any more once what is known of her was erased', async () => {
    const end = world.fail({ path: 'smtp:rcpt', status: 451 })
    const guestId = personId(999_003)
    const key = await outbox.post({ guestId })
    await outbox.settle()
    const organizationId = world.tenantIdOf('contoso') as OrganizationId
    await world.portal.store.asOrganization(organizationId, async (transaction) => {
      await transaction.deleteFrom('guestKey').where('guestId', '=', guestId).execute()
    })
    end()
    await outbox.retry()
    expect(await outbox.standing(key)).toMatchObject({
      state: 'done',
      because: 'guest-erased',
      sentAt: null,
    })
    expect(await outbox.arrived()).toEqual([])
  })

  test.each([
    ['a name after it', 'grace@adatum.com, omar@outlook.example'],
    ['a header', 'grace@adatum.com\r\nBcc: omar@outlook.example'],
    ['another address in quotes', '"grace@evil.example x"@adatum.com'],
    ['a bracket', '<grace@adatum.com>'],
    ['no domain', 'grace'],
    ['a space', 'grace @adatum.com'],
    ['no end', `${'g'.repeat(400)}@adatum.com`],
  ])('is told nothing at an address with %s', async (_name, to) => {
    const key = await outbox.post({ to })
    await outbox.settle()
    expect(await outbox.arrived()).toEqual([])
    expect(await outbox.standing(key)).toMatchObject({
      state: 'dead',
      because: 'mail-refused',
      sentAt: null,
    })
    expect(world.portal.log()).not.toContain('grace@adatum')
  })

  test('reads a name as a name, whatever it says of headers', async () => {
    const name = 'Grace\r\nBcc: omar@outlook.example\r\nSubject: Hello'
    const organization = 'Contoso\r\nX-Evil: yes\r\n\r\n<script>alert(1)</script>'
    await outbox.post({ content: { ...mails['left-organization'], name, organization } })
    await outbox.settle()
    const arrived = await outbox.arrived()
    expect(arrived.map(({ to }) => to)).toEqual(['grace@adatum.com'])
    expect(arrived[0]?.subject).toBe('You have left Contoso X-Evil: yes <script>alert(1)</script>')
    expect(arrived[0]?.html).not.toContain('<script')
  })
})

describe('a mail server in trouble', () => {
  beforeEach(async () => open())

  test.each([
    ['is busy', { path: 'smtp:rcpt', status: 451 }, 'mail-busy'],
    ['is busy at the end', { path: 'smtp:data', status: 452 }, 'mail-busy'],
    ['hangs up before', { path: 'smtp:data', drop: 'before' }, 'mail-unreachable'],
    ['does not take the sender', { path: 'smtp:mail', status: 550 }, 'mail-sign-in-refused'],
  ] as const)('that %s is asked again, under one Message-ID', async (_name, fault, because) => {
    world.fail({ ...fault, count: 1 })
    const key = await outbox.post()
    await outbox.settle()
    expect(await outbox.standing(key)).toMatchObject({ state: 'waiting', because, sentAt: null })
    expect(await outbox.arrived()).toEqual([])
    await outbox.retry()
    const { mailId, state } = await outbox.standing(key)
    expect(state).toBe('done')
    const arrived = await outbox.arrived()
    expect(arrived.map(({ messageId }) => messageId)).toEqual([`<${mailId}@contoso.com>`])
  })

  test('that took a mail and hung up before it said so is asked again, and drops the repeat', async () => {
    world.fail({ path: 'smtp:data', drop: 'after', count: 1 })
    const key = await outbox.post()
    await outbox.settle()
    expect((await outbox.standing(key)).state).toBe('waiting')
    await outbox.retry()
    expect(await outbox.standing(key)).toMatchObject({ state: 'done', because: null })
    expect(await outbox.arrived()).toHaveLength(1)
    expect(await outbox.repeats()).toHaveLength(1)
  })

  test('that refuses the recipient for good is not asked again, until an operator asks', async () => {
    const end = world.fail({ path: 'smtp:rcpt', status: 550, body: '5.1.1 grace@adatum.com?' })
    const key = await outbox.post()
    await outbox.settle()
    const refused = { state: 'dead', because: 'mail-refused', sentAt: null }
    expect(await outbox.standing(key)).toMatchObject(refused)
    expect(world.portal.log()).toContain('mail-refused')
    expect(world.portal.log()).not.toContain('grace@adatum.com')
    end()
    await outbox.settle()
    expect(await outbox.arrived()).toEqual([])
    await outbox.retry()
    expect(await outbox.standing(key)).toMatchObject({ state: 'done', because: null })
    expect(await outbox.arrived()).toHaveLength(1)
  })

  test('of one organization delays no other', async () => {
    world.fail({ path: 'smtp:*', status: 421, organization: 'contoso' })
    const contoso = await outbox.post()
    const fabrikam = await outbox.post({ slug: 'fabrikam', to: 'mei@gmail.example' })
    await outbox.settle()
    expect((await outbox.standing(contoso)).state).toBe('waiting')
    expect((await outbox.standing(fabrikam)).state).toBe('done')
    expect((await outbox.arrived()).map(({ from }) => from)).toEqual(['foyer@fabrikam.com'])
  })
})

test('two workers send each mail once', async () => {
  await open({}, 2)
  const keys = await Promise.all(
    Array.from({ length: 12 }, async (_, place) => outbox.post({ to: `guest${place}@adatum.com` })),
  )
  await outbox.settle()
  const arrived = (await outbox.arrived()).map(({ to }) => to)
  expect(new Set(arrived).size).toBe(keys.length)
  expect(arrived).toHaveLength(keys.length)
  expect(await outbox.repeats()).toEqual([])
})

test(
  'an organization sends no more a day than its budget, and the rest the day after',
  { timeout: 20_000 },
  async () => {
    const mail = { from: 'Foyer <foyer@contoso.com>', dailyBudget: 3 }
    await open({ declared: { contoso: { mail } } }, 2)
    world.simulator.clock.advance(10 * dayMs)
    const keys = await Promise.all(Array.from({ length: 5 }, async () => outbox.post()))
    const other = await outbox.post({ slug: 'fabrikam' })
    await outbox.settle()
    expect(await outbox.arrived()).toHaveLength(4)
    expect((await outbox.standing(other)).state).toBe('done')
    const standings = await Promise.all(keys.map(async (key) => outbox.standing(key)))
    expect(standings.filter(({ because }) => because === 'mail-budget')).toHaveLength(2)
    await outbox.retry()
    expect(await outbox.arrived()).toHaveLength(4)
    world.simulator.clock.advance(dayMs)
    await outbox.retry()
    expect(await outbox.arrived()).toHaveLength(6)
  },
)

test('a mail that was not taken costs nothing of the budget', async () => {
  const mail = { from: 'Foyer <foyer@contoso.com>', dailyBudget: 1 }
  await open({ declared: { contoso: { mail } } })
  world.simulator.clock.advance(20 * dayMs)
  world.fail({ path: 'smtp:rcpt', status: 451, count: 1 })
  const key = await outbox.post()
  await outbox.settle()
  await outbox.retry()
  expect((await outbox.standing(key)).state).toBe('done')
})

test('without a sender mails wait, and are sent once there is one', async () => {
  await open({ declared: { contoso: { mail: undefined } } })
  const key = await outbox.post()
  await outbox.settle()
  const waiting = { state: 'waiting', because: 'mail-not-configured', sentAt: null }
  expect(await outbox.standing(key)).toMatchObject(waiting)
  expect(await outbox.arrived()).toEqual([])
})
