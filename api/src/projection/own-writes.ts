import type { GroupId, PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

// What Foyer does itself shows at once, before a feed tells of it.

/** Somebody is in a group no more. */
export async function forgetMembership(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  groupId: GroupId,
): Promise<void> {
  await transaction
    .deleteFrom('membership')
    .where('guestId', '=', guestId)
    .where('groupId', '=', groupId)
    .execute()
}

/** Somebody is removed; with all they had they can be restored. */
export async function noteRemoval(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  removedAt: Date,
): Promise<void> {
  await transaction
    .updateTable('guest')
    .set({ removedAt })
    .where('guestId', '=', guestId)
    .where('removedAt', 'is', null)
    .execute()
}

/** Somebody who was removed is there again. */
export async function noteReturn(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<void> {
  await transaction
    .updateTable('guest')
    .set({ removedAt: null })
    .where('guestId', '=', guestId)
    .execute()
}

/** Somebody whose removal was noted at that instant is there all the same. */
export async function takeBackRemoval(
  transaction: Transaction<Tables>,
  guestId: PersonId,
  removedAt: Date,
): Promise<void> {
  await transaction
    .updateTable('guest')
    .set({ removedAt: null })
    .where('guestId', '=', guestId)
    .where('removedAt', '=', removedAt)
    .execute()
}
