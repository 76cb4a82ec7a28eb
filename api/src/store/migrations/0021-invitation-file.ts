import { type Kysely, sql } from 'kysely'

// People who are invited together by a file: the file's rows, and what becomes of each of them.
const statements = [
  `CREATE TABLE invitation_file (
    organization_id uuid NOT NULL,
    file_id uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    asked_by uuid NOT NULL,
    -- With what the organization finds the very request and sign-in in its own log.
    request_id text NOT NULL,
    token_id text,
    session_id text,
    -- Of what was checked, and is sent.
    digest bytea NOT NULL,
    PRIMARY KEY (organization_id, file_id)
  )`,
  'CREATE INDEX invitation_file_by_age ON invitation_file (organization_id, asked_at)',
  `CREATE TABLE invitation_item (
    organization_id uuid NOT NULL,
    -- Also of the invitation that it becomes, so that it becomes one at most.
    item_id uuid NOT NULL,
    file_id uuid NOT NULL,
    -- Where its row begins in the file.
    line integer NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'done', 'left-out', 'failed', 'stopped')),
    because text,
    -- Of the address, so that no second file invites whoever waits; NULL for whoever does not.
    mail_hash bytea,
    -- What the row says, sealed with the key of its invitation; NULL once there is one.
    words bytea,
    PRIMARY KEY (organization_id, item_id),
    FOREIGN KEY (organization_id, file_id) REFERENCES invitation_file ON DELETE CASCADE
  )`,
  'CREATE INDEX invitation_item_by_line ON invitation_item (organization_id, file_id, line)',
  `CREATE INDEX invitation_item_waiting ON invitation_item (organization_id, mail_hash)
    WHERE state = 'waiting'`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  const run = async (statement: string) => sql.raw(statement).execute(database)
  for (const statement of statements) await run(statement)
  for (const table of ['invitation_file', 'invitation_item']) {
    await run(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
    await run(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
    await run(`CREATE POLICY own_organization ON ${table}
      USING (organization_id = current_organization())
      WITH CHECK (organization_id = current_organization())`)
    await run(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO foyer_app`)
  }
}
