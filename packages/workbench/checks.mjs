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

/**
 * @typedef {{ passed: number, failed: number, failures: string[] }} Total `failures` in a line each,
 *   for whoever reads the end of a long output only.
 */

/** @returns {Promise<Total>} */
export async function runChecks() {
  const total = { passed: 0, failed: 0, failures: [] }
  for (const [name, [command, ...parameters]] of single) {
    const { code, output } = await run(command, parameters, { env: withPinnedNode(), quiet: true })
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    if (code !== 0) process.stdout.write(output)
    const isGood = code === 0
    add(total, { passed: +isGood, failed: +!isGood, failures: isGood ? [] : [name] })
  }
  return add(total, await runUnitAndApiTests())
}

/** @returns {Promise<Total>} */
function runUnitAndApiTests() {
  return counting(async (file) => {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const env = { ...withPinnedNode(), FOYER_REPORT: file }
    const { code } = await runPinned([vitest, 'run'], { env })
    return [code, (counted) => counted]
  })
}

/** @returns {Promise<Total>} */
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
    const counts = ({ stats, errors }) => ({
      passed: stats.expected,
      all: stats.expected + stats.unexpected + stats.flaky + stats.skipped,
      failures: errors.map(({ message }) => `beside the browser tests: ${message}`),
    })
    return [code, counts]
  })
}

export function add(total, { passed, failed, failures }) {
  total.passed += passed
  total.failed += failed
  total.failures.push(...failures)
  return total
}

export function printTotal({ passed, failed, failures }) {
  for (const failure of failures) console.log(`✗ ${failure}`)
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
    const { passed, all, failures } = readCounts(file, countsOf)
    const failed = all - passed
    const isBad = failed === 0 && (code !== 0 || all === 0)
    return { passed, failed: isBad ? 1 : failed, failures }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readCounts(file, countsOf) {
  try {
    return countsOf(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    return { passed: 0, all: 0, failures: [`No report of the tests: ${error.message}`] }
  }
}

function withPinnedNode() {
  const path = join(root, 'node_modules', '.bin')
  return {
    ...process.env,
    PATH: `${path}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  }
}
