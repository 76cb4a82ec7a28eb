import { randomUUID } from 'node:crypto'
import type { Ending } from '@foyer/contracts/ending'
import { blocksAfter, mostEndingsADay } from '@foyer/lifecycle/ending'
import { removedAfterGrace } from '@foyer/lifecycle/exit-request'
import type { Transaction } from 'kysely'
import type { Deciding } from '../guests/decide.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import {
  addEnding,
  changeEnding,
  countEndings,
  findEnding,
  lockEnding,
  moveEnding,
  tellEnding,
} from './ending.ts'
import { writeDownEnding } from './write-down.ts'

const dayMs = 24 * 60 * 60_000

/**
 * Ends a guest's access: in ten minutes they are blocked, after the grace time removed, and until then
 * it is taken back. The same again by the same person is the same.
 *
 * @throws {ProblemError} `ending-under-way`; `too-many-endings` where a sponsor has ended so many today
 *   that an operator has to do it.
 */
export async function beginEnding(
  transaction: Transaction<Tables>,
  deciding: Deciding,
  {
    reason,
    handover,
    graceDays,
  }: { readonly reason: string; readonly handover?: string; readonly graceDays: number },
): Promise<Ending> {
  const { organizationId, organization, guest, answerer, requestId, now } = deciding
  const { personId: guestId, name, mail } = guest
  const before = await findEnding(transaction, guestId)
  const isUnderWay = before?.state === 'waiting' || before?.state === 'blocked'
  if (!isUnderWay && answerer.answersAs === 'sponsor') {
    const since = new Date(now.getTime() - dayMs)
    const ended = await countEndings(transaction, organizationId, answerer.personId, since)
    if (ended >= mostEndingsADay) throw new ProblemError('too-many-endings')
  }
  const blocksAt = blocksAfter(now)
  const row = {
    organizationId,
    endingId: randomUUID(),
    guestId,
    askedAt: now,
    askedBy: answerer.personId,
    askedAs: answerer.answersAs,
    requestId,
    blocksAt,
    removesAt: removedAfterGrace(blocksAt, graceDays),
  }
  const isNew = await addEnding(transaction, row, {
    guest: { name, ...(mail ? { mail } : {}) },
    organization: organization.name,
    askedBy: answerer.name,
    reason,
    ...(handover === undefined ? {} : { handover }),
  })
  const kept = await findEnding(transaction, guestId)
  const told = kept && (await tellEnding(transaction, kept))
  if (!kept || !told) throw new Error('an ending that was just kept is not there')
  if (!isNew) {
    if (kept.askedBy === answerer.personId && told.reason === reason) return told
    throw new ProblemError('ending-under-way')
  }
  await writeDownEnding(transaction, kept, {
    act: 'end-access',
    outcome: 'asked',
    actor: { kind: answerer.answersAs, id: answerer.personId },
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    at: now,
  })
  return told
}

/**
 * Takes it back, and the block with it.
 *
 * @throws {ProblemError} `ending-not-stoppable` where the guest is being removed, or was.
 */
export async function stopEnding(
  transaction: Transaction<Tables>,
  {
    guest,
    answerer,
    requestId,
    now,
  }: Pick<Deciding, 'answerer' | 'requestId' | 'now'> & {
    readonly guest: Pick<Deciding['guest'], 'personId'>
  },
): Promise<void> {
  const found = await findEnding(transaction, guest.personId)
  const row = found && (await lockEnding(transaction, found.endingId))
  if (!row || row.state === 'stopped' || row.state === 'refused') return
  if (row.state === 'removed' || row.attemptedAt) throw new ProblemError('ending-not-stoppable')
  await changeEnding(transaction, row.endingId, { state: 'stopped', because: null, endedAt: now })
  if (row.blockedAt) await moveEnding(transaction, row, 'unblock')
  await writeDownEnding(transaction, row, {
    act: 'stop-ending',
    outcome: 'done',
    actor: { kind: answerer.answersAs, id: answerer.personId },
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    at: now,
  })
}
