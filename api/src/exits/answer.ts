import { removedAfterGrace } from '@foyer/lifecycle/exit-request'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import type { Answerer } from '../token/answerer.ts'
import {
  changeExitRequest,
  type ExitRequestRow,
  type ExitWords,
  lockExitRequest,
  readExitWords,
  sealExitWords,
} from './request.ts'
import { setAccess } from './set-access.ts'
import { tellGuest } from './tell.ts'
import { writeDownExit } from './write-down.ts'

/** Whoever answers a request, after they were let do so. */
export interface Answering {
  readonly exitRequestId: string
  readonly answerer: Answerer
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/**
 * Ends the access of a guest who has asked for it: blocked from now on, removed after the grace time.
 *
 * @throws {ProblemError} `exit-not-open` where nobody waits for the answer.
 */
export async function grantExit(
  transaction: Transaction<Tables>,
  answering: Answering,
  { exitRequests }: ConnectedOrganization,
): Promise<void> {
  const { now } = answering
  const { row, words } = await requireOpen(transaction, answering)
  const removalAt = removedAfterGrace(now, exitRequests.graceDays)
  await close(transaction, answering, row, words, { state: 'granted', removalAt })
  await setAccess(transaction, row)
  await tellGuest(
    transaction,
    row,
    // A grant that could not be carried out is answered anew.
    { at: now, what: `granted:${now.toISOString()}`, to: words.addresses },
    {
      template: 'exit-granted',
      name: words.guest.name,
      organization: words.organization,
      removalAt: removalAt.toISOString(),
      codeId: row.codeId,
    },
  )
  await writeDown(transaction, answering, row, { act: 'grant-exit', outcome: 'asked' })
}

/** @throws {ProblemError} `exit-not-open` where nobody waits for the answer. */
export async function refuseExit(
  transaction: Transaction<Tables>,
  answering: Answering,
  reason: string,
): Promise<void> {
  const { now } = answering
  const { row, words } = await requireOpen(transaction, answering)
  await close(
    transaction,
    answering,
    row,
    { ...words, note: reason },
    {
      state: 'refused',
      endedAt: now,
    },
  )
  await tellGuest(
    transaction,
    row,
    { at: now, what: 'refused', to: [words.guest.mail] },
    {
      template: 'exit-refused',
      name: words.guest.name,
      organization: words.organization,
      reason,
      exitRequestId: row.exitRequestId,
    },
  )
  await writeDown(transaction, answering, row, { act: 'refuse-exit', outcome: 'done' })
}

async function requireOpen(
  transaction: Transaction<Tables>,
  { exitRequestId }: Answering,
): Promise<{ readonly row: ExitRequestRow; readonly words: ExitWords }> {
  const row = await lockExitRequest(transaction, { exitRequestId })
  const words = row && (await readExitWords(transaction, row))
  if (row?.state !== 'open' || !words) throw new ProblemError('exit-not-open')
  return { row, words }
}

async function close(
  transaction: Transaction<Tables>,
  { answerer, now }: Answering,
  row: ExitRequestRow,
  words: ExitWords,
  changes: Parameters<typeof changeExitRequest>[2],
): Promise<void> {
  await changeExitRequest(transaction, row, {
    ...changes,
    because: null,
    answeredAt: now,
    answeredBy: answerer.personId,
    answeredAs: answerer.answersAs,
    words: await sealExitWords(transaction, row, { ...words, answeredBy: answerer.name }),
  })
}

async function writeDown(
  transaction: Transaction<Tables>,
  { answerer, requestId, now }: Answering,
  row: ExitRequestRow,
  what: { readonly act: 'grant-exit' | 'refuse-exit'; readonly outcome: 'asked' | 'done' },
): Promise<void> {
  await writeDownExit(transaction, row, {
    ...what,
    actor: { kind: answerer.answersAs, id: answerer.personId },
    actorName: answerer.name,
    at: now,
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
  })
}
