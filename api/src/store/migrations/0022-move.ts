import { type Kysely, sql } from 'kysely'

// A guest has another address: by a new invitation another account takes the place of theirs.
const statements = [
  `CREATE TABLE move (
    organization_id uuid NOT NULL,
    move_id uuid NOT NULL,
    -- Of the old account.
    guest_id uuid NOT NULL,
    -- Of the new one, once it is there.
    to_guest_id uuid,
    invitation_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'open'
      CHECK (state IN ('open', 'redeemed', 'ended', 'stopped', 'lapsed')),
    because text,
    asked_at timestamptz NOT NULL,
    asked_by uuid NOT NULL,
    asked_as text NOT NULL CHECK (asked_as IN ('sponsor', 'operator')),
    request_id text NOT NULL,
    -- When the mail to the old account left.
    told_at timestamptz,
    redeemed_at timestamptz,
    answered_at timestamptz,
    answered_by uuid,
    answered_as text CHECK (answered_as IN ('sponsor', 'operator')),
    group_ids uuid[] NOT NULL DEFAULT '{}',
    -- What the new account is about to be brought into, durable before; and what it was not.
    joining_group_ids uuid[],
    missed_group_ids uuid[] NOT NULL DEFAULT '{}',
    carried_at timestamptz,
    ends_on date,
    ending_id uuid,
    ended_at timestamptz,
    -- Sealed with the key of the old account: names, addresses, groups.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, move_id)
  )`,
  `CREATE UNIQUE INDEX move_under_way ON move (organization_id, guest_id)
    WHERE state IN ('open', 'redeemed')`,
  'CREATE UNIQUE INDEX move_by_invitation ON move (organization_id, invitation_id)',
  'CREATE INDEX move_by_guest ON move (guest_id)',
  'CREATE INDEX move_by_new_guest ON move (to_guest_id) WHERE to_guest_id IS NOT NULL',
  'ALTER TABLE move ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE move FORCE ROW LEVEL SECURITY',
  `CREATE POLICY own_organization ON move
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON move TO foyer_app',
  // An ending by which the old account goes.
  'ALTER TABLE ending ADD COLUMN is_move boolean NOT NULL DEFAULT false',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
