import { type Kysely, sql } from 'kysely'

// The pages that are opened most, for several people of one organization at once: what a statement
// costs is mostly what its plan has to set up, and that is shared. The rules for plans are those of
// 0006; its functions stay for processes of the release before, which call them until they end.
const plans = `SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off`
const settings = `SECURITY DEFINER SET search_path = public, pg_temp ${plans}`

const knownGroup = `known.group_id, known.name, known.description, known.kind,
  known.is_managed_by_rule, known.is_synced, known.is_role_assignable,
  known.is_managed_in_exchange, known.is_membership_hidden, known.is_protected, known.expires_at`

/** A group that is there, found by its id. */
const group = (id: string) => `(SELECT * FROM directory_group
  WHERE directory_group.organization_id = organization
    AND directory_group.group_id = ${id} AND directory_group.removed_at IS NULL
  OFFSET 0)`

const functions = [
  {
    name: 'recall_me_together(organization uuid, people uuid[])',
    returns: `TABLE (person uuid, name text, mail text, company text, signs_in_with text,
      created_at timestamptz, sponsors json, organization_name text, privacy_contact text,
      privacy_statement_url text, as_of timestamptz)`,
    settings,
    declares: `_ text := set_config('foyer.organization', organization::text, true); about record;`,
    body: `
      SELECT profile.name, profile.privacy_contact, profile.privacy_statement_url, feed.as_of INTO about
        FROM organization_profile profile
          JOIN feed ON feed.organization_id = organization AND feed.kind = 'guests'
        WHERE profile.organization_id = organization AND feed.crawled_at IS NOT NULL;
      IF NOT FOUND THEN RETURN; END IF;
      RETURN QUERY SELECT asked.person, known.name, known.mail, known.company, known.signs_in_with,
          known.created_at, sponsors.known, about.name, about.privacy_contact,
          about.privacy_statement_url, about.as_of
        FROM unnest(people) AS asked (person)
          JOIN LATERAL (SELECT * FROM guest
            WHERE guest.organization_id = organization AND guest.guest_id = asked.person
              AND guest.is_enabled AND guest.removed_at IS NULL AND guest.sponsors_as_of IS NOT NULL
            OFFSET 0) AS known ON true
          CROSS JOIN LATERAL (
            SELECT json_agg(json_build_array(link.kind, sponsor.name, sponsor.mail)) AS known
              FROM guest_sponsor link
                JOIN LATERAL (
                  SELECT name, mail FROM person
                    WHERE person.organization_id = organization
                      AND person.person_id = link.sponsor_id AND link.kind = 'person'
                  UNION ALL SELECT name, mail FROM directory_group
                    WHERE directory_group.organization_id = organization
                      AND directory_group.group_id = link.sponsor_id AND link.kind = 'group'
                      AND directory_group.removed_at IS NULL
                  UNION ALL SELECT name, mail FROM guest
                    WHERE guest.organization_id = organization
                      AND guest.guest_id = link.sponsor_id AND link.kind = 'person'
                      AND guest.removed_at IS NULL
                  LIMIT 1) AS sponsor ON true
              WHERE link.organization_id = organization AND link.guest_id = asked.person
          ) AS sponsors;`,
  },
  {
    name: 'recall_mixed_groups(organization uuid, person uuid)',
    returns: 'json',
    settings: plans,
    declares: 'mixed json;',
    body: `
      WITH RECURSIVE inside (own_group_id, group_id) AS (
        SELECT own.group_id, own.group_id FROM membership
          JOIN LATERAL ${group('membership.group_id')} AS own ON true
          WHERE membership.organization_id = organization AND membership.guest_id = person
        UNION
        SELECT inside.own_group_id, outside.group_id FROM inside
          JOIN LATERAL (SELECT outer_group_id FROM nesting
            WHERE nesting.organization_id = organization AND nesting.group_id = inside.group_id
            OFFSET 0) AS nesting ON true
          JOIN LATERAL ${group('nesting.outer_group_id')} AS outside ON true
      ), owned AS (
        SELECT owner.group_id, (SELECT count(*) FROM owner every
            WHERE every.organization_id = organization AND every.group_id = owner.group_id
              AND every.removed_at IS NULL) AS owner_count
        FROM owner WHERE owner.organization_id = organization AND owner.owner_id = person
          AND owner.removed_at IS NULL
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
              JOIN LATERAL ${group('way.group_id')} AS own ON true) END))
        INTO mixed
        FROM place JOIN LATERAL ${group('place.group_id')} AS known ON true;
      RETURN mixed;`,
  },
  {
    name: 'recall_groups_together(organization uuid, people uuid[])',
    // The direct ones, or where there are others too, all of them with how the guest is in each.
    returns: `TABLE (person uuid, guest_access text, direct json, mixed json, as_of timestamptz)`,
    settings,
    declares: `_ text := set_config('foyer.organization', organization::text, true); about record;`,
    body: `
      SELECT profile.guest_access, least(guests.as_of, groups.as_of) AS as_of INTO about
        FROM organization_profile profile
          JOIN feed guests ON guests.organization_id = organization AND guests.kind = 'guests'
          JOIN feed groups ON groups.organization_id = organization AND groups.kind = 'groups'
        WHERE profile.organization_id = organization
          AND guests.crawled_at IS NOT NULL AND groups.crawled_at IS NOT NULL;
      IF NOT FOUND THEN RETURN; END IF;
      RETURN QUERY SELECT asked.person, about.guest_access,
          CASE WHEN NOT mine.are_mixed THEN mine.direct END,
          CASE WHEN mine.are_mixed THEN recall_mixed_groups(organization, asked.person) END,
          about.as_of
        FROM unnest(people) AS asked (person)
          JOIN LATERAL (SELECT FROM guest
            WHERE guest.organization_id = organization AND guest.guest_id = asked.person
              AND guest.is_enabled AND guest.removed_at IS NULL AND guest.memberships_due_at IS NULL
            OFFSET 0) AS self ON true
          CROSS JOIN LATERAL (
            SELECT json_agg(json_build_array(${knownGroup})) AS direct,
                coalesce(bool_or(EXISTS (SELECT FROM nesting
                  WHERE nesting.organization_id = organization
                    AND nesting.group_id = known.group_id)), false)
                OR EXISTS (SELECT FROM owner WHERE owner.organization_id = organization
                  AND owner.owner_id = asked.person AND owner.removed_at IS NULL) AS are_mixed
              FROM membership JOIN LATERAL ${group('membership.group_id')} AS known ON true
              WHERE membership.organization_id = organization
                AND membership.guest_id = asked.person
          ) AS mine;`,
  },
]

export async function up(database: Kysely<unknown>): Promise<void> {
  const run = async (statement: string) => sql.raw(statement).execute(database)
  await run('GRANT CREATE ON SCHEMA public TO foyer_app')
  for (const { name, returns, settings: its, declares, body } of functions) {
    await run(`CREATE FUNCTION ${name} RETURNS ${returns} LANGUAGE plpgsql ${its} AS $function$
      #variable_conflict use_column
      DECLARE ${declares}
      BEGIN ${body}
      END $function$`)
    await run(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`)
    await run(`GRANT EXECUTE ON FUNCTION ${name} TO CURRENT_USER`)
    await run(`ALTER FUNCTION ${name} OWNER TO foyer_app`)
  }
  await run('REVOKE CREATE ON SCHEMA public FROM foyer_app')
}
