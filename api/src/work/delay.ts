import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** What work that is under way waits for; undefined where nothing holds it up. */
export async function findDelay(
  transaction: Transaction<Tables>,
  { state, subjectId }: { readonly state: string; readonly subjectId: string },
): Promise<string | undefined> {
  if (state !== 'under-way') return undefined
  const halt = await transaction.selectFrom('halt').select('isOn').executeTakeFirst()
  if (halt) return 'halted'
  const step = await transaction
    .selectFrom('step')
    .select('because')
    .where('subjectId', '=', subjectId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return step?.because ?? undefined
}
