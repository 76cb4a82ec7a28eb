import { randomUUID } from 'node:crypto'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type {
  MySuccession,
  Succession,
  SuccessionCause,
  SuccessionState,
} from '@foyer/contracts/succession'
import type { Selectable, Transaction, Updateable } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'
import { listAsks } from './ask.ts'

/** The kind of the steps that ask the next one, or write who has accepted to the directory. */
export const successionKind = 'succession'

export type SuccessionRow = Selectable<Tables['succession']>

/** What a succession names, sealed. */
export interface SuccessionWords {
  readonly guest: { readonly name: string; readonly mail?: string; readonly company?: string }
  readonly organization: string
  readonly openedBy?: { readonly name: string; readonly mail?: string }
  readonly note?: string
}

/** @returns false where one is under way already. */
export async function addSuccession(
  transaction: Transaction<Tables>,
  row: Pick<
    SuccessionRow,
    | 'organizationId'
    | 'successionId'
    | 'guestId'
    | 'cause'
    | 'openedAt'
    | 'openedBy'
    | 'openedAs'
    | 'requestId'
    | 'leavesId'
    | 'namedId'
  >,
  words: SuccessionWords,
): Promise<boolean> {
  const key = await keepGuestKey(transaction, row.organizationId, row.guestId)
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('succession')
    .values({ ...row, words: sealWords(key, words) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return false
  await moveSuccession(transaction, row)
  return true
}

/** Has a worker do what the state of a succession says now. */
export async function moveSuccession(
  transaction: Transaction<Tables>,
  {
    organizationId,
    successionId,
  }: { readonly organizationId: OrganizationId; readonly successionId: string },
): Promise<void> {
  await addStep(transaction, {
    organizationId,
    kind: successionKind,
    subjectId: successionId,
    // What is done follows from the state: a second step of the same finds nothing to do.
    key: `succession:${successionId}:${randomUUID()}`,
    urgency: urgency.awaited,
  })
}

/** The last one of a guest; undefined where nobody was ever asked. */
export async function findSuccession(
  transaction: Transaction<Tables>,
  guestId: PersonId,
): Promise<SuccessionRow | undefined> {
  return transaction
    .selectFrom('succession')
    .selectAll()
    .where('guestId', '=', guestId)
    .orderBy('openedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Locked, so that of two who change it one is first. */
export async function lockSuccession(
  transaction: Transaction<Tables>,
  successionId: string,
): Promise<SuccessionRow | undefined> {
  return transaction
    .selectFrom('succession')
    .selectAll()
    .where('successionId', '=', successionId)
    .forUpdate()
    .executeTakeFirst()
}

export async function changeSuccession(
  transaction: Transaction<Tables>,
  successionId: string,
  change: Updateable<Tables['succession']>,
): Promise<void> {
  await transaction
    .updateTable('succession')
    .set(change)
    .where('successionId', '=', successionId)
    .execute()
}

/** Undefined where they were erased with the guest. */
export async function readSuccessionWords(
  transaction: Transaction<Tables>,
  { guestId, words }: Pick<SuccessionRow, 'guestId' | 'words'>,
): Promise<SuccessionWords | undefined> {
  const key = await findGuestKey(transaction, guestId)
  return key && (unsealWords(key, words) as SuccessionWords)
}

export async function tellSuccession(
  transaction: Transaction<Tables>,
  row: SuccessionRow,
): Promise<Succession | undefined> {
  const words = await readSuccessionWords(transaction, row)
  if (!words) return undefined
  const isOver = row.state === 'exhausted' || row.state === 'ended'
  const asks = await listAsks(transaction, row.successionId)
  return {
    successionId: row.successionId,
    guestId: row.guestId,
    guest: words.guest.name,
    cause: row.cause as SuccessionCause,
    state: row.state as SuccessionState,
    ...(isOver && row.because !== null ? { because: row.because } : {}),
    openedAt: row.openedAt.toISOString(),
    ...(words.openedBy ? { openedBy: words.openedBy.name } : {}),
    ...(words.note === undefined ? {} : { note: words.note }),
    asked: asks.map(({ askedAt, answersUntil, told }) => ({
      name: told.name,
      askedAt: askedAt.toISOString(),
      answersUntil: answersUntil.toISOString(),
    })),
    ...(row.endedAt ? { endedAt: row.endedAt.toISOString() } : {}),
  }
}

/** To the guest: of what others have asked, no more than that they cannot ask now. */
export function tellMySuccession(
  row: Pick<SuccessionRow, 'state' | 'openedAs' | 'openedAt'> | undefined,
  isWritable: boolean,
): MySuccession {
  const isUnderWay = row?.state === 'open' || row?.state === 'accepting'
  const mayAsk = isWritable && !isUnderWay
  if (row?.openedAs !== 'guest' || (!isUnderWay && row.state !== 'exhausted')) return { mayAsk }
  const state = row.state as 'open' | 'accepting' | 'exhausted'
  return { mayAsk, asked: { state, askedAt: row.openedAt.toISOString() } }
}
