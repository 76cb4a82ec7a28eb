import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { leastFreeBytes, measureFreeBytes } from '../../src/store/free-space.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import { contosoId, guestRow, organizations } from '../support/test-store.ts'

/** Each test opens databases of its own, some of them in processes of their own. */
const opensWithinMs = 30_000
const writer = join(import.meta.dirname, '..', 'support', 'endless-writer.ts')

/** The store needs 512 MB free; 128 more are for it and for what fills the disk. */
const smallDisk = await mountSmallDisk(await mkdtemp(join(tmpdir(), 'foyer-disk-')), 640)
afterAll(async () => {
  smallDisk?.[Symbol.dispose]()
})

let root: string
let folder: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'foyer-embedded-'))
  folder = join(root, 'store')
})
afterEach(async () => rm(root, { recursive: true }))

const open = async (freeBytes?: () => number) =>
  openStore(
    { store: { databaseUrl: undefined, folder }, organizations },
    freeBytes ? { measureFreeBytes: async () => freeBytes() } : {},
  )

/** A process of its own that writes guests for ever, and says each once it is acknowledged. */
function startWriter() {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (data) => (complaint += String(data)))
  return { child, lines: createInterface(child.stdout), complaint: () => complaint }
}

test(
  'only the account of the process can look into the folder',
  async () => {
    await using store = await open()
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect(store.kind).toBe('embedded')
  },
  opensWithinMs,
)

test(
  'a second process is kept out and told which one is inside; the first goes on',
  async () => {
    await using store = await open()
    const second = startWriter()
    const [code] = (await once(second.child, 'exit')) as [number]
    expect(code).toBe(1)
    expect(second.complaint()).toContain(`${folder} is in use by process ${process.pid} on `)
    expect(await store.probe(10_000)).toBe('writable')
  },
  opensWithinMs,
)

test(
  'a store of this same process is kept out of the folder too, until the first is closed',
  async () => {
    const first = await open()
    await expect(open()).rejects.toThrow(`is in use by process ${process.pid}`)
    await first[Symbol.asyncDispose]()
    await using again = await open()
    expect(await again.probe(10_000)).toBe('writable')
  },
  opensWithinMs,
)

test('a process that was killed while it wrote loses no guest that it had acknowledged', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < 4; round += 1) {
    const { child, lines, complaint } = startWriter()
    const ended = once(child, 'exit')
    let inThisRound = 0
    for await (const guestId of lines) {
      acknowledged.push(guestId)
      inThisRound += 1
      if (inThisRound === 10 + 7 * round) child.kill('SIGKILL')
    }
    await ended
    expect([complaint(), child.signalCode]).toEqual(['', 'SIGKILL'])
  }
  // The number of the dead process may be that of somebody alive by now.
  const holder = JSON.parse(await readFile(join(folder, 'holder.json'), 'utf8')) as object
  await writeFile(join(folder, 'holder.json'), JSON.stringify({ ...holder, pid: process.pid }))

  await using store = await open()
  const kept = await store.asOrganization(contosoId, async (contoso) =>
    contoso.selectFrom('guest').select('guestId').execute(),
  )
  const ids = new Set<string>(kept.map(({ guestId }) => guestId))
  expect(acknowledged.length).toBeGreaterThanOrEqual(10 + 17 + 24 + 31)
  expect(acknowledged.filter((guestId) => !ids.has(guestId))).toEqual([])
}, 60_000)

test(
  'a disk that is nearly full takes no more writes, and gives back what it has',
  async () => {
    let free = leastFreeBytes
    await using store = await open(() => free)
    const write = async (guestId: string) =>
      store.asOrganization(contosoId, async (contoso) =>
        contoso
          .insertInto('guest')
          .values(guestRow(contosoId, guestId, 'Omar Haddad'))
          .execute(),
      )
    const count = async () =>
      store.asOrganization(contosoId, async (contoso) =>
        contoso.selectFrom('guest').select('name').execute(),
      )
    await write('00000000-0000-4000-8000-000000000001')
    free = leastFreeBytes - 1
    await expect(write('00000000-0000-4000-8000-000000000002')).rejects.toMatchObject({
      reason: 'read-only',
    })
    expect(await count()).toEqual([{ name: 'Omar Haddad' }])
    expect(await store.probe(10_000)).toBe('read-only')
    free = leastFreeBytes
    await write('00000000-0000-4000-8000-000000000003')
    expect(await count()).toHaveLength(2)
  },
  opensWithinMs,
)

test(`while guests are written, the disk fills (${smallDisk ? 'one of its own' : 'only by its measure: this account mounts none'})`, async () => {
  let measured = Infinity
  const place = smallDisk ? join(smallDisk.folder, 'store') : folder
  const openThere = async () =>
    openStore(
      { store: { databaseUrl: undefined, folder: place }, organizations },
      smallDisk ? {} : { measureFreeBytes: async () => measured },
    )
  const ballast = join(smallDisk?.folder ?? root, 'ballast')
  const acknowledged: string[] = []
  {
    await using store = await openThere()
    const write = async (guestId: string) =>
      store.asOrganization(contosoId, async (contoso) =>
        contoso
          .insertInto('guest')
          .values(guestRow(contosoId, guestId, 'Lena Vogel'))
          .execute(),
      )
    /** Writes on until a write is refused. */
    const writeOn = async (): Promise<unknown> => {
      for (;;) {
        const guestId = randomUUID()
        try {
          await write(guestId)
        } catch (error) {
          return error
        }
        acknowledged.push(guestId)
      }
    }
    const refusal = writeOn()
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20)
    if (smallDisk) await fill(ballast, smallDisk.folder)
    else measured = leastFreeBytes - 1
    expect(await refusal).toMatchObject({ reason: 'read-only' })

    expect(await store.probe(10_000)).toBe('read-only')
    expect(await namesIn(store)).toHaveLength(acknowledged.length)
    await rm(ballast, { force: true })
    measured = Infinity
    // Whoever looks at the file meanwhile keeps its room.
    await expect.poll(async () => measureFreeBytes(place)).toBeGreaterThan(leastFreeBytes)
    const last = randomUUID()
    await write(last)
    acknowledged.push(last)
  }
  await using again = await openThere()
  const ids = new Set(await namesIn(again))
  expect(acknowledged.filter((guestId) => !ids.has(guestId))).toEqual([])
}, 60_000)

/** Takes room from a disk, bit by bit, until less is left than the store needs. */
async function fill(file: string, disk: string): Promise<void> {
  const megabyte = Buffer.alloc(1024 * 1024)
  while ((await measureFreeBytes(disk)) >= leastFreeBytes) await appendFile(file, megabyte)
}

async function namesIn(store: Store): Promise<string[]> {
  const rows = await store.asOrganization(contosoId, async (contoso) =>
    contoso.selectFrom('guest').select('guestId').execute(),
  )
  return rows.map(({ guestId }) => guestId)
}

test(
  'a store is not opened on a disk that is nearly full',
  async () => {
    await expect(open(() => leastFreeBytes - 1)).rejects.toThrow(/has less than 512 MB left/)
  },
  opensWithinMs,
)
