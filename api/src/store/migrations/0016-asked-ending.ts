import { type Kysely, sql } from 'kysely'

// An ending that an operator has to agree with before anything is done.
const statements = [
  'ALTER TABLE ending DROP CONSTRAINT ending_state_check',
  `ALTER TABLE ending ADD CONSTRAINT ending_state_check
    CHECK (state IN ('asked', 'waiting', 'blocked', 'removed', 'stopped', 'refused'))`,
  'ALTER TABLE ending ADD COLUMN answered_by uuid',
  'DROP INDEX ending_under_way',
  `CREATE UNIQUE INDEX ending_under_way ON ending (organization_id, guest_id)
    WHERE state IN ('asked', 'waiting', 'blocked')`,
  // Counted at each ending: what people have ended lately, and who waits for an answer.
  'CREATE INDEX ending_by_day ON ending (organization_id, asked_at)',
  `CREATE INDEX ending_asked ON ending (organization_id, asked_by) WHERE state = 'asked'`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
