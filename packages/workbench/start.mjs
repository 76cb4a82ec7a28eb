// `npm start`: installs, builds, then hands over to the demo under the pinned Node.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pinnedNode, prepareWorkspace, Refusal, root, viteArguments } from './workspace.mjs'

const watch = process.argv.includes('--watch')

try {
  const ports = [readPort('PORT', 4280), readPort('SIMULATOR_PORT', 4281)]
  if (ports[0] === ports[1]) throw new Refusal('PORT and SIMULATOR_PORT name the same port.')
  for (const port of ports) await requireFreePort(port)
  await prepareWorkspace()
  start(ports)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function start([port, simulatorPort]) {
  const env = { ...process.env, PORT: String(port), SIMULATOR_PORT: String(simulatorPort) }
  const watched = ['api', 'packages'].map((folder) => `--watch-path=${join(root, folder)}`)
  const demo = join(root, 'packages', 'workbench', 'src', 'demo.ts')
  const children = [
    spawn(pinnedNode(), [...(watch ? watched : []), demo], { cwd: root, env, stdio: 'inherit' }),
  ]
  if (watch) {
    const parameters = viteArguments([
      'build',
      '--watch',
      '--emptyOutDir',
      'false',
      '--logLevel',
      'warn',
    ])
    children.push(
      spawn(pinnedNode(), parameters, { cwd: join(root, 'web'), env, stdio: 'inherit' }),
    )
  }

  // Ctrl-C reaches the whole group of processes, `kill` only this one: pass both on, and stay
  // until the last child has ended.
  const stop = () => children.forEach((child) => child.kill('SIGTERM'))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
  for (const child of children) {
    child.on('exit', (code) => {
      if (code) process.exitCode = code
      stop()
    })
  }
}

function readPort(name, fallback) {
  const port = Number(process.env[name] || fallback)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Refusal(`${name} is "${process.env[name]}": a port is a number from 1 to 65535.`)
}

async function requireFreePort(port) {
  for (const host of ['127.0.0.1', '::1']) {
    const reason = await tryToListen(port, host)
    if (reason === 'EADDRINUSE') {
      throw new Refusal(
        `Port ${port} is busy: end what listens there, or choose others with PORT and SIMULATOR_PORT.`,
      )
    }
    if (reason === 'EACCES') throw new Refusal(`Port ${port} may not be used by this account.`)
  }
}

function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}
