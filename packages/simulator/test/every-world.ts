// `npm run test:worlds`: every suite in each world, one world after the other.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { worldNames } from '../src/worlds.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const suites = [
  ['', 'node_modules/vitest/vitest.mjs', 'run', '--project', 'units', '--project', 'api on PGlite'],
  ['e2e', 'node_modules/@playwright/test/cli.js', 'test', '--reporter=line'],
]
const failed = worldNames.filter((world) => {
  console.log(`\n${world}`)
  const outcomes = suites.map(([folder = '', ...command]) =>
    spawnSync(process.execPath, command, {
      cwd: join(root, folder),
      stdio: 'inherit',
      env: { ...process.env, FOYER_WORLD: world },
    }),
  )
  return outcomes.some(({ status }) => status !== 0)
})
console.log(failed.length === 0 ? '\nEvery world passed.' : `\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
