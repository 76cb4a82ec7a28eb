// A program, `npm run soak`: thousands leave while processes are killed, the database is restarted
// and the directory drops, throttles and fails. Ends with 1 unless nothing was lost or done twice.
import { parseArgs } from 'node:util'
import { isClean, soak } from './run.ts'
import type { Home } from './scene.ts'

const { values } = parseArgs({
  options: {
    home: { type: 'string', default: 'postgres' },
    departures: { type: 'string', default: '3000' },
    groups: { type: 'string', default: '1500' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    wrong: { type: 'string' },
  },
})
console.log(`SEED=${values.seed}`)
const { tail, ...report } = await soak({
  home: values.home as Home,
  departures: Number(values.departures),
  groupLeavings: Number(values.groups),
  seed: Number(values.seed),
  wrong: values.wrong,
  patienceMs: 300_000,
})
const targets = { lost: 0, twice: 0, journalGaps: 0 }
console.table({ measured: report, 'docs/operations.md': targets })
if (!isClean(report)) console.error(tail)
console.log(isClean(report) ? 'Nothing was lost, nothing was done twice.' : 'NOT CLEAN')
process.exitCode = isClean(report) ? 0 : 1
