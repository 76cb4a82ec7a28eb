import type { ResetQuestion, ResetState } from '@foyer/contracts/reset'
import { lapsesAfter } from '@foyer/lifecycle/reset'
import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { changeReset, isSameAddress, lockReset, readResetWords, type ResetRow } from './reset.ts'
import { stopReset } from './stop.ts'
import { listContacts, type Telling, tellPeople } from './tell.ts'
import { writeDownReset } from './write-down.ts'

/**
 * What whoever reads the guest's address is asked.
 *
 * @throws {ProblemError} where it was erased.
 */
export async function tellQuestion(
  transaction: Transaction<Tables>,
  resetId: string,
  { connected }: Pick<Telling, 'connected'>,
): Promise<ResetQuestion> {
  const row = await lockReset(transaction, resetId)
  const words = row && (await readResetWords(transaction, row))
  if (!row || !words) throw new ProblemError('reset-question-not-found')
  return {
    organization: { slug: connected.slug, name: words.organization },
    state: row.state as ResetState,
    to: words.to,
    isSameAddress: isSameAddress(words),
    askedBy: words.askedBy.name,
    reason: words.reason,
    ...(row.opensAt ? { opensAt: row.opensAt.toISOString() } : {}),
  }
}

/**
 * Yes puts it to another operator, no ends it, whenever it comes before it is done.
 *
 * @throws {ProblemError}
 */
export async function answerQuestion(
  transaction: Transaction<Tables>,
  resetId: string,
  {
    isWanted,
    requestId,
    ...telling
  }: Telling & {
    readonly isWanted: boolean
    readonly requestId: string
  },
): Promise<void> {
  const row = await lockReset(transaction, resetId)
  if (!row) throw new ProblemError('reset-question-not-found')
  if (isWanted) return confirm(transaction, row, requestId, telling)
  const actor = { kind: 'guest', id: row.guestId } as const
  const because = 'address-said-no'
  return stopReset(transaction, row, { because, actor, requestId, ...telling })
}

async function confirm(
  transaction: Transaction<Tables>,
  row: ResetRow,
  requestId: string,
  telling: Telling,
): Promise<void> {
  const { at, connected } = telling
  const words = await readResetWords(transaction, row)
  // Said before, or stopped meanwhile: there is nothing to confirm any more, and the page says so.
  if (row.state !== 'asked' || at >= row.lapsesAt || !words) return
  await changeReset(transaction, row, { state: 'proved', provedAt: at, lapsesAt: lapsesAfter(at) })
  const contacts = await listContacts(transaction, connected, words.organization)
  const people = [words.askedBy, ...contacts]
  await tellPeople(transaction, row, people, { outcome: 'proved' }, telling)
  await writeDownReset(transaction, row, {
    act: 'confirm-reset',
    outcome: 'done',
    actor: { kind: 'guest', id: row.guestId },
    requestId,
    at,
  })
}
