import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

/** The words of a hold, sealed with the guest's key. */
export interface HoldWords {
  readonly reason: string
  /** The name of whoever placed it. */
  readonly placedBy: string
}

/** Somebody's word that a guest who has left is not brought back by Foyer. */
export interface Hold extends HoldWords {
  readonly placedAt: Date
}

/** Undefined where there is none. One whose words are erased holds all the same. */
export async function findHold(
  transaction: Transaction<Tables>,
  leavingId: string,
): Promise<Hold | undefined> {
  const row = await transaction
    .selectFrom('returnHold')
    .select(['guestId', 'placedAt', 'words'])
    .where('leavingId', '=', leavingId)
    .executeTakeFirst()
  if (!row) return undefined
  const key = await findGuestKey(transaction, row.guestId)
  const words = key ? (unsealWords(key, row.words) as HoldWords) : { reason: '', placedBy: '' }
  return { ...words, placedAt: row.placedAt }
}

/** A new reason takes the place of the one before. */
export async function keepHold(
  transaction: Transaction<Tables>,
  {
    organizationId,
    leavingId,
    guestId,
    placedBy,
    placedAt,
    ...hold
  }: {
    readonly organizationId: OrganizationId
    readonly leavingId: string
    readonly guestId: PersonId
    readonly placedBy: PersonId
    readonly placedAt: Date
    readonly words: HoldWords
  },
): Promise<void> {
  const words = sealWords(await keepGuestKey(transaction, organizationId, guestId), hold.words)
  await transaction
    .insertInto('returnHold')
    .values({ organizationId, leavingId, guestId, placedAt, placedBy, words })
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'leavingId']).doUpdateSet({ placedAt, placedBy, words }),
    )
    .execute()
}
