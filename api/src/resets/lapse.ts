import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { changeReset, readResetWords, type ResetRow, underWay } from './reset.ts'
import { type Telling, tellOfStop, tellPeople } from './tell.ts'
import { writeDownReset } from './write-down.ts'

const dayMs = 24 * 60 * 60_000
/** As long as the address in its mails leads to it. */
const keptDays = 90

/** Ends what waited too long for somebody, and lets go of what ended long ago. */
export async function lapseResets(
  transaction: Transaction<Tables>,
  telling: Telling,
): Promise<void> {
  const { at } = telling
  await transaction
    .deleteFrom('reset')
    .where('endedAt', '<', new Date(at.getTime() - keptDays * dayMs))
    .execute()
  const rows = await transaction
    .selectFrom('reset')
    .selectAll()
    .where('state', 'in', underWay)
    .where('lapsesAt', '<=', at)
    .forUpdate()
    .execute()
  for (const row of rows) await lapse(transaction, row, telling)
}

async function lapse(
  transaction: Transaction<Tables>,
  row: ResetRow,
  telling: Telling,
): Promise<void> {
  const { at } = telling
  await changeReset(transaction, row, { state: 'lapsed', endedAt: at })
  const words = await readResetWords(transaction, row)
  if (words) {
    await tellOfStop(transaction, row, words, telling)
    const people = [words.askedBy, words.agreedBy]
    await tellPeople(transaction, row, people, { outcome: 'lapsed' }, telling)
  }
  await writeDownReset(transaction, row, {
    act: 'lapse-reset',
    outcome: 'done',
    actor: { kind: 'foyer' },
    at,
  })
}
