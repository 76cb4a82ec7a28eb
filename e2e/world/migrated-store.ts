import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './processes.ts'

const variable = 'FOYER_MIGRATED_STORE'

/** What every store begins with, made once for all workers. */
export default async function makeMigratedStore(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-migrated-'))
  await runProgram('api/src/foyer.ts', ['migrate'], { STORE_FOLDER: folder })
  process.env[variable] = folder
  return async () => rm(folder, { recursive: true })
}

/** Its folder, to be copied. */
export function findMigratedStore(): string {
  const folder = process.env[variable]
  if (!folder) throw new Error(`${variable} names no folder: the run made no store`)
  return folder
}
