// What stands between a fresh clone and a running program: the pinned packages, the pinned Node
// and the built web. Plain JavaScript, because it runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const oldestNode = 20
// Not in package.json: pnpm would then look for itself in the registry at every frozen install.
const pnpm = 'pnpm@12.21.0'
const lockfile = join(root, 'pnpm-lock.yaml')
const installed = join(root, 'node_modules', '.foyer-installed')
const built = join(root, 'web', 'dist', '.foyer-built')
const emptyStore = join(root, 'api', 'dist', 'empty-store')
const emptyStoreMade = join(root, 'api', 'dist', '.empty-store-made')

/** A failure that is told in one sentence, without a stack. */
export class Refusal extends Error {}

/** Installs and builds what has changed since the last time, and nothing else. */
export async function prepareWorkspace() {
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    throw new Refusal(`Foyer needs Node ${oldestNode} or later; this is ${process.versions.node}.`)
  }
  await install()
  await build()
  await makeEmptyStore()
}

async function install() {
  if (!existsSync(lockfile)) {
    throw new Refusal('pnpm-lock.yaml is missing: restore it with "git checkout pnpm-lock.yaml".')
  }
  const wanted = hashOf([lockfile, join(root, 'pnpm-workspace.yaml'), ...manifests()])
  if (readIfThere(installed) === wanted && existsSync(pinnedNode())) return

  console.log('Installing the pinned packages …')
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const parameters = ['--yes', pnpm, 'install', '--frozen-lockfile']
  const { code, output } = await run(npx, parameters, { quiet: true })
  if (code !== 0) {
    process.stderr.write(output)
    throw new Refusal('The packages could not be installed: the reason stands above.')
  }
  writeFileSync(installed, wanted)
}

async function build() {
  const wanted = hashOf([
    lockfile,
    ...filesBelow(join(root, 'web'), new Set(['dist', 'node_modules'])),
    ...filesBelow(join(root, 'packages', 'contracts', 'src'), new Set()),
  ])
  if (readIfThere(built) === wanted) return

  console.log('Building the web …')
  const { code, output } = await runPinned(viteArguments(['build']), {
    cwd: join(root, 'web'),
    quiet: true,
  })
  if (code !== 0) {
    process.stderr.write(output)
    throw new Refusal('The web could not be built: the reason stands above.')
  }
  writeFileSync(built, wanted)
}

// Each first start and each test copies it, in a tenth of the time that making one takes.
async function makeEmptyStore() {
  const wanted = hashOf([join(root, 'api', 'package.json')])
  if (readIfThere(emptyStoreMade) === wanted && existsSync(emptyStore)) return

  console.log('Making an empty store …')
  rmSync(emptyStore, { recursive: true, force: true })
  const program = join(root, 'api', 'src', 'store', 'make-empty-store.ts')
  const { code, output } = await runPinned([program], { quiet: true })
  if (code !== 0) {
    process.stderr.write(output)
    throw new Refusal('An empty store could not be made: the reason stands above.')
  }
  writeFileSync(emptyStoreMade, wanted)
}

/** The arguments with which the pinned Node runs Vite in `web`. */
export function viteArguments(parameters) {
  return [join(root, 'web', 'node_modules', 'vite', 'bin', 'vite.js'), ...parameters]
}

/** The Node that everything runs under, from the pinned packages. */
export function pinnedNode() {
  return join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.CMD' : 'node')
}

/** Runs a program under the pinned Node to its end. */
export function runPinned(parameters, options) {
  return run(pinnedNode(), parameters, options)
}

/**
 * Runs a program to its end.
 *
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` keeps the
 *   output for the caller in place of showing it.
 * @returns {Promise<{ code: number, output: string }>} code 1 where it could not be started.
 */
export function run(command, parameters, { cwd = root, env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
    const child = spawn(command, parameters, { cwd, env, stdio })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function manifests() {
  const folders = ['.', 'api', 'web', 'e2e']
  const packages = readdirSync(join(root, 'packages')).map((name) => join('packages', name))
  return [...folders, ...packages]
    .map((folder) => join(root, folder, 'package.json'))
    .filter((path) => existsSync(path))
}

function filesBelow(folder, passedOver) {
  return readdirSync(folder)
    .filter((name) => !passedOver.has(name))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path, passedOver) : [path]))
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.toSorted()) hash.update(path).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
