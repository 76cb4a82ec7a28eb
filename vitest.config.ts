import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { findPostgres } from './api/test/support/cluster.ts'
import { reportTo } from './packages/workbench/src/report.ts'

const api = {
  include: ['api/test/**/*.test.ts'],
  globalSetup: 'api/test/support/homes.ts',
  // To start a database takes a second or two where nothing else runs.
  hookTimeout: 30_000,
}

/** The API's tests run on both databases; what has no PostgreSQL at all says so. */
function homes() {
  if (process.env['DATABASE_URL'] || findPostgres()) return ['PGlite', 'PostgreSQL']
  const sentence =
    'PostgreSQL is left out: install it, or name one that tests may fill with DATABASE_URL.'
  if (process.env['POSTGRES'] === 'required') throw new Error(sentence)
  console.warn(sentence)
  return ['PGlite']
}

const report = process.env['FOYER_REPORT']

export default defineConfig({
  test: {
    pool: 'threads',
    // Tests wait for databases and for other processes as much as they compute.
    maxWorkers: availableParallelism(),
    reporters: ['default', ...(report ? [reportTo(report)] : [])],
    projects: [
      {
        extends: true,
        test: { name: 'units', include: ['{packages,web}/**/*.test.{ts,tsx}'] },
      },
      ...homes().map((home) => ({
        extends: true as const,
        test: {
          ...api,
          name: `api on ${home}`,
          // One world on each; `npm run test:worlds` goes through all of them.
          env: {
            FOYER_WORLD:
              process.env['FOYER_WORLD'] ?? (home === 'PGlite' ? 'pessimist' : 'optimist'),
          },
          // Each of these is about one of the two, or decides for itself what comes first.
          exclude:
            home === 'PGlite'
              ? ['api/test/store/postgres.test.ts', 'api/test/work/wrong-workers.test.ts']
              : [
                  'api/test/store/embedded.test.ts',
                  'api/test/work/interleavings.test.ts',
                  // These kill a cluster of their own.
                  ...(findPostgres() ? [] : ['api/test/work/wrong-workers.test.ts']),
                ],
        },
      })),
    ],
  },
})
