import { type Kysely, sql } from 'kysely'

// The pages that are opened most. What a function costs is mostly what its plans have to set up, so
// that the usual case is two small statements, and what few guests need is asked only for them:
// groups in groups, groups that a guest owns, sponsors who are groups or guests themselves.
//
// No statistics can lead to a plan that reads all of an organization. Plans that read whole tables
// are not allowed; what is looked up is looked up row by row (OFFSET 0 keeps it a question of its
// own); and the indexes for other questions do not know the organization (the ids are of one anyhow),
// since the planner takes any of them where it believes a table to be empty. Lists are arrays
// without names of members, whose order `recall.ts` knows; sorting is done there.
const settings = `SECURITY DEFINER SET search_path = public, pg_temp
  SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off`

const indexes = [
  'DROP INDEX membership_by_group',
  'CREATE INDEX membership_by_group ON membership (group_id)',
  'DROP INDEX guest_sponsor_by_sponsor',
  'CREATE INDEX guest_sponsor_by_sponsor ON guest_sponsor (sponsor_id)',
  'DROP INDEX nesting_by_outer_group',
  'CREATE INDEX nesting_by_outer_group ON nesting (outer_group_id)',
  'DROP INDEX owner_by_person',
  'ALTER TABLE owner DROP CONSTRAINT owner_pkey',
  'ALTER TABLE owner ADD PRIMARY KEY (organization_id, owner_id, group_id)',
  'CREATE INDEX owner_by_group ON owner (group_id)',
]

const knownGroup = `known.group_id, known.name, known.description, known.kind,
  known.is_managed_by_rule, known.is_synced, known.is_role_assignable,
  known.is_managed_in_exchange, known.is_membership_hidden, known.is_protected, known.expires_at`

const functions = [
  {
    name: 'recall_me(organization uuid, person uuid)',
    returns: `TABLE (name text, mail text, company text, signs_in_with text, created_at timestamptz,
      sponsors json, organization_name text, privacy_contact text, privacy_statement_url text,
      as_of timestamptz)`,
    declares: 'known_sponsors json; all_known boolean;',
    body: `
      SELECT json_agg(json_build_array(link.kind, sponsor.name, sponsor.mail)),
          bool_and(sponsor.name IS NOT NULL)
        INTO known_sponsors, all_known
        FROM guest_sponsor link
          LEFT JOIN LATERAL (SELECT name, mail FROM person
            WHERE person.organization_id = recall_me.organization
              AND person.person_id = link.sponsor_id AND link.kind = 'person'
            OFFSET 0) AS sponsor ON true
        WHERE link.organization_id = recall_me.organization AND link.guest_id = recall_me.person;
      IF NOT all_known THEN
        SELECT json_agg(json_build_array(link.kind, sponsor.name, sponsor.mail)) INTO known_sponsors
          FROM guest_sponsor link
            JOIN LATERAL (
              SELECT name, mail FROM person
                WHERE person.organization_id = recall_me.organization
                  AND person.person_id = link.sponsor_id AND link.kind = 'person'
              UNION ALL SELECT name, mail FROM directory_group
                WHERE directory_group.organization_id = recall_me.organization
                  AND directory_group.group_id = link.sponsor_id AND link.kind = 'group'
                  AND directory_group.removed_at IS NULL
              UNION ALL SELECT name, mail FROM guest
                WHERE guest.organization_id = recall_me.organization
                  AND guest.guest_id = link.sponsor_id AND link.kind = 'person'
                  AND guest.removed_at IS NULL
              LIMIT 1) AS sponsor ON true
          WHERE link.organization_id = recall_me.organization AND link.guest_id = recall_me.person;
      END IF;
      RETURN QUERY SELECT guest.name, guest.mail, guest.company, guest.signs_in_with,
          guest.created_at, known_sponsors, profile.name, profile.privacy_contact,
          profile.privacy_statement_url, feed.as_of
        FROM guest
          JOIN feed ON feed.organization_id = recall_me.organization AND feed.kind = 'guests'
          JOIN organization_profile profile ON profile.organization_id = recall_me.organization
        WHERE guest.organization_id = recall_me.organization AND guest.guest_id = recall_me.person
          AND guest.is_enabled AND guest.removed_at IS NULL AND guest.sponsors_as_of IS NOT NULL
          AND feed.crawled_at IS NOT NULL;`,
  },
  {
    name: 'recall_groups(organization uuid, person uuid)',
    // The direct ones, or where there are others too, all of them with how the guest is in each.
    returns: 'TABLE (guest_access text, direct json, mixed json, as_of timestamptz)',
    declares: 'is_owner boolean; is_nested boolean;',
    body: `
      SELECT profile.guest_access, least(guests.as_of, groups.as_of),
          EXISTS (SELECT FROM owner WHERE owner.organization_id = recall_groups.organization
            AND owner.owner_id = recall_groups.person AND owner.removed_at IS NULL)
        INTO guest_access, as_of, is_owner
        FROM guest
          JOIN organization_profile profile
            ON profile.organization_id = recall_groups.organization
          JOIN feed guests
            ON guests.organization_id = recall_groups.organization AND guests.kind = 'guests'
          JOIN feed groups
            ON groups.organization_id = recall_groups.organization AND groups.kind = 'groups'
        WHERE guest.organization_id = recall_groups.organization
          AND guest.guest_id = recall_groups.person
          AND guest.is_enabled AND guest.removed_at IS NULL AND guest.memberships_due_at IS NULL
          AND guests.crawled_at IS NOT NULL AND groups.crawled_at IS NOT NULL;
      IF NOT FOUND THEN RETURN; END IF;
      IF NOT is_owner THEN
        SELECT json_agg(json_build_array(${knownGroup})),
            bool_or(EXISTS (SELECT FROM nesting
              WHERE nesting.organization_id = recall_groups.organization
                AND nesting.group_id = known.group_id))
          INTO direct, is_nested
          FROM membership
            JOIN LATERAL (SELECT * FROM directory_group
              WHERE directory_group.organization_id = recall_groups.organization
                AND directory_group.group_id = membership.group_id AND directory_group.removed_at IS NULL
              OFFSET 0) AS known ON true
          WHERE membership.organization_id = recall_groups.organization
            AND membership.guest_id = recall_groups.person;
      END IF;
      IF is_owner OR is_nested THEN
        direct := NULL;
        WITH RECURSIVE inside (own_group_id, group_id) AS (
          SELECT own.group_id, own.group_id FROM membership
            JOIN LATERAL (SELECT * FROM directory_group
              WHERE directory_group.organization_id = recall_groups.organization
                AND directory_group.group_id = membership.group_id AND directory_group.removed_at IS NULL
              OFFSET 0) AS own ON true
          WHERE membership.organization_id = recall_groups.organization
            AND membership.guest_id = recall_groups.person
          UNION
          SELECT inside.own_group_id, outside.group_id FROM inside
            JOIN LATERAL (SELECT outer_group_id FROM nesting
              WHERE nesting.organization_id = recall_groups.organization
                AND nesting.group_id = inside.group_id
              OFFSET 0) AS nesting ON true
            JOIN LATERAL (SELECT * FROM directory_group
              WHERE directory_group.organization_id = recall_groups.organization
                AND directory_group.group_id = nesting.outer_group_id AND directory_group.removed_at IS NULL
              OFFSET 0) AS outside ON true
        ), owned AS (
          SELECT owner.group_id, (SELECT count(*) FROM owner every
              WHERE every.organization_id = recall_groups.organization
                AND every.group_id = owner.group_id AND every.removed_at IS NULL) AS owner_count
          FROM owner WHERE owner.organization_id = recall_groups.organization
            AND owner.owner_id = recall_groups.person AND owner.removed_at IS NULL
        ), place AS (
          SELECT group_id, bool_or(is_direct) AS is_direct, bool_or(is_nested) AS is_nested,
            array_agg(own_group_id) FILTER (WHERE is_nested) AS own_group_ids,
            max(owner_count) AS owner_count
          FROM (
            SELECT group_id, own_group_id = group_id AS is_direct,
              own_group_id <> group_id AS is_nested, own_group_id, NULL AS owner_count FROM inside
            UNION ALL SELECT group_id, false, false, NULL, owner_count FROM owned
          ) AS ways GROUP BY group_id
        )
        SELECT json_agg(json_build_array(${knownGroup}, place.is_direct,
            place.is_nested AND NOT place.is_direct, place.owner_count,
            CASE WHEN place.is_nested AND NOT place.is_direct THEN
              (SELECT json_agg(own.name) FROM unnest(place.own_group_ids) AS way (group_id)
                JOIN LATERAL (SELECT * FROM directory_group
              WHERE directory_group.organization_id = recall_groups.organization
                AND directory_group.group_id = way.group_id AND directory_group.removed_at IS NULL
              OFFSET 0) AS own ON true) END))
          INTO mixed
          FROM place JOIN LATERAL (SELECT * FROM directory_group
              WHERE directory_group.organization_id = recall_groups.organization
                AND directory_group.group_id = place.group_id AND directory_group.removed_at IS NULL
              OFFSET 0) AS known ON true;
      END IF;
      RETURN NEXT;`,
  },
]

export async function up(database: Kysely<unknown>): Promise<void> {
  const run = async (statement: string) => sql.raw(statement).execute(database)
  for (const statement of indexes) await run(statement)
  await run('GRANT CREATE ON SCHEMA public TO foyer_app')
  for (const { name, returns, declares, body } of functions) {
    await run(`DROP FUNCTION ${name}`)
    await run(`CREATE FUNCTION ${name} RETURNS ${returns} LANGUAGE plpgsql ${settings} AS $function$
      #variable_conflict use_column
      DECLARE
        _ text := set_config('foyer.organization', organization::text, true);
        ${declares}
      BEGIN ${body}
      END $function$`)
    await run(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`)
    await run(`GRANT EXECUTE ON FUNCTION ${name} TO CURRENT_USER`)
    await run(`ALTER FUNCTION ${name} OWNER TO foyer_app`)
  }
  await run('REVOKE CREATE ON SCHEMA public FROM foyer_app')
}
