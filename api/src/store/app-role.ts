import { type Kysely, sql } from 'kysely'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import type { Tables } from './tables.ts'

/** The role of every request and step. It owns nothing, and row-level security holds it. */
export const appRole = 'foyer_app'

/**
 * Tables that name nobody stand outside of row-level security; in `step` and `link` it holds requests
 * and steps, and not whoever looks for what is due.
 */
const outside = ['organization', 'migration', 'migration_lock', 'step', 'link', 'halt', 'allowance']

/**
 * Makes the role where it is missing, and lets the connection's role change into it. A role belongs
 * to the whole cluster: others may be making it at the same moment, and a database that was moved
 * to another cluster comes without.
 */
export async function prepareAppRole(database: Kysely<Tables>): Promise<void> {
  await sql`
    DO $$
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'foyer_app') THEN
        CREATE ROLE foyer_app NOLOGIN;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`.execute(database)
  await sql`
    DO $$
    BEGIN
      SET LOCAL ROLE foyer_app;
      RESET ROLE;
    EXCEPTION WHEN insufficient_privilege THEN
      EXECUTE format('GRANT foyer_app TO %I', session_user);
    END $$`.execute(database)
}

/** @throws {ConfigurationError} unless the connection's role can make the schema. */
export async function requireOwner(database: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ role: string; mayCreate: boolean }>`
    SELECT current_user AS role, has_schema_privilege('public', 'CREATE') AS may_create`.execute(
    database,
  )
  if (rows[0]?.mayCreate) return
  throw new ConfigurationError(
    `the database role ${rows[0]?.role} may not make tables in the schema public: it must own the database`,
  )
}

/** @throws {ConfigurationError} unless row-level security really holds whoever acts for people. */
export async function requireSafeAppRole(database: Kysely<Tables>): Promise<void> {
  const { rows: powers } = await sql<{ power: string }>`
    SELECT power FROM pg_roles, LATERAL (VALUES
      ('is a superuser', rolsuper),
      ('bypasses row-level security', rolbypassrls),
      ('may log in', rolcanlogin),
      ('may create roles', rolcreaterole),
      ('belongs to other roles',
        EXISTS (SELECT FROM pg_auth_members m WHERE m.member = pg_roles.oid)),
      ('owns tables', EXISTS (SELECT FROM pg_class c WHERE c.relowner = pg_roles.oid))
    ) AS found (power, holds) WHERE rolname = ${appRole} AND holds`.execute(database)
  if (powers.length > 0) {
    throw new ConfigurationError(
      `the database role ${appRole} ${powers.map(({ power }) => power).join(' and ')}, so that rows of one organization would not be safe from another`,
    )
  }
  const { rows: open } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND NOT (relrowsecurity AND relforcerowsecurity)
      AND relname <> ALL (${outside})
    ORDER BY 1`.execute(database)
  if (open.length > 0) {
    throw new ConfigurationError(
      `row-level security is not forced on ${open.map(({ name }) => name).join(', ')}`,
    )
  }
}
