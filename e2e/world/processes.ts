import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const root = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)

/** Of every process: what one start has compiled, the next need not. */
export const environment = {
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
  ...process.env,
}

/** A program under test, as a process of its own, with what it wrote. */
export interface Process {
  output(): string
  stop(): Promise<void>
}

/** Starts a TypeScript program and waits until an address of its answers. */
export async function startProcess(
  program: string,
  env: Record<string, string>,
  readyAt: string,
): Promise<Process> {
  const child = spawn(process.execPath, [join(root, program)], {
    cwd: root,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))

  const deadline = Date.now() + 20_000
  while (!(await answers(readyAt))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`${program} does not answer at ${readyAt}:\n${output}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }

  return {
    output: () => output,
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Runs a TypeScript program to its end. */
export async function runProgram(
  program: string,
  parameters: readonly string[],
  env: Record<string, string>,
): Promise<void> {
  await run(process.execPath, [join(root, program), ...parameters], {
    cwd: root,
    env: { ...environment, ...env },
  })
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => undefined)
  return answer?.ok ?? false
}

/** A port that was free a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A TCP port was expected.')
  return address.port
}
