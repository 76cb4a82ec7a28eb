import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PGliteDialect } from 'kysely'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import type { Database } from './database.ts'
import { lockFolder } from './folder-lock.ts'
import { leastFreeBytes, measureFreeBytes, type MeasureFreeBytes } from './free-space.ts'

const int8 = 20
const date = 1082

/** An empty database that was made beforehand: to copy it takes a tenth of making one. */
export const emptyStore = join(import.meta.dirname, '..', '..', 'dist', 'empty-store')

/**
 * PGlite in a folder of its own, which only this process can open and only its account can read.
 * It survives that the process is killed; it does not survive a power cut.
 *
 * @throws {ConfigurationError} where another process uses the folder, or its disk is nearly full.
 */
export async function openEmbedded(
  folder: string,
  measure: MeasureFreeBytes = measureFreeBytes,
): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = lockFolder(folder)
  try {
    // To open writes already: the log of a killed process is played back.
    if ((await measure(folder)) < leastFreeBytes) {
      throw new ConfigurationError(
        `the disk of ${folder} has less than ${leastFreeBytes / 1024 / 1024} MB left`,
      )
    }
    const data = join(folder, 'data')
    if (!existsSync(data)) await fillWithEmptyStore(folder, data)
    const pglite = await openData(data)
    return {
      kind: 'embedded',
      dialect: new PGliteDialect({ pglite }),
      ask: async (_name, text, values) => (await pglite.query<object>(text, [...values])).rows,
      async listen(channel, onNotice) {
        const end = await pglite.listen(channel, onNotice)
        return { [Symbol.asyncDispose]: async () => end() }
      },
      hasRoom: async () => (await measure(folder)) >= leastFreeBytes,
      async [Symbol.asyncDispose]() {
        if (!pglite.closed) await pglite.close()
        lock[Symbol.dispose]()
      },
    }
  } catch (error) {
    lock[Symbol.dispose]()
    throw error
  }
}

/** Makes an empty database; who is killed meanwhile leaves nothing that looks like one. */
export async function makeEmptyStore(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  await (await openData(unfinished)).close()
  await rename(unfinished, folder)
}

async function fillWithEmptyStore(folder: string, data: string): Promise<void> {
  if (!existsSync(emptyStore)) return makeEmptyStore(data)
  const unfinished = join(folder, 'data.unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await cp(emptyStore, unfinished, { recursive: true })
  await rename(unfinished, data)
}

async function openData(folder: string): Promise<PGlite> {
  return PGlite.create(folder, {
    parsers: { [int8]: Number, [date]: (text: string) => text },
  })
}
