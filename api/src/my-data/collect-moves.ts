import type { PersonId } from '@foyer/contracts/ids'
import type { AccessData } from '@foyer/contracts/my-data'
import type { Transaction } from 'kysely'
import { instants } from '../http/instants.ts'
import { findMove, tellMyMove } from '../moves/move.ts'
import type { Tables } from '../store/tables.ts'

/** How somebody moved to another address, or came from one, the newest first. */
export async function collectMoves(
  transaction: Transaction<Tables>,
  personId: PersonId,
): Promise<AccessData['moves']> {
  const rows = await transaction
    .selectFrom('move')
    .selectAll()
    .where((query) =>
      query.or([query('guestId', '=', personId), query('toGuestId', '=', personId)]),
    )
    .orderBy('askedAt', 'desc')
    .execute()
  const data: AccessData['moves'] = []
  for (const { moveId, toGuestId, joiningGroupIds, endedAt } of rows) {
    const move = await findMove(transaction, { moveId })
    if (!move) continue
    const { canStop: _, ...told } = tellMyMove(move)
    const groups = move.words.groups ?? []
    data.push({
      ...told,
      isNew: toGuestId === personId,
      ...instants({ endedAt }),
      groups: groups.flatMap(({ groupId, name }) =>
        joiningGroupIds?.includes(groupId) === true ? [name] : [],
      ),
    })
  }
  return data
}
