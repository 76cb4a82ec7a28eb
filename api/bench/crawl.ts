import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Crawl, CrawlSetting } from './crawl-process.ts'
import { count, seconds } from './figures.ts'
import { type Home, homes, makePlace } from './place.ts'
import type { Part } from './report.ts'
import {
  type DirectorySize,
  type SimulatorProcess,
  startSimulatorProcess,
} from './simulator-process.ts'
import { compareWays } from './ways.ts'

const share = Number(process.env['SHARE'] ?? 1)
const sized = (members: number, guests: number, groups: number): DirectorySize => ({
  members: Math.ceil(members * share),
  guests: Math.ceil(guests * share),
  groups: Math.ceil(groups * share),
})
// The embedded store is for pilots: a tenth is what it may meet.
const directories: readonly { readonly size: DirectorySize; readonly home: Home }[] = [
  { size: sized(300_000, 200_000, 8_000), home: 'PostgreSQL' },
  { size: sized(1, 1_000_000, 0), home: 'PostgreSQL' },
  { size: sized(30_000, 20_000, 800), home: 'PGlite' },
]

/** The first reading of large directories, beside the two things that it cannot do without. */
export async function measureCrawl(): Promise<Part[]> {
  const rows: string[][] = []
  const ways: Part[] = []
  for (const [which, { size, home }] of directories.entries()) {
    if (!homes().includes(home)) continue
    await using simulator = await startSimulatorProcess({
      deltaPage: '200-objects-500-links',
      size,
    })
    rows.push(rowOf(size, home, await crawlOnce(home, simulator)))
    if (which === 0) ways.push(await compareWays(simulator, size))
  }
  return [
    {
      name: 'crawl',
      head: [
        'directory',
        'of pages and rows one after the other',
        'of the slower of them',
        'crawl',
        'pages',
        'rows',
        'rows/s',
        'requests',
        'resource units',
        'memory, early and late',
      ],
      rows,
    },
    ...ways,
  ]
}

function rowOf({ members, guests, groups }: DirectorySize, home: Home, told: Crawl): string[] {
  const { crawlSeconds, pageSeconds, rowSeconds, memory } = told
  return [
    `${count(members)} members, ${count(guests)} guests, ${count(groups)} groups, ${home}`,
    (crawlSeconds / (pageSeconds + rowSeconds)).toFixed(2),
    (crawlSeconds / Math.max(pageSeconds, rowSeconds)).toFixed(2),
    seconds(crawlSeconds),
    seconds(pageSeconds),
    seconds(rowSeconds),
    count(told.rows / crawlSeconds),
    `${count(told.requests)}, then ${told.idle.requests} a round`,
    `${count(told.resourceUnits)}, then ${told.idle.resourceUnits}`,
    `${Math.round(memory.early)} MB, ${Math.round(memory.late)} MB`,
  ]
}

async function crawlOnce(home: Home, simulator: SimulatorProcess): Promise<Crawl> {
  await using crawlPlace = await makePlace(home)
  await using rowPlace = await makePlace(home)
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
  const { url, authority, registrations, seedSeconds } = simulator
  const setting: CrawlSetting = {
    simulator: { url, authority, registrations, seedSeconds },
    crawlStore: crawlPlace.store,
    rowStore: rowPlace.store,
    folder,
  }
  try {
    const program = join(import.meta.dirname, 'crawl-process.ts')
    const options = (process.env['CRAWL_OPTIONS'] ?? '').split(' ').filter(Boolean)
    const child = spawn(process.execPath, [...options, program, JSON.stringify(setting)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the crawl ended with ${code}`)
    })
    ended.catch(() => {})
    const [told] = (await Promise.race([once(child, 'message'), ended])) as [Crawl]
    await ended.catch(() => {})
    return told
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
