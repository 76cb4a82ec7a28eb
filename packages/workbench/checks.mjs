// Each check runs to its end whatever the others say, and counts what it saw.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run, runPinned } from './workspace.mjs'

const bin = (name) => join(root, 'node_modules', '.bin', name)

/** The checks that pass or fail as one. */
const single = [
  ['format', [bin('prettier'), '--check', '.']],
  ['lint and import edges', [bin('oxlint'), '--type-aware', '--deny-warnings']],
  ['types', [bin('tsc'), '-p', 'tsconfig.json']],
  ['types of the web', [bin('tsc'), '-p', 'web/tsconfig.json']],
  ['types of the browser tests', [bin('tsc'), '-p', 'e2e/tsconfig.json']],
  ['unused code', [bin('knip')]],
  ['code that only tests use', [bin('knip'), '--strict']],
]

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function runChecks() {
  const total = { passed: 0, failed: 0 }
  for (const [name, [command, ...parameters]] of single) {
    const { code, output } = await run(command, parameters, { env: withPinnedNode(), quiet: true })
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    if (code !== 0) process.stdout.write(output)
    add(total, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  }
  return add(total, await runUnitAndApiTests())
}

/** @returns {Promise<{ passed: number, failed: number }>} */
function runUnitAndApiTests() {
  return counting(async (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const { code } = await runPinned([vitest, 'run', ...reporters], { env: withPinnedNode() })
    return [code, ({ numPassedTests, numTotalTests }) => [numPassedTests, numTotalTests]]
  })
}

/** @returns {Promise<{ passed: number, failed: number }>} */
export function runBrowserTests(chromium) {
  return counting(async (file) => {
    const playwright = join(root, 'e2e', 'node_modules', '@playwright', 'test', 'cli.js')
    const { code } = await runPinned([playwright, 'test', '--reporter=list,json'], {
      cwd: join(root, 'e2e'),
      env: {
        ...withPinnedNode(),
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        ...(chromium ? { CHROMIUM: chromium } : {}),
      },
    })
    // A flaky test is a race that somebody has to find, and a skipped one holds nothing.
    const counts = ({ stats }) => [
      stats.expected,
      stats.expected + stats.unexpected + stats.flaky + stats.skipped,
    ]
    return [code, counts]
  })
}

export function add(total, { passed, failed }) {
  total.passed += passed
  total.failed += failed
  return total
}

export function printTotal({ passed, failed }) {
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

// A run that ends badly without a failed test (a worker that died, a file that does not load, no
// test at all) counts as one failure.
async function counting(work) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-'))
  try {
    const file = join(folder, 'report.json')
    const [code, countsOf] = await work(file)
    const [passed, all] = readCounts(file, countsOf)
    const failed = all - passed
    return { passed, failed: failed === 0 && (code !== 0 || all === 0) ? 1 : failed }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readCounts(file, countsOf) {
  try {
    return countsOf(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    console.error(`No report of the tests: ${error.message}`)
    return [0, 0]
  }
}

function withPinnedNode() {
  const path = join(root, 'node_modules', '.bin')
  return {
    ...process.env,
    PATH: `${path}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  }
}
