// A program, `npm run soak`: thousands leave while processes are killed, the database is restarted
// and the directory drops, throttles and fails. `--wrong all` lets each of soak/wrong work instead,
// which has to be seen. Ends with 1 unless everything was as it must be.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { remainsOf, soak, unmask } from './run.ts'
import type { Home } from './scene.ts'

const { values } = parseArgs({
  options: {
    home: { type: 'string', default: 'postgres' },
    departures: { type: 'string' },
    groups: { type: 'string' },
    invitees: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    wrong: { type: 'string' },
  },
})
const seed = Number(values.seed)
const mostSecondsUnseen = 60
/** What is asked of any such run; the rest of the figures tells how hard it was. */
const promised: Readonly<Record<string, number>> = {
  lost: 0,
  twice: 0,
  journalGaps: 0,
  chainFaults: 0,
  mailsMissing: 0,
  mailsTwice: 0,
  unended: 0,
  mostAttempts: 5,
  removalsAsked: 1.15,
}

console.log(`SEED=${seed}`)
const isGood = values.wrong === undefined ? await soakAll() : await unmaskEach(values.wrong)
process.exitCode = isGood ? 0 : 1

async function soakAll(): Promise<boolean> {
  const { tail, never, notYet, ...figures } = await soak({
    home: values.home as Home,
    departures: Number(values.departures ?? 3_000),
    groupLeavings: Number(values.groups ?? 1_500),
    invitees: Number(values.invitees ?? 500),
    seed,
    patienceMs: 300_000,
  })
  const measured: Readonly<Record<string, number>> = { ...figures, ...notYet, ...never }
  console.table(
    Object.fromEntries(
      Object.entries(measured).map(([name, value]) => [
        name,
        { measured: Number(value.toFixed(2)), promised: promised[name] ?? '' },
      ]),
    ),
  )
  const remains = remainsOf({ never, notYet, ...figures })
  if (remains.length > 0) console.error(tail)
  console.log(remains.length > 0 ? remains.join(', ') : 'Nothing was lost, nothing done twice.')
  return remains.length === 0
}

async function unmaskEach(wanted: string): Promise<boolean> {
  const names = readdirSync(join(import.meta.dirname, 'wrong'))
    .map((file) => file.replace('.ts', ''))
    .filter((name) => (wanted === 'all' ? name !== 'mutate' : name === wanted))
  if (names.length === 0) throw new Error(`there is no ${wanted}`)
  const seen: Record<string, { readonly faults: string; readonly seconds: number }> = {}
  for (const name of names) {
    const { faults, seconds } = await unmask(name, {
      departures: Number(values.departures ?? 200),
      groupLeavings: Number(values.groups ?? 100),
      seed,
    })
    seen[name] = { faults: faults.join(', ') || 'NOT SEEN', seconds: Math.round(seconds) }
  }
  console.table(seen)
  return Object.values(seen).every(
    ({ faults, seconds }) => faults !== 'NOT SEEN' && seconds <= mostSecondsUnseen,
  )
}
