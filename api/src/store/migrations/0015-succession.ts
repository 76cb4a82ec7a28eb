import { type Kysely, sql } from 'kysely'

// Who vouches for a guest next: the question, and everybody who was asked it.
const statements = [
  `CREATE TABLE succession (
    organization_id uuid NOT NULL,
    succession_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    cause text NOT NULL
      CHECK (cause IN ('handed-over', 'not-my-guest', 'orphaned', 'guest-asked')),
    state text NOT NULL DEFAULT 'open' CHECK (state IN
      ('open', 'accepting', 'accepted', 'exhausted', 'withdrawn', 'ended')),
    because text,
    opened_at timestamptz NOT NULL,
    -- NULL where Foyer asks.
    opened_by uuid,
    opened_as text NOT NULL CHECK (opened_as IN ('sponsor', 'operator', 'guest', 'foyer')),
    request_id text,
    -- Who vouches no more, as soon as somebody else does.
    leaves_id uuid,
    -- Who is asked first.
    named_id uuid,
    accepted_by uuid,
    ended_at timestamptz,
    -- Sealed with the guest's key: names, addresses, the note.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, succession_id)
  )`,
  `CREATE UNIQUE INDEX succession_under_way ON succession (organization_id, guest_id)
    WHERE state IN ('open', 'accepting')`,
  'CREATE INDEX succession_by_guest ON succession (guest_id, opened_at)',
  `CREATE TABLE succession_ask (
    organization_id uuid NOT NULL,
    ask_id uuid NOT NULL,
    succession_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    evidence text NOT NULL CHECK (evidence IN ('named', 'co-sponsor', 'group-owner', 'manager')),
    state text NOT NULL DEFAULT 'asked'
      CHECK (state IN ('asked', 'accepting', 'accepted', 'declined', 'closed')),
    asked_at timestamptz NOT NULL,
    answers_until timestamptz NOT NULL,
    answered_at timestamptz,
    -- Sealed with the guest's key: the name and address of whoever is asked, and the shared group.
    words bytea NOT NULL,
    PRIMARY KEY (organization_id, ask_id),
    UNIQUE (organization_id, succession_id, candidate_id),
    FOREIGN KEY (organization_id, succession_id) REFERENCES succession ON DELETE CASCADE
  )`,
  // How often somebody was asked lately.
  'CREATE INDEX succession_ask_by_candidate ON succession_ask (candidate_id, asked_at)',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  const run = async (statement: string) => sql.raw(statement).execute(database)
  for (const statement of statements) await run(statement)
  for (const table of ['succession', 'succession_ask']) {
    await run(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
    await run(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
    await run(`CREATE POLICY own_organization ON ${table}
      USING (organization_id = current_organization())
      WITH CHECK (organization_id = current_organization())`)
    await run(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO foyer_app`)
  }
}
