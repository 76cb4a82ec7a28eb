import { type Kysely, sql } from 'kysely'

// What somebody who answers for a guest has decided: their access ends now.
const statements = [
  `CREATE TABLE ending (
    organization_id uuid NOT NULL,
    ending_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'waiting'
      CHECK (state IN ('waiting', 'blocked', 'removed', 'stopped', 'refused')),
    -- Why it was refused, or waits for somebody.
    because text,
    asked_at timestamptz NOT NULL,
    asked_by uuid NOT NULL,
    asked_as text NOT NULL CHECK (asked_as IN ('sponsor', 'operator')),
    request_id text NOT NULL,
    -- Until then nothing is done.
    blocks_at timestamptz NOT NULL,
    removes_at timestamptz NOT NULL,
    -- What is about to be done, durable before; NULL where the guest was blocked by others before.
    blocked_at timestamptz,
    attempted_at timestamptz,
    ended_at timestamptz,
    -- Sealed with the guest's key: names, the reason, the note for whoever takes over.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, ending_id)
  )`,
  `CREATE UNIQUE INDEX ending_under_way ON ending (organization_id, guest_id)
    WHERE state IN ('waiting', 'blocked')`,
  'CREATE INDEX ending_by_guest ON ending (guest_id, asked_at)',
  'ALTER TABLE ending ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE ending FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON ending
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON ending TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
