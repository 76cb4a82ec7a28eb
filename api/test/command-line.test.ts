import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Simulator, startSimulator } from '@foyer/simulator/simulator'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrganizationId } from '@foyer/contracts/ids'
import { postMail } from '../src/mail/post.ts'
import { migrations, schemaVersion } from '../src/store/migrate.ts'
import { openStore } from '../src/store/store.ts'
import { mails } from './support/mails.ts'
import { personId } from './support/outbox.ts'
import { makePlace, type TestPlace } from './support/place.ts'
import { makeFolder } from './support/portal.ts'
import { portalOrigin } from './support/world.ts'
import { processEnvironment } from '../soak/process-environment.ts'

const program = join(import.meta.dirname, '../src/foyer.ts')

let simulator: Simulator
let folder: string
let configuration: string
let place: TestPlace

beforeAll(async () => {
  simulator = await startSimulator({ portalOrigin })
  folder = await makeFolder()
  place = await makePlace()
  const { url: simulatorUrl, authority } = simulator
  const setting = { simulatorUrl, authority, folder }
  configuration = await writeDemoConfiguration(simulator.registrations(), setting)
})
afterAll(async () => {
  await simulator.close()
  await place[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

interface Ended {
  readonly code: number | null
  readonly said: string
  readonly told: string
}

async function foyer(given: readonly string[], environment: object = {}): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...given], {
    env: {
      ...processEnvironment,
      FOYER_CONFIG: configuration,
      PUBLIC_ORIGIN: portalOrigin,
      WEB_ROOT: join(folder, 'web'),
      ...place.environment,
      ...environment,
    },
  })
  let said = ''
  let told = ''
  child.stdout.on('data', (data) => (said += String(data)))
  child.stderr.on('data', (data) => (told += String(data)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said, told }
}

/** A mail to Grace, of which the mail server wanted to know nothing. */
async function postDeadMail(place: TestPlace): Promise<{ mailId: string }> {
  const contoso = simulator.registrations().organizations.find(({ slug }) => slug === 'contoso')
  const organizationId = contoso?.tenantId as OrganizationId
  const organizations = [{ organizationId, slug: 'contoso', name: 'Contoso' }]
  await using store = await openStore({ store: place.store, organizations })
  return await store.asOrganization(organizationId, async (transaction) => {
    await postMail(transaction, {
      organizationId,
      guestId: personId(1),
      key: 'left:1',
      to: 'grace@adatum.com',
      language: 'en',
      content: mails['left-organization'],
      at: new Date('2026-11-25T19:30:08Z'),
    })
    await transaction
      .updateTable('step')
      .set({ state: 'dead', because: 'mail-refused', attempts: 1 })
      .execute()
    return transaction.selectFrom('mail').select('mailId').executeTakeFirstOrThrow()
  })
}

describe('the command line', { timeout: 60_000 }, () => {
  test('names its commands', async () => {
    const { code, said } = await foyer(['--help'])
    expect(code).toBe(0)
    expect(said).toMatch(
      /migrate .*\n.*sync \[--organization SLUG\].*\n.*backup FILE.*\n.*restore FILE.*\n/,
    )
  })

  test.each([
    [['explode'], 'there is no command explode'],
    [['backup'], 'it is "foyer backup FILE"'],
    [['backup', 'one', 'two'], 'it is "foyer backup FILE"'],
    [['migrate', '--force'], 'it is "foyer migrate"'],
    [['sync', '--organization', 'tailspin'], 'no organization is called tailspin'],
    [['mail'], 'there is no command mail'],
    [['mail', 'burn'], 'there is no command mail'],
    [['mail', 'list', '--state', 'lost'], 'a state is one of waiting, dead, done'],
    [['mail', 'retry', 'all'], 'a mail is named by its id, as "foyer mail list" tells it'],
    [['mail', 'retry', 'one', 'two'], 'it is "foyer mail retry [MAIL_ID] [--organization SLUG]"'],
  ])('does not understand %j', async (given, sentence) => {
    expect(await foyer(given)).toEqual({ code: 2, said: '', told: `foyer: ${sentence}\n` })
  })

  test.each([
    [{ DATABASE_URL: 'postgres://foyer@127.0.0.1:1/foyer' }, 'the store cannot be reached'],
    [{ DATABASE_URL: 'mysql://127.0.0.1' }, 'DATABASE_URL must begin with postgres://'],
  ])('tells in one sentence what is wrong with %j', async (environment, sentence) => {
    const ended = await foyer(['migrate'], environment)
    expect(ended).toEqual({ code: 1, said: '', told: `foyer: ${sentence}\n` })
  })

  test('lists the mails of the outbox, and has them tried again', async () => {
    await using own = await makePlace()
    const { mailId } = await postDeadMail(own)
    const ask = async (given: readonly string[]) => (await foyer(given, own.environment)).said
    expect(await ask(['mail', 'list', '--state', 'done'])).toBe('There is no such mail.\n')
    const list = ['mail', 'list', '--organization', 'contoso']
    expect(await ask([...list, '--state', 'dead'])).toMatch(
      new RegExp(`^2026.*contoso  ${mailId}  left-organization  g…@adatum.com  dead: mail-refused`),
    )
    const retried = await ask(['mail', 'retry', mailId, '--json'])
    expect(JSON.parse(retried)).toEqual({ mails: 1 })
    const { contoso } = JSON.parse(await ask([...list, '--json'])) as { contoso: object[] }
    expect(contoso).toMatchObject([{ mailId, state: 'waiting', attempts: 0, to: 'g…@adatum.com' }])
  })

  test('migrates, reads a directory, and carries what it knows into another store', async () => {
    const migrated = await foyer(['migrate', '--json'])
    expect(JSON.parse(migrated.said)).toEqual({
      schema: schemaVersion,
      migrations: Object.keys(migrations),
    })
    expect((await foyer(['migrate'])).said).toBe(`The store was up to date, at ${schemaVersion}.\n`)

    const synced = await foyer(['sync', '--organization', 'contoso', '--json'])
    expect(synced).toMatchObject({ code: 0, told: 'contoso: reading\n' })
    const { contoso } = JSON.parse(synced.said) as { contoso: { changes: number } }
    expect(contoso.changes).toBeGreaterThan(100)

    const file = join(folder, 'backup.gz')
    const backedUp = await foyer(['backup', file, '--json'])
    const { rows } = JSON.parse(backedUp.said) as { rows: number }
    expect(rows).toBeGreaterThan(100)
    expect(backedUp.told).toContain('guest: ')
    expect(await foyer(['backup', file])).toMatchObject({
      code: 1,
      told: `foyer: ${file} is there already\n`,
    })

    await using other = await makePlace()
    const restored = await foyer(['restore', file, '--json'], other.environment)
    expect(JSON.parse(restored.said)).toEqual({ file, rows })
    const again = await foyer(['sync', '--organization', 'contoso', '--json'], other.environment)
    const read = JSON.parse(again.said) as { contoso: { changes: number } }
    expect(read.contoso.changes).toBe(contoso.changes)
    expect(await foyer(['restore', file], other.environment)).toMatchObject({
      code: 1,
      told: 'foyer: the store is not empty: restore into a new one\n',
    })
  })
  test('looks whether all is well, and ends with 1 where it is not', async () => {
    const well = await foyer(['doctor'])
    expect(well.code).toBe(0)
    expect(well.told).toContain('looking at store\n')
    expect(well.said).toMatch(/^ok {4}configuration: 4 organizations/)
    expect(well.said).toMatch(/\nNothing is wrong\.\n$/)
    simulator.troubles.befall('contoso', 'tenant-gone')
    const { code, said } = await foyer(['doctor', '--json'])
    const { wrong, findings } = JSON.parse(said) as { wrong: number; findings: object[] }
    expect([code, wrong]).toEqual([1, 5])
    expect(findings).toContainEqual({
      level: 'wrong',
      about: 'contoso reader',
      said: 'there is no such tenant (AADSTS90002)',
      fix: 'look at tenantId in foyer.json, or take it out',
    })
    simulator.troubles.heal()
  })
})
