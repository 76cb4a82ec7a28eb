import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { type Page, test as base, expect } from '@playwright/test'
import { findFreePort, root, startProcess } from './processes.ts'
import { controlSimulator, getRegistrations, type SimulatorControl } from './simulator.ts'

export { expect }

interface World {
  readonly portal: string
  readonly simulator: SimulatorControl
}

interface Console {
  /** Says that the page will write this to its console, because of what the test does to it. */
  expectError(pattern: RegExp): void
}

/** A world for each worker: simulator on 127.0.0.1 and portal on localhost, which are two sites. */
export const test = base.extend<{ errors: Console; simulator: SimulatorControl }, { world: World }>(
  {
    world: [
      // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures here
      async ({}, provide) => {
        const folder = await mkdtemp(join(tmpdir(), 'foyer-e2e-'))
        const port = await findFreePort()
        const simulatorPort = await findFreePort()
        const portal = `http://localhost:${port}`
        const url = `http://127.0.0.1:${simulatorPort}`
        const simulatorProcess = await startProcess(
          'packages/simulator/src/main.ts',
          { PORT: String(simulatorPort), PORTAL_ORIGIN: portal },
          `${url}/simulator/clock`,
        )
        const configuration = await writeDemoConfiguration(await getRegistrations(url), {
          simulatorUrl: url,
          authority: url.replace('http:', 'https:'),
          folder,
        })
        const portalProcess = await startProcess(
          'api/src/main.ts',
          {
            PORT: String(port),
            PUBLIC_ORIGIN: portal,
            FOYER_CONFIG: configuration,
            WEB_ROOT: join(root, 'web', 'dist'),
            CLOCK_URL: `${url}/simulator/clock/stream`,
            LOG_LEVEL: 'info',
          },
          `${portal}/readyz`,
        )
        await provide({ portal, simulator: controlSimulator(url) })
        await portalProcess.stop()
        await simulatorProcess.stop()
        await rm(folder, { recursive: true })
      },
      { scope: 'worker', timeout: 60_000 },
    ],
    baseURL: async ({ world }, provide) => provide(world.portal),
    simulator: async ({ world }, provide) => provide(world.simulator),
    errors: [
      async ({ page, world }, provide) => {
        await world.simulator.reset()
        const expected: RegExp[] = []
        const unexpected: string[] = []
        const note = (text: string) => {
          if (!expected.some((pattern) => pattern.test(text))) unexpected.push(text)
        }
        page.on('console', (message) => {
          if (message.type() !== 'error') return
          note(`${message.text()} ${message.location().url}`)
        })
        page.on('pageerror', (error) => note(String(error)))
        await provide({ expectError: (pattern) => expected.push(pattern) })
        expect(unexpected).toEqual([])
      },
      { auto: true },
    ],
  },
)

/** Goes to the organization's address, signs in as the person, and waits for its page. */
export async function signIn(page: Page, slug: string, mail: string): Promise<void> {
  await page.goto(`/o/${slug}`)
  await page.getByRole('button', { name: /^Sign in at/ }).click()
  await chooseAccount(page, mail)
  await arrive(page, slug)
}

/** The same in a browser that Microsoft knows: it asks nothing. */
export async function signInAgain(page: Page, slug: string): Promise<void> {
  await page.goto(`/o/${slug}`)
  await page.getByRole('button', { name: /^Sign in at/ }).click()
  await arrive(page, slug)
}

async function arrive(page: Page, slug: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === `/o/${slug}`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^Sign in at/)
}

/** Chooses an account on Microsoft's page. */
export async function chooseAccount(page: Page, mail: string): Promise<void> {
  await page.getByRole('button', { name: mail }).click()
}

/** What Graph says of a guest and of the groups they are in. */
export async function groupNamesInGraph(
  simulator: SimulatorControl,
  organization: string,
  mail: string,
): Promise<{ user: string | undefined; groups: string[] }> {
  const filter = `/v1.0/users?$filter=userType eq 'Guest'&$select=id,mail,displayName&$top=999`
  const guests = await simulator.graph(organization, filter)
  const { value } = guests.body as { value: { id: string; mail: string; displayName: string }[] }
  const guest = value.find((candidate) => candidate.mail === mail)
  if (!guest) return { user: undefined, groups: [] }
  const memberships = await simulator.graph(organization, `/v1.0/users/${guest.id}/memberOf`)
  const groups = memberships.body as { value: { displayName: string }[] }
  return { user: guest.displayName, groups: groups.value.map(({ displayName }) => displayName) }
}
