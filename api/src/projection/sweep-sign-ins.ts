import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { SeenGuest } from '@foyer/directory/sign-in-sweep'
import { sql } from 'kysely'
import type { Sweeping } from './sweep.ts'

/** How the list of guests with their last sign-in becomes rows. */
export function sweepSignIns(
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
): Sweeping<SeenGuest> {
  return {
    kind: 'sign-ins',
    read: async (cursor) => ask().readSignInSweep(cursor),
    async keep(transaction, rows, asOf) {
      await sql`
        UPDATE guest SET sign_ins_as_of = ${asOf}, last_sign_in_at = told.last_sign_in_at
        FROM unnest(${rows.map(({ guestId }) => guestId)}::uuid[],
            ${rows.map(({ lastSignInAt }) => lastSignInAt ?? null)}::timestamptz[])
          AS told (guest_id, last_sign_in_at)
        WHERE guest.organization_id = ${organizationId} AND guest.guest_id = told.guest_id`.execute(
        transaction,
      )
    },
  }
}
