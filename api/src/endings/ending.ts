import { randomUUID } from 'node:crypto'
import type { Ending, EndingState } from '@foyer/contracts/ending'
import type { PersonId } from '@foyer/contracts/ids'
import type { Selectable, Transaction, Updateable } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

/** The kind of the steps that block and remove, or take that back, as the state of an ending says. */
export const endingKind = 'ending'

export type EndingRow = Selectable<Tables['ending']>

/** What an ending names, sealed. */
export interface EndingWords {
  readonly guest: { readonly name: string; readonly mail?: string }
  readonly organization: string
  readonly askedBy: string
  readonly reason: string
  readonly handover?: string
}

/** @returns false where one is under way already. */
export async function addEnding(
  transaction: Transaction<Tables>,
  row: Pick<
    EndingRow,
    | 'organizationId'
    | 'endingId'
    | 'guestId'
    | 'askedAt'
    | 'askedBy'
    | 'askedAs'
    | 'requestId'
    | 'blocksAt'
    | 'removesAt'
  > &
    Partial<Pick<EndingRow, 'state' | 'because' | 'isMove'>>,
  words: EndingWords,
): Promise<boolean> {
  const key = await keepGuestKey(transaction, row.organizationId, row.guestId)
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('ending')
    .values({ ...row, words: sealWords(key, words) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return false
  if (row.state !== 'asked') await moveEnding(transaction, row, 'block')
  return true
}

/** Whether something is still to be done, or to be answered. */
export function isUnderWay({ state }: Pick<EndingRow, 'state'>): boolean {
  return state === 'asked' || state === 'waiting' || state === 'blocked'
}

/** Has a worker do what the state of an ending says now. */
export async function moveEnding(
  transaction: Transaction<Tables>,
  { organizationId, endingId }: Pick<EndingRow, 'organizationId' | 'endingId'>,
  what: 'block' | 'remove' | 'unblock',
): Promise<void> {
  await addStep(transaction, {
    organizationId,
    kind: endingKind,
    subjectId: endingId,
    // What was held back, or is being done in that moment, is done once more.
    key: `ending:${endingId}:${what}${what === 'remove' ? '' : `:${randomUUID()}`}`,
    urgency: urgency.awaited,
  })
}

/** The last one of a guest; undefined where nobody ever ended their access. */
export async function findEnding(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<EndingRow | undefined> {
  return transaction
    .selectFrom('ending')
    .selectAll()
    .where('guestId', '=', guestId)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Locked, so that of two who change it one is first. */
export async function lockEnding(
  transaction: Transaction<Tables>,
  endingId: string,
): Promise<EndingRow | undefined> {
  return transaction
    .selectFrom('ending')
    .selectAll()
    .where('endingId', '=', endingId)
    .forUpdate()
    .executeTakeFirst()
}

export async function changeEnding(
  transaction: Transaction<Tables>,
  endingId: string,
  change: Updateable<Tables['ending']>,
): Promise<void> {
  await transaction.updateTable('ending').set(change).where('endingId', '=', endingId).execute()
}

/** Undefined where they were erased with the guest. */
export async function readEndingWords(
  transaction: Transaction<Tables>,
  { guestId, words }: Pick<EndingRow, 'guestId' | 'words'>,
): Promise<EndingWords | undefined> {
  const key = await findGuestKey(transaction, guestId)
  return key && (unsealWords(key, words) as EndingWords)
}

export async function tellEnding(
  transaction: Transaction<Tables>,
  row: EndingRow,
): Promise<Ending | undefined> {
  const words = await readEndingWords(transaction, row)
  if (!words) return undefined
  const { askedBy, reason, handover } = words
  return {
    state: row.state as EndingState,
    ...(row.because === null ? {} : { because: row.because }),
    askedAt: row.askedAt.toISOString(),
    askedBy,
    reason,
    ...(handover === undefined ? {} : { handover }),
    blocksAt: row.blocksAt.toISOString(),
    removesAt: row.removesAt.toISOString(),
    ...(row.isMove ? { isMove: true as const } : {}),
  }
}
