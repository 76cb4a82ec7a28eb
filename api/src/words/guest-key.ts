import { randomBytes } from 'node:crypto'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** What a transaction has read of keys: an act seals and opens the words about one guest many times. */
const readIn = new WeakMap<Transaction<Tables>, Map<PersonId, Uint8Array>>()

/** With what the words about one guest are sealed. To destroy it is to erase them everywhere. */
export async function keepGuestKey(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  guestId: PersonId,
): Promise<Uint8Array> {
  const before = await findGuestKey(transaction, guestId)
  if (before) return before
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
  const read = readIn.get(transaction)?.get(guestId)
  if (read) return read
  const row = await transaction
    .selectFrom('guestKey')
    .select('key')
    .where('guestId', '=', guestId)
    .executeTakeFirst()
  if (!row) return undefined
  const keys = readIn.get(transaction) ?? new Map<PersonId, Uint8Array>()
  readIn.set(transaction, keys.set(guestId, row.key))
  return row.key
}

/** Whatever was sealed about the guest can be read no more. */
export async function destroyGuestKey(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<void> {
  readIn.get(transaction)?.delete(guestId)
  await transaction.deleteFrom('guestKey').where('guestId', '=', guestId).execute()
}
