import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { LargeDirectory } from '../../packages/simulator/bench/large-directory.ts'
import { count, seconds } from './figures.ts'
import type { Part } from './report.ts'

/** How large the simulated directory gets, and what its pages cost, in a process of its own. */
export async function measureSimulator(): Promise<Part[]> {
  const folder = join(import.meta.dirname, '..', '..', 'packages', 'simulator', 'bench')
  const options = ['--expose-gc', '--max-old-space-size=8192', join(folder, 'large-directory.ts')]
  const told = JSON.parse(
    execFileSync(process.execPath, options, { encoding: 'utf8', maxBuffer: 1e7 }),
  ) as LargeDirectory
  const { load, state, pages } = told
  return [
    {
      name: 'simulator',
      head: ['simulated directory', 'figure'],
      rows: [
        ['people and groups', `${count(load.users)} and ${count(load.groups)}`],
        ['made in', seconds(load.seconds)],
        ['memory', `${count(load.residentMb)} MB`],
        [
          'state saved in, loaded in',
          `${seconds(state.saveSeconds)}, ${seconds(state.loadSeconds)}`,
        ],
        ['state', `${count(state.mb)} MB`],
        ...pages.map(({ question, p50, p99 }) => [
          `a page of \`${question}\``,
          `${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
        ]),
      ],
    },
  ]
}
