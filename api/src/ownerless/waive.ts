import type { GroupId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import { appendToJournal } from '../journal/append.ts'
import type { Tables } from '../store/tables.ts'
import type { Answerer } from '../token/answerer.ts'
import { findGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import {
  closeOwnerless,
  entryWordsOf,
  type OwnerlessRow,
  readOwnerlessWords,
} from './ownerless-group.ts'

/** An operator's word that a group needs no owner. */
export interface Waiver {
  readonly groupId: GroupId
  readonly reason: string
  readonly operator: Omit<Answerer, 'answersAs'>
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/** @throws {ProblemError} `ownerless-group-not-found` where it waits for none, or not any more. */
export async function waiveOwner(
  transaction: Transaction<Tables>,
  { groupId, reason, operator, requestId, now }: Waiver,
): Promise<void> {
  const row = (await transaction
    .selectFrom('ownerlessGroup')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()) as OwnerlessRow | undefined
  if (!row) throw new ProblemError('ownerless-group-not-found')
  const words = await readOwnerlessWords(transaction, row)
  const key = words && row.guestId ? await findGuestKey(transaction, row.guestId) : undefined
  await closeOwnerless(transaction, row, {
    state: 'not-needed',
    closedAt: now,
    closedBy: operator.personId,
    // Of a guest who is erased, nothing in words is kept.
    words: key ? sealWords(key, { ...words, reason }) : null,
  })
  await appendToJournal(transaction, {
    organizationId: row.organizationId,
    at: now,
    act: 'waive-owner',
    outcome: 'done',
    actor: { kind: 'operator', id: operator.personId },
    guestId: row.guestId ?? undefined,
    objectId: groupId,
    subjectId: row.leavingId,
    requestId,
    tokenId: operator.tokenId,
    sessionId: operator.sessionId,
    words: words && { ...entryWordsOf(words), actor: operator.name },
  })
}
