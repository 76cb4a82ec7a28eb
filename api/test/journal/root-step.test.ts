import { afterEach, beforeEach, expect, test } from 'vitest'
import { fastify } from 'fastify'
import { findSigned, readRoot } from '../../src/journal/root.ts'
import { createRootKind, rootKind } from '../../src/journal/root-step.ts'
import type { SigningKeys } from '../../src/signing/signing-keys.ts'
import { startDaily } from '../../src/work/daily.ts'
import { urgency } from '../../src/work/step.ts'
import { startWorker } from '../../src/work/worker.ts'
import { append } from '../support/entries.ts'
import { makeSigningKeys } from '../support/signing.ts'
import { tamper } from '../support/tampering.ts'
import { contosoId, openTestStore, organizations, type TestStore } from '../support/test-store.ts'

const publicOrigin = 'https://portal.test'
let opened: TestStore
let signing: SigningKeys
let now: Date

beforeEach(async () => {
  opened = await openTestStore()
  signing = await makeSigningKeys()
  now = new Date('2026-11-25T23:30:00Z')
  await opened.store.asOrganization(contosoId, async (transaction) =>
    transaction
      .insertInto('organizationProfile')
      .values({
        organizationId: contosoId,
        name: 'Contoso',
        privacyContact: 'privacy@contoso.com',
        asOf: now,
      })
      .execute(),
  )
})
afterEach(async () => opened[Symbol.asyncDispose]())

/** A process starts, adds the steps of its day, does all work that is due, and ends. */
async function runOnce(lines: string[] = []): Promise<void> {
  const { store } = opened
  const { log } = fastify({ logger: { stream: { write: (line) => void lines.push(line) } } })
  const clock = { now: () => now }
  const steps = [{ kind: rootKind, urgency: urgency.patient }]
  const daily = startDaily({ store, clock, organizations, steps, log })
  await daily[Symbol.asyncDispose]()
  const kinds = [createRootKind({ signing, clock, publicOrigin, log }), ignoreMails]
  await using worker = startWorker({ store, kinds, organizations, log })
  await worker.settle()
}

const ignoreMails = {
  kind: 'mail',
  run: async (step: { finish(work: () => Promise<void>): Promise<void> }) =>
    step.finish(async () => {}),
  giveUp: async () => {},
}

async function kept() {
  return opened.store.asOrganization(contosoId, async (transaction) => ({
    roots: await transaction.selectFrom('journalRoot').selectAll().orderBy('day').execute(),
    mails: await transaction.selectFrom('mail').selectAll().orderBy('madeAt').execute(),
  }))
}

test('what Contoso’s journal has come to is signed, kept and sent to its privacy contact', async () => {
  await append(opened.store, {}, { outcome: 'refused', because: 'last-owner' })
  await runOnce()
  const { roots, mails } = await kept()
  expect(roots).toMatchObject([{ day: '2026-11-25', position: 2 }])
  expect(await readRoot(signing, roots[0]?.signed ?? '')).toEqual({
    iss: publicOrigin,
    organization: contosoId,
    day: '2026-11-25',
    position: 2,
    hash: Buffer.from(roots[0]?.hash ?? []).toString('hex'),
    at: '2026-11-25T23:30:00.000Z',
  })
  expect(mails).toMatchObject([{ template: 'journal-root', guestId: null, language: 'en' }])
  const words = Buffer.from(mails[0]?.words ?? []).toString()
  expect(JSON.parse(words)).toEqual({
    to: 'privacy@contoso.com',
    organization: 'Contoso',
    day: '2026-11-25',
    position: 2,
    added: 2,
    signed: roots[0]?.signed,
    keysUrl: 'https://portal.test/.well-known/jwks.json',
  })
})

test('a day has one root, however many processes start on it', async () => {
  await append(opened.store, {})
  await Promise.all([runOnce(), runOnce()])
  await append(opened.store, {})
  await runOnce()
  const { roots, mails } = await kept()
  expect(roots).toMatchObject([{ position: 1 }])
  expect(mails).toHaveLength(1)
})

test('the next day has the next root, and a day without an entry none', async () => {
  await append(opened.store, {})
  await runOnce()
  now = new Date('2026-11-26T00:01:00Z')
  await runOnce()
  expect((await kept()).roots).toHaveLength(1)
  now = new Date('2026-11-27T00:01:00Z')
  await append(opened.store, {}, {})
  await runOnce()
  const { roots } = await kept()
  expect(roots).toMatchObject([
    { day: '2026-11-25', position: 1 },
    { day: '2026-11-27', position: 3 },
  ])
})

test('an organization that names no privacy contact has roots and gets no mail', async () => {
  await opened.store.asOrganization(contosoId, async (transaction) =>
    transaction.updateTable('organizationProfile').set({ privacyContact: null }).execute(),
  )
  await append(opened.store, {})
  await runOnce()
  const { roots, mails } = await kept()
  expect([roots.length, mails.length]).toEqual([1, 0])
})

test.each([
  ['whose end was cut off', 'DELETE FROM journal WHERE position = 2', 2],
  [
    'in which what was signed is another',
    `UPDATE journal SET hash = '\\x00' WHERE position = 1`,
    1,
  ],
])('a journal %s is not signed, and the log says so', async (_what, statement, position) => {
  await append(opened.store, {})
  await runOnce()
  await append(opened.store, {})
  now = new Date('2026-11-26T00:01:00Z')
  await tamper(opened.store, statement)
  const lines: string[] = []
  await runOnce(lines)
  expect((await kept()).roots).toHaveLength(1)
  const told = lines.map((line) => JSON.parse(line) as object)
  expect(told).toContainEqual(
    expect.objectContaining({ level: 50, msg: 'journal not whole', position }),
  )
})

test('roots are found in a mail as it was sent, with its lines broken', async () => {
  const token = await signing.sign('any+jws', { a: 'b'.repeat(90) })
  const broken = token.replaceAll(/(.{70})/g, '$1=\r\n')
  expect(findSigned(`Dear Contoso,\r\n\r\n${broken}\r\n\r\nKeep it. ${token}`)).toEqual([token])
})
