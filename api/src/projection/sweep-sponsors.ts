import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { SponsoredGuest } from '@foyer/directory/sponsor-sweep'
import { sql } from 'kysely'
import { keepPeople } from './keep-people.ts'
import type { Sweeping } from './sweep.ts'

/** How the list of guests with their sponsors becomes rows. */
export function sweepSponsors(
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
): Sweeping<SponsoredGuest> {
  return {
    kind: 'sponsors',
    read: async (cursor) => ask().readSponsorSweep(cursor),
    async keep(transaction, rows, asOf) {
      const guestIds = rows.map(({ guestId }) => guestId)
      const links = rows.flatMap(({ guestId, sponsors }) =>
        sponsors.map((sponsor) => ({ guestId, ...sponsor })),
      )
      await sql`
        UPDATE guest SET sponsors_as_of = ${asOf}, is_protected = told.is_protected,
          sponsor_count = told.sponsor_count
        FROM unnest(${guestIds}::uuid[], ${rows.map(({ isProtected }) => isProtected)}::boolean[],
            ${rows.map(({ sponsors }) => sponsors.length)}::smallint[])
          AS told (guest_id, is_protected, sponsor_count)
        WHERE guest.organization_id = ${organizationId} AND guest.guest_id = told.guest_id`.execute(
        transaction,
      )
      await sql`
        DELETE FROM guest_sponsor WHERE organization_id = ${organizationId}
          AND guest_id = ANY(${guestIds}::uuid[])`.execute(transaction)
      await sql`
        INSERT INTO guest_sponsor (organization_id, guest_id, sponsor_id, kind)
        SELECT guest.organization_id, guest.guest_id, told.sponsor_id, told.kind
        FROM unnest(${links.map(({ guestId }) => guestId)}::uuid[],
            ${links.map(({ sponsorId }) => sponsorId)}::uuid[], ${links.map(({ kind }) => kind)}::text[])
            AS told (guest_id, sponsor_id, kind)
          JOIN LATERAL (SELECT organization_id, guest_id FROM guest
            WHERE organization_id = ${organizationId} AND guest_id = told.guest_id OFFSET 0) AS guest ON true
        ON CONFLICT DO NOTHING`.execute(transaction)
      await keepPeople(
        transaction,
        organizationId,
        links.flatMap(({ kind, sponsorId, name, mail }) =>
          kind === 'person' && name !== undefined ? [{ personId: sponsorId, name, mail }] : [],
        ),
      )
    },
  }
}
