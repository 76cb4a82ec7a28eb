import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'

/**
 * Halts all work, or with undefined lets it go on at once. No step begins anything from here on: who has
 * begun ends the one call that is under way, and writes nothing more.
 *
 * @throws {StoreError}
 */
export async function setHalt(store: Store, because: string | undefined): Promise<void> {
  await store.outside(async (handle) =>
    because === undefined
      ? sql`WITH lifted AS (DELETE FROM halt RETURNING 1) SELECT pg_notify('step', '') FROM lifted`.execute(
          handle,
        )
      : sql`INSERT INTO halt (because) VALUES (${because})
          ON CONFLICT (is_on) DO UPDATE SET because = excluded.because`.execute(handle),
  )
}

/** In the folder of an embedded store, which only its one process may open. */
const wordName = 'work-switch'

/** Leaves word for the process that opens the store: it takes it within a second, or at its start. */
export async function leaveWord(folder: string, because: string | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, wordName)
  await writeFile(`${path}.unfinished`, JSON.stringify({ because }), { mode: 0o600 })
  await rename(`${path}.unfinished`, path)
}

/** Does what somebody left word of. */
export async function takeWord(folder: string, store: Store): Promise<void> {
  const path = join(folder, wordName)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const { because } = JSON.parse(text) as { because?: string }
  await setHalt(store, because)
  await rm(path, { force: true })
}
