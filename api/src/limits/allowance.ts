import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'

/** What somebody may do so often in a while: kept in the store, so that all processes count together. */
export interface Allowance {
  readonly kind: string
  readonly most: number
  readonly hours: number
}

/** Acts of one person in one organization. */
export const actsADay: Allowance = { kind: 'act', most: 200, hours: 24 }
/** Codes to one address from one organization, and from one network: nobody's mailbox is flooded. */
export const codesToAddress: Allowance = { kind: 'code', most: 5, hours: 24 }
export const codesFromNetwork: Allowance = { kind: 'code-network', most: 100, hours: 24 }
/** The same of lost links of invitations, so that neither uses up the other. */
export const lostLinksToAddress: Allowance = { kind: 'lost-link', most: 5, hours: 24 }
export const lostLinksFromNetwork: Allowance = { kind: 'lost-link-network', most: 100, hours: 24 }
/** Look-ups of organizations from one address. */
export const lookUpsADay: Allowance = { kind: 'look-up', most: 1_000, hours: 24 }

/**
 * Uses an allowance once more, by the database's time. Of who uses it only a hash is kept.
 *
 * @returns undefined where it is allowed, else in how many seconds it is again.
 * @throws {StoreError}
 */
export async function spendAllowance(
  store: Store,
  { kind, most, hours }: Allowance,
  who: string,
): Promise<number | undefined> {
  const subject = createHash('sha256').update(`${kind}\n${who}`).digest()
  const { rows } = await store.outside(async (handle) =>
    sql<{ used: number; endsIn: number }>`
      INSERT INTO allowance AS kept (kind, subject, ends_at, used)
      VALUES (${kind}, ${subject}, clock_timestamp() + make_interval(hours => ${hours}), 1)
      ON CONFLICT (kind, subject) DO UPDATE SET
        used = CASE WHEN kept.ends_at <= clock_timestamp() THEN 1 ELSE kept.used + 1 END,
        ends_at = CASE WHEN kept.ends_at <= clock_timestamp() THEN excluded.ends_at
          ELSE kept.ends_at END
      RETURNING used, extract(epoch FROM ends_at - clock_timestamp())::float8 AS ends_in`.execute(
      handle,
    ),
  )
  const [row] = rows
  return row && row.used > most ? Math.ceil(row.endsIn) : undefined
}
