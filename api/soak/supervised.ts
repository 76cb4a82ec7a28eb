import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { processEnvironment } from './process-environment.ts'

/** A process that is started again whenever it ends, until it is let go. */
export interface Supervised extends AsyncDisposable {
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>
  /** How often it was started. */
  readonly starts: number
  /** What its last processes wrote, for whoever looks for the reason of a failure. */
  tail(): string
}

export interface Program {
  readonly name: string
  readonly parameters: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

const longestTail = 8_000
const restartMs = 500

export function supervise({ name, parameters, environment }: Program): Supervised {
  let starts = 0
  let isOver = false
  let written = ''
  let child = start()

  function start(): ChildProcess {
    starts += 1
    const started = spawn(process.execPath, [...parameters], {
      env: { ...processEnvironment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const keep = (chunk: Buffer) => {
      written = (written + chunk.toString()).slice(-longestTail)
    }
    started.stdout.on('data', keep)
    started.stderr.on('data', keep)
    started.once('exit', (code) => {
      if (isOver) return
      // Whoever was killed comes back at once; who ended by itself has a reason, and waits a little.
      if (code === null) child = start()
      else setTimeout(() => (isOver ? undefined : (child = start())), restartMs)
    })
    return started
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  return {
    get starts() {
      return starts
    },
    kill: async () => end('SIGKILL'),
    tail: () => `${name}: ${written}`,
    async [Symbol.asyncDispose]() {
      isOver = true
      await end('SIGKILL')
    },
  }
}
