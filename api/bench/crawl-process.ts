// Reads a directory into a store three times: as Foyer does, the pages alone, and the rows alone.
import { join } from 'node:path'
import type { OrganizationId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { Group } from '@foyer/directory/group'
import { selectOf } from '@foyer/directory/graph-shape'
import { User } from '@foyer/directory/person'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { systemClock } from '../src/clock.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import type { StorePlace } from '../src/configuration/store-place.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { openDirectory } from '../src/open-directory.ts'
import { type Following, followFeed } from '../src/projection/follow-feed.ts'
import { followGroups } from '../src/projection/follow-groups.ts'
import { followGuests } from '../src/projection/follow-guests.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { tokenOf } from './graph-token.ts'
import { meterRequests, watchMemory } from './meter.ts'
import type { SimulatorWord } from './simulator-process.ts'

export interface CrawlSetting {
  readonly simulator: SimulatorWord
  readonly crawlStore: StorePlace
  readonly rowStore: StorePlace
  readonly folder: string
}

export interface Crawl {
  readonly crawlSeconds: number
  readonly pageSeconds: number
  readonly rowSeconds: number
  readonly requests: number
  readonly resourceUnits: number
  readonly idle: { readonly requests: number; readonly resourceUnits: number }
  readonly rows: number
  readonly memory: { readonly early: number; readonly late: number }
}

const now = () => new Date()
const setting = JSON.parse(process.argv[2] ?? '') as CrawlSetting
process.send?.(await measure(setting))
process.disconnect?.()

async function measure({ simulator, crawlStore, rowStore, folder }: CrawlSetting): Promise<Crawl> {
  const meter = meterRequests()
  const path = await writeDemoConfiguration(simulator.registrations, {
    simulatorUrl: simulator.url,
    authority: simulator.authority,
    folder: join(folder, 'crawl'),
  })
  const configuration = await readConfiguration({
    FOYER_CONFIG: path,
    PUBLIC_ORIGIN: 'http://localhost:4280',
  })
  const contoso = configuration.organizations.find(({ slug }) => slug === 'contoso')
  if (!contoso) throw new Error('there is no Contoso')
  const { organizationId } = contoso
  const directory = openDirectory(configuration, systemClock, createMetrics())
  const ask = () => directory.of(organizationId, startDeadline(60_000))

  await using store = await openStore({ ...configuration, store: crawlStore })
  const memory = watchMemory()
  const startedAt = performance.now()
  await crawl(store, organizationId, ask)
  const crawlSeconds = since(startedAt)
  const held = memory.stop()
  const { requests, resourceUnits } = meter
  await crawl(store, organizationId, ask)
  const idle = {
    requests: meter.requests - requests,
    resourceUnits: meter.resourceUnits - resourceUnits,
  }

  const token = await tokenOf(simulator, organizationId)
  const pagesAt = performance.now()
  await readPages(`${simulator.url}/v1.0/users/delta?${selectOf(User)}`, token)
  await readPages(`${simulator.url}/v1.0/groups/delta?${selectOf(Group)},members,owners`, token)
  const pageSeconds = since(pagesAt)

  await using other = await openStore({ ...configuration, store: rowStore })
  const { seconds, rows } = await writeRows(other, organizationId, ask)
  return {
    crawlSeconds,
    pageSeconds,
    rowSeconds: seconds,
    requests,
    resourceUnits,
    idle,
    rows,
    memory: held,
  }
}

async function crawl(
  store: Store,
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
): Promise<void> {
  await followFeed(store, organizationId, now, followGuests(organizationId, ask, now))
  await followFeed(store, organizationId, now, followGroups(organizationId, ask, now))
}

/** The least that reads them: one request after the other, and their JSON. */
async function readPages(first: string, token: string): Promise<void> {
  for (let next: string | undefined = first; next;) {
    const reply = await fetch(next, { headers: { authorization: `Bearer ${token}` } })
    if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
    next = ((await reply.json()) as { '@odata.nextLink'?: string })['@odata.nextLink']
  }
}

/** Each page in a transaction of its own, as in a crawl; nothing is asked while time is taken. */
async function writeRows(
  store: Store,
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
): Promise<{ readonly seconds: number; readonly rows: number }> {
  const written = { seconds: 0, rows: 0 }
  const crawledAt = now()
  await write(followGuests(organizationId, ask, now), ({ what }) => (what === 'guest' ? 1 : 0))
  await write(followGroups(organizationId, ask, now), (change) =>
    change.what === 'group' ? 1 + change.people.added.length + change.owners.added.length : 0,
  )
  return written

  async function write<Change>(
    { read, keep }: Following<Change>,
    rowsOf: (change: Change) => number,
  ): Promise<void> {
    for (let cursor: string | undefined; ;) {
      const page = await read(cursor)
      if (!page) throw new Error('the directory has forgotten the place')
      const startedAt = performance.now()
      await store.asOrganization(organizationId, async (transaction) =>
        keep(transaction, page.changes, crawledAt),
      )
      written.seconds += since(startedAt)
      written.rows += page.changes.reduce((sum, change) => sum + rowsOf(change), 0)
      if (page.isLast) return
      cursor = page.cursor
    }
  }
}

function since(startedAt: number): number {
  return (performance.now() - startedAt) / 1000
}
