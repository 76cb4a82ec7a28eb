import { type Kysely, sql } from 'kysely'

// What Foyer remembers of each organization's directory. Object ids are the directory's own.
const tables = [
  `CREATE TABLE organization (
    organization_id uuid PRIMARY KEY,
    slug text NOT NULL,
    name text NOT NULL,
    connected_at timestamptz NOT NULL DEFAULT now(),
    disconnected_at timestamptz
  )`,
  // The cursor is where the next page or the next changes are; as_of is the instant for which the
  // rows are the directory's; crawled_at is when a crawl last came to its end. Nothing is ended on
  // the word of a feed that was not crawled.
  `CREATE TABLE feed (
    organization_id uuid NOT NULL REFERENCES organization,
    kind text NOT NULL,
    cursor text,
    crawl_started_at timestamptz,
    crawled_at timestamptz,
    as_of timestamptz,
    PRIMARY KEY (organization_id, kind)
  )`,
  // seen_at_crawl marks what the crawl under way has met, so that its end can remove the rest.
  `CREATE TABLE guest (
    organization_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    name text NOT NULL,
    mail text,
    company text,
    signs_in_with text NOT NULL,
    is_redeemed boolean,
    is_enabled boolean NOT NULL,
    is_synced boolean,
    is_protected boolean,
    created_at timestamptz,
    last_sign_in_at timestamptz,
    sign_ins_as_of timestamptz,
    sponsors_as_of timestamptz,
    removed_at timestamptz,
    seen_at_crawl timestamptz,
    PRIMARY KEY (organization_id, guest_id)
  )`,
  `CREATE TABLE directory_group (
    organization_id uuid NOT NULL,
    group_id uuid NOT NULL,
    name text NOT NULL,
    description text,
    kind text NOT NULL,
    membership_rule text,
    is_synced boolean NOT NULL,
    is_role_assignable boolean NOT NULL,
    is_managed_in_exchange boolean NOT NULL,
    is_membership_hidden boolean NOT NULL,
    is_protected boolean NOT NULL,
    expires_at timestamptz,
    seen_at_crawl timestamptz,
    PRIMARY KEY (organization_id, group_id)
  )`,
  `CREATE TABLE membership (
    organization_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    group_id uuid NOT NULL,
    seen_at_crawl timestamptz,
    PRIMARY KEY (organization_id, guest_id, group_id)
  )`,
  'CREATE INDEX membership_by_group ON membership (organization_id, group_id)',
  // A group that is in another one.
  `CREATE TABLE nesting (
    organization_id uuid NOT NULL,
    group_id uuid NOT NULL,
    outer_group_id uuid NOT NULL,
    seen_at_crawl timestamptz,
    PRIMARY KEY (organization_id, group_id, outer_group_id)
  )`,
  'CREATE INDEX nesting_by_outer_group ON nesting (organization_id, outer_group_id)',
  `CREATE TABLE owner (
    organization_id uuid NOT NULL,
    group_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    seen_at_crawl timestamptz,
    PRIMARY KEY (organization_id, group_id, owner_id)
  )`,
  'CREATE INDEX owner_by_person ON owner (organization_id, owner_id)',
  // Sponsors and owners who are no guests: of these nothing more is kept.
  `CREATE TABLE person (
    organization_id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    mail text,
    PRIMARY KEY (organization_id, person_id)
  )`,
  `CREATE TABLE guest_sponsor (
    organization_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    sponsor_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('person', 'group')),
    PRIMARY KEY (organization_id, guest_id, sponsor_id)
  )`,
  'CREATE INDEX guest_sponsor_by_sponsor ON guest_sponsor (organization_id, sponsor_id)',
]

const protectedTables = [
  'feed',
  'guest',
  'directory_group',
  'membership',
  'nesting',
  'owner',
  'person',
  'guest_sponsor',
]

export async function up(database: Kysely<unknown>): Promise<void> {
  const run = async (statement: string) => sql.raw(statement).execute(database)
  for (const table of tables) await run(table)
  await run('GRANT SELECT ON organization TO foyer_app')
  // A setting that was local to an earlier transaction of the connection is left as ''.
  await run(`CREATE FUNCTION current_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('foyer.organization', true), '')::uuid`)
  for (const table of protectedTables) {
    await run(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
    await run(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
    await run(`CREATE POLICY own_organization ON ${table}
      USING (organization_id = current_organization())
      WITH CHECK (organization_id = current_organization())`)
    await run(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO foyer_app`)
  }
}
