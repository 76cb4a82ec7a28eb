import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { createPortal, type Portal } from './portal.ts'
import { findFreePort, startProcess } from './processes.ts'
import { controlSimulator, getRegistrations, type SimulatorControl } from './simulator.ts'

export interface World {
  readonly portal: Portal
  readonly simulator: SimulatorControl
  close(): Promise<void>
}

/**
 * A simulator on 127.0.0.1 and its portal on localhost, which are two sites.
 *
 * @param name of one of the worlds of docs/unknowns.md.
 * @param followsFeeds whether the portal remembers the directories.
 */
export async function createWorld(name: string, followsFeeds: boolean): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-e2e-'))
  const origin = `http://localhost:${await findFreePort()}`
  const simulatorPort = await findFreePort()
  const smtpPort = await findFreePort()
  const url = `http://127.0.0.1:${simulatorPort}`
  const simulatorProcess = await startProcess(
    'packages/simulator/src/main.ts',
    {
      PORT: String(simulatorPort),
      SMTP_PORT: String(smtpPort),
      PORTAL_ORIGIN: origin,
      WORLD: name,
    },
    `${url}/simulator/clock`,
  )
  const configuration = await writeDemoConfiguration(await getRegistrations(url), {
    simulatorUrl: url,
    authority: url.replace('http:', 'https:'),
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    folder,
  })
  await nameLeaveContext(configuration)
  const clockUrl = `${url}/simulator/clock/stream`
  const portal = await createPortal({ origin, configuration, clockUrl, followsFeeds })
  return {
    portal,
    simulator: controlSimulator(url),
    async close() {
      await portal.stop()
      await simulatorProcess.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** Leaving has an authentication context everywhere, which counts where a test puts a policy behind it. */
async function nameLeaveContext(path: string): Promise<void> {
  const file = JSON.parse(await readFile(path, 'utf8')) as { organizations: object[] }
  const organizations = file.organizations.map((each) => ({ ...each, leaveContext: 'c7' }))
  await writeFile(path, JSON.stringify({ ...file, organizations }))
}
