// `npm run test:worlds`: the suites of packages, web and API in each world, one after the other.
import { spawnSync } from 'node:child_process'
import { worldNames } from '../src/worlds.ts'

const suites = ['run', '--project', 'units', '--project', 'api on PGlite']
const failed = worldNames.filter((world) => {
  console.log(`\n${world}`)
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...suites], {
    stdio: 'inherit',
    env: { ...process.env, FOYER_WORLD: world },
  })
  return status !== 0
})
console.log(failed.length === 0 ? '\nEvery world passed.' : `\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
