// `npm run bench -- [reads] [departures] [crawl] [idle] [standing] [sponsor] [simulator]`: how fast it is, beside how fast it could be.
import { measureCrawl } from './crawl.ts'
import { measureDepartures } from './departures.ts'
import { measureIdle } from './idle.ts'
import { measureReads } from './reads.ts'
import { type Part, tableOf, writeReport } from './report.ts'
import { measureSimulator } from './simulator.ts'
import { measureSponsor } from './sponsor.ts'
import { measureStanding } from './standing.ts'

const parts: Readonly<Record<string, () => Promise<Part[]>>> = {
  reads: measureReads,
  departures: measureDepartures,
  crawl: measureCrawl,
  idle: measureIdle,
  standing: measureStanding,
  sponsor: measureSponsor,
  simulator: measureSimulator,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  throw new Error(
    `There is no part ${unknown.join(', ')}: choose of ${Object.keys(parts).join(', ')}`,
  )
}
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const part of await measure()) {
    console.log(`\n${part.name}\n${tableOf(part)}`)
    await writeReport(part)
  }
}
