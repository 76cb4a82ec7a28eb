import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { systemClock } from '../src/clock.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { openDirectory } from '../src/open-directory.ts'
import { syncOrganization } from '../src/projection/projection.ts'
import { openStore } from '../src/store/store.ts'
import { meterRequests } from './meter.ts'
import { makePlace } from './place.ts'
import type { Part } from './report.ts'
import { startSimulatorProcess } from './simulator-process.ts'

const rounds = 20

/** What it costs to find out, once a minute, that nothing has changed. */
export async function measureIdle(): Promise<Part[]> {
  await using simulator = await startSimulatorProcess({ deltaPage: '200-objects-500-links' })
  await using place = await makePlace('PGlite')
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
  try {
    const FOYER_CONFIG = await writeDemoConfiguration(simulator.registrations, {
      simulatorUrl: simulator.url,
      authority: simulator.authority,
      folder,
    })
    const PUBLIC_ORIGIN = 'http://localhost:4280'
    const configuration = await readConfiguration({ FOYER_CONFIG, PUBLIC_ORIGIN })
    await using store = await openStore({ ...configuration, store: place.store })
    const directory = openDirectory(configuration, systemClock, createMetrics())
    const setting = { store, directory, clock: systemClock }
    const [organization] = configuration.organizations
    if (!organization) throw new Error('no organization is configured')
    await syncOrganization(setting, organization.organizationId)
    const meter = meterRequests()
    const startedAt = performance.now()
    for (let round = 0; round < rounds; round += 1) {
      await syncOrganization(setting, organization.organizationId)
    }
    const ms = (performance.now() - startedAt) / rounds
    const { requests, resourceUnits } = meter
    return [
      {
        name: 'idle',
        head: ['a round in which nothing has changed', 'requests', 'resource units', 'time'],
        rows: [
          [
            'one organization',
            String(requests / rounds),
            String(resourceUnits / rounds),
            `${ms.toFixed(0)} ms`,
          ],
        ],
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
