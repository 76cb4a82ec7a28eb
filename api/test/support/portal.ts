import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Directory } from '@foyer/directory/directory'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type AppSetting, createApp } from '../../src/app.ts'
import type { Clock } from '../../src/clock.ts'
import { type Configuration, readConfiguration } from '../../src/configuration/configuration.ts'
import { createMetrics, type Metrics } from '../../src/metrics/metrics.ts'
import { openDirectory } from '../../src/open-directory.ts'
import { startWork } from '../../src/start-work.ts'
import type { SigningKeys } from '../../src/signing/signing-keys.ts'
import type { Store } from '../../src/store/store.ts'
import { traceStore } from '../../src/tracing/trace-store.ts'
import { shareStore } from './shared-store.ts'
import { makeSigningKeys } from './signing.ts'

export const contoso = {
  tenantId: 'c0000000-0000-4000-8000-00000000000c',
  slug: 'contoso',
  name: 'Contoso',
  domains: ['contoso.com'],
  listed: true,
  identities: {},
}
export const fabrikam = {
  tenantId: 'f0000000-0000-4000-8000-00000000000f',
  slug: 'fabrikam',
  name: 'Fabrikam',
  domains: ['fabrikam.com'],
  listed: false,
  identities: {},
}
export const registrations = {
  web: '11111111-1111-4111-8111-111111111111',
  api: '22222222-2222-4222-8222-222222222222',
}
export const authority = 'https://login.portal.test'

/** A foyer.json whose sign-in service is at the given place; for tests that need no directory. */
export function foyerFile(endpoints: string) {
  return {
    signIn: {
      authority,
      endpoints,
      webClientId: registrations.web,
      apiClientId: registrations.api,
      scope: `api://${registrations.api}/access_as_user`,
    },
    graph: endpoints,
    organizations: [contoso, fabrikam] as object[],
  }
}

const indexHtml = `<!doctype html>
<html lang="en"><head><title>Foyer</title><meta name="csp-nonce" content="__CSP_NONCE__">
<script type="application/json" id="foyer-configuration">__FOYER_CONFIGURATION__</script>
</head><body></body></html>`

/** A folder with a built web and, where it is given, a foyer.json. */
export async function makeFolder(file?: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-api-'))
  await mkdir(join(folder, 'web', 'assets'), { recursive: true })
  await writeFile(join(folder, 'web', 'index.html'), indexHtml)
  await writeFile(
    join(folder, 'web', 'invitation.html'),
    '<!doctype html><title>Invitation</title>',
  )
  await writeFile(join(folder, 'web', 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(folder, 'web', 'assets', 'index-1a2b3c4d.js'), 'export {}\n')
  if (file) await writeFile(join(folder, 'foyer.json'), JSON.stringify(file))
  return folder
}

export interface Portal extends AsyncDisposable {
  readonly app: FastifyInstance
  readonly configuration: Configuration
  readonly store: Store
  readonly directory: Directory
  readonly clock: Clock
  /** Resolves once every step that is due was worked on. */
  settle(): Promise<void>
  readonly signing: SigningKeys
  readonly metrics: Metrics
  /** What a process of its own needs to serve the same world; its store is its own matter. */
  readonly environment: Readonly<Record<string, string>>
  /** Everything that was logged, as text. */
  log(): string
}

export interface PortalSetting extends Omit<
  AppSetting,
  'clock' | 'store' | 'directory' | 'metrics' | 'signing' | 'logStream'
> {
  readonly clock?: Clock
  /** In place of the one that the test file's portals share. */
  readonly store?: Store
  readonly environment?: Record<string, string>
}

/** The real app, from a real configuration, ready to be injected into. */
export async function openPortal(
  folder: string,
  { clock, store, environment, ...setting }: PortalSetting = {},
): Promise<Portal> {
  const lines: string[] = []
  const everything = {
    FOYER_CONFIG: join(folder, 'foyer.json'),
    PUBLIC_ORIGIN: 'https://portal.test',
    WEB_ROOT: join(folder, 'web'),
    LOG_LEVEL: 'debug',
    ...environment,
  }
  const configuration = await readConfiguration(everything)
  const clockInUse = clock ?? { now: () => new Date(), [Symbol.asyncDispose]: async () => {} }
  const metrics = createMetrics()
  const { tracing } = setting
  const directory = openDirectory(configuration, clockInUse, metrics, tracing)
  const plainStore = store ?? (await shareStore(configuration))
  const storeInUse = tracing ? traceStore(plainStore, tracing) : plainStore
  const signing = await makeSigningKeys()
  const app = await createApp(configuration, {
    clock: clockInUse,
    store: storeInUse,
    directory,
    metrics,
    signing,
    logStream: { write: (line) => void lines.push(line) },
    ...setting,
  })
  await app.ready()
  const work = {
    configuration,
    store: storeInUse,
    directory,
    clock: clockInUse,
    signing,
    log: app.log,
    deadlineMs: 1_500,
  }
  return {
    app,
    configuration,
    store: storeInUse,
    directory,
    clock: clockInUse,
    // A worker of its own, so that nothing is done while nobody looks.
    async settle() {
      // What was put off need not wait.
      await storeInUse.outside(async (handle) =>
        sql`UPDATE step SET due_at = clock_timestamp() WHERE state = 'waiting'`.execute(handle),
      )
      await using worker = startWork(work)
      await worker.settle()
    },
    signing,
    metrics,
    environment: everything,
    log: () => lines.join(''),
    async [Symbol.asyncDispose]() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
