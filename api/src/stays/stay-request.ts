import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { StayRequest, StayState } from '@foyer/contracts/stay'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

/** What was written in a request to stay and in its answer. */
export interface StayWords {
  readonly reason: string
  readonly note?: string
  /** The name of whoever answered, at that time. */
  readonly answeredBy?: string
}

export type StayRow = Selectable<Tables['stayRequest']>

/** The last one of a guest; undefined where they never asked. */
export async function findStayRequest(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<StayRow | undefined> {
  return transaction
    .selectFrom('stayRequest')
    .selectAll()
    .where('guestId', '=', guestId)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Undefined where the words were erased with the guest. */
export async function readStayWords(
  transaction: Transaction<Tables>,
  { guestId, words }: Pick<StayRow, 'guestId' | 'words'>,
): Promise<StayWords | undefined> {
  const key = await findGuestKey(transaction, guestId)
  return key && (unsealWords(key, words) as StayWords)
}

export async function tellStayRequest(
  transaction: Transaction<Tables>,
  row: StayRow,
): Promise<StayRequest | undefined> {
  const words = await readStayWords(transaction, row)
  if (!words) return undefined
  return {
    state: row.state as StayState,
    askedAt: row.askedAt.toISOString(),
    until: row.wanted,
    ...words,
    ...(row.answeredAt ? { answeredAt: row.answeredAt.toISOString() } : {}),
    ...(row.granted ? { grantedUntil: row.granted } : {}),
  }
}

/** @returns false where one is open already. */
export async function addStayRequest(
  transaction: Transaction<Tables>,
  row: Pick<StayRow, 'organizationId' | 'stayRequestId' | 'guestId' | 'wanted' | 'askedAt'>,
  words: StayWords,
): Promise<boolean> {
  const key = await keepGuestKey(transaction, row.organizationId, row.guestId)
  const { rows } = await sql<object>`
    INSERT INTO stay_request (organization_id, stay_request_id, guest_id, wanted, asked_at, words)
    VALUES (${row.organizationId}, ${row.stayRequestId}, ${row.guestId}, ${row.wanted},
      ${row.askedAt}, ${sealWords(key, words)})
    ON CONFLICT DO NOTHING RETURNING 1`.execute(transaction)
  return rows.length > 0
}

/** How an open request ends. */
export interface StayAnswer {
  readonly state: Exclude<StayState, 'open'>
  readonly at: Date
  readonly by?: { readonly personId: PersonId; readonly name: string }
  readonly note?: string
  readonly grantedUntil?: string
}

/**
 * Closes the open request of a guest.
 *
 * @returns it, as it was; undefined where none is open: of two who answer, one does.
 */
export async function closeStayRequest(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  guestId: PersonId,
  { state, at, by, note, grantedUntil }: StayAnswer,
): Promise<StayRow | undefined> {
  const row = await transaction
    .selectFrom('stayRequest')
    .selectAll()
    .where('guestId', '=', guestId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  const words = row && (await readStayWords(transaction, row))
  if (!words) return undefined
  const key = await keepGuestKey(transaction, organizationId, guestId)
  await transaction
    .updateTable('stayRequest')
    .set({
      state,
      answeredAt: at,
      answeredBy: by?.personId ?? null,
      granted: grantedUntil ?? null,
      words: sealWords(key, {
        ...words,
        ...(note === undefined ? {} : { note }),
        ...(by ? { answeredBy: by.name } : {}),
      }),
    })
    .where('stayRequestId', '=', row.stayRequestId)
    .execute()
  return row
}
