import { createHash } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import { actAs } from '../../src/store/backup.ts'
import type { OwnedStore } from '../../src/store/store.ts'

/** An organization and how many of each it has. */
export interface FullOrganization {
  readonly organizationId: OrganizationId
  readonly slug: string
  readonly name: string
  readonly guests: number
  readonly groups: number
}

/** Three of different sizes. */
export function fullOrganizations(guests: number, groups: number): readonly FullOrganization[] {
  const shares = { contoso: 0.6, fabrikam: 0.3, northwind: 0.1 }
  return Object.entries(shares).map(([slug, share]) => ({
    organizationId: idOf(slug) as OrganizationId,
    slug,
    name: slug,
    guests: Math.round(guests * share),
    groups: Math.round(groups * share),
  }))
}

const groupsOfAGuest = 5

/** The id that stands for anything here, in the database and outside of it. */
function idOf(what: string): string {
  const digits = createHash('md5').update(what).digest('hex')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function guestIdOf(slug: string, place: number): string {
  return idOf(`${slug} guest ${place}`)
}

/** Fills a store as if the directories of its organizations had been read to their end. */
export async function fillStore(
  { database }: Pick<OwnedStore, 'database'>,
  organizations: readonly FullOrganization[],
): Promise<void> {
  for (const { organizationId, slug, guests, groups } of organizations) {
    await database.transaction().execute(async (transaction) => {
      await actAs(transaction, organizationId)
      for (const statement of statementsOf(organizationId, slug, guests, groups)) {
        await sql.raw(statement).execute(transaction)
      }
    })
  }
}

function statementsOf(organization: string, slug: string, guests: number, groups: number) {
  const id = (kind: string, place: string) => `md5('${slug} ${kind} ' || (${place}))::uuid`
  const to = (last: number) => `generate_series(0, ${last - 1}) AS made (n)`
  return [
    `INSERT INTO guest (organization_id, guest_id, name, mail, company, signs_in_with, is_redeemed,
        is_enabled, is_synced, is_protected, created_at, sponsors_as_of, seen_at_crawl)
      SELECT '${organization}', ${id('guest', 'n')}, 'Guest ' || n, 'guest' || n || '@partner.example',
        'Partner ' || n % 900, 'work-account', true, true, false, false, now(), now(), now()
      FROM ${to(guests)}`,
    `INSERT INTO directory_group (organization_id, group_id, name, description, mail, kind, is_synced,
        is_role_assignable, is_managed_in_exchange, is_membership_hidden, is_protected, seen_at_crawl)
      SELECT '${organization}', ${id('group', 'n')}, 'Project ' || n, 'Everybody who works on it',
        'project' || n || '@${slug}.example', 'microsoft-365', false, false, false, false, false, now()
      FROM ${to(groups)}`,
    `INSERT INTO membership (organization_id, guest_id, group_id, seen_at_crawl)
      SELECT '${organization}', ${id('guest', 'n')}, ${id('group', `(n * 7 + k * k * 131) % ${groups}`)}, now()
      FROM ${to(guests)}, generate_series(1, ${groupsOfAGuest}) AS k
      ON CONFLICT DO NOTHING`,
    // One group in forty is in another one.
    `INSERT INTO nesting (organization_id, group_id, outer_group_id, seen_at_crawl)
      SELECT '${organization}', ${id('group', 'n * 40')}, ${id('group', 'n * 40 + 1')}, now()
      FROM ${to(groups / 40)}`,
    `INSERT INTO person (organization_id, person_id, name, mail)
      SELECT '${organization}', ${id('person', 'n')}, 'Person ' || n, 'person' || n || '@${slug}.example'
      FROM ${to(groups)}`,
    `INSERT INTO owner (organization_id, group_id, owner_id, seen_at_crawl)
      SELECT '${organization}', ${id('group', 'n')}, ${id('person', 'n')}, now() FROM ${to(groups)}`,
    `INSERT INTO guest_sponsor (organization_id, guest_id, sponsor_id, kind)
      SELECT '${organization}', ${id('guest', 'n')}, ${id('person', `n % ${groups}`)}, 'person'
      FROM ${to(guests)} WHERE n % 4 > 0`,
    `INSERT INTO organization_profile (organization_id, name, privacy_contact, guest_access, as_of)
      VALUES ('${organization}', '${slug}', 'privacy@${slug}.example', 'limited', now())`,
    `INSERT INTO feed (organization_id, kind, cursor, crawled_at, as_of)
      SELECT '${organization}', kind, '', now(), now() FROM unnest(ARRAY['guests', 'groups']) AS kind`,
  ]
}
