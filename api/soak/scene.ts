import { generateKeyPairSync } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Simulator, startSimulator } from '@foyer/simulator/simulator'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { type OwnedStore, openStore } from '../src/store/store.ts'
import { type Cluster, findPostgres, startCluster } from '../test/support/cluster.ts'
import { freePorts } from '../test/support/free-ports.ts'
import { type Supervised, supervise } from './supervised.ts'

/** One process with its store inside, or two of each kind on one PostgreSQL. */
export type Home = 'embedded' | 'postgres'

/** The whole of it as real processes: they are killed, and what is true stays in the simulator. */
export interface Scene extends AsyncDisposable {
  readonly simulator: Simulator
  /** Where requests are sent to. */
  readonly portals: readonly string[]
  readonly workers: readonly Supervised[]
  /** Undefined where the store is embedded. */
  readonly cluster: Cluster | undefined
  /** After everything has ended: nobody else has the embedded store open. */
  openStore(): Promise<OwnedStore>
  /** Ends every process, for good. */
  end(): Promise<void>
  tail(): string
}

export interface SceneSetting {
  readonly home: Home
  /** The name of a file in soak/wrong, which makes the workers wrong on purpose. */
  readonly wrong?: string | undefined
}

/** Nobody opens it; the API wants one. */
const page = `<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">
<script type="application/json" id="foyer-configuration">__FOYER_CONFIGURATION__</script>`

const source = join(import.meta.dirname, '..', 'src')

export async function openScene({ home, wrong }: SceneSetting): Promise<Scene> {
  await using opened = new AsyncDisposableStack()
  const ports = await freePorts(home === 'embedded' ? 1 : 2)
  const portals = ports.map((port) => `http://127.0.0.1:${port}`)
  const origin = portals[0] ?? ''
  const simulator = await startSimulator({ portalOrigin: origin, world: 'optimist' })
  opened.defer(async () => simulator.close())
  const place = await mkdtemp(join(tmpdir(), 'foyer-soak-'))
  opened.defer(async () => rm(place, { recursive: true, force: true }))
  await mkdir(join(place, 'web'))
  await writeFile(join(place, 'web', 'index.html'), page)
  await writeFile(join(place, 'web', 'invitation.html'), '')

  const signingKey = join(place, 'signing-key.pem')
  const { privateKey } = generateKeyPairSync('ed25519')
  await writeFile(signingKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })

  const cluster = home === 'postgres' ? await openCluster() : undefined
  if (cluster) opened.use(cluster)
  const environment = {
    FOYER_CONFIG: await writeConfiguration(simulator, place),
    PUBLIC_ORIGIN: origin,
    WEB_ROOT: join(place, 'web'),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    FOLLOW_FEEDS: 'off',
    CHALLENGE_KEY: Buffer.alloc(32, 7).toString('base64url'),
    CLOCK_URL: `${simulator.url}/simulator/clock/stream`,
    STORE_FOLDER: join(place, 'store'),
    SIGNING_KEY_FILE: signingKey,
    ...(cluster ? { DATABASE_URL: cluster.url } : {}),
  }
  const configuration = await readConfiguration(environment)
  // Once and in peace: a first start takes longer than the pause between two kills.
  await (await openStore(configuration))[Symbol.asyncDispose]()

  const mutation = wrong
    ? ['--import', pathToFileURL(join(import.meta.dirname, 'wrong', `${wrong}.ts`)).href]
    : []
  const start = (name: string, program: string, more: Readonly<Record<string, string>> = {}) =>
    supervise({
      name,
      parameters: [...mutation, join(source, program)],
      environment: { ...environment, ...more },
    })
  const apis = ports.map((port) =>
    start('api', 'main.ts', { PORT: String(port), WORK: cluster ? 'off' : 'on' }),
  )
  const workers = cluster ? [start('worker', 'worker.ts'), start('worker', 'worker.ts')] : apis
  const processes = new Set([...apis, ...workers])
  const end = async () => {
    await Promise.all([...processes].map(async (each) => each[Symbol.asyncDispose]()))
  }
  opened.defer(end)
  const kept = opened.move()
  return {
    simulator,
    portals,
    workers,
    cluster,
    openStore: async () => openStore(configuration),
    end,
    tail: () => [...processes].map((each) => each.tail()).join('\n'),
    [Symbol.asyncDispose]: async () => kept.disposeAsync(),
  }
}

/** @returns the path of a foyer.json with which thousands of mails may be sent on one day. */
async function writeConfiguration(simulator: Simulator, folder: string): Promise<string> {
  const { url: simulatorUrl, authority, smtpUrl } = simulator
  const place = { simulatorUrl, authority, folder, smtpUrl }
  const path = await writeDemoConfiguration(simulator.registrations(), place)
  const file = JSON.parse(await readFile(path, 'utf8')) as { organizations: { mail: object }[] }
  for (const organization of file.organizations) {
    organization.mail = { ...organization.mail, dailyBudget: 1_000_000 }
  }
  await writeFile(path, JSON.stringify(file), { mode: 0o600 })
  return path
}

async function openCluster(): Promise<Cluster> {
  const binaries = findPostgres()
  if (!binaries) throw new Error('there is no PostgreSQL on this machine')
  return startCluster(binaries)
}
