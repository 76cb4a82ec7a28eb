import { type Kysely, sql } from 'kysely'

// What an organization's directory was asked to tell, and whether it has told of something that is
// not read yet. Of the secret that comes with it only the hash is kept.
const statements = [
  `CREATE TABLE watch (
    organization_id uuid NOT NULL,
    watched text NOT NULL CHECK (watched IN ('people', 'groups')),
    watch_id uuid,
    secret_hash text,
    address text,
    -- When it is to be made or renewed.
    due_at timestamptz NOT NULL,
    called_at timestamptz,
    PRIMARY KEY (organization_id, watched)
  )`,
  'ALTER TABLE watch ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE watch FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON watch
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON watch TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
