import { sql, type Transaction } from 'kysely'
import type { OwnedStore } from '../../src/store/store.ts'
import type { Tables } from '../../src/store/tables.ts'

const guarded = ['journal', 'journal_root']
const kept = [...guarded, 'journal_head']

/**
 * Does what only the owner of the database can, and only after switching off what refuses it to
 * them as well.
 */
export async function tamper(
  { database }: OwnedStore,
  work: string | ((transaction: Transaction<Tables>) => Promise<void>),
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const run = async (statement: string) => sql.raw(statement).execute(transaction)
    for (const table of guarded) await run(`ALTER TABLE ${table} DISABLE TRIGGER only_appended`)
    for (const table of kept) await run(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
    if (typeof work === 'string') for (const statement of work.split(';')) await run(statement)
    else await work(transaction)
    for (const table of kept) await run(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
    for (const table of guarded) await run(`ALTER TABLE ${table} ENABLE TRIGGER only_appended`)
  })
}

/** Remembers the journal as it is, and returns what puts it back. */
export async function rememberJournal(store: OwnedStore): Promise<() => Promise<void>> {
  await tamper(store, async (transaction) => {
    for (const table of kept) {
      await sql.raw(`CREATE TABLE ${table}_before AS TABLE ${table}`).execute(transaction)
    }
  })
  return async () =>
    tamper(store, async (transaction) => {
      for (const table of kept) {
        await sql.raw(`DELETE FROM ${table}`).execute(transaction)
        await sql.raw(`INSERT INTO ${table} TABLE ${table}_before`).execute(transaction)
      }
    })
}
