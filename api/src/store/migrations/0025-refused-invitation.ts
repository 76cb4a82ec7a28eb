import { type Kysely, sql } from 'kysely'

// When the mailbox of whoever is invited was said to take no mail; NULL once another mail has left.
const statements = ['ALTER TABLE invitation ADD COLUMN mail_refused_at timestamptz']

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
