import { type Kysely, sql } from 'kysely'

// Work that is never lost, what is remembered of it for good, and what people are told.
const statements = [
  // Ids, a kind and times: it names nobody, so that any worker may look for what is due. A request
  // and a step reach only those of their own organization.
  `CREATE TABLE step (
    step_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organization_id uuid NOT NULL REFERENCES organization,
    kind text NOT NULL,
    -- The row that it works on.
    subject_id uuid NOT NULL,
    -- Makes a second one of the same harmless.
    key text NOT NULL,
    -- 0: somebody waits; 1: somebody is told; 2: nobody waits.
    urgency smallint NOT NULL CHECK (urgency BETWEEN 0 AND 2),
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dead')),
    due_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    -- Attempts that met something nobody expected.
    faults integer NOT NULL DEFAULT 0,
    lease uuid,
    leased_until timestamptz,
    -- Why it waits, or how it ended.
    because text,
    made_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    UNIQUE (organization_id, key)
  )`,
  `CREATE INDEX step_waiting ON step (organization_id, urgency, due_at) WHERE state = 'waiting'`,
  `CREATE INDEX step_ended ON step (ended_at) WHERE state <> 'waiting'`,
  // Wakes whoever listens; who does not hear it looks again a little later.
  `CREATE FUNCTION tell_of_step() RETURNS trigger LANGUAGE plpgsql AS $function$
    BEGIN PERFORM pg_notify('step', ''); RETURN NULL; END $function$`,
  `CREATE TRIGGER step_told AFTER INSERT ON step FOR EACH STATEMENT EXECUTE FUNCTION tell_of_step()`,
  // A row says that no step may begin anything.
  `CREATE TABLE halt (
    is_on boolean PRIMARY KEY DEFAULT true CHECK (is_on),
    since timestamptz NOT NULL DEFAULT now(),
    because text NOT NULL
  )`,
  // What an address that was given to one person leads to; of the address only the hash is kept.
  `CREATE TABLE link (
    hash bytea PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organization,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX link_by_subject ON link (organization_id, subject_id)',
  // How often something was done that is allowed so often in a while, by the hash of who did it.
  `CREATE TABLE allowance (
    kind text NOT NULL,
    subject bytea NOT NULL,
    ends_at timestamptz NOT NULL,
    used integer NOT NULL,
    PRIMARY KEY (kind, subject)
  )`,
  // With it the words about a guest are sealed; without it nobody reads them any more.
  `CREATE TABLE guest_key (
    organization_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    key bytea NOT NULL,
    PRIMARY KEY (organization_id, guest_id)
  )`,
  // A guest's own will to leave a group, or without a group the organization.
  `CREATE TABLE leaving (
    organization_id uuid NOT NULL,
    leaving_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    group_id uuid,
    state text NOT NULL DEFAULT 'under-way'
      CHECK (state IN ('under-way', 'done', 'refused', 'failed')),
    because text,
    asked_at timestamptz NOT NULL,
    language text NOT NULL,
    -- With what the organization finds the very request and sign-in in its own log.
    request_id uuid NOT NULL,
    token_id text,
    session_id text,
    signed_in_at timestamptz,
    -- Durable before the directory is told: from then on only a look says whether it was done.
    attempted_at timestamptz,
    holdings jsonb,
    -- Sealed: the names of the guest, the organization and the group, and who is told.
    words bytea NOT NULL,
    directory_request_ids text[] NOT NULL DEFAULT '{}',
    left_at timestamptz,
    ended_at timestamptz,
    PRIMARY KEY (organization_id, leaving_id)
  )`,
  `CREATE UNIQUE INDEX leaving_under_way ON leaving
    (organization_id, guest_id, coalesce(group_id, '00000000-0000-0000-0000-000000000000'))
    WHERE state = 'under-way'`,
  'CREATE INDEX leaving_by_guest ON leaving (organization_id, guest_id)',
  // A write that was sent twice under one key is done once.
  `CREATE TABLE request_key (
    organization_id uuid NOT NULL,
    person_id uuid NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    subject_id uuid NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, person_id, key)
  )`,
  'CREATE INDEX request_key_by_age ON request_key (organization_id, made_at)',
  `CREATE TABLE mail (
    organization_id uuid NOT NULL,
    mail_id uuid NOT NULL,
    -- One mail of one act to one person.
    key text NOT NULL,
    -- Whom it is about, whose key seals the words; nobody, where it holds nothing about a guest.
    guest_id uuid,
    template text NOT NULL,
    language text NOT NULL,
    -- Sealed, or JSON where it is about nobody: the address, and what the template names.
    words bytea NOT NULL,
    made_at timestamptz NOT NULL,
    sent_at timestamptz,
    PRIMARY KEY (organization_id, mail_id),
    UNIQUE (organization_id, key)
  )`,
  'CREATE INDEX mail_by_guest ON mail (organization_id, guest_id)',
  'CREATE INDEX mail_sent ON mail (organization_id, sent_at)',
  // What Foyer did, for good: ids, codes and times, each entry bound to the one before.
  `CREATE TABLE journal (
    organization_id uuid NOT NULL,
    position bigint NOT NULL,
    at timestamptz NOT NULL,
    act text NOT NULL,
    outcome text NOT NULL,
    because text,
    actor_kind text NOT NULL,
    actor_id uuid,
    on_behalf_of uuid,
    guest_id uuid,
    object_id uuid,
    subject_id uuid,
    request_id uuid,
    token_id text,
    session_id text,
    directory_request_ids text[] NOT NULL,
    facts jsonb NOT NULL,
    -- Sealed with the guest's key: names, reasons, notes.
    words bytea,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (organization_id, position)
  )`,
  'CREATE INDEX journal_of_guest ON journal (organization_id, guest_id, position DESC)',
  `CREATE TABLE journal_head (
    organization_id uuid PRIMARY KEY,
    position bigint NOT NULL,
    hash bytea NOT NULL
  )`,
  // What was signed and sent away: whoever rewrites the journal cannot rewrite this.
  `CREATE TABLE journal_root (
    organization_id uuid NOT NULL,
    day date NOT NULL,
    position bigint NOT NULL,
    hash bytea NOT NULL,
    signed text NOT NULL,
    PRIMARY KEY (organization_id, day)
  )`,
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $function$
    BEGIN RAISE EXCEPTION 'the journal is only appended to'; END $function$`,
]

const protectedTables = {
  guest_key: 'SELECT, INSERT, DELETE',
  leaving: 'SELECT, INSERT, UPDATE, DELETE',
  request_key: 'SELECT, INSERT, DELETE',
  mail: 'SELECT, INSERT, UPDATE, DELETE',
  journal: 'SELECT, INSERT',
  journal_head: 'SELECT, INSERT, UPDATE',
  journal_root: 'SELECT, INSERT',
}

export async function up(database: Kysely<unknown>): Promise<void> {
  const run = async (statement: string) => sql.raw(statement).execute(database)
  for (const statement of statements) await run(statement)
  for (const [table, powers] of Object.entries(protectedTables)) {
    await run(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
    await run(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
    await run(`CREATE POLICY own_organization ON ${table}
      USING (organization_id = current_organization())
      WITH CHECK (organization_id = current_organization())`)
    await run(`GRANT ${powers} ON ${table} TO foyer_app`)
  }
  // Not forced: their owner, who migrates, looks for work and links before anybody is anywhere.
  for (const table of ['step', 'link']) {
    await run(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
    await run(`CREATE POLICY own_organization ON ${table}
      USING (organization_id = current_organization())
      WITH CHECK (organization_id = current_organization())`)
    await run(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO foyer_app`)
  }
  await run('GRANT SELECT ON halt TO foyer_app')
  for (const table of ['journal', 'journal_root']) {
    await run(`CREATE TRIGGER only_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`)
  }
}
