// The demo: a simulated directory and the portal in front of it, until a signal ends both.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { startSimulator } from '@foyer/simulator/simulator'
import { writeDemoConfiguration } from './demo-configuration.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const port = Number(process.env['PORT'])
const simulatorPort = Number(process.env['SIMULATOR_PORT'])
const portalOrigin = `http://localhost:${port}`
const readyWithinMs = 20_000

// The kinder world, in which every flow can be shown to its end; the tests live in both.
const simulator = await startSimulator({ port: simulatorPort, portalOrigin, world: 'optimist' })
// As is recommended: with what a whole tenant can be given, nobody could write who vouches for a guest.
simulator.scopeRoles('contoso')
const configuration = await writeDemoConfiguration(simulator.registrations(), {
  simulatorUrl: simulator.url,
  authority: simulator.authority,
  smtpUrl: simulator.smtpUrl,
  folder: join(root, '.data', 'demo'),
})

const portal = spawn(process.execPath, [join(root, 'api', 'src', 'main.ts')], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    PORT: String(port),
    PUBLIC_ORIGIN: portalOrigin,
    FOYER_CONFIG: configuration,
    WEB_ROOT: join(root, 'web', 'dist'),
    CLOCK_URL: `${simulator.url}/simulator/clock/stream`,
    STORE_FOLDER: join(root, '.data', 'store'),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  },
})

let isStopping = false
portal.once('exit', (code) => {
  if (!isStopping) console.error('The portal has ended; the reason stands above.')
  process.exitCode = isStopping ? 0 : code || 1
  void simulator.close()
})
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

if (await isReady(portal)) introduce()

function stop() {
  isStopping = true
  portal.kill('SIGTERM')
}

async function isReady(child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + readyWithinMs
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${portalOrigin}/readyz`).catch(() => undefined)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  if (child.exitCode === null && !isStopping) {
    console.error(`The portal did not answer within ${readyWithinMs / 1000} seconds.`)
    child.kill('SIGTERM')
  }
  return false
}

function introduce() {
  const people = simulator.cast().map(({ name, description, enterUrl }) => {
    return `  ${name.padEnd(18)} ${description}\n${' '.repeat(21)}${enterUrl}`
  })
  console.log(`
Foyer runs.
  Portal     ${portalOrigin}
  Simulator  ${simulator.url}  (clock, mailbox, cast; nothing there is real)

Enter as
${people.join('\n')}

Ctrl-C ends it.`)
}
