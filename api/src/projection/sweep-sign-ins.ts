import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { SeenGuest } from '@foyer/directory/sign-in-sweep'
import { sql, type Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { readFeedState } from './feed-state.ts'
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
    // Else the dates would grow old by themselves, and access would end as unused that is used.
    async forget(transaction) {
      await forget(transaction, organizationId)
    },
  }
}

const dayMs = 24 * 60 * 60_000
/** Of dates that were not read for so long, nothing is known any more. */
const knownForMs = 7 * dayMs

/**
 * Forgets the dates of an organization whose directory has not told them for a week, whatever keeps it
 * from that: who was not seen till then may be there every day.
 *
 * @throws {StoreError}
 */
export async function forgetOldSignIns(
  store: Store,
  organizationId: OrganizationId,
  now: () => Date,
): Promise<void> {
  const oldest = new Date(now().getTime() - knownForMs)
  await store.asOrganization(organizationId, async (transaction) => {
    const { asOf, crawlStartedAt } = await readFeedState(transaction, 'sign-ins')
    const readAt = asOf ?? crawlStartedAt
    if (readAt && readAt < oldest) await forget(transaction, organizationId, oldest)
  })
}

async function forget(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  keptUntil?: Date,
): Promise<void> {
  await sql`
    UPDATE guest SET sign_ins_as_of = NULL, last_sign_in_at = NULL
    WHERE organization_id = ${organizationId} AND sign_ins_as_of IS NOT NULL
      AND (${keptUntil ?? null}::timestamptz IS NULL OR sign_ins_as_of < ${keptUntil ?? null})`.execute(
    transaction,
  )
}
