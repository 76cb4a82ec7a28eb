import { randomUUID } from 'node:crypto'
import type { Ending } from '@foyer/contracts/ending'
import type { PersonId } from '@foyer/contracts/ids'
import { blocksAfter } from '@foyer/lifecycle/ending'
import { removedAfterGrace } from '@foyer/lifecycle/exit-request'
import { maskAddress } from '@foyer/lifecycle/invitation'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { endDoubt } from '../doubts/doubt.ts'
import type { Deciding } from '../guests/decide.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { ToldMove } from '../moves/move.ts'
import type { Tables } from '../store/tables.ts'
import type { Answerer } from '../token/answerer.ts'
import {
  addEnding,
  changeEnding,
  findEnding,
  isUnderWay,
  lockEnding,
  moveEnding,
  tellEnding,
} from './ending.ts'
import { findHold, holdOthers } from './hold.ts'
import { tellWhoAgrees } from './tell.ts'
import { type EndingEntry, writeDownEnding } from './write-down.ts'

/**
 * Ends a guest's access: in ten minutes they are blocked, after the grace time removed, and until then
 * it is taken back. The same again by the same person is the same. On a day of too many it waits for
 * an operator's word; an operator goes on by saying why.
 *
 * @throws {ProblemError} `ending-under-way`; `too-many-endings` where an operator has not said why.
 */
export async function beginEnding(
  transaction: Transaction<Tables>,
  deciding: Deciding,
  {
    reason,
    handover,
    override,
    isOperator,
    connected,
  }: {
    readonly reason: string
    readonly handover?: string
    /** Why an operator goes beyond what people end in a day. */
    readonly override?: string
    readonly isOperator: boolean
    readonly connected: ConnectedOrganization
  },
): Promise<Ending> {
  const { organizationId, organization, guest, answerer, requestId, now } = deciding
  const { personId: guestId, name, mail } = guest
  const before = await findEnding(transaction, guestId)
  const hold =
    before && isUnderWay(before)
      ? undefined
      : await findHold(transaction, organizationId, answerer, now)
  const isAsked = hold !== undefined && !isOperator
  if (hold && !isAsked && override === undefined) throw new ProblemError('too-many-endings')
  const blocksAt = blocksAfter(now)
  const row = {
    ...(isAsked ? { state: 'asked', because: hold } : {}),
    organizationId,
    endingId: randomUUID(),
    guestId,
    askedAt: now,
    askedBy: answerer.personId,
    askedAs: answerer.answersAs,
    requestId,
    blocksAt,
    removesAt: removedAfterGrace(blocksAt, connected.exitRequests.graceDays),
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
  await endDoubt(transaction, guestId, { state: 'closed', at: now })
  await writeDownEnding(transaction, kept, {
    act: 'end-access',
    outcome: 'asked',
    ...(isAsked ? { because: hold } : {}),
    actor: { kind: answerer.answersAs, id: answerer.personId },
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    at: now,
    ...(hold && !isAsked ? { reason: override } : {}),
  })
  if (isAsked) {
    if (hold === 'unusual-day') await holdOthers(transaction, kept)
    await tellWhoAgrees(transaction, kept, { connected, at: now })
  }
  return told
}

/**
 * Ends the access of an account whose guest has moved to another address. They had their notice, so it
 * does not wait; on a day of too many it waits for an operator's word as any other.
 *
 * @returns the ending; undefined where the access is being ended by another decision.
 */
export async function beginMoveEnding(
  transaction: Transaction<Tables>,
  { row, words }: ToldMove,
  { connected, at }: { readonly connected: ConnectedOrganization; readonly at: Date },
): Promise<string | undefined> {
  const { organizationId, guestId, askedBy, askedAs, requestId } = row
  const asker = { personId: askedBy as PersonId, answersAs: askedAs as Answerer['answersAs'] }
  const hold = await findHold(transaction, organizationId, asker, at)
  const endingId = randomUUID()
  const ending = {
    ...(hold ? { state: 'asked', because: hold } : {}),
    organizationId,
    endingId,
    guestId,
    isMove: true,
    askedAt: at,
    askedBy,
    askedAs,
    requestId,
    blocksAt: at,
    removesAt: removedAfterGrace(at, connected.exitRequests.graceDays),
  }
  const isNew = await addEnding(transaction, ending, {
    guest: words.guest,
    organization: words.organization,
    askedBy: words.askedBy,
    // What guests and operators read is told from `isMove`, in their own language.
    reason: maskAddress(words.mail),
  })
  if (!isNew) return undefined
  const kept = hold && (await findEnding(transaction, guestId))
  if (kept) await tellWhoAgrees(transaction, kept, { connected, at })
  return endingId
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
    actor: { name, ...actor },
    requestId,
    tokenId,
    sessionId,
    now,
  }: Pick<Deciding, 'requestId' | 'now'> &
    Pick<Answerer, 'tokenId' | 'sessionId'> & {
      readonly guest: Pick<Deciding['guest'], 'personId'>
      readonly actor: EndingEntry['actor'] & { readonly name: string }
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
    actor,
    actorName: name,
    requestId,
    tokenId,
    sessionId,
    at: now,
  })
}
