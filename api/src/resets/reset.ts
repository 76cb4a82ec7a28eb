import type { PersonId } from '@foyer/contracts/ids'
import type { Reset, ResetState } from '@foyer/contracts/reset'
import type { ResetFacts } from '@foyer/lifecycle/reset'
import type { Selectable, Transaction, Updateable } from 'kysely'
import { instants } from '../http/instants.ts'
import type { Tables } from '../store/tables.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

//   asked ──the address says yes──► proved ──another operator──► waiting ──three days──► carried out ► done
//     └────────────────── no, or anybody's stop ──────────────────┴──► stopped        each, too late ► lapsed

export type ResetRow = Selectable<Tables['reset']>

/** Somebody of the organization, as they were called. */
export interface NamedOperator {
  readonly name: string
  readonly mail?: string
}

/** What a reset names, sealed. */
export interface ResetWords {
  readonly guest: string
  readonly organization: string
  /** The address that the directory has, and the one with which the guest redeems anew. */
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly askedBy: NamedOperator
  readonly agreedBy?: NamedOperator
}

export const underWay = ['asked', 'proved', 'waiting'] as const

/** @returns false where one is under way already. */
export async function addReset(
  transaction: Transaction<Tables>,
  row: Pick<
    ResetRow,
    'organizationId' | 'resetId' | 'guestId' | 'askedAt' | 'askedBy' | 'requestId' | 'lapsesAt'
  >,
  words: ResetWords,
): Promise<boolean> {
  const key = await keepGuestKey(transaction, row.organizationId, row.guestId)
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('reset')
    .values({ ...row, words: sealWords(key, words) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Boolean(numInsertedOrUpdatedRows)
}

/** The last one of a guest; undefined where nobody ever asked for one. */
export async function findReset(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<ResetRow | undefined> {
  return transaction
    .selectFrom('reset')
    .selectAll()
    .where('guestId', '=', guestId)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Locked, so that of two who change it one is first. */
export async function lockReset(
  transaction: Transaction<Tables>,
  resetId: string,
): Promise<ResetRow | undefined> {
  return transaction
    .selectFrom('reset')
    .selectAll()
    .where('resetId', '=', resetId)
    .forUpdate()
    .executeTakeFirst()
}

export async function lockResetOf(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<ResetRow | undefined> {
  const found = await findReset(transaction, guestId)
  return found && lockReset(transaction, found.resetId)
}

export async function changeReset(
  transaction: Transaction<Tables>,
  { resetId, guestId }: Pick<ResetRow, 'resetId' | 'guestId'>,
  { words, ...change }: Omit<Updateable<Tables['reset']>, 'words'> & { words?: ResetWords },
): Promise<void> {
  const key = words && (await findGuestKey(transaction, guestId))
  await transaction
    .updateTable('reset')
    .set({ ...change, ...(words && key ? { words: sealWords(key, words) } : {}) })
    .where('resetId', '=', resetId)
    .execute()
}

/** Undefined where they were erased with the guest. */
export async function readResetWords(
  transaction: Transaction<Tables>,
  { guestId, words }: Pick<ResetRow, 'guestId' | 'words'>,
): Promise<ResetWords | undefined> {
  const key = await findGuestKey(transaction, guestId)
  return key && (unsealWords(key, words) as ResetWords)
}

export function isUnderWay({ state }: Pick<ResetRow, 'state'>): boolean {
  return underWay.some((each) => each === state)
}

export function isSameAddress({ from, to }: Pick<ResetWords, 'from' | 'to'>): boolean {
  return from.toLowerCase() === to.toLowerCase()
}

export function factsOf({ state, askedBy, opensAt, lapsesAt }: ResetRow): ResetFacts {
  return { state: state as ResetState, askedBy, opensAt, lapsesAt }
}

export async function tellReset(
  transaction: Transaction<Tables>,
  row: ResetRow,
): Promise<Reset | undefined> {
  const words = await readResetWords(transaction, row)
  if (!words) return undefined
  const { from, to, reason, askedBy, agreedBy } = words
  const { provedAt, agreedAt, opensAt, endedAt } = row
  return {
    state: row.state as ResetState,
    ...(row.because === null ? {} : { because: row.because }),
    from,
    to,
    reason,
    askedAt: row.askedAt.toISOString(),
    askedBy: askedBy.name,
    ...(agreedBy ? { agreedBy: agreedBy.name } : {}),
    ...instants({ provedAt, agreedAt, opensAt, endedAt }),
    ...(isUnderWay(row) ? { lapsesAt: row.lapsesAt.toISOString() } : {}),
    ...(row.attemptedAt && row.state === 'waiting' ? { isUnsure: true } : {}),
  }
}
