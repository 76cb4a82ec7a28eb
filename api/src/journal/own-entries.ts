import type { JournalEntry } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { findGuestKey } from '../words/guest-key.ts'
import { unsealWords } from '../words/seal.ts'
import type { EntryWords } from './append.ts'

/** Entries about one person and nobody else, the newest first, with words while they have a key. */
export async function listOwnEntries(
  transaction: Transaction<Tables>,
  { organizationId, personId }: CallerIdentity,
  { before, most }: { readonly before: number | undefined; readonly most: number | undefined },
): Promise<JournalEntry[]> {
  const key = await findGuestKey(transaction, personId)
  const rows = await transaction
    .selectFrom('journal')
    .select(['position', 'at', 'act', 'outcome', 'because', 'actorKind', 'requestId', 'words'])
    .where('organizationId', '=', organizationId)
    .where('guestId', '=', personId)
    .$if(before !== undefined, (query) => query.where('position', '<', before ?? 0))
    .orderBy('position', 'desc')
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .execute()
  return rows.map(({ position, at, act, outcome, because, actorKind, requestId, words }) => {
    const named = words && key ? (unsealWords(key, words) as EntryWords) : undefined
    const name = actorKind === 'guest' ? named?.guest : named?.actor
    return {
      position,
      at: at.toISOString(),
      act: act as JournalEntry['act'],
      outcome: outcome as JournalEntry['outcome'],
      ...(because === null ? {} : { because }),
      actor: {
        kind: actorKind as JournalEntry['actor']['kind'],
        ...(name === undefined ? {} : { name }),
      },
      ...(named?.group === undefined ? {} : { group: named.group }),
      isErased: words !== null && !key,
      ...(requestId === null ? {} : { requestId }),
    }
  })
}
