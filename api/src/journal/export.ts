import { existsSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { SigningKeys } from '../signing/signing-keys.ts'
import type { OwnedStore } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { unsealWords } from '../words/seal.ts'
import { JournalError } from './journal-error.ts'
import { asOfOneMoment, type KeptEntry, readChain } from './read-chain.ts'

export interface ExportSetting {
  readonly keys: SigningKeys
  /** Whether names and reasons are written out, where their guest's key is still there. */
  readonly withWords: boolean
}

/**
 * Writes journals into a new file that only this account can read, as lines of JSON that anybody can
 * check without Foyer: each entry as it is chained, with its hash; then what was signed; at the end
 * the public keys. The file has its name once it is whole.
 *
 * @returns how many entries it holds.
 * @throws {JournalError} for a file that is there already, and an entry that was altered.
 */
export async function exportJournals(
  store: Pick<OwnedStore, 'database'>,
  organizationIds: readonly OrganizationId[],
  file: string,
  setting: ExportSetting,
): Promise<number> {
  if (existsSync(file)) throw new JournalError(`${file} is there already`)
  const unfinished = `${file}.unfinished`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    let entries = 0
    for (const organizationId of organizationIds) {
      entries += await asOfOneMoment(store, organizationId, async (transaction) =>
        writeJournal(transaction, organizationId, handle, setting),
      )
    }
    await write(handle, { keys: setting.keys.publicKeys })
    await handle.sync()
    await rename(unfinished, file)
    return entries
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function writeJournal(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  handle: FileHandle,
  { withWords }: ExportSetting,
): Promise<number> {
  const read = withWords ? wordsReader(transaction, organizationId) : async () => undefined
  let entries = 0
  for await (const entry of readChain(transaction, organizationId)) {
    const { position, chained, previousHash, hash } = entry
    if (chained === undefined) throw new JournalError(`entry ${position} was altered: verify first`)
    await write(handle, {
      entry: JSON.parse(chained) as unknown,
      previousHash: Buffer.from(previousHash).toString('hex'),
      hash: Buffer.from(hash).toString('hex'),
      words: await read(entry),
    })
    entries += 1
  }
  const roots = await transaction
    .selectFrom('journalRoot')
    .select('signed')
    .where('organizationId', '=', organizationId)
    .orderBy('day')
    .execute()
  for (const { signed } of roots) await write(handle, { root: signed })
  return entries
}

async function write(handle: FileHandle, line: object): Promise<void> {
  await handle.write(`${JSON.stringify(line)}\n`)
}

/** Null where the key was destroyed; undefined where there never were any words. */
function wordsReader(transaction: Transaction<Tables>, organizationId: OrganizationId) {
  const keys = new Map<string, Uint8Array | undefined>()
  return async ({ guestId, words }: KeptEntry): Promise<unknown> => {
    if (!words || !guestId) return undefined
    if (!keys.has(guestId)) {
      const row = await transaction
        .selectFrom('guestKey')
        .select('key')
        .where('organizationId', '=', organizationId)
        .where('guestId', '=', guestId as PersonId)
        .executeTakeFirst()
      keys.set(guestId, row?.key)
    }
    const key = keys.get(guestId)
    return key ? unsealWords(key, words) : null
  }
}
