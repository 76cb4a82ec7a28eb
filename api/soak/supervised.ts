import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { createInterface } from 'node:readline'
import { processEnvironment } from './process-environment.ts'

/** A process that is started again whenever it ends, until it is let go. */
export interface Supervised extends AsyncDisposable {
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>
  /** Resolves once the process that runs has said that it is ready, or when the signal says to go on. */
  ready(signal: AbortSignal): Promise<void>
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
/** What main.ts and worker.ts write when they have started. */
const readyLine = /"msg":"(ready|works)"/
const quietLine = /^\{"level":"info"/

export function supervise({ name, parameters, environment }: Program): Supervised {
  let starts = 0
  let isOver = false
  let written = ''
  let isReady = false
  const readiness = new EventEmitter()
  let child = start()

  function start(): ChildProcess {
    starts += 1
    const started = spawn(process.execPath, [...parameters], {
      env: { ...processEnvironment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const keep = (line: string) => {
      if (readyLine.test(line) && started === child) {
        isReady = true
        readiness.emit('ready')
      } else if (!quietLine.test(line)) written = `${written}${line}\n`.slice(-longestTail)
    }
    for (const input of [started.stdout, started.stderr])
      createInterface({ input }).on('line', keep)
    started.once('exit', (code) => {
      isReady = false
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
    async ready(signal) {
      if (!isReady) await once(readiness, 'ready', { signal }).catch(() => {})
    },
    tail: () => `${name}: ${written}`,
    async [Symbol.asyncDispose]() {
      isOver = true
      await end('SIGKILL')
    },
  }
}
