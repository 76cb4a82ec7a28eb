import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { readSigningPlace } from '../../src/configuration/signing-place.ts'
import { type Root, signRoot } from '../../src/journal/root.ts'
import { openSigningKeys } from '../../src/signing/key-file.ts'
import { openStore, type OwnedStore } from '../../src/store/store.ts'
import { append, graceId, omarId } from '../support/entries.ts'
import { makePlace, type TestPlace } from '../support/place.ts'
import { makeSigningKeys } from '../support/signing.ts'
import { tamper } from '../support/tampering.ts'
import { contosoId, fabrikamId, organizations } from '../support/test-store.ts'
import { processEnvironment } from '../../soak/process-environment.ts'

const program = join(import.meta.dirname, '../../src/foyer.ts')
let folder: string
let place: TestPlace
let root: Root

/** The embedded store is for one process: it is closed before the program is run. */
async function withStore(work: (store: OwnedStore) => Promise<void>): Promise<void> {
  await using store = await openStore({ store: place.store, organizations })
  await work(store)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-journal-'))
  place = await makePlace()
  const keys = await openSigningKeys(readSigningPlace(place.environment))
  await withStore(async (store) => {
    await append(store, {}, { guestId: omarId }, { organizationId: fabrikamId })
    await store.asOrganization(contosoId, async (transaction) => {
      const { hash } = await transaction
        .selectFrom('journalHead')
        .select('hash')
        .executeTakeFirstOrThrow()
      const day = '2026-11-25'
      root = {
        iss: 'https://portal.test',
        organization: contosoId,
        day,
        position: 2,
        hash: Buffer.from(hash).toString('hex'),
        at: `${day}T23:30:00.000Z`,
      }
      const signed = await signRoot(keys, root)
      const row = { organizationId: contosoId, day, position: 2, hash, signed }
      await transaction.insertInto('journalRoot').values(row).execute()
      await writeFile(join(folder, 'mail.eml'), `Dear Contoso\r\n\r\n${signed}\r\n`)
      // Omar is erased.
      await transaction.deleteFrom('guestKey').where('guestId', '=', omarId).execute()
    })
  })
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await place[Symbol.asyncDispose]()
})

async function foyer(...given: readonly string[]) {
  const child = spawn(process.execPath, [program, ...given], {
    env: { ...processEnvironment, ...place.environment },
  })
  let said = ''
  let told = ''
  child.stdout.on('data', (data) => (said += String(data)))
  child.stderr.on('data', (data) => (told += String(data)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said, told }
}

async function linesOf(file: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(file, 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('foyer journal', { timeout: 60_000 }, () => {
  test('says that the journals are whole', async () => {
    expect(await foyer('journal', 'verify', '--roots', join(folder, 'mail.eml'))).toEqual({
      code: 0,
      said: 'contoso: whole; entries: 2, roots: 1\nfabrikam: whole; entries: 1, roots: 0\n',
      told: '',
    })
  })

  test.each([
    [['--organization', 'tailspin'], 2, 'no organization is called tailspin'],
    [['--roots', '/nowhere/roots'], 1, '/nowhere/roots cannot be read'],
    [['--roots', program], 1, `${program} holds no signed root`],
  ])('verify %j is told why not', async (given, code, sentence) => {
    const ended = await foyer('journal', 'verify', ...given)
    expect(ended).toEqual({ code, said: '', told: `foyer: ${sentence}\n` })
  })

  test('does not count a root that somebody else has signed', async () => {
    const file = join(folder, 'forged')
    await writeFile(file, await signRoot(await makeSigningKeys(), root))
    const { code, told } = await foyer('journal', 'verify', '--roots', file)
    expect([code, told]).toEqual([1, `foyer: 1 of 1 roots in ${file} were not signed by Foyer\n`])
  })

  test('writes a file that is checked without it', async () => {
    const file = join(folder, 'contoso.jsonl')
    const exported = await foyer('journal', 'export', file, '--organization', 'contoso')
    expect(exported.said).toBe(`${file} holds 2 entries.\n`)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const lines = await linesOf(file)
    expect(JSON.stringify(lines)).not.toContain('Grace')
    expect(await check(lines)).toEqual(['entry', 'entry', 'root'])
    expect((await foyer('journal', 'export', file)).told).toContain('is there already')
  })

  test('writes words only where they are asked for and were not erased', async () => {
    const file = join(folder, 'words.jsonl')
    await foyer('journal', 'export', file, '--organization', 'contoso', '--words')
    const [grace, omar] = await linesOf(file)
    expect(grace).toMatchObject({ words: { guest: 'Grace Adeyemi', group: 'Tender 2026' } })
    expect(omar).toMatchObject({ entry: { guestId: omarId }, words: null })
    expect(grace).toMatchObject({ entry: { guestId: graceId } })
  })

  test('says line by line what is wrong, and ends with 1', async () => {
    await withStore(async (store) =>
      tamper(
        store,
        `UPDATE journal SET outcome = 'failed' WHERE position = 1
           AND organization_id = '${contosoId}';
         DELETE FROM journal WHERE organization_id = '${contosoId}' AND position = 2;
         DELETE FROM journal_root`,
      ),
    )
    expect(await foyer('journal', 'verify', '--roots', join(folder, 'mail.eml'))).toEqual({
      code: 1,
      said: [
        'contoso: the root of 2026-11-25 that was mailed is not kept any more',
        'contoso: entry 1 is not what was written down',
        'contoso: entry 2 is missing',
        'contoso: entry 2 is not the one that was signed on 2026-11-25',
        'fabrikam: whole; entries: 1, roots: 0',
        '',
      ].join('\n'),
      told: '',
    })
  })
})

/** What an auditor writes in an hour, with none of the program's code. */
async function check(lines: readonly Record<string, unknown>[]): Promise<string[]> {
  const keys = createLocalJWKSet({ keys: lines.at(-1)?.['keys'] } as JSONWebKeySet)
  const hashes = new Map<unknown, unknown>()
  const holds: string[] = []
  let before = '0'.repeat(64)
  for (const { entry, previousHash, hash, root: signed } of lines) {
    if (typeof entry === 'object' && entry) {
      const text = JSON.stringify(entry)
      const bytes = Buffer.concat([Buffer.from(before, 'hex'), Buffer.from(text)])
      const expected = createHash('sha256').update(bytes).digest('hex')
      if (previousHash === before && hash === expected) holds.push('entry')
      before = expected
      hashes.set((entry as { position: number }).position, hash)
    }
    if (typeof signed === 'string') {
      const { payload } = await compactVerify(signed, keys)
      const told = JSON.parse(new TextDecoder().decode(payload)) as Root
      if (told.hash === hashes.get(told.position)) holds.push('root')
    }
  }
  return holds
}
