import { type Kysely, sql } from 'kysely'

// The question to a guest whether they still need their access, asked by whoever is not sure.
const statements = [
  `CREATE TABLE doubt (
    organization_id uuid NOT NULL,
    doubt_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    -- Answered, it waits for whoever vouches to decide; then it is closed.
    state text NOT NULL DEFAULT 'open'
      CHECK (state IN ('open', 'answered', 'withdrawn', 'closed')),
    asked_at timestamptz NOT NULL,
    asked_by uuid NOT NULL,
    asked_as text NOT NULL CHECK (asked_as IN ('sponsor', 'operator')),
    answered_at timestamptz,
    ended_at timestamptz,
    -- Sealed with the guest's key: the name of whoever asks, and the reason.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, doubt_id)
  )`,
  `CREATE UNIQUE INDEX doubt_under_way ON doubt (organization_id, guest_id)
    WHERE state IN ('open', 'answered')`,
  'CREATE INDEX doubt_by_guest ON doubt (guest_id, asked_at)',
  'ALTER TABLE doubt ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE doubt FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON doubt
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON doubt TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
