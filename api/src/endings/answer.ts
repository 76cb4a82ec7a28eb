import type { AskedEnding } from '@foyer/contracts/ending'
import { blocksAfter } from '@foyer/lifecycle/ending'
import { removedAfterGrace } from '@foyer/lifecycle/exit-request'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { ReachableDecider } from '../guests/find-decider.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import type { Answerer } from '../token/answerer.ts'
import { changeEnding, type EndingRow, lockEnding, moveEnding, readEndingWords } from './ending.ts'
import { tellOfAnswer } from './tell.ts'
import { writeDownEnding } from './write-down.ts'

/** So many at most. */
const most = 200

/** The endings that wait for an operator's word, the oldest first. */
export async function readAskedEndings(transaction: Transaction<Tables>): Promise<AskedEnding[]> {
  const rows = await transaction
    .selectFrom('ending')
    .selectAll()
    .where('state', '=', 'asked')
    .orderBy('askedAt')
    .orderBy('endingId')
    .limit(most)
    .execute()
  const asked: AskedEnding[] = []
  for (const row of rows) {
    const words = await readEndingWords(transaction, row)
    if (!words) continue
    const { guest, askedBy, reason, handover } = words
    asked.push({
      endingId: row.endingId,
      guestId: row.guestId,
      guest,
      because: row.because as AskedEnding['because'],
      askedAt: row.askedAt.toISOString(),
      askedBy,
      reason,
      ...(handover === undefined ? {} : { handover }),
      ...(row.isMove ? { isMove: true as const } : {}),
    })
  }
  return asked
}

/** An operator's answer to one of them. */
export interface EndingAnswer {
  readonly endingId: string
  readonly isAllowed: boolean
  /** What whoever asked reads. */
  readonly note: string
  readonly operator: Answerer
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
  readonly connected: ConnectedOrganization
  /** Whoever asked, where a mail reaches them. */
  readonly asker: ReachableDecider | undefined
}

/**
 * Lets an ending go its way, ten minutes from now, or refuses it. The same answer again is the same.
 *
 * @throws {ProblemError} `ending-not-asked` where nobody waits for the answer.
 */
export async function answerEnding(
  transaction: Transaction<Tables>,
  { endingId, isAllowed, note, operator, requestId, now, connected, asker }: EndingAnswer,
): Promise<void> {
  const row = await lockEnding(transaction, endingId)
  if (row?.state !== 'asked') {
    const isSame =
      row && row.answeredBy === operator.personId && isAllowed === (row.state !== 'refused')
    if (isSame) return
    throw new ProblemError('ending-not-asked')
  }
  const answeredBy = operator.personId
  if (isAllowed) {
    const blocksAt = blocksAfter(now)
    const removesAt = removedAfterGrace(blocksAt, connected.exitRequests.graceDays)
    const change = { state: 'waiting', because: null, answeredBy, blocksAt, removesAt }
    await changeEnding(transaction, endingId, change)
    await moveEnding(transaction, row, 'block')
  } else {
    const because = 'operator-refused'
    await changeEnding(transaction, endingId, {
      state: 'refused',
      because,
      answeredBy,
      endedAt: now,
    })
  }
  const answer = { asker, connected, by: operator.name, isAllowed, note, at: now }
  await tellOfAnswer(transaction, row, answer)
  await writeDownEnding(transaction, row, {
    act: 'answer-ending',
    outcome: isAllowed ? 'done' : 'refused',
    actor: { kind: 'operator', id: operator.personId },
    actorName: operator.name,
    reason: note,
    requestId,
    tokenId: operator.tokenId,
    sessionId: operator.sessionId,
    at: now,
  })
}

/** Who asked for one that waits for an answer. */
export async function findAskedEnding(
  transaction: Transaction<Tables>,
  endingId: string,
): Promise<Pick<EndingRow, 'askedBy'> | undefined> {
  return transaction
    .selectFrom('ending')
    .select('askedBy')
    .where('endingId', '=', endingId)
    .executeTakeFirst()
}
