import { type Kysely, sql } from 'kysely'

// Codes by mail: with one whoever cannot leave by themselves asks the organization to end their access,
// and whose token does not tell when they signed in shows that it is them.
const isolated = (table: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY own_organization ON ${table}
    USING (organization_id = current_organization())
    WITH CHECK (organization_id = current_organization())`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO foyer_app`,
]

const statements = [
  `CREATE TABLE mail_code (
    organization_id uuid NOT NULL,
    code_id uuid NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('exit', 'departure')),
    -- Whose address it is, once that was looked up; nobody's where it never is.
    guest_id uuid,
    -- Of the digits that were mailed: without it none count.
    code_hash bytea,
    is_closed boolean NOT NULL DEFAULT false,
    ends_at timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    language text NOT NULL,
    request_id uuid NOT NULL,
    -- As it was typed, until it was looked up.
    address text,
    PRIMARY KEY (organization_id, code_id)
  )`,
  ...isolated('mail_code'),
  `CREATE TABLE exit_request (
    organization_id uuid NOT NULL,
    exit_request_id uuid NOT NULL,
    code_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN
      ('waiting', 'open', 'granted', 'done', 'refused', 'stopped', 'gone')),
    because text,
    asked_at timestamptz NOT NULL,
    opens_at timestamptz,
    due_at timestamptz NOT NULL,
    language text NOT NULL,
    request_id uuid NOT NULL,
    last_sign_in_at timestamptz,
    -- By ids: who answers.
    sponsors uuid[] NOT NULL,
    answered_at timestamptz,
    answered_by uuid,
    answered_as text CHECK (answered_as IN ('sponsor', 'operator')),
    removal_at timestamptz,
    -- By Foyer, which takes it back where the request is stopped.
    blocked_at timestamptz,
    ended_at timestamptz,
    -- Sealed with the guest's key: names, addresses, who is told, reason and note.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, exit_request_id)
  )`,
  `CREATE UNIQUE INDEX exit_request_under_way ON exit_request (organization_id, guest_id)
    WHERE state IN ('waiting', 'open', 'granted')`,
  'CREATE UNIQUE INDEX exit_request_by_code ON exit_request (organization_id, code_id)',
  ...isolated('exit_request'),
  // A leaving that somebody granted who was asked by its guest, or that waits.
  `ALTER TABLE leaving
    ADD exit_request_id uuid,
    -- Confirmed by a code, it is not carried out before, so that it can be taken back.
    ADD begins_at timestamptz,
    -- The authentication context that its guest met.
    ADD met_context text,
    ADD granted_by uuid,
    ADD granted_as text CHECK (granted_as IN ('sponsor', 'operator'))`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
