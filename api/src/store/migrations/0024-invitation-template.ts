import { type Kysely, sql } from 'kysely'

// What operators write for each kind of guest. It names no guest.
const statements = [
  `CREATE TABLE invitation_template (
    organization_id uuid NOT NULL,
    template_id uuid NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    access_days integer NOT NULL,
    group_ids uuid[] NOT NULL,
    language text NOT NULL,
    message text,
    changed_at timestamptz NOT NULL,
    changed_by uuid NOT NULL,
    PRIMARY KEY (organization_id, template_id)
  )`,
  `CREATE UNIQUE INDEX invitation_template_by_name
    ON invitation_template (organization_id, lower(name))`,
  'ALTER TABLE invitation_template ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE invitation_template FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON invitation_template
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON invitation_template TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
