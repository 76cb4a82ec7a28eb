// `npm test`: everything that must hold.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { add, printTotal, runBrowserTests, runChecks } from './checks.mjs'
import { prepareWorkspace, Refusal, root, runPinned } from './workspace.mjs'

// The quickest first: a browser without a window is all that the tests look through.
const systemBrowsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

try {
  await prepareWorkspace()
  const chromium = await findChromium()
  const total = await runChecks()
  printTotal(add(total, await runBrowserTests(chromium)))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** @returns {Promise<string | undefined>} undefined where Playwright has its own. */
async function findChromium() {
  const own = process.env.CHROMIUM
  if (own && !existsSync(own)) throw new Refusal(`CHROMIUM names ${own}, which is not there.`)
  const system = own ?? systemBrowsers.find((path) => existsSync(path))
  if (system) return system

  console.log('Installing Chromium for the browser tests …')
  const playwright = join(root, 'e2e', 'node_modules', '@playwright', 'test', 'cli.js')
  const { code } = await runPinned([playwright, 'install', '--only-shell', 'chromium'], {
    quiet: true,
  })
  if (code === 0) return undefined
  throw new Refusal(
    'The browser tests need Chromium: install it ("apt-get install chromium-headless-shell") or name one with CHROMIUM.',
  )
}
