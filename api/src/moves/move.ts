import {
  leastMoveDays,
  moveDays,
  type MoveState,
  type Move,
  type MyMove,
} from '@foyer/contracts/move'
import type { PersonId } from '@foyer/contracts/ids'
import { maskAddress } from '@foyer/lifecycle/invitation'
import type { Selectable, Transaction, Updateable } from 'kysely'
import { instants } from '../http/instants.ts'
import type { Tables } from '../store/tables.ts'
import { findGuestKey, keepGuestKey } from '../words/guest-key.ts'
import { sealWords, unsealWords } from '../words/seal.ts'

//   open ──the invitation is redeemed──► redeemed ──fourteen days after it was told──► ended
//    │                                      └──the old account, or an operator──► stopped
//    ├──the old account, or an operator──► stopped
//    └──declined, expired, withdrawn: nobody came──► lapsed

export type MoveRow = Selectable<Tables['move']>

/** What a move names, sealed with the key of the old account. */
export interface MoveWords {
  readonly guest: { readonly name: string; readonly mail: string }
  readonly organization: string
  readonly askedBy: string
  /** The new address. */
  readonly mail: string
  readonly answeredBy?: string
  /** Those that were ticked, with their names at that time. */
  readonly groups?: readonly { readonly groupId: string; readonly name: string }[]
}

/** A move with what it names. */
export interface ToldMove {
  readonly row: MoveRow
  readonly words: MoveWords
}

const dayMs = 24 * 60 * 60_000

/** When the old account is blocked; undefined as long as it was not told, or nobody has come. */
export function blocksAtOf({
  toldAt,
  redeemedAt,
}: Pick<MoveRow, 'toldAt' | 'redeemedAt'>): Date | undefined {
  if (!toldAt || !redeemedAt) return undefined
  const byNotice = toldAt.getTime() + moveDays * dayMs
  return new Date(Math.max(byNotice, redeemedAt.getTime() + leastMoveDays * dayMs))
}

/** @returns false where one is under way for this guest. */
export async function addMove(
  transaction: Transaction<Tables>,
  row: Pick<
    MoveRow,
    | 'organizationId'
    | 'moveId'
    | 'guestId'
    | 'invitationId'
    | 'askedAt'
    | 'askedBy'
    | 'askedAs'
    | 'requestId'
  >,
  words: MoveWords,
): Promise<boolean> {
  const key = await keepGuestKey(transaction, row.organizationId, row.guestId)
  const added = await transaction
    .insertInto('move')
    .values({ ...row, words: sealWords(key, words) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('moveId')
    .executeTakeFirst()
  return added !== undefined
}

/** Which of them is meant. */
export type MoveKey = Partial<Pick<MoveRow, 'moveId' | 'guestId' | 'invitationId'>> & {
  readonly toGuestId?: PersonId
  readonly endingId?: string
}

/** The newest of these; undefined where there is none, or its words were erased. */
export async function findMove(
  transaction: Transaction<Tables>,
  key: MoveKey,
): Promise<ToldMove | undefined> {
  return told(transaction, await select(transaction, key).executeTakeFirst())
}

/** The same, locked, so that of two who change it one is first. Its invitation is locked before it. */
export async function lockMove(
  transaction: Transaction<Tables>,
  key: MoveKey,
): Promise<ToldMove | undefined> {
  return told(transaction, await select(transaction, key).forUpdate().executeTakeFirst())
}

function select(transaction: Transaction<Tables>, key: MoveKey) {
  return transaction
    .selectFrom('move')
    .selectAll()
    .where((query) => query.and(key))
    .orderBy('askedAt', 'desc')
    .limit(1)
}

async function told(
  transaction: Transaction<Tables>,
  row: MoveRow | undefined,
): Promise<ToldMove | undefined> {
  const key = row && (await findGuestKey(transaction, row.guestId))
  return row && key ? { row, words: unsealWords(key, row.words) as MoveWords } : undefined
}

export async function changeMove(
  transaction: Transaction<Tables>,
  { moveId }: Pick<MoveRow, 'moveId'>,
  change: Updateable<Tables['move']>,
): Promise<void> {
  await transaction.updateTable('move').set(change).where('moveId', '=', moveId).execute()
}

/** The words with a change, as they are kept. */
export async function sealMoveWords(
  transaction: Transaction<Tables>,
  { organizationId, guestId }: Pick<MoveRow, 'organizationId' | 'guestId'>,
  words: MoveWords,
): Promise<Uint8Array> {
  return sealWords(await keepGuestKey(transaction, organizationId, guestId), words)
}

/** Whether whoever redeems this invitation is to get nothing: the move was stopped. */
export async function isMoveStopped(
  transaction: Transaction<Tables>,
  { invitationId }: Pick<MoveRow, 'invitationId'>,
): Promise<boolean> {
  return (await findMove(transaction, { invitationId }))?.row.state === 'stopped'
}

/** Whether there is something left that a stop keeps from the old account, or takes back. */
export function isStoppable({ state }: Pick<MoveRow, 'state'>): boolean {
  return state === 'open' || state === 'redeemed' || state === 'ended'
}

/** As those read it who answer for the guest. */
export function tellMove({ row, words }: ToldMove, isOperator: boolean): Move {
  const nameOf = (id: string) => words.groups?.find(({ groupId }) => groupId === id)?.name ?? ''
  return {
    state: row.state as MoveState,
    from: { guestId: row.guestId, name: words.guest.name },
    mail: words.mail,
    ...(row.toGuestId ? { toGuestId: row.toGuestId } : {}),
    askedAt: row.askedAt.toISOString(),
    askedBy: words.askedBy,
    ...instants({ redeemedAt: row.redeemedAt, blocksAt: blocksAtOf(row), endedAt: row.endedAt }),
    ...(row.answeredAt
      ? {
          answer: {
            at: row.answeredAt.toISOString(),
            by: words.answeredBy ?? '',
            groups: row.groupIds.map(nameOf),
            missed: row.missedGroupIds.map(nameOf),
            isCarried: row.carriedAt !== null,
            ...(row.endsOn ? { endsOn: row.endsOn } : {}),
          },
        }
      : {}),
    canStop: isOperator && isStoppable(row),
  }
}

/** As the old account reads it. */
export function tellMyMove({ row, words }: ToldMove): MyMove {
  return {
    state: row.state as MoveState,
    askedAt: row.askedAt.toISOString(),
    askedBy: words.askedBy,
    maskedMail: maskAddress(words.mail),
    ...instants({ redeemedAt: row.redeemedAt, blocksAt: blocksAtOf(row) }),
    canStop: isStoppable(row),
  }
}
