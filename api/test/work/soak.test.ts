import { expect, inject, test } from 'vitest'
import { remainsOf, soak } from '../../soak/run.ts'
import { findPostgres } from '../support/cluster.ts'

const home = inject('databaseUrl') !== undefined && findPostgres() ? 'postgres' : 'embedded'
const seed = Number(process.env['SOAK_SEED'] ?? 7)

test(`everybody leaves and others are invited by a file while processes are killed and everything fails (SOAK_SEED=${seed})`, async () => {
  const { tail, ...report } = await soak({
    home,
    departures: 40,
    groupLeavings: 20,
    invitees: 30,
    seed,
    patienceMs: 60_000,
  })
  expect(remainsOf(report), `${JSON.stringify(report)}\n${tail}`).toEqual([])
  // A run without trouble would show nothing.
  expect(report.kills).toBeGreaterThan(2)
}, 180_000)
