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
  'ALTER TABLE directory_group ADD COLUMN mail text',
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

// The pages that are opened most are one call each. A function sets the organization for its own
// transaction, and belongs to the role that row-level security holds.
const functions = [
  {
    name: 'recall_me(organization uuid, person uuid)',
    returns: `TABLE (name text, mail text, company text, signs_in_with text, created_at timestamptz,
      sponsors json, organization_name text, privacy_contact text, privacy_statement_url text,
      as_of timestamptz)`,
    query: `
      SELECT guest.name, guest.mail, guest.company, guest.signs_in_with, guest.created_at,
        (SELECT coalesce(json_agg(json_build_object('kind', link.kind,
            'name', coalesce(person.name, directory_group.name, other.name),
            'mail', coalesce(person.mail, directory_group.mail, other.mail))
            ORDER BY link.kind DESC, coalesce(person.name, directory_group.name, other.name)), '[]')
          FROM guest_sponsor link
          LEFT JOIN person ON person.organization_id = link.organization_id
            AND person.person_id = link.sponsor_id AND link.kind = 'person'
          LEFT JOIN directory_group ON directory_group.organization_id = link.organization_id
            AND directory_group.group_id = link.sponsor_id AND link.kind = 'group'
            AND directory_group.removed_at IS NULL
          LEFT JOIN guest other ON other.organization_id = link.organization_id
            AND other.guest_id = link.sponsor_id AND link.kind = 'person'
            AND other.removed_at IS NULL
          WHERE link.organization_id = organization AND link.guest_id = recall_me.person
            AND coalesce(person.name, directory_group.name, other.name) IS NOT NULL),
        profile.name, profile.privacy_contact, profile.privacy_statement_url, feed.as_of
      FROM guest
        JOIN feed ON feed.organization_id = organization AND feed.kind = 'guests'
        JOIN organization_profile profile ON profile.organization_id = organization
      WHERE guest.organization_id = organization AND guest.guest_id = recall_me.person
        AND guest.is_enabled AND guest.removed_at IS NULL AND guest.sponsors_as_of IS NOT NULL
        AND feed.crawled_at IS NOT NULL`,
  },
  {
    name: 'recall_groups(organization uuid, person uuid)',
    returns: 'TABLE (guest_access text, memberships json, as_of timestamptz)',
    query: `
      WITH RECURSIVE inside (own_group_id, group_id) AS (
        SELECT own.group_id, own.group_id FROM membership
          JOIN directory_group own ON own.organization_id = organization
            AND own.group_id = membership.group_id AND own.removed_at IS NULL
        WHERE membership.organization_id = organization
          AND membership.guest_id = recall_groups.person
        UNION
        SELECT inside.own_group_id, outside.group_id FROM inside
          JOIN nesting ON nesting.organization_id = organization
            AND nesting.group_id = inside.group_id
          JOIN directory_group outside ON outside.organization_id = organization
            AND outside.group_id = nesting.outer_group_id AND outside.removed_at IS NULL
      ), place AS (
        SELECT group_id, bool_or(own_group_id = group_id) AS is_direct,
          array_agg(own_group_id) AS own_group_ids
        FROM inside GROUP BY group_id
      ), owned AS (
        SELECT owner.group_id, (SELECT count(*) FROM owner every
            WHERE every.organization_id = organization AND every.group_id = owner.group_id
              AND every.removed_at IS NULL) AS owner_count
        FROM owner WHERE owner.organization_id = organization
          AND owner.owner_id = recall_groups.person AND owner.removed_at IS NULL
      )
      SELECT profile.guest_access,
        (SELECT coalesce(json_agg(json_build_object(
            'groupId', known.group_id, 'name', known.name, 'description', known.description,
            'kind', known.kind, 'isManagedByRule', known.is_managed_by_rule,
            'isSynced', known.is_synced, 'isRoleAssignable', known.is_role_assignable,
            'isManagedInExchange', known.is_managed_in_exchange,
            'isMembershipHidden', known.is_membership_hidden, 'isProtected', known.is_protected,
            'expiresAt', known.expires_at, 'isDirectMember', coalesce(place.is_direct, false),
            'isNestedMember', coalesce(NOT place.is_direct, false),
            'through', CASE WHEN place.is_direct THEN '[]' ELSE
              (SELECT coalesce(json_agg(own.name ORDER BY own.name), '[]')
                FROM directory_group own WHERE own.organization_id = organization
                  AND own.group_id = ANY(place.own_group_ids)) END,
            'isOwner', owned.group_id IS NOT NULL, 'ownerCount', owned.owner_count)), '[]')
          FROM (SELECT group_id FROM place UNION SELECT group_id FROM owned) AS one
            JOIN directory_group known ON known.organization_id = organization
              AND known.group_id = one.group_id AND known.removed_at IS NULL
            LEFT JOIN place ON place.group_id = one.group_id
            LEFT JOIN owned ON owned.group_id = one.group_id),
        least(guests.as_of, groups.as_of)
      FROM guest
        JOIN organization_profile profile ON profile.organization_id = organization
        JOIN feed guests ON guests.organization_id = organization AND guests.kind = 'guests'
        JOIN feed groups ON groups.organization_id = organization AND groups.kind = 'groups'
      WHERE guest.organization_id = organization AND guest.guest_id = recall_groups.person
        AND guest.is_enabled AND guest.removed_at IS NULL AND guest.memberships_due_at IS NULL
        AND guests.crawled_at IS NOT NULL AND groups.crawled_at IS NOT NULL`,
  },
]

export async function up(database: Kysely<unknown>): Promise<void> {
  const run = async (statement: string) => sql.raw(statement).execute(database)
  for (const statement of statements) await run(statement)
  await run('GRANT CREATE ON SCHEMA public TO foyer_app')
  for (const { name, returns, query } of functions) {
    await run(`CREATE FUNCTION ${name} RETURNS ${returns}
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $function$
      #variable_conflict use_column
      BEGIN
        PERFORM set_config('foyer.organization', organization::text, true);
        RETURN QUERY ${query};
      END $function$`)
    await run(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`)
    await run(`GRANT EXECUTE ON FUNCTION ${name} TO CURRENT_USER`)
    await run(`ALTER FUNCTION ${name} OWNER TO foyer_app`)
  }
  await run('REVOKE CREATE ON SCHEMA public FROM foyer_app')
}
