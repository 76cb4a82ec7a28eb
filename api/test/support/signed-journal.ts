import { appendToJournal } from '../../src/journal/append.ts'
import { type Root, signRoot } from '../../src/journal/root.ts'
import type { SigningKeys } from '../../src/signing/signing-keys.ts'
import { append, entryOf, omarId } from './entries.ts'
import { makeSigningKeys } from './signing.ts'
import { rememberJournal, tamper } from './tampering.ts'
import { contosoId, openTestStore, type TestStore } from './test-store.ts'

/** How many entries it has: more than are read at once. */
export const length = 1_204
const days = { '2026-11-24': 3, '2026-11-25': 1_203 }

/** Contoso's journal, which was signed at 3 and at 1,203. */
export interface SignedJournal extends TestStore {
  readonly keys: SigningKeys
  readonly mailed: readonly Root[]
  /** Makes it what it was. */
  putBack(): Promise<void>
  /** Writes another one in its place, in which Omar never was, and which has no fault in itself. */
  rewrite(): Promise<void>
  /** Puts roots of the journal as it is in the place of those that are kept. */
  signAnew(by: SigningKeys): Promise<void>
}

export async function openSignedJournal(): Promise<SignedJournal> {
  const opened = await openTestStore()
  const { store } = opened
  const keys = await makeSigningKeys()

  /** Many in one transaction, as a run of thousands of departures adds them. */
  async function multiply(times: number): Promise<void> {
    await store.asOrganization(contosoId, async (transaction) => {
      for (let time = 0; time < times; time++) {
        await appendToJournal(transaction, entryOf({ facts: { time } }))
      }
    })
  }

  async function sign(by: SigningKeys): Promise<Root[]> {
    const roots: Root[] = []
    for (const [day, position] of Object.entries(days)) {
      await store.asOrganization(contosoId, async (transaction) => {
        const { hash } = await transaction
          .selectFrom('journal')
          .select('hash')
          .where('position', '=', position)
          .executeTakeFirstOrThrow()
        const root = {
          iss: 'https://portal.test',
          organization: contosoId,
          day,
          position,
          hash: Buffer.from(hash).toString('hex'),
          at: `${day}T00:05:00.000Z`,
        }
        const signed = await signRoot(by, root)
        await transaction
          .insertInto('journalRoot')
          .values({ organizationId: contosoId, day, position, hash, signed })
          .execute()
        roots.push(root)
      })
    }
    return roots
  }

  const first = [{}, { outcome: 'refused', because: 'last-owner' }] as const
  await append(store, ...first, { guestId: omarId })
  await multiply(length - 3)
  const mailed = await sign(keys)
  const putBack = await rememberJournal(store)
  return {
    ...opened,
    keys,
    mailed,
    putBack,
    async rewrite() {
      await tamper(store, 'DELETE FROM journal; DELETE FROM journal_head')
      await append(store, ...first, {})
      await multiply(length - 3)
    },
    async signAnew(by) {
      await tamper(store, 'DELETE FROM journal_root')
      await sign(by)
    },
  }
}
