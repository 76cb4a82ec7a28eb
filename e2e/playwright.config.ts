import { defineConfig } from '@playwright/test'
import type { WorldOption } from './world/test.ts'

const chromium = process.env['CHROMIUM']
// What nobody knows of Entra is one way in one world and another way in the other; a run can be about
// any other world as well (docs/unknowns.md).
const world = process.env['FOYER_WORLD']
const worlds = world === undefined ? ['pessimist', 'optimist'] : [world]

export default defineConfig<object, WorldOption>({
  testDir: 'tests',
  // Each worker has a world of its own: portal, simulator, ports.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 30_000,
  outputDir: '../test-results',
  projects: worlds.map((name, place) => ({
    name,
    // How a page looks depends on no answer of Entra: it is looked at in the first world of a run.
    ...(place === 0 ? {} : { grepInvert: /everybody can read/ }),
    use: { worldName: name },
  })),
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'light',
    trace: 'retain-on-failure',
    // Nobody waits here for a door to swing open.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Chromium's sandbox refuses to start for root, as which continuous integration runs.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
