import { type Kysely, sql } from 'kysely'

// What an organization has decided of its guests' access. Each version is kept: who was told of an end
// can be told by which rule.
const statements = [
  `CREATE TABLE policy (
    organization_id uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    policy jsonb NOT NULL,
    made_at timestamptz NOT NULL,
    made_by uuid NOT NULL,
    PRIMARY KEY (organization_id, version)
  )`,
  'ALTER TABLE policy ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE policy FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON policy
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  // Decided is decided: nothing is changed or taken away.
  'GRANT SELECT, INSERT ON policy TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
