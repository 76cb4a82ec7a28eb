import { type Kysely, sql } from 'kysely'

// Guests who are extended together by one word: the word, and what becomes of each of them.
const statements = [
  `CREATE TABLE bulk (
    organization_id uuid NOT NULL,
    bulk_id uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    asked_by uuid NOT NULL,
    -- As what they could answer by their token; for whom they vouch is asked for each guest.
    asked_as text NOT NULL CHECK (asked_as IN ('sponsor', 'operator')),
    -- With what the organization finds the very request and sign-in in its own log.
    request_id uuid NOT NULL,
    token_id text,
    session_id text,
    until date NOT NULL,
    -- In the open: it is about no one guest, whose key could seal it.
    reason text NOT NULL,
    PRIMARY KEY (organization_id, bulk_id)
  )`,
  'CREATE INDEX bulk_by_age ON bulk (organization_id, asked_at)',
  `CREATE TABLE bulk_item (
    organization_id uuid NOT NULL,
    item_id uuid NOT NULL,
    bulk_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    -- By the names when it was asked for.
    position integer NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'done', 'left-out', 'failed', 'stopped')),
    because text,
    PRIMARY KEY (organization_id, item_id),
    UNIQUE (organization_id, bulk_id, guest_id),
    FOREIGN KEY (organization_id, bulk_id) REFERENCES bulk ON DELETE CASCADE
  )`,
  'CREATE INDEX bulk_item_by_guest ON bulk_item (organization_id, guest_id)',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  const run = async (statement: string) => sql.raw(statement).execute(database)
  for (const statement of statements) await run(statement)
  for (const table of ['bulk', 'bulk_item']) {
    await run(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
    await run(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
    await run(`CREATE POLICY own_organization ON ${table}
      USING (organization_id = current_organization())
      WITH CHECK (organization_id = current_organization())`)
    await run(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO foyer_app`)
  }
}
