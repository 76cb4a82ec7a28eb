import type { ReturnRequestState } from '@foyer/contracts/way-back'
import type { Selectable, Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findGuestKey } from '../words/guest-key.ts'
import { unsealWords } from '../words/seal.ts'

export type ReturnRequestRow = Selectable<Tables['returnRequest']>

/** The words of a request to come back and of its answer, sealed with the guest's key. */
export interface RequestWords {
  readonly reason?: string
  readonly note?: string
  /** The name of whoever answered. */
  readonly answeredBy?: string
}

/** A request with its words, while they can be read. */
export interface ReturnRequest extends RequestWords {
  readonly state: ReturnRequestState
  readonly language: string
  readonly askedAt: Date
  readonly answeredAt: Date | null
}

/** Of a leaving there is one at most. */
export async function findReturnRequest(
  transaction: Transaction<Tables>,
  leavingId: string,
): Promise<ReturnRequest | undefined> {
  const row = await transaction
    .selectFrom('returnRequest')
    .selectAll()
    .where('leavingId', '=', leavingId)
    .executeTakeFirst()
  return row && readReturnRequest(transaction, row)
}

export async function readReturnRequest(
  transaction: Transaction<Tables>,
  { guestId, words, state, language, askedAt, answeredAt }: ReturnRequestRow,
): Promise<ReturnRequest> {
  const key = await findGuestKey(transaction, guestId)
  return {
    ...(key ? (unsealWords(key, words) as RequestWords) : {}),
    state: state as ReturnRequestState,
    language,
    askedAt,
    answeredAt,
  }
}

/** As whoever asked reads it. */
export function tellReturnRequest({ state, askedAt, answeredAt, reason, note }: ReturnRequest) {
  return {
    state,
    askedAt: askedAt.toISOString(),
    ...(reason === undefined ? {} : { reason }),
    ...(answeredAt ? { answeredAt: answeredAt.toISOString() } : {}),
    ...(note === undefined ? {} : { note }),
  }
}
