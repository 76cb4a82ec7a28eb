import { type Kysely, sql } from 'kysely'

// Whoever invited a guest may be asked because of that.
const statements = [
  'ALTER TABLE succession_ask DROP CONSTRAINT succession_ask_evidence_check',
  `ALTER TABLE succession_ask ADD CONSTRAINT succession_ask_evidence_check
    CHECK (evidence IN ('named', 'co-sponsor', 'inviter', 'group-owner', 'manager'))`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
