import type { ProposedOwner } from '@foyer/contracts/departure'
import type { GroupId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { LeavingRow, LeavingWords } from '../leaving/leaving.ts'
import type { Tables } from '../store/tables.ts'
import { keepGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import type { OwnerlessWords } from './ownerless-group.ts'

/** Keeps the groups that have no owner any more, in the transaction that ends the leaving. */
export async function keepOwnerless(
  transaction: Transaction<Tables>,
  { organizationId, leavingId, guestId, ...row }: LeavingRow,
  words: LeavingWords | undefined,
  since: Date,
): Promise<void> {
  const { ownedAlone } = row
  if (ownedAlone.length === 0) return
  const proposed = (row.proposedOwners ?? []) as readonly ProposedOwner[]
  const key = words && (await keepGuestKey(transaction, organizationId, guestId))
  // Whoever has left owned it meanwhile.
  await transaction
    .updateTable('ownerlessGroup')
    .set({ state: 'named', closedAt: since })
    .where('groupId', 'in', ownedAlone as GroupId[])
    .where('state', '=', 'open')
    .execute()
  await transaction
    .insertInto('ownerlessGroup')
    .values(
      (ownedAlone as GroupId[]).map((groupId) => ({
        organizationId,
        groupId,
        leavingId,
        guestId,
        since,
        proposedId: proposed.find((each) => each.groupId === groupId)?.personId ?? null,
        words: key ? sealWords(key, wordsOf(words, groupId, row)) : null,
      })),
    )
    .execute()
}

function wordsOf(
  { guest, organization, ownerless = [], proposed = [] }: LeavingWords,
  groupId: GroupId,
  { ownedAlone }: Pick<LeavingRow, 'ownedAlone'>,
): OwnerlessWords {
  return {
    guest: guest.name,
    organization,
    group: ownerless[ownedAlone.indexOf(groupId)],
    proposed: proposed.find((each) => each.groupId === groupId)?.person,
  }
}
