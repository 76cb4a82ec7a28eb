// `npm run test:worlds [-- WORLD …]`: every suite in each world, one world after the other.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isWorldName, worldNames } from '../src/worlds.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const suites = [
  ['', 'node_modules/vitest/vitest.mjs', 'run', '--project', 'units', '--project', 'api on PGlite'],
  ['e2e', 'node_modules/@playwright/test/cli.js', 'test', '--reporter=line'],
]
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !isWorldName(name))
if (unknown.length > 0) throw new Error(`There is no world ${unknown.join(', ')}.`)
const failed = (wanted.length > 0 ? wanted : worldNames).filter((world) => {
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
