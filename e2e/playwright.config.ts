import { defineConfig } from '@playwright/test'
import type { WorldOption } from './world/test.ts'

const chromium = process.env['CHROMIUM']
// What nobody knows of Entra is one way in one world and another way in the other; a run can be about
// any other world as well (docs/unknowns.md).
const world = process.env['FOYER_WORLD']
const worlds = world === undefined ? ['pessimist', 'optimist'] : [world]

// What these tell of depends on no answer of Entra about guests: what an organization's own people do,
// what is asked of Foyer's own rows, and how pages speak, fail, look and are reached.
const alikeEverywhere = [
  'access',
  'asked',
  'asked-endings',
  'bulk-extension',
  'clients',
  'data',
  'departure-preview',
  'exceptions',
  'failures',
  'german',
  'guest-answers',
  'guest-decisions',
  'guests',
  'hand-over',
  'invite',
  'invite-by-file',
  'invite-templates',
  'inviters',
  'keyboard',
  'leave-organizations',
  'leave-several',
  'move',
  'not-sure',
  'offer',
  'organizations',
  'owners',
  'policy',
  'receipt',
  'record',
  'reset',
  'sign-in-help',
  'stay',
  'stay-end',
  'trouble',
  'verify-receipt',
].map((name) => `**/${name}.spec.ts`)

const measured = '**/lighthouse.spec.ts'

export default defineConfig<object, WorldOption>({
  testDir: 'tests',
  globalSetup: './world/migrated-store.ts',
  // Each worker has a world of its own: portal, simulator, ports.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 30_000,
  outputDir: '../test-results',
  projects: [
    ...worlds.map((name, place) => ({
      name,
      // They are seen in the first world of a run; so is how the other pages look.
      ...(place === 0
        ? { testIgnore: measured }
        : { testIgnore: [measured, ...alikeEverywhere], grepInvert: /everybody can read/ }),
      use: { worldName: name },
    })),
    // Beside other stories it would measure those.
    {
      name: 'measured',
      testMatch: measured,
      dependencies: worlds,
      ...(worlds[0] ? { use: { worldName: worlds[0] } } : {}),
    },
  ],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'light',
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
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
