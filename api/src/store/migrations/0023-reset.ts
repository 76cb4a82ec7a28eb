import { type Kysely, sql } from 'kysely'

// What operators decide, and whoever reads the guest's address confirms: a sign-in is set back.
const statements = [
  `CREATE TABLE reset (
    organization_id uuid NOT NULL,
    reset_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'asked'
      CHECK (state IN ('asked', 'proved', 'waiting', 'done', 'stopped', 'lapsed')),
    -- Why it was stopped.
    because text,
    asked_at timestamptz NOT NULL,
    asked_by uuid NOT NULL,
    request_id text NOT NULL,
    proved_at timestamptz,
    agreed_at timestamptz,
    agreed_by uuid CHECK (agreed_by <> asked_by),
    -- Until then nothing is done; after the other nothing any more.
    opens_at timestamptz,
    lapses_at timestamptz NOT NULL,
    -- About to be done, durable before, and what the directory said of the redemption then.
    attempted_at timestamptz,
    redemption_changed_at text,
    ended_at timestamptz,
    -- Sealed with the guest's key: names, both addresses, the reason.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, reset_id),
    CHECK (state NOT IN ('waiting', 'done')
      OR (proved_at IS NOT NULL AND agreed_by IS NOT NULL AND opens_at IS NOT NULL))
  )`,
  `CREATE UNIQUE INDEX reset_under_way ON reset (organization_id, guest_id)
    WHERE state IN ('asked', 'proved', 'waiting')`,
  'CREATE INDEX reset_by_guest ON reset (guest_id, asked_at)',
  'ALTER TABLE reset ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE reset FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON reset
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON reset TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
