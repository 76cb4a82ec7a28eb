import { measureBulk } from './bulk.ts'
import { measureList } from './my-guests.ts'
import { homes } from './place.ts'
import type { Part, Row } from './report.ts'
import { startSimulatorProcess } from './simulator-process.ts'
import { letSamVouch, openScene } from './sponsor-scene.ts'

const size = { members: 50, guests: 4_000, groups: 400 }

/** What a sponsor of a thousand guests asks for: to see them all, and a later day for all of them. */
export async function measureSponsor(): Promise<Part[]> {
  await using simulator = await startSimulatorProcess({ deltaPage: '200-objects-500-links', size })
  const sam = await letSamVouch(simulator)
  const lists: Row[] = []
  const bulks: Row[] = []
  for (const home of homes()) {
    await using scene = await openScene(home, simulator)
    lists.push(...(await measureList(scene, sam)))
    bulks.push(...(await measureBulk(scene, sam)))
  }
  return [
    {
      name: 'my-guests',
      head: ['list', 'time of the limit', 'processor time of the limit', 'a second', 'p50', 'p99'],
      rows: lists,
    },
    {
      name: 'bulk',
      head: ['guests', 'requests', 'questions in them', 'resource units', 'time'],
      rows: bulks,
    },
  ]
}
