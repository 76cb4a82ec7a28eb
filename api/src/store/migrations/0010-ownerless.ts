import { type Kysely, sql } from 'kysely'

// Groups that lose their last owner with a guest who leaves. They outlive the leaving, and the names of
// whoever left: the group has no owner all the same.
const statements = [
  `ALTER TABLE leaving
    -- By ids, as they were accepted: [{ groupId, personId }].
    ADD proposed_owners jsonb,
    -- As the directory said just before; in doubt, all groups that the guest owned.
    ADD owned_alone uuid[] NOT NULL DEFAULT '{}'`,
  `CREATE TABLE ownerless_group (
    organization_id uuid NOT NULL,
    group_id uuid NOT NULL,
    leaving_id uuid NOT NULL,
    -- Nobody's once the guest is erased.
    guest_id uuid,
    since timestamptz NOT NULL,
    proposed_id uuid,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'named', 'not-needed', 'gone')),
    closed_at timestamptz,
    -- Nobody where the directory was seen to have done it.
    closed_by uuid,
    -- Sealed with the guest's key: names, and the reason.
    words bytea,
    PRIMARY KEY (organization_id, group_id, leaving_id)
  )`,
  `CREATE UNIQUE INDEX ownerless_group_open ON ownerless_group (organization_id, group_id)
    WHERE state = 'open'`,
  'ALTER TABLE ownerless_group ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE ownerless_group FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON ownerless_group
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON ownerless_group TO foyer_app',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
