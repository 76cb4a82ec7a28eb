import { type Kysely, sql } from 'kysely'

// How whoever has left comes back. It goes with the leaving that it takes back.
const statements = [
  `CREATE TABLE restoration (
    organization_id uuid NOT NULL,
    restoration_id uuid NOT NULL,
    leaving_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'under-way'
      CHECK (state IN ('under-way', 'done', 'refused', 'failed')),
    because text,
    asked_at timestamptz NOT NULL,
    language text NOT NULL,
    request_id uuid NOT NULL,
    -- Durable before the directory is told: from then on only a look says whether it was done.
    attempted_at timestamptz,
    directory_request_ids text[] NOT NULL DEFAULT '{}',
    -- How many of each the directory did not give back.
    lost_sponsors integer,
    lost_groups integer,
    ended_at timestamptz,
    PRIMARY KEY (organization_id, restoration_id),
    FOREIGN KEY (organization_id, leaving_id) REFERENCES leaving ON DELETE CASCADE
  )`,
  `CREATE UNIQUE INDEX restoration_under_way ON restoration (organization_id, guest_id)
    WHERE state = 'under-way'`,
  'CREATE INDEX restoration_by_leaving ON restoration (organization_id, leaving_id)',
  'ALTER TABLE restoration ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE restoration FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON restoration
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON restoration TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
