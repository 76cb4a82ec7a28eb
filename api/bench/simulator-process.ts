import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Registrations } from '@foyer/simulator/simulator'

export interface DirectorySize {
  readonly members: number
  readonly guests: number
  readonly groups: number
}

export interface SimulatorSetting {
  readonly deltaPage: '200-objects-500-links' | '1000-objects-5000-links'
  readonly size?: DirectorySize
}

export interface SimulatorWord {
  readonly url: string
  readonly authority: string
  readonly registrations: Registrations
  readonly seedSeconds: number
}

export type SimulatorProcess = SimulatorWord & AsyncDisposable

export async function startSimulatorProcess(setting: SimulatorSetting): Promise<SimulatorProcess> {
  const program = join(import.meta.dirname, 'simulator-server.ts')
  const options = ['--max-old-space-size=8192', program, JSON.stringify(setting)]
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(() => {
    throw new Error('the simulator has ended')
  })
  ended.catch(() => {})
  const [word] = (await Promise.race([once(child, 'message'), ended])) as [SimulatorWord]
  return {
    ...word,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
