import { type Kysely, sql } from 'kysely'

// What following the feeds needs to remember, and what an organization says of itself.
const statements = [
  // Somebody came, or came back, whose groups the feed of groups does not tell again: they are
  // asked for at once, and once more when the directory has settled.
  'ALTER TABLE guest ADD COLUMN memberships_due_at timestamptz',
  'ALTER TABLE guest ADD COLUMN memberships_asked_at timestamptz',
  `CREATE INDEX guest_with_memberships_due ON guest (organization_id, memberships_due_at)
    WHERE memberships_due_at IS NOT NULL`,
  'ALTER TABLE directory_group ADD COLUMN removed_at timestamptz',
  // Links of somebody who was removed stay until they are gone for good; they do not count.
  'ALTER TABLE owner ADD COLUMN removed_at timestamptz',
  'ALTER TABLE directory_group DROP COLUMN membership_rule',
  'ALTER TABLE directory_group ADD COLUMN is_managed_by_rule boolean NOT NULL DEFAULT false',
  // The organization's own words about itself: no person's.
  `CREATE TABLE organization_profile (
    organization_id uuid PRIMARY KEY,
    name text NOT NULL,
    privacy_contact text,
    privacy_statement_url text,
    guest_access text,
    as_of timestamptz NOT NULL
  )`,
  'ALTER TABLE organization_profile ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE organization_profile FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON organization_profile
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON organization_profile TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
