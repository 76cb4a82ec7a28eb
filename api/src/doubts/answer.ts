import type { Doubt } from '@foyer/contracts/doubt'
import type { Transaction } from 'kysely'
import type { ReachableDecider } from '../guests/find-decider.ts'
import { ProblemError } from '../http/problem-error.ts'
import { appendToJournal } from '../journal/append.ts'
import type { Asking } from '../stays/ask.ts'
import type { Tables } from '../store/tables.ts'
import { findDoubt, keepAnswer, lockDoubt } from './doubt.ts'
import { tellWhoDecides } from './tell.ts'

/**
 * Keeps that a guest still needs their access, and tells those who decide. It confirms nothing. The
 * same again is the same.
 *
 * @param asker whoever asks, where they decide as an operator.
 * @throws {ProblemError} `doubt-not-asked` where nobody asks any more, or they answered otherwise.
 */
export async function answerDoubt(
  transaction: Transaction<Tables>,
  answering: Asking,
  { reason, asker }: { readonly reason: string; readonly asker: ReachableDecider | undefined },
): Promise<Doubt> {
  const { caller, person, organization, requestId, now } = answering
  const { organizationId, personId } = caller
  const row = await lockDoubt(transaction, personId)
  if (!row) throw new ProblemError('doubt-not-asked')
  if (row.state === 'answered') {
    const before = await findDoubt(transaction, personId)
    if (before?.reason === reason) return before
    throw new ProblemError('doubt-not-asked')
  }
  await keepAnswer(transaction, row, { reason, at: now })
  await tellWhoDecides(transaction, answering, { doubtId: row.doubtId, reason, asker })
  await appendToJournal(transaction, {
    organizationId,
    at: now,
    act: 'answer-doubt',
    outcome: 'done',
    actor: { kind: 'guest', id: personId },
    guestId: personId,
    requestId,
    tokenId: caller.tokenId,
    sessionId: caller.sessionId,
    facts: {},
    words: { guest: person.name, organization: organization.name },
  })
  const told = await findDoubt(transaction, personId)
  if (!told) throw new Error('a doubt that was just answered is not there')
  return told
}
