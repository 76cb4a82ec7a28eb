import { sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** Notes when the first mail to the old account was handed over: its days begin then. */
export async function noteTold(
  transaction: Transaction<Tables>,
  mailId: string,
  at: Date,
): Promise<void> {
  await sql`UPDATE move SET told_at = ${at} FROM mail
    WHERE mail.mail_id = ${mailId} AND mail.template = 'guest-moves'
      AND mail.key = 'move:' || move.move_id || ':begun' AND move.told_at IS NULL`.execute(
    transaction,
  )
}
