import { readFile, rename, writeFile } from 'node:fs/promises'
import { beginProgress, type ProbeProgress } from '@foyer/directory/probe/progress'
import { ConfigurationError } from '../configuration/configuration-error.ts'

/** @throws {ConfigurationError} for a file that is something else: it is not thrown away. */
export async function readProgress(path: string): Promise<ProbeProgress> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return beginProgress()
  try {
    const progress = JSON.parse(text) as ProbeProgress
    if (progress.version === 1) return progress
  } catch {
    // Told below.
  }
  throw new ConfigurationError(`${path} is no state of a probe`)
}

/** It holds tokens of test guests. */
export async function saveProgress(path: string, progress: ProbeProgress): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(progress, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
}
