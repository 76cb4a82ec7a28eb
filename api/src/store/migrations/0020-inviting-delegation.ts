import { type Kysely, sql } from 'kysely'

// Who may invite by the word of an operator, whom the organization's own rule does not let.
const statements = [
  `CREATE TABLE inviting_delegation (
    organization_id uuid NOT NULL,
    inviter_id uuid NOT NULL,
    until_on date NOT NULL,
    reason text NOT NULL,
    delegated_at timestamptz NOT NULL,
    delegated_by uuid NOT NULL,
    PRIMARY KEY (organization_id, inviter_id)
  )`,
  'ALTER TABLE inviting_delegation ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE inviting_delegation FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON inviting_delegation
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON inviting_delegation TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
