import { type Kysely, sql } from 'kysely'

// Whoever has left asks to come back, and somebody answers; or somebody says that they shall not.
// Both go with the leaving that they are about.
const isolated = (table: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY own_organization ON ${table}
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO foyer_app`,
]

const statements = [
  `CREATE TABLE return_request (
    organization_id uuid NOT NULL,
    leaving_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'open'
      CHECK (state IN ('open', 'granted', 'refused', 'lapsed')),
    asked_at timestamptz NOT NULL,
    language text NOT NULL,
    request_id uuid NOT NULL,
    answered_at timestamptz,
    answered_by uuid,
    -- Sealed with the guest's key: the reason, the note of the answer, who answered.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, leaving_id),
    FOREIGN KEY (organization_id, leaving_id) REFERENCES leaving ON DELETE CASCADE
  )`,
  ...isolated('return_request'),
  `CREATE TABLE return_hold (
    organization_id uuid NOT NULL,
    leaving_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    placed_at timestamptz NOT NULL,
    placed_by uuid NOT NULL,
    -- Sealed with the guest's key: the reason, and who placed it.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, leaving_id),
    FOREIGN KEY (organization_id, leaving_id) REFERENCES leaving ON DELETE CASCADE
  )`,
  ...isolated('return_hold'),
  // By whom, where it was not the guest alone, and what they did not want back.
  `ALTER TABLE restoration
    ADD granted_by uuid,
    ADD granted_as text CHECK (granted_as IN ('sponsor', 'operator')),
    ADD without_groups uuid[] NOT NULL DEFAULT '{}',
    ADD kept_groups integer`,
  `CREATE INDEX leaving_done ON leaving (organization_id, left_at)
    WHERE state = 'done' AND group_id IS NULL`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
