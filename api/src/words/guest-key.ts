import { randomBytes } from 'node:crypto'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** With what the words about one guest are sealed. To destroy it is to erase them everywhere. */
export async function keepGuestKey(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  guestId: PersonId,
): Promise<Uint8Array> {
  await transaction
    .insertInto('guestKey')
    .values({ organizationId, guestId, key: randomBytes(32) })
    .onConflict((conflict) => conflict.columns(['organizationId', 'guestId']).doNothing())
    .execute()
  const key = await findGuestKey(transaction, guestId)
  if (!key) throw new Error('a key that was just kept is not there')
  return key
}

/** Undefined where it was destroyed, or nothing was ever sealed about the guest. */
export async function findGuestKey(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<Uint8Array | undefined> {
  const row = await transaction
    .selectFrom('guestKey')
    .select('key')
    .where('guestId', '=', guestId)
    .executeTakeFirst()
  return row?.key
}
